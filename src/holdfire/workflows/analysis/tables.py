"""A CSV file with a header → its rows, each with its line; what is wrong is named and left out."""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Generic, TypeVar

from holdfire.errors import DataError
from holdfire.geography.rows import quoted
from holdfire.workflows.own.folder import given, shown

R = TypeVar("R")
Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class Table(Generic[R]):
    """What the sound rows of a file say, the columns it has, and what is wrong with the others."""

    columns: tuple[str, ...]
    rows: tuple[R, ...]
    wrong: tuple[DataError, ...]
    where: str


def read_table(path: Path, check: Callable[[Sequence[str]], None], row: Callable[[Cells], R]) -> Table[R]:
    """Read a file (- is stdin); `check` sees the header, `row` a row: each raises ValueError at a fault.

    DataError where no row can be read.
    """
    where = shown(path)
    reader = csv.reader(StringIO(given(path), newline=""), strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        check(header)
    except csv.Error as problem:
        raise DataError(quoted(problem), where=f"{where}:1") from None
    except ValueError as problem:
        raise DataError(str(problem), where=f"{where}:1") from None
    kept: list[R] = []
    wrong: list[DataError] = []
    for at, cells in _lines(reader, wrong, where):
        try:
            if len(cells) != len(header):
                raise ValueError(f"{len(cells)} cells under {len(header)} columns")
            kept.append(row(dict(zip(header, map(str.strip, cells), strict=True))))
        except ValueError as problem:
            wrong.append(DataError(str(problem), where=at, remedy="the row is left out"))
    if not kept:
        raise wrong[0] if wrong else DataError("holds no rows", where=where)
    return Table(tuple(header), tuple(kept), tuple(wrong), where)


def _lines(
    reader: Iterator[list[str]], wrong: list[DataError], where: str
) -> Iterator[tuple[str, list[str]]]:
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            wrong.append(DataError(quoted(problem), where=f"{where}:{reader.line_num}"))  # type: ignore[attr-defined]
            continue
        if any(cell.strip() for cell in cells):
            yield f"{where}:{reader.line_num}", cells  # type: ignore[attr-defined]


def amount(cells: Cells, column: str, *, least: float = 0.0) -> float:
    """A number of a row that is not below the least; ValueError names the column."""
    said = cells[column]
    try:
        number = float(said)
    except ValueError:
        raise ValueError(f"{column} is {said!r}, which is no number") from None
    if not least <= number < 1e12:
        what = "negative" if number < 0 else f"not from {least:g} on"
        raise ValueError(f"{column} is {said}: {what}")
    return number
