"""What became of one report: its reading, or why it could not be read."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from traceback import extract_tb
from typing import TypeVar

from holdfire.errors import HoldfireError, LanguageError
from holdfire.model.report import Report
from holdfire.reading.cascade import Reading, unread
from holdfire.sources.languages import require_readable
from holdfire.sources.reports import require_words

T = TypeVar("T")
Reader = Callable[[Report], Reading]


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a report could not be read; `kind` is a stable word, `message` one line for a person."""

    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """A report's reading or its failure, exactly one of them; `name` is a file's path or a line's id."""

    name: object
    reading: Reading | None = None
    failure: Failure | None = None


def attempt(
    name: object, opened: Callable[[], Report], reader: Reader, *, any_language: bool = False
) -> Outcome:
    """Read one report; whatever goes wrong with it stays with it.

    With `any_language` a report in a language without a reader gives a record that says so.
    """
    report = tried(opened)
    if isinstance(report, Failure):
        return Outcome(name, failure=report)
    read = partial(_read, report, reader, any_language=any_language)
    reading = tried(read, known=report.id[:12])
    if isinstance(reading, Failure):
        return Outcome(name, failure=reading)
    return Outcome(name, reading)


def tried(work: Callable[[], T], *, known: str = "") -> T | Failure:
    """What the work gives, or why it failed; `known` is the id of the report, if it is known by then."""
    try:
        return work()
    except HoldfireError as error:
        return Failure(error.kind, _one_line(str(error)))
    except Exception as error:  # one report must never stop the rest
        return Failure("internal", _unexpected(known, error))


def _read(report: Report, reader: Reader, *, any_language: bool) -> Reading:
    require_words(report)
    try:
        require_readable(report)
    except LanguageError as error:
        if not any_language:
            raise
        return unread(report, _one_line(str(error)))
    return reader(report)


def _unexpected(known: str, error: Exception) -> str:
    report = f", report {known}" if known else ""
    what = f"{type(error).__name__}: {error}{_place(error)}"
    return _one_line(f"an error in Holdfire itself ({what}{report}); please tell us how it came about")


def _place(error: Exception) -> str:
    """The last line of ours that the error passed through."""
    ours = [frame for frame in extract_tb(error.__traceback__) if "holdfire" in frame.filename]
    return f" at {Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""


def _one_line(message: str) -> str:
    return " ".join(message.split())
