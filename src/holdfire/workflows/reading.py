"""Sources or lines → outcomes, in order and one at a time: memory stays level however many there are."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from holdfire.model.capture import UNTOLD, Told
from holdfire.sources.json_lines import given
from holdfire.workflows.opening import opened
from holdfire.workflows.outcome import Outcome, Reader, attempt


class _Named(msgspec.Struct):
    """The part of a line that tells which report it is."""

    id: Any = None


def read_sources(
    sources: Iterable[str | Path], *, reader: Reader, told: Told = UNTOLD, careful: bool = False
) -> Iterator[Outcome]:
    """Read the reports in each source; what the caller tells of them holds for all."""
    for name, report in opened(sources, told, careful=careful):
        yield attempt(name, report, reader)


def read_lines(lines: Iterable[bytes], *, reader: Reader) -> Iterator[Outcome]:
    """Read the report in each line of JSON; blank lines are passed over.

    A stream may hold any language: what has no reader gives a record with a warning.
    """
    for line in lines:
        if line.strip():
            yield attempt(name_of(line), partial(given, line), reader, any_language=True)


def name_of(line: bytes) -> object:
    """The id that a line gives its report, as it gives it; None where it gives none."""
    try:
        return msgspec.json.decode(line, type=_Named).id
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
