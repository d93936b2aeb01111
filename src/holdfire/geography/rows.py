"""Rows of places in CSV → entries: our border supplement, named regions, and a user's own."""

import csv
from collections.abc import Callable, Iterable, Iterator
from typing import get_args

from holdfire.errors import DataError
from holdfire.geography.entry import Entry, Level
from holdfire.geography.naming import fold

LEVELS: frozenset[str] = frozenset(get_args(Level))
SPREAD_KM: dict[str, float] = {"province": 60.0, "county": 15.0, "region": 100.0, "line": 100.0}


def number(row: dict[str, str | None], column: str, *, low: float, high: float) -> float | None:
    """A number of a row, or None where the cell is empty; ValueError where it is none or out of bounds."""
    cell = (row.get(column) or "").strip()
    if not cell:
        return None
    try:
        value = float(cell)
    except ValueError:
        raise ValueError(f"{column} {cell!r} is not a number") from None
    if not low <= value <= high:
        raise ValueError(f"{column} {cell} is not between {low:g} and {high:g}")
    return value


def entry(row: dict[str, str | None], *, source: str) -> Entry:
    """The entry of a row; ValueError says what is wrong with it."""
    name = (row.get("name") or "").strip()
    level = (row.get("level") or "city").strip()
    if not fold(name):
        raise ValueError("the name is missing")
    if len(name.splitlines()) > 1:
        raise ValueError(f"the name {name[:40]!r} is of several lines (is a quotation mark left open?)")
    if level not in LEVELS:
        raise ValueError(f"level {level!r} is unknown (one of {', '.join(sorted(LEVELS))})")
    lat, lon = number(row, "lat", low=-90, high=90), number(row, "lon", low=-180, high=180)
    if (lat is None) != (lon is None):
        raise ValueError("lat and lon must both be given, or neither")
    others = [
        n.strip()
        for c in ("other_names", "former_names", "hangul", "hanja")
        for n in (row.get(c) or "").split("|")
    ]
    return Entry(
        id=(row.get("id") or "").strip() or f"own:{fold(name)}",
        name=name,
        level=level,  # type: ignore[arg-type]
        lat=lat,
        lon=lon,
        country=(row.get("country") or "").strip(),
        province=(row.get("province") or "").strip(),
        error_km=number(row, "error_km", low=0, high=20_000) or SPREAD_KM.get(level),
        source=(row.get("coord_source") or "").strip() or source,
        verified="recalled" not in (row.get("coord_source") or ""),
        also=tuple(dict.fromkeys(n for n in others if n and n != name)),
    )


def read_rows(
    lines: Iterable[str], *, where: str, source: str, check: Callable[[Entry], object] = lambda _row: None
) -> tuple[list[Entry], list[DataError]]:
    """The entries of CSV lines with a header, and what was wrong with the lines that were left out.

    `check` may raise ValueError to leave out a row that is well formed.
    """
    reader = csv.DictReader(lines, restkey="too_many", strict=True)
    try:
        columns = reader.fieldnames or ()
    except csv.Error as problem:
        return [], [DataError(quoted(problem), where=f"{where}:1")]
    if "name" not in columns:
        remedy = "begin with a line such as name,lat,lon"
        return [], [DataError("the header has no column 'name'", where=f"{where}:1", remedy=remedy)]
    kept: list[Entry] = []
    wrong: list[DataError] = []
    while True:
        begun = reader.reader.line_num + 1
        try:
            row = next(reader)
            if "too_many" in row:
                raise ValueError("more cells than the header has columns")
            found = entry(row, source=source)
            check(found)
            kept.append(found)
        except StopIteration:
            return kept, wrong
        except csv.Error as problem:
            wrong.append(DataError(quoted(problem), where=f"{where}:{begun}"))
        except ValueError as problem:
            at = f"{where}:{reader.line_num}"
            wrong.append(DataError(str(problem), where=at, remedy="the row is left out"))


def quoted(problem: csv.Error) -> str:
    """What is wrong with quotation marks or the length of a cell, in words."""
    if "end of data" in str(problem):
        return "a quotation mark is left open: this line and all below it are left out"
    return f"{problem} (put a cell with a comma between quotation marks)"


def keys(row: Entry) -> Iterator[tuple[str, bool]]:
    """Every key of an entry, with whether it is another name than the first."""
    first = fold(row.name)
    yield first, False
    for key in {fold(n) for n in row.also} - {first, ""}:
        yield key, True
