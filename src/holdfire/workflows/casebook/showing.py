"""What a casebook holds of one report, together."""

from dataclasses import dataclass

from holdfire.judging import Decisions
from holdfire.model.capture import Capture
from holdfire.model.judgement import Verdict
from holdfire.model.record import Record
from holdfire.model.report import Report
from holdfire.model.stored import StoredReading, StoredReport
from holdfire.model.text import Text
from holdfire.reading.cascade import Reading
from holdfire.store.book import Reader
from holdfire.store.bundle import described
from holdfire.views.difference import carried
from holdfire.workflows.casebook.judging import Kept, decisions, judged


@dataclass(frozen=True, slots=True)
class Shown:
    """A report with how it was got, its readings, and the record of the present one, if it was read."""

    stored: StoredReport
    report: Report
    captures: list[Capture]
    readings: list[StoredReading]
    record: Record | None
    judged: list[Kept]
    verdicts: dict[str, Verdict]

    @property
    def reading(self) -> Reading | None:
        """The present reading, as pages draw one."""
        if self.record is None:
            return None
        text = Text(self.report.words, (), self.record.left_out)
        return Reading(self.report, text, self.record)


def shown(book: Reader, report: str) -> Shown:
    """The report whose id begins like this; BookError where there is none, or more than one."""
    stored = book.reports.get(report)
    readings = book.readings.of(stored.id)
    record = book.readings.record(readings[-1].id) if readings else None
    return Shown(
        stored,
        book.reports.opened(stored),
        book.reports.captures(stored),
        readings,
        record,
        judged(book, stored.id),
        verdicts(book, stored.id, readings),
    )


def verdicts(
    book: Reader, report: str, readings: list[StoredReading], decided: Decisions | None = None
) -> dict[str, Verdict]:
    """The verdicts on the values of the present record, by path; all, or those that are given.

    Those on an earlier reading hold for a value that the present one reads alike at the same words.
    """
    decided = decided if decided is not None else decisions(book, report)
    found: dict[str, Verdict] = {}
    for reading in readings:
        about = [target for target, of in decided.about if of == reading.id]
        if not about:
            continue
        same = None
        if reading is not readings[-1]:
            same = carried(book.readings.record(reading.id), book.readings.record(readings[-1].id))
        for target in about:
            verdict, path = decided.verdict(target, reading.id), target.split("/")[-1]
            now_at = path if same is None else same.get(path)
            if verdict is not None and now_at is not None:
                found[now_at] = verdict
    return found


def told(found: Shown) -> dict[str, object]:
    """The same as one object for JSON."""
    return {
        "report": found.stored,
        "captures": [described(each) for each in found.captures],
        "readings": found.readings,
        "record": found.record,
        "verdicts": found.verdicts,
        "text": found.report.words,
    }
