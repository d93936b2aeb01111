"""Cells of a CSV file that no spreadsheet takes for a formula."""

import csv
import re
from collections.abc import Iterable, Iterator
from io import StringIO

_NUMBER = re.compile(r"-\d+(?:\.\d+)?")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_lines(columns: tuple[str, ...], rows: Iterable[dict[str, object]]) -> Iterator[bytes]:
    """The heading and a line for each row (RFC 4180, UTF-8); columns that a row lacks are empty."""
    paper = StringIO()
    writer = csv.writer(paper)
    for cells in _table(columns, rows):
        writer.writerow([safe(cell) for cell in cells])
        yield paper.getvalue().encode()
        paper.seek(0)
        paper.truncate()


def safe(cell: object) -> str:
    """A cell that begins like a formula gets an apostrophe before it; numbers stay numbers."""
    text = "" if cell is None else str(cell)
    if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def _table(columns: tuple[str, ...], rows: Iterable[dict[str, object]]) -> Iterator[Iterable[object]]:
    yield columns
    for row in rows:
        yield [row.get(column) for column in columns]
