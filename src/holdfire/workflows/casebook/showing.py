"""What a casebook holds of one report, together."""

from dataclasses import dataclass

from holdfire.model.capture import Capture
from holdfire.model.record import Record
from holdfire.model.report import Report
from holdfire.model.stored import StoredReading, StoredReport
from holdfire.model.text import Text
from holdfire.reading.cascade import Reading
from holdfire.store.book import Reader
from holdfire.store.bundle import described


@dataclass(frozen=True, slots=True)
class Shown:
    """A report with how it was got, its readings, and the record of the present one, if it was read."""

    stored: StoredReport
    report: Report
    captures: list[Capture]
    readings: list[StoredReading]
    record: Record | None

    @property
    def reading(self) -> Reading | None:
        """The present reading, as pages draw one."""
        if self.record is None:
            return None
        text = Text(self.report.words, (), self.record.left_out)
        return Reading(self.report, text, self.record, ())


def shown(book: Reader, report: str) -> Shown:
    """The report whose id begins like this; BookError where there is none, or more than one."""
    stored = book.reports.get(report)
    readings = book.readings.of(stored.id)
    record = book.readings.record(readings[-1].id) if readings else None
    return Shown(stored, book.reports.opened(stored), book.reports.captures(stored), readings, record)


def told(found: Shown) -> dict[str, object]:
    """The same as one object for JSON."""
    return {
        "report": found.stored,
        "captures": [described(each) for each in found.captures],
        "readings": found.readings,
        "record": found.record,
        "text": found.report.words,
    }
