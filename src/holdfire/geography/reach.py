"""Areas as records have them → whether they reach a place: a town is taken with the land about it."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from shapely.geometry import shape

from holdfire.geography.corridor import REACH_KM
from holdfire.geography.entry import Entry
from holdfire.geography.geojson import multi_line, strip_polygon
from holdfire.geography.judged import Judged, unlocated
from holdfire.geography.lines import border_line
from holdfire.geography.outline import Outline
from holdfire.geography.zone import line_strip
from holdfire.model.place import Area, Width
from holdfire.model.truth import Truth, between

_PAIR = re.compile(r"[A-Z]{2}-[A-Z]{2}")
ALONG = frozenset({"corridor", "line", "zone"})
EXTENT_KM = {"county": 15.0, "province": 100.0, "region": 100.0, "country": 1000.0}
"""How far from its point the land of a place of a level may lie, beyond the doubt of the point itself."""


@dataclass(frozen=True)
class Reach:
    """An area that can be asked whether it reaches a place."""

    area: Area

    @cached_property
    def outline(self) -> Outline | None:
        """Its geometry; None where it is not drawn.

        A border that is only named by its pair of countries ("CN-KP") is drawn now.
        """
        if self.area.geometry:
            drawn = shape(self.area.geometry)
            return None if drawn.is_empty else Outline(drawn)
        width = self.area.width_km or Width(0.0, 0.0)
        return _of_border(self.area.along or "", width.low, width.high, self.area.side)

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east and north of it; everywhere, where it is not drawn."""
        if self.outline is None:
            return -180.0, -90.0, 180.0, 90.0
        west, south, east, north = self.outline.shape.bounds
        return west, south, east, north

    def judge(self, place: Entry) -> Judged:
        """Whether it reaches a place, and why.

        A stretch or strip of border reaches a town within REACH_KM of it: it holds on the border there. A
        point that is given must lie in a strip itself.
        """
        if self.outline is None:
            return Judged(Truth.POSSIBLY, "it is not drawn on the map")
        if place.lat is None or place.lon is None:
            return unlocated(place)
        side = self.area.side
        if side and place.country and side not in place.country.split("/"):
            return Judged(Truth.NO, f"it lies on the side of {side}, the place in {place.country}")
        off, deep = self.outline.depth(place.lat, place.lon)
        doubt = (self.area.error_km or 0.0) + (place.error_km or 0.0)
        if self.area.kind in ALONG and not (self.area.kind == "zone" and place.source == "given"):
            return _along(off, doubt, EXTENT_KM.get(place.level, 0.0))
        return self._inside(off, deep, doubt)

    def meets(self, other: "Reach") -> Truth:
        """Whether two areas have land in common: for sure only where their shapes do."""
        if self.outline is None or other.outline is None:
            return Truth.POSSIBLY
        degrees = float(self.outline.shape.distance(other.outline.shape))
        doubt = ((self.area.error_km or 0.0) + (other.area.error_km or 0.0) + REACH_KM) / 75.0
        return between(surely=degrees * 110.0 <= REACH_KM, ruled_out=degrees > doubt)

    def _inside(self, off: float, deep: float, doubt: float) -> Judged:
        where = f"{deep:.1f} km inside it" if off == 0.0 else f"{off:.1f} km outside it"
        known = self.area.kind != "unit_area"
        truth = between(surely=known and off == 0.0 and deep >= doubt, ruled_out=off > doubt)
        return Judged(truth, f"{where}; the area and the point may be off by {doubt:.1f} km")


def _along(off: float, doubt: float, extent: float) -> Judged:
    truth = between(surely=off <= REACH_KM, ruled_out=off > REACH_KM + doubt + extent)
    counts = f"up to {REACH_KM:g} km counts as on it; the points may be off by {doubt:.1f} km"
    return Judged(truth, f"{off:.1f} km off it ({counts})")


@lru_cache(maxsize=1024)
def _of_border(pair: str, low: float, high: float, side: str | None) -> Outline | None:
    """All of a border, or the strip of a width on one side of it; None where no border is named so."""
    line = border_line(pair) if _PAIR.fullmatch(pair) else None
    if line is None:
        return None
    if side is None or not 0 < low <= high:
        return Outline(shape(multi_line(line.parts)))
    return Outline(shape(strip_polygon(line_strip(line, width=Width(low, high), side=side))))
