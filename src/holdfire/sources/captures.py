"""A source → captures: adds where each of its reports lies; drops what by its kind is no report.

The door for whatever a user names: `captures(source)` gives what is there one after another, and
`holdfire.sources.reports.report_of(capture)` the report in each. What is damaged comes as the SourceError
that names it, in its place, and the rest follows.
"""

import importlib
import re
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import IO

from holdfire.errors import SourceError
from holdfire.model.capture import Capture, Within
from holdfire.sources.archives.resync import holds_warc
from holdfire.sources.files import files_below, first_bytes, read_bytes, shown
from holdfire.sources.kinds import ZIP, is_feed
from holdfire.sources.limits import REPORT
from holdfire.sources.table import captures_in_table, files_of, is_table

STDIN = "-"
Fetch = Callable[[str], Capture]
Found = Iterator[Capture | SourceError]

TABLES = frozenset((".csv", ".tsv"))
"""Files of a folder that may be a table; one that is named by itself is told by its first line alone."""
_URL = re.compile(r"https?://", re.IGNORECASE)


def captures(source: str | Path | Capture, *, fetch: Fetch | None = None) -> Found:
    """The reports in a file, folder, table, feed or web archive, at a URL or on stdin (-), one at a time.

    A capture is one that somebody got already: an upload that holds an archive gives what is in it.
    `fetch` gets what lies at a URL; without it no URL is opened. Nothing is raised: a source that cannot
    be opened gives one SourceError.
    """
    try:
        yield from _captures(source, fetch)
    except SourceError as error:
        name = source.origin if isinstance(source, Capture) else shown(Path(source))
        yield SourceError(error.problem, where=error.where or name, remedy=error.remedy)


def is_url(source: str | Path) -> bool:
    """Whether a source is an address on the web; all others are paths."""
    return isinstance(source, str) and bool(_URL.match(source))


def _captures(source: str | Path | Capture, fetch: Fetch | None) -> Found:
    if isinstance(source, Capture):
        yield from _unpacked(source)
    elif isinstance(source, str) and is_url(source):
        yield from _unpacked(_fetched(source, fetch))
    elif str(source) == STDIN:
        yield from _unpacked(_piped())
    elif Path(source).is_dir():
        yield from _in_folder(Path(source))
    else:
        yield from _in_file(Path(source))


def _in_folder(folder: Path) -> Found:
    """The captures in the files of a folder; those that a table tells of come with what it tells."""
    tables = [path for path in files_below(folder) if isinstance(path, Path) and _is_table(path)]
    told = frozenset(file for table in tables for file in files_of(table))
    for table in tables:
        yield from captures(table)
    for path in files_below(folder):
        if isinstance(path, SourceError):
            yield path
        elif path not in told and path not in tables:
            yield from captures(path)


def _is_table(path: Path) -> bool:
    return path.suffix.lower() in TABLES and is_table(first_bytes(path))


def _in_file(path: Path) -> Found:
    """The captures in a file; an archive is read where it lies, however large."""
    head = first_bytes(path)
    if holds_warc(head):
        with path.open("rb") as stream:
            yield from _archived(stream, Within(shown(path)))
    elif head.startswith(ZIP) and _module("archives.wacz").is_wacz(path):
        yield from _each(_module("archives.wacz").captures_in_wacz(path, Within(shown(path))))
    elif is_table(head):
        for found in captures_in_table(path):
            yield from _unpacked(found) if isinstance(found, Capture) else [found]
    else:
        yield from _unpacked(Capture(read_bytes(path), shown(path), "file"))


def _unpacked(capture: Capture) -> Found:
    """The captures in bytes that were got as one."""
    raw, within = capture.raw, Within(capture.origin, outer=capture.within)
    if holds_warc(raw[:512]):
        yield from _archived(BytesIO(raw), within)
    elif raw.startswith(ZIP) and _module("archives.wacz").is_wacz(raw):
        yield from _each(_module("archives.wacz").captures_in_wacz(raw, within))
    elif is_feed(raw):
        yield from _module("feeds.feed").captures_in_feed(capture)
    else:
        yield capture


def _archived(stream: IO[bytes], within: Within) -> Found:
    return _each(_module("archives.warc").captures_in_warc(stream, within))


def _each(found: Found) -> Found:
    """Captures from an archive, with the entries of the feeds among them; archives in it stay closed."""
    for each in found:
        if isinstance(each, Capture) and is_feed(each.raw):
            yield from _module("feeds.feed").captures_in_feed(each)
        else:
            yield each


def _module(name: str) -> ModuleType:
    """A module that is loaded where there is something for it: a plain text waits for no library."""
    return importlib.import_module(f"holdfire.sources.{name}")


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
