"""Files or lines → outcomes, in order and one at a time: memory stays level however many there are."""

import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from holdfire.errors import SourceError
from holdfire.model.report import Report
from holdfire.sources.files import LIMIT, open_report, report_of
from holdfire.sources.json_lines import given
from holdfire.sources.published import published_date
from holdfire.workflows.outcome import Outcome, Reader, attempt

STDIN = Path("-")


class _Named(msgspec.Struct):
    """The part of a line that tells which report it is."""

    id: Any = None


def read_files(
    paths: Iterable[Path],
    *,
    reader: Reader,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
) -> Iterator[Outcome]:
    """Read each file (- is stdin); what the caller knows of the reports holds for all of them.

    DateError at once where `published` is no date.
    """
    day = published_date(published) if published is not None else None
    for path in paths:
        yield attempt(_shown(path), partial(_open, path, published=day, outlet=outlet, title=title), reader)


def read_lines(lines: Iterable[bytes], *, reader: Reader) -> Iterator[Outcome]:
    """Read the report in each line of JSON; blank lines are passed over.

    A stream may hold any language: what has no reader gives a record with a warning.
    """
    for line in lines:
        if line.strip():
            yield attempt(name_of(line), partial(given, line), reader, any_language=True)


def _shown(path: Path) -> str:
    return "stdin" if path == STDIN else str(path)


def _open(path: Path, *, published: str | None, outlet: str | None, title: str | None) -> Report:
    if path == STDIN:
        return report_of(_stdin(), published=published, outlet=outlet, title=title)
    return open_report(path, published=published, outlet=outlet, title=title)


def _stdin() -> bytes:
    raw = sys.stdin.buffer.read(LIMIT + 1)
    if len(raw) > LIMIT:
        remedy = "give the reports as lines with --jsonl"
        raise SourceError(f"more than {LIMIT / 1e6:,.0f} MB for one report", where="stdin", remedy=remedy)
    return raw


def name_of(line: bytes) -> object:
    """The id that a line gives its report, as it gives it; None where it gives none."""
    try:
        return msgspec.json.decode(line, type=_Named).id
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
