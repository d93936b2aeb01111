"""A table of reports → captures: adds what it tells of each file; drops columns that tell nothing of it.

The table is CSV, with commas, semicolons or tabs, and has a column `file` beside `published`, `outlet`,
`title` or `url`. Files are named from the table's own folder and lie in it, so that a table from elsewhere
opens nothing else.
"""

import csv
from collections.abc import Iterator
from contextlib import suppress
from io import StringIO
from pathlib import Path

from msgspec.structs import replace

from holdfire.errors import DateError, SourceError
from holdfire.model.capture import Capture, Told
from holdfire.sources.decoding import decode
from holdfire.sources.files import read_bytes, shown
from holdfire.sources.published import published_date

FILE = "file"
_TELLING = frozenset(Told.__struct_fields__)
_MARKS = ",;\t"

Row = tuple[int, dict[str, str]]
"""The line where a row ends, and its cells by their column."""


def is_table(head: bytes) -> bool:
    """Whether a file that begins so is a table of reports, by the columns that its first line names."""
    return _mark(_first_line(head)) is not None


def files_of(path: Path) -> frozenset[Path]:
    """The files that a table names, as far as it can be read, whether they are there or not."""
    found: set[Path] = set()
    with suppress(SourceError):  # it is told where the table itself is read
        found.update(path.parent / row[FILE] for _, row in _rows(path) if row.get(FILE))
    return frozenset(found)


def captures_in_table(path: Path) -> Iterator[Capture | SourceError]:
    """The file of each row, with what the row tells of it; a row that is wrong gives what names it."""
    for line, row in _rows(path):
        where = f"{shown(path)}, line {line}"
        try:
            yield replace(_capture(path.parent, row, where), told=_told(row, where))
        except SourceError as error:
            yield error


def _capture(folder: Path, row: dict[str, str], where: str) -> Capture:
    name = row.get(FILE, "")
    if not name:
        raise SourceError("names no file", where=where, remedy=f'fill in its column "{FILE}"')
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        remedy = "put the file into the table's folder, or add it by itself"
        raise SourceError(f"{name} lies outside the folder of the table", where=where, remedy=remedy)
    try:
        return Capture(read_bytes(path), shown(path), "file")
    except SourceError as error:
        raise SourceError(f"{name}: {error.problem}", where=where, remedy=error.remedy) from None


def _told(row: dict[str, str], where: str) -> Told:
    said = Told(**{name: text for name in _TELLING if (text := row.get(name))})
    try:
        return replace(said, published=published_date(said.published)) if said.published else said
    except DateError as error:
        raise SourceError(error.problem, where=where, remedy=error.remedy) from None


def _rows(path: Path) -> Iterator[Row]:
    words = decode(read_bytes(path)).words
    rows = csv.reader(StringIO(words, newline=""), delimiter=_mark(_first_line(words.encode())) or ",")
    try:
        columns = [name.strip().lower() for name in next(rows, [])]
        for cells in rows:
            if any(cells):
                given = zip(columns, cells, strict=False)
                yield rows.line_num, {column: cell.strip() for column, cell in given}
    except csv.Error as error:
        where, remedy = f"{shown(path)}, line {rows.line_num}", "save it as CSV again"
        raise SourceError(f"is no table from here on: {error}", where=where, remedy=remedy) from None


def _first_line(head: bytes) -> str:
    return head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("utf-8", "replace").strip().lower()


def _mark(line: str) -> str | None:
    """What parts the cells of a table whose first line this is; None where it is no table of reports."""
    for mark in _MARKS:
        columns = {cell.strip().strip('"') for cell in line.split(mark)}
        if FILE in columns and columns & _TELLING:
            return mark
    return None
