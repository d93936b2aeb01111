"""A user's own places: rows of the gazetteer that go before ours."""

import csv
from collections.abc import Callable, Iterable
from io import StringIO
from pathlib import Path

from holdfire.errors import DataError
from holdfire.geography.entry import Entry
from holdfire.geography.gazetteer import Gazetteer, shipped_gazetteer
from holdfire.geography.rows import read_rows
from holdfire.reading.english.places.finding import PlaceFinder, shipped_finder
from holdfire.workflows.own.folder import STDIN, Own, given, keep, shown
from holdfire.workflows.own.words import Kept

FILE = "places.csv"
COLUMNS = (
    "id", "name", "other_names", "level", "country", "province", "lat", "lon", "error_km", "coord_source",
)  # fmt: skip


def finder_of(own: Own) -> PlaceFinder:
    """Finds places in our gazetteer and, before it, in the user's rows; DataError at a row that is none."""
    if FILE not in own.files:
        return shipped_finder()
    rows = own_places(own)
    names = (name for row in rows for name in (row.name, *row.also))
    return PlaceFinder(shipped_gazetteer().with_entries(rows), sure=names)


def gazetteer_of(own: Own) -> Gazetteer:
    """Our gazetteer with the user's rows before it; DataError at a row that is none."""
    rows = own_places(own)
    return shipped_gazetteer().with_entries(rows) if rows else shipped_gazetteer()


def own_places(own: Own) -> list[Entry]:
    """The user's rows; DataError at a row that somebody has made unfit by hand."""
    if FILE not in own.files:
        return []
    lines = StringIO(own.text(FILE), newline="")
    rows, wrong = read_rows(lines, where=own.place(FILE), source=FILE)
    if wrong:
        raise DataError(wrong[0].problem, where=wrong[0].where, remedy="mend the row, or take it out")
    return rows


def add_places(own: Own, paths: Iterable[Path]) -> Kept:
    """Keep the rows of CSV files that are sound; a row whose id is there already replaces it."""
    known = {row.id: row for row in own_places(own)}
    new: dict[str, Entry] = {}
    wrong: list[DataError] = []
    for path in paths:
        source = "stdin" if path == STDIN else path.name
        lines = StringIO(given(path), newline="")
        rows, bad = read_rows(lines, where=shown(path), source=source, check=_checks(shipped_gazetteer()))
        new |= {row.id: row for row in rows}
        wrong += bad
    if new:
        _keep(own, {**known, **new})
    return Kept(len(new.keys() - known), len(new.keys() & known), tuple(wrong))


def remove_place(own: Own, place: str) -> bool:
    """Take away the user's row with an id; whether there was one."""
    rows = {row.id: row for row in own_places(own)}
    if place not in rows:
        return False
    del rows[place]
    _keep(own, rows)
    return True


def _checks(gazetteer: Gazetteer) -> Callable[[Entry], None]:
    """A check of one file's rows: codes that exist, cells of one line, and no id twice."""
    met: set[str] = set()

    def check(row: Entry) -> None:
        for column, code, sample in (
            *(("country", code, "KP") for code in row.country.split("/") if row.country),
            *(("province", code, "KP.11") for code in (row.province,) if code),
        ):
            found = gazetteer.by_code(code)
            if found is None or found.level != column:
                raise ValueError(f"{column} {code!r} is no code of a {column} (such as {sample})")
        if any(len(cell.splitlines()) > 1 for cell in (row.id, row.source, *row.also)):
            raise ValueError("a line break within a cell (is a quotation mark left open?)")
        if row.id in met:
            raise ValueError(f"the id {row.id!r} is that of a row above (give each place an id of its own)")
        met.add(row.id)

    return check


def _keep(own: Own, rows: dict[str, Entry]) -> None:
    held = StringIO(newline="")
    writer = csv.writer(held, lineterminator="\n")
    writer.writerow(COLUMNS)
    for _, row in sorted(rows.items()):
        numbers = ("" if n is None else repr(n) for n in (row.lat, row.lon, row.error_km))
        names = "|".join(row.also)
        cells = (row.id, row.name, names, row.level, row.country, row.province, *numbers, row.source)
        writer.writerow(cells)
    keep(own, FILE, held.getvalue() if rows else "")
