"""Units and offices by name, and which of them stand under which: three-valued, for some is only recalled."""

import csv
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

import msgspec

from holdfire.assessment.home import UNTOLD, Home
from holdfire.geography.naming import fold
from holdfire.model.period import Period, overlaps, parse_period
from holdfire.model.truth import Truth

GENERIC = "border force"
"""The kind of rows whose name is a general word for a force, and names no unit."""
MOST_KEPT = 50_000
DEEPEST = 12
"""No unit stands under more than so many others: a circle in a table ends here."""


class Above(msgspec.Struct, frozen=True):
    """A unit or office above another, and when it was, where that is known."""

    id: str
    valid: Period | None


class Unit(msgspec.Struct, frozen=True):
    """A unit or an office. `areas` are ids of the places it holds; `verified` is the table's own mark.

    `sure` is False where its row was only recalled, or its sources differ.
    """

    id: str
    name: str
    other_names: tuple[str, ...]
    kind: str
    country: str
    above: tuple[Above, ...]
    areas: tuple[str, ...]
    valid: Period | None
    verified: str
    note: str

    @property
    def sure(self) -> bool:
        """Whether its row was verified, all of it."""
        return self.verified.startswith("verified")


class Units:
    """Units by their ids and names."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._by_id = {unit.id: unit for unit in units}
        names = (
            (fold(name), unit) for unit in self._by_id.values() for name in (unit.name, *unit.other_names)
        )
        self._names = [(f" {key} ", unit) for key, unit in names if key]
        self._found: dict[tuple[str, Home], Unit | None] = {}

    def __iter__(self) -> Iterator[Unit]:
        return iter(self._by_id.values())

    def get(self, unit: str) -> Unit | None:
        """The unit of an id."""
        return self._by_id.get(unit)

    def find(self, name: str, home: Home = UNTOLD) -> Unit | None:
        """The unit that some words name, the one that stands deepest where they name several.

        `home` rules out those of other countries; `home.is_in(unit.country)` tells how surely it is this one.
        """
        key = name, home
        if key not in self._found:
            if len(self._found) > MOST_KEPT:
                self._found.clear()
            self._found[key] = self._find(name, home)
        return self._found[key]

    def _find(self, name: str, home: Home) -> Unit | None:
        words = f" {fold(name)} "
        named = [(len(key), unit) for key, unit in self._names if key in words]
        found = [(size, unit) for size, unit in named if home.is_in(unit.country) is not Truth.NO]
        if not named:
            return self._by_id.get(name.upper())
        return max(found, key=lambda f: self._fit(f[0], f[1], home), default=(0, None))[1]

    def _fit(self, size: int, unit: Unit, home: Home) -> tuple[bool, bool, int, int]:
        sure = home.is_in(unit.country) is Truth.YES
        return sure, unit.kind != GENERIC, self._depth(unit), size

    def under(self, unit: Unit, above: Unit, on: Period) -> Truth:
        """Whether a unit is another, or stands under it at a time; what was only recalled gives possibly."""
        return self._under(unit, above.id, on, DEEPEST)

    def _under(self, unit: Unit, above: str, on: Period, steps: int) -> Truth:
        if unit.id == above:
            return Truth.YES
        found = Truth.NO
        for each in unit.above if steps else ():
            parent = self._by_id.get(each.id)
            if parent is None:
                continue
            link = Truth.YES if each.valid is None else overlaps(each.valid, on)
            doubt = Truth.YES if unit.sure else Truth.POSSIBLY
            found |= link & doubt & self._under(parent, above, on, steps - 1)
        return found

    def _depth(self, unit: Unit, steps: int = DEEPEST) -> int:
        parents = [p for each in unit.above if (p := self._by_id.get(each.id)) is not None]
        return 1 + max((self._depth(p, steps - 1) for p in parents), default=0) if steps else 0


@cache
def shipped_units() -> Units:
    """The table that comes with Holdfire."""
    text = (files("holdfire.assessment") / "units.csv").read_text(encoding="utf-8")
    return Units(_unit(row) for row in csv.DictReader(text.splitlines()))


def _unit(row: dict[str, str]) -> Unit:
    return Unit(
        id=row["id"],
        name=row["name"],
        other_names=_several(row["other_names"]),
        kind=row["kind"],
        country=row["country"],
        above=tuple(_above(said) for said in _several(row["parent"])),
        areas=_several(row["area"]),
        valid=parse_period(row["valid"]) if row["valid"] else None,
        verified=row["verified"],
        note=row["note"],
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _above(said: str) -> Above:
    unit, _, when = said.partition(" ")
    return Above(unit, parse_period(when) if when else None)
