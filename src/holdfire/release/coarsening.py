"""Dates → weeks, months, seasons, years; places → counties, provinces, countries. Never sharper than told."""

from datetime import date, timedelta
from functools import lru_cache

import msgspec

from holdfire.errors import DateError
from holdfire.geography.entry import Entry
from holdfire.geography.gazetteer import Gazetteer
from holdfire.model.moment import DAY
from holdfire.model.period import parse_period
from holdfire.model.place import Place
from holdfire.release.policy import PeriodLevel, PlaceLevel

LEVELS: tuple[PlaceLevel, ...] = ("county", "province", "river", "country")
MOST_KEPT = 16_384
"""Answers that are remembered."""
_POINTED = frozenset({"county", "city", "district", "province", "country", "river"})


class Days(msgspec.Struct, frozen=True):
    """The first and the last day on which something may have been, as proleptic day numbers."""

    first: int
    last: int


class Region(msgspec.Struct, frozen=True):
    """A county, province, river or country of the shipped gazetteer, with its own point and never another.

    A river between countries has all of theirs: `KP/CN`.
    """

    id: str
    name: str
    level: PlaceLevel
    country: str
    lat: float | None = None
    lon: float | None = None


@lru_cache(maxsize=MOST_KEPT)
def days_of(edtf: str) -> Days | None:
    """The days that a date bounds; None where it is open, or no date."""
    try:
        bounds = parse_period(edtf).bounds
    except DateError:
        return None
    first, last = bounds.earliest_start // DAY, (bounds.latest_end - 1) // DAY
    return Days(first, last) if 1 <= first <= last <= date.max.toordinal() else None


@lru_cache(maxsize=MOST_KEPT)
def period_of(days: Days, level: PeriodLevel) -> str | None:
    """The one day, week, month, season or year in which all the days lie; None where no one holds them."""
    first, last = date.fromordinal(days.first), date.fromordinal(days.last)
    one, other = _unit(first, level), _unit(last, level)
    return one if one == other else None


def years_of(days: Days) -> tuple[int, int]:
    """The first and the last year in which something may have been."""
    return date.fromordinal(days.first).year, date.fromordinal(days.last).year


def holds(period: str, days: Days | None) -> bool:
    """Whether all the days lie in a period that a release gave; a withheld period holds any."""
    if not period:
        return True
    bounds = days_of(period)
    return days is not None and bounds is not None and bounds.first <= days.first <= days.last <= bounds.last


def _unit(day: date, level: PeriodLevel) -> str:
    if level == "day":
        return day.isoformat()
    if level == "week":
        monday = day - timedelta(days=day.weekday())
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if level == "month":
        return f"{day.year:04}-{day.month:02}"
    if level == "season":
        year = day.year - (day.month < 3)
        return f"{year:04}-{21 + (day.month - 3) % 12 // 3}"
    return f"{day.year:04}"


class Regions:
    """Finds the region of a place in the shipped gazetteer; a user's own places have none."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.known = gazetteer
        self._found: dict[tuple[str | None, str, PlaceLevel], Region | None] = {}

    def of(self, place: Place, level: PlaceLevel) -> Region | None:
        """The county, province or country that a place lies in, the river that it is; None if not known."""
        key = (place.id, place.name, level)
        if key not in self._found:
            if len(self._found) >= MOST_KEPT:
                self._found.clear()
            self._found[key] = self._search(place, level)
        return self._found[key]

    def entry(self, place: Place) -> Entry | None:
        """The shipped row of a place."""
        return self.known.row(place)

    def _search(self, place: Place, level: PlaceLevel) -> Region | None:
        entry = self.entry(place)
        if entry is None or entry.level not in _POINTED or level == "none":
            return None
        found = self._above(entry, level)
        if found is None or found.level != level:
            return None
        found = self._ours(found)
        return Region(found.id, found.name, level, found.country, found.lat, found.lon)

    def _ours(self, entry: Entry) -> Entry:
        """A province as our supplement names and places it, where it does."""
        if entry.level != "province":
            return entry
        found = (e for e in self.known.lookup(entry.name) if e.own and e.level == "province")
        return next((e for e in found if e.province == entry.id), entry)

    def _above(self, entry: Entry, level: PlaceLevel) -> Entry | None:
        if level == "river":
            return entry if entry.level == "river" else None
        if entry.level == level and (level != "province" or not entry.province):
            return entry
        code = {"county": entry.county, "province": entry.province, "country": entry.country}.get(level, "")
        return self.known.by_code(code) if code and "/" not in code else None
