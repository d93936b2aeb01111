"""Cells of a CSV file that no spreadsheet takes for a formula."""

import csv
import re
from io import StringIO

_NUMBER = re.compile(r"-\d+(?:\.\d+)?")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_head(columns: tuple[str, ...]) -> bytes:
    """The heading (RFC 4180, UTF-8)."""
    return csv_line(columns, dict(zip(columns, columns, strict=True)))


def csv_line(columns: tuple[str, ...], row: dict[str, object]) -> bytes:
    """The line of a row; columns that it lacks are empty."""
    paper = StringIO()
    csv.writer(paper).writerow([safe(row.get(column)) for column in columns])
    return paper.getvalue().encode()


def safe(cell: object) -> str:
    """A cell that begins like a formula gets an apostrophe before it; numbers stay numbers."""
    text = "" if cell is None else str(cell)
    if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text
