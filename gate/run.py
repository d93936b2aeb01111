"""Every gold report through the reader: what became of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from gate.gold import GOLD, GoldReport, gold_reports
from gate.scoring import Scores, score
from holdfire.model.record import ReaderHeader, Record, ReportHeader
from holdfire.sources.reports import open_report
from holdfire.workflows.outcome import Reader, attempt


@dataclass(frozen=True, slots=True)
class Run:
    """One report as read, with its coding and counts; `problem` says why it could not be read."""

    text: Path
    gold: GoldReport
    record: Record
    scores: Scores
    problem: str | None = None


def run(reader: Reader, folder: Path = GOLD) -> Sequence[Run]:
    """Read every gold report as of the day it was published."""
    return [_run(reader, text, gold) for text, gold in gold_reports(folder)]


def _run(reader: Reader, text: Path, gold: GoldReport) -> Run:
    outcome = attempt(gold.id, partial(open_report, text, published=gold.published), reader)
    if outcome.reading is not None:
        record = outcome.reading.record
        return Run(text, gold, record, score(record, gold))
    problem = outcome.failure.message if outcome.failure else "nothing came back"
    return Run(text, gold, unread(gold), score(unread(gold), gold), problem)


def unread(gold: GoldReport) -> Record:
    """The record of a report in which nothing was read."""
    header = ReportHeader(gold.id, None, None, None, gold.published, "en", "", "")
    return Record(header, ReaderHeader("none", "0", "en"))
