"""Reports of a casebook, read again: a new reading stands beside the old, and what changed is told."""

from collections.abc import Iterator
from dataclasses import dataclass

from holdfire.model.record import IMPORTED
from holdfire.model.stored import StoredReport
from holdfire.store.book import Book
from holdfire.store.bundle import Bundle, failed, reading_bundle
from holdfire.views.difference import Difference, differences
from holdfire.workflows.casebook.corrected import corrected
from holdfire.workflows.casebook.judging import decisions
from holdfire.workflows.casebook.moment import now
from holdfire.workflows.outcome import Failure, Reader, attempt

PAGE = 100


@dataclass(frozen=True, slots=True)
class Reread:
    """What became of one report; without `differences` the new reading says the same."""

    report: StoredReport
    differences: tuple[Difference, ...] = ()
    first: bool = False
    failure: Failure | None = None


def reread(book: Book, reports: list[str], *, reader: Reader, who: str) -> Iterator[Reread]:
    """Read reports again, all where none is named, with what people corrected of their dates and names."""
    for page in _pages(book, reports):
        done = [_again(book, stored, reader) for stored in page]
        with book.change(who=who, at=now()) as change:
            change.keep([bundle for _, bundle in done if bundle is not None])
        yield from (each for each, _ in done)


def _pages(book: Book, reports: list[str]) -> Iterator[list[StoredReport]]:
    if reports:
        yield [book.reports.get(each) for each in reports]
        return
    before = None
    while page := book.reports.listed(before=before, limit=PAGE):
        yield page
        before = page[-1].seq


def _again(book: Book, stored: StoredReport, reader: Reader) -> tuple[Reread, Bundle | None]:
    readings = book.readings.of(stored.id)
    if readings and readings[-1].reader == IMPORTED:
        return Reread(stored), None
    report = corrected(book.reports.opened(stored), decisions(book, stored.id))
    outcome = attempt(stored.id[:12], lambda: report, reader, any_language=True)
    if outcome.reading is None:
        why = outcome.failure or Failure("internal", "no reason is known")
        entry = failed(stored.id, kind=why.kind, message=why.message, report=stored.id)
        return Reread(stored, failure=why), Bundle(stored.id, (entry,))
    record, made = outcome.reading.record, reading_bundle(outcome.reading.record)
    if not readings:
        return Reread(stored, first=True), made
    if made.reading == readings[-1].id:
        return Reread(stored), None
    return Reread(stored, differences(book.readings.record(readings[-1].id), record)), made
