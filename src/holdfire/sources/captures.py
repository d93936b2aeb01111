"""A source → captures: adds where each of its reports lies; drops what by its kind is no report.

The door for whatever a user names: `captures(source)` gives what is there one after another, and
`holdfire.sources.reports.report_of(capture)` the report in each. What is damaged comes as the SourceError
that names it, in its place, and the rest follows.
"""

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from holdfire.errors import SourceError
from holdfire.model.capture import Capture
from holdfire.sources.files import files_below, read_bytes, shown
from holdfire.sources.limits import REPORT

STDIN = "-"
Fetch = Callable[[str], Capture]
Found = Iterator[Capture | SourceError]

_URL = re.compile(r"https?://", re.IGNORECASE)


def captures(source: str | Path, *, fetch: Fetch | None = None) -> Found:
    """The reports in a file, a folder, a feed, a web archive, at a URL or on stdin (-), one at a time.

    `fetch` gets what lies at a URL; without it no URL is opened. Nothing is raised: a source that cannot
    be opened gives one SourceError.
    """
    try:
        yield from _captures(source, fetch)
    except SourceError as error:
        yield error


def is_url(source: str | Path) -> bool:
    """Whether a source is an address on the web; all others are paths."""
    return isinstance(source, str) and bool(_URL.match(source))


def _captures(source: str | Path, fetch: Fetch | None) -> Found:
    if isinstance(source, str) and is_url(source):
        yield _fetched(source, fetch)
    elif str(source) == STDIN:
        yield _piped()
    elif Path(source).is_dir():
        for path in files_below(Path(source)):
            yield from captures(path) if isinstance(path, Path) else [path]
    else:
        yield Capture(read_bytes(Path(source)), shown(Path(source)), "file")


def _fetched(url: str, fetch: Fetch | None) -> Capture:
    if fetch is None:
        raise SourceError("is an address on the web, and no network may be used here", where=url)
    return fetch(url)


def _piped() -> Capture:
    raw = sys.stdin.buffer.read(REPORT + 1)
    if len(raw) > REPORT:
        remedy = "give the reports as lines with --jsonl"
        raise SourceError(f"more than {REPORT / 1e6:,.0f} MB for one report", where="stdin", remedy=remedy)
    return Capture(raw, "stdin", "pipe")
