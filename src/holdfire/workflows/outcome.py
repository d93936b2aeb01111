"""What became of one report: its reading, or why it could not be read."""

from collections.abc import Callable
from dataclasses import dataclass

from holdfire.errors import HoldfireError
from holdfire.model.report import Report
from holdfire.reading.cascade import Reading
from holdfire.sources.files import require_words
from holdfire.sources.languages import require_readable

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


def attempt(name: object, opened: Callable[[], Report], reader: Reader) -> Outcome:
    """Read one report; whatever goes wrong with it stays with it."""
    known = ""
    try:
        report = opened()
        known = report.id[:12]
        require_words(report)
        require_readable(report)
        return Outcome(name, reader(report))
    except HoldfireError as error:
        return Outcome(name, failure=Failure(error.kind, _one_line(str(error))))
    except Exception as error:  # one report must never stop the rest
        return Outcome(name, failure=Failure("internal", _unexpected(known, error)))


def _unexpected(known: str, error: Exception) -> str:
    report = f", report {known}" if known else ""
    what = f"{type(error).__name__}: {error}"
    return _one_line(f"an error in Holdfire itself ({what}{report}); please tell us how it came about")


def _one_line(message: str) -> str:
    return " ".join(message.split())
