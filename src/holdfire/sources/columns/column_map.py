"""A column map: which column of a table says what, in which codes; a file (TOML) that people can change."""

import hashlib
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import get_args

import msgspec

from holdfire.errors import DataError
from holdfire.model.incident import Status, TargetType
from holdfire.model.party import PartyKind
from holdfire.release.vocabulary import acts, means

SHIPPED = ("ucdp", "acled", "atlos", "uwazi")
"""The maps that come with Holdfire, tried in this order."""
Columns = str | tuple[str, ...]


class Cell(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a value stands: a column, or the first of some that says anything.

    `key` takes the part after `key=` in a cell of such parts. `codes` turn what a cell says into ours,
    `holding` the first word that it holds; `value` is what it means that the cell says anything. `split`
    parts a cell that says several things.
    """

    column: Columns
    key: str = ""
    codes: dict[str, str] = {}
    holding: tuple[tuple[str, str], ...] = ()
    value: str = ""
    split: str = ""
    because: str = ""


class DateCell(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a date stands: a day, a first and a `last` day, or EDTF after a `key`.

    `exact` turns a code into `day`, `about`, `month` or `year`: how much of the day is meant.
    """

    column: Columns
    last: str = ""
    key: str = ""
    exact: Cell | None = None


class CountCell(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a number of people stands, and the columns of the least and the most."""

    column: Columns
    low: str = ""
    high: str = ""


class PlaceCells(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a place stands: names, the most exact first; country; a point; how exact that is (where_prec).

    `region` is an id of our gazetteer after a key; `point` a column that holds latitude and longitude.
    """

    names: tuple[str, ...] = ()
    country: str = ""
    lat: str = ""
    lon: str = ""
    point: str = ""
    precision: Cell | None = None
    region: Cell | None = None


class ColumnMap(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which column says what. A table fits where it has all columns of `known_by`.

    Each slot is a list of places to look at, the first that says anything counts. `id`, `title`, `url`,
    `published` and `source` are of the row as a report; `outlet` is who published the table.
    """

    about: str
    known_by: tuple[str, ...]
    outlet: str
    act: tuple[Cell, ...]
    id: Columns = ()
    title: Columns = ()
    url: Columns = ()
    published: Columns = ()
    source: Columns = ()
    status: tuple[Cell, ...] = ()
    means: tuple[Cell, ...] = ()
    target_type: tuple[Cell, ...] = ()
    warning_given: tuple[Cell, ...] = ()
    aid_given: tuple[Cell, ...] = ()
    date: tuple[DateCell, ...] = ()
    killed: tuple[CountCell, ...] = ()
    injured: tuple[CountCell, ...] = ()
    detained: tuple[CountCell, ...] = ()
    places: PlaceCells = PlaceCells()
    actor: tuple[Cell, ...] = ()
    target: tuple[Cell, ...] = ()
    units: tuple[Cell, ...] = ()


class Named(msgspec.Struct, frozen=True):
    """A map, its name, and the SHA-256 of its file."""

    name: str
    sha256: str
    map: ColumnMap


CODES: dict[str, frozenset[str]] = {
    "act": frozenset(acts()),
    "means": means(),
    "status": frozenset(get_args(Status)),
    "target_type": frozenset(get_args(TargetType)),
    "warning_given": frozenset({"yes", "no"}),
    "aid_given": frozenset({"yes", "no"}),
    "actor": frozenset(get_args(PartyKind)),
    "target": frozenset(get_args(PartyKind)),
}
"""What the codes of a slot may be."""


def read_map(text: str, *, name: str, where: str) -> Named:
    """A map from its file; DataError, with the file, where it names what is not known."""
    try:
        made = msgspec.toml.decode(text, type=ColumnMap)
    except (tomllib.TOMLDecodeError, msgspec.MsgspecError) as error:
        raise DataError(
            f"is no column map: {error}", where=where, remedy="compare it with one of ours"
        ) from None
    for slot, known in CODES.items():
        for code in _codes(getattr(made, slot)):
            if code not in known:
                remedy = f"one of: {', '.join(sorted(known))}"
                raise DataError(f"{code!r} is no {slot}", where=where, remedy=remedy)
    return Named(name, hashlib.sha256(text.encode()).hexdigest(), made)


def _codes(cells: Iterable[Cell]) -> Iterator[str]:
    for cell in cells:
        yield from cell.codes.values()
        yield from (code for _, code in cell.holding)
        if cell.value:
            yield cell.value


def shipped_text(name: str) -> str:
    """The file of a map that comes with Holdfire."""
    return (files("holdfire.sources") / "columns" / "maps" / f"{name}.toml").read_text(encoding="utf-8")


@cache
def shipped_map(name: str) -> Named:
    """A map that comes with Holdfire."""
    return read_map(shipped_text(name), name=name, where=f"{name}.toml")


def fitting(columns: Iterable[str]) -> Named | None:
    """The shipped map that a table with these columns fits; None where none does."""
    there = set(columns)
    return next((m for m in map(shipped_map, SHIPPED) if there >= set(m.map.known_by)), None)
