"""A casebook → its present records and what is known of its reports, as people corrected them."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TypeVar

import msgspec

from holdfire.judging import HEADER, Decisions, applied
from holdfire.model.judgement import Correct
from holdfire.model.record import Record, ReportHeader
from holdfire.model.report import Report
from holdfire.model.stored import StoredReading
from holdfire.store.book import Reader
from holdfire.workflows.casebook.deciding import added_to
from holdfire.workflows.casebook.showing import verdicts

AT_ONCE = 200
T = TypeVar("T", Report, ReportHeader)


def decided_records(
    book: Reader, decided: Decisions, *, only: Sequence[str] | None = None
) -> Iterator[Record]:
    """The present record of each report, or of some, with its text, corrected as people decided."""
    judged = {target.split("/")[1] for target, _ in decided.about if target.startswith("report/")}
    present = book.readings.present(reports=only)
    while page := list(islice(present, AT_ONCE)):
        words = book.reports.words(record.report.text_sha256 for _, record in page)
        for reading, record in page:
            text = words[record.report.text_sha256]
            made = _corrected(book, reading, record, decided, text) if reading.report in judged else record
            yield msgspec.structs.replace(made, text=text)


def headers(
    book: Reader, decided: Decisions, *, only: Sequence[str] | None = None
) -> dict[str, ReportHeader]:
    """What is known of every report that was read, or of some, by their ids."""
    return {each.id: corrected(each, decided) for each in book.readings.headers(only)}


def corrected(report: T, decided: Decisions) -> T:
    """A report with what people corrected of its title, outlet, address and date."""
    said = {name: decided.verdict(f"report/{report.id}/{name}") for name in HEADER}
    changed = {name: each.value for name, each in said.items() if isinstance(each, Correct)}
    return msgspec.structs.replace(report, **changed) if changed else report


def _corrected(book: Reader, reading: StoredReading, record: Record, decided: Decisions, text: str) -> Record:
    here = f"report/{reading.report}"
    said = verdicts(book, reading.report, book.readings.of(reading.report))
    of_report = ((path, decided.verdict(f"{here}/{path}")) for path in HEADER)
    said |= {path: verdict for path, verdict in of_report if verdict is not None}
    return applied(record, said, added_to(decided, reading.report), text=text)
