"""A CSV file → its rows: each a table of its own (heading and row), with its line; drops empty lines."""

import csv
import hashlib
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from holdfire.errors import SourceError
from holdfire.model.capture import Capture, TableRow, Within
from holdfire.sources.columns.column_map import Named
from holdfire.sources.decoding import decode
from holdfire.sources.files import read_bytes, shown
from holdfire.sources.limits import TABLE

_MARKS = ",;\t"


class Table(NamedTuple):
    """A CSV file: its heading, columns, and words as UTF-8; `exact` where those are its very bytes."""

    path: str
    sha256: str
    heading: bytes
    columns: tuple[str, ...]
    mark: str
    body: bytes
    exact: bool


def table(path: Path) -> Table:
    """The table in a file; SourceError where it is none."""
    raw = read_bytes(path, limit=TABLE)
    words = decode(raw).words.encode("utf-8", "replace")
    heading = words.split(b"\n", 1)[0] + b"\n"
    line = heading.decode().strip()
    mark = max(_MARKS, key=line.count)
    columns = tuple(name.strip().lower() for name in next(csv.reader([line], delimiter=mark), []))
    if len(columns) < 2:
        raise SourceError(
            "is no table: its first line names no columns", where=shown(path), remedy="save it as CSV"
        )
    twice = next((name for n, name in enumerate(columns) if name and name in columns[:n]), None)
    if twice is not None:
        raise SourceError(f"has two columns {twice!r}", where=f"{shown(path)}, line 1", remedy="rename one")
    whole = raw.removeprefix(b"\xef\xbb\xbf")
    return Table(shown(path), hashlib.sha256(raw).hexdigest(), heading, columns, mark, words, words == whole)


def rows(found: Table, by: Named) -> Iterator[Capture | SourceError]:
    """Each row as a capture; where the table breaks off, a SourceError with the line, and no more."""
    taken: list[bytes] = []
    reader = csv.reader(_lines(found, taken), delimiter=found.mark, strict=True)
    offset, line = len(found.heading), 2
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield SourceError(
                f"is no table from here on: {error}",
                where=f"{found.path}, line {line}",
                remedy="save it as CSV again",
            )
            return
        if cells is None:
            return
        raw = b"".join(taken)
        if any(cell.strip() for cell in cells):
            yield _capture(found, by, raw, offset, line)
        offset, line = offset + len(raw), line + len(taken)
        taken.clear()


def cells_of(raw: bytes) -> dict[str, str]:
    """The cells of a row by their columns; SourceError where they are more than the columns."""
    heading, _, _ = raw.partition(b"\n")
    mark = max(_MARKS, key=heading.decode("utf-8", "replace").count)
    read = csv.reader(StringIO(raw.decode("utf-8", "replace"), newline=""), delimiter=mark)
    columns, cells = [name.strip().lower() for name in next(read)], next(read, [])
    if len(cells) > len(columns) and any(cells[len(columns) :]):
        raise SourceError(
            f"has {len(cells)} cells for {len(columns)} columns", remedy="quote cells that hold commas"
        )
    given = zip(columns, cells, strict=False)
    return {name: " ".join(cell.split()) for name, cell in given if name and cell.strip()}


def _lines(found: Table, taken: list[bytes]) -> Iterator[str]:
    """The lines below the heading; those that were given to the reader are noted."""
    start = len(found.heading)
    while start < len(found.body):
        end = found.body.find(b"\n", start) + 1 or len(found.body)
        taken.append(found.body[start:end])
        yield found.body[start:end].decode()
        start = end


def _capture(found: Table, by: Named, raw: bytes, offset: int, line: int) -> Capture:
    place = (offset, len(raw)) if found.exact else (None, None)
    return Capture(
        raw=found.heading + raw,
        origin=found.path,
        way="file",
        media_type="text/csv",
        within=Within(found.path, None, *place),
        row=TableRow(line=line, file_sha256=found.sha256, columns=by.name, columns_sha256=by.sha256),
    )


def missing(found: Table, by: Named) -> Iterable[str]:
    """The columns by which a map knows its tables, and which this one lacks."""
    return [name for name in by.map.known_by if name not in found.columns]
