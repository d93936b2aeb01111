"""A stretch of border and a width → the strip on one side of it."""

from dataclasses import dataclass

import numpy as np
from shapely import LineString, MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from holdfire.errors import PlaceError
from holdfire.geography.corridor import Corridor
from holdfire.geography.entry import Entry
from holdfire.geography.projection import Plane, Points
from holdfire.model.place import Width
from holdfire.model.truth import Truth, between


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """The land within `width` of a stretch of border, on one country's side.

    `outer` is as wide as the higher width, `inner` as the lower, both in kilometres on the corridor's plane.
    """

    corridor: Corridor
    side: str
    width: Width
    inner: BaseGeometry
    outer: BaseGeometry

    @property
    def area_km2(self) -> tuple[float, float]:
        """The area at the lower and at the higher width."""
        return self.inner.area, self.outer.area

    @property
    def error_km(self) -> float:
        """How far its edges may be from the true ones."""
        return self.corridor.error_km

    @property
    def derived_from(self) -> str:
        """What the geometry was made from, for people to read."""
        low, high = self.width.low, self.width.high
        wide = f"{low:g}" if low == high else f"{low:g}-{high:g}"
        return f"{self.corridor.derived_from}; {wide} km on the side of {self.side}"

    def contains(self, place: Entry) -> Truth:
        """Whether a place lies in the strip, given the error of the line, of the width and of its point."""
        if place.lat is None or place.lon is None:
            return Truth.POSSIBLY
        doubt = self.error_km + (place.error_km or 0.0)
        point = Point(self.corridor.measured.plane.km(np.array([place.lon, place.lat])))
        deep = self.inner.contains(point) and self.inner.boundary.distance(point) >= doubt
        return between(surely=bool(deep), ruled_out=bool(self.outer.distance(point) > doubt))


def strip(corridor: Corridor, *, width: Width, side: str) -> Strip:
    """The strip of a width (km, low and high) along a corridor, on the side of a country ("KP")."""
    line = corridor.measured.line
    if side not in line.pair.split("-"):
        raise PlaceError(
            f"{side} does not lie on the line {line.pair}", remedy="name one of its two countries"
        )
    if not 0 < width.low <= width.high:
        raise PlaceError(f"a width must have 0 < low <= high, not {width.low:g} to {width.high:g} km")
    points = corridor.measured.plane.km(corridor.points)
    outer = one_side(points, width.high, left=line.left(side))
    inner = outer if width.low == width.high else one_side(points, width.low, left=line.left(side))
    return Strip(corridor, side, width, inner, outer)


def one_side(points: Points, width: float, *, left: bool) -> BaseGeometry:
    """What lies within a width of a polyline, on one side of it; cut off square at its ends."""
    shape = LineString(points).buffer(width if left else -width, single_sided=True)
    return shape if isinstance(shape, Polygon | MultiPolygon) else Polygon()


def outline(shape: BaseGeometry, plane: Plane) -> list[list[list[list[float]]]]:
    """The rings of a shape as GeoJSON has them: polygons of rings of (lon, lat)."""
    polygons = shape.geoms if isinstance(shape, MultiPolygon) else [shape]
    return [
        [plane.degrees(np.array(r.coords)).round(5).tolist() for r in (p.exterior, *p.interiors)]
        for p in polygons
        if not p.is_empty
    ]
