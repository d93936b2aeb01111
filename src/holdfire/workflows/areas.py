"""Names of places and lines → areas with a geometry, and whether places lie in them."""

import re
from collections.abc import Sequence

from holdfire.errors import PlaceError
from holdfire.geography.areas import DrawnArea, admin_area, corridor_area, line_area, strip_area, unit_area
from holdfire.geography.corridor import Corridor, corridor
from holdfire.geography.entry import Entry
from holdfire.geography.gazetteer import Gazetteer
from holdfire.geography.lines import BorderLine, border_line, named_line, pair_of
from holdfire.geography.resolution import Named, lies_in, resolve
from holdfire.geography.standing import common_line
from holdfire.geography.zone import line_strip, strip
from holdfire.model.place import Width
from holdfire.reading.english.places.borders import find_borders
from holdfire.workflows.own.folder import NOTHING, Own
from holdfire.workflows.own.lines import lines_of
from holdfire.workflows.own.places import gazetteer_of

_POINT = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*")
_PAIR = re.compile(r"[A-Z]{2}-[A-Z]{2}")
_WIDTH = re.compile(r"(\d+(?:\.\d+)?)(?:\s*(?:-|–|to)\s*(\d+(?:\.\d+)?))?\s*(km|m)?")
NOT_DRAWN = "name two countries (CN-KP), or keep a line of your own with `holdfire gazetteer line`"


class Atlas:
    """Draws areas from the gazetteer and the lines, a user's own before ours."""

    def __init__(self, own: Own = NOTHING) -> None:
        self._known: Gazetteer = gazetteer_of(own)
        self._lines = lines_of(own)

    def places(self, names: Sequence[str]) -> list[Entry]:
        """The places that names mean beside each other: a name, "Musan, KP", an id, or "42.2,129.2"."""
        named = [Named(0, 0, name, self._candidates(name)) for name in names]
        return [meant for meant in resolve(named) if meant is not None]

    def corridor(self, start: str, end: str, *, via: Sequence[str] = (), along: str = "") -> DrawnArea:
        """The stretch of a border between two places."""
        stretch, line = self._stretch(start, end, via, along)
        return corridor_area(stretch, along=along or line.pair)

    def zone(
        self, ends: Sequence[str], *, width: str, side: str, via: Sequence[str] = (), along: str = ""
    ) -> DrawnArea:
        """The strip on one side of a border: between two places, or along all of it."""
        wide, country = width_of(width), self._country(side)
        if not ends:
            line = self._line(along)
            return strip_area(line_strip(line, width=wide, side=country), along=along)
        stretch, line = self._stretch(ends[0], ends[-1], via, along)
        return strip_area(
            strip(stretch, width=wide, side=country), along=along or line.pair, corridor=stretch
        )

    def line(self, name: str) -> DrawnArea:
        """A whole border, or a river that is one."""
        return line_area(self._line(name), along=name)

    def division(self, name: str) -> DrawnArea:
        """A province whose outline is known."""
        found = self._candidates(name)
        return admin_area(next((e for e in found if e.level == "province"), found[0]))

    def unit(self, name: str, places: Sequence[str]) -> DrawnArea:
        """The area of a unit, as far as the places that it holds tell it."""
        return unit_area(self.places(places), unit=name)

    def _stretch(self, start: str, end: str, via: Sequence[str], along: str) -> tuple[Corridor, BorderLine]:
        first, last, *between = self.places([start, end, *via])
        line = self._line(along) if along else common_line((first, last, *between), lines=self._lines)
        return corridor(line, first, last, via=between), line

    def _line(self, name: str) -> BorderLine:
        """The line of a name: "CN-KP", "Tumen River", "Line of Control", "China-North Korea border"."""
        own = {line.pair: line for line in self._lines}
        if _PAIR.fullmatch(name):
            pair = pair_of(*name.split("-"))
            found = own.get(pair) or border_line(pair)
        else:
            told = next(iter(find_borders(name, gazetteer=self._known)), None)
            names = (name, name.removesuffix(" River"))
            known = told.candidates if told else tuple(e for n in names for e in self._known.lookup(n))
            drawn = (named_line(entry.id, own=own) for entry in known)
            found = next((line for line in drawn if line is not None), None)
            if found is None and known:
                raise PlaceError(
                    f"{known[0].name} is known by name only: no line of it is shipped", remedy=NOT_DRAWN
                )
        if found is None:
            raise PlaceError(f"no line is drawn for {name!r}", remedy=NOT_DRAWN)
        return found

    def _candidates(self, name: str) -> tuple[Entry, ...]:
        point = _POINT.fullmatch(name)
        if point is not None:
            return (_at(float(point[1]), float(point[2])),)
        alone, _, inside = name.partition(", ")
        by_id = self._known.by_code(name)
        found = (by_id,) if by_id is not None else self._known.lookup(alone)
        if inside:
            holding = [d for d in (self._known.by_code(inside), *self._known.lookup(inside)) if d is not None]
            found = tuple(e for e in found if any(lies_in(e, d) or e.country == d.id for d in holding))
        if not found:
            near = ", ".join(entry.name for entry, _ in self._known.similar(alone)[:3])
            remedy = (
                f"nearly: {near}" if near else "give its LAT,LON, or add it with `holdfire gazetteer add`"
            )
            raise PlaceError(f"no place is known by the name {name!r}", remedy=remedy)
        return found

    def _country(self, side: str) -> str:
        found = (self._known.by_code(side.upper()), *self._known.lookup(side))
        country = next((e for e in found if e is not None and e.level == "country"), None)
        if country is None:
            raise PlaceError(f"{side!r} is no country", remedy="name one by its code (KP) or its name")
        return country.id


def width_of(text: str) -> Width:
    """A width as people write it: "1-2km", "500 m", "1.5"; PlaceError for what is none."""
    match = _WIDTH.fullmatch(text.strip().lower())
    if match is None:
        raise PlaceError(f"{text!r} is no width", remedy="write it as 2km, 1-2km or 500m")
    scale = 0.001 if match[3] == "m" else 1.0
    low = float(match[1]) * scale
    return Width(low=low, high=float(match[2]) * scale if match[2] else low)


def _at(lat: float, lon: float) -> Entry:
    """A point that the user gives."""
    if abs(lat) > 90 or abs(lon) > 180:
        raise PlaceError(f"{lat:g},{lon:g} is off the globe", remedy="write latitude first: 42.44,129.74")
    name = f"{lat:g},{lon:g}"
    return Entry(name, name, "city", lat, lon, error_km=0.0, source="given")
