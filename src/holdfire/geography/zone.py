"""A stretch of border, or the whole of it, and a width → the strip on one side of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from shapely import LineString, MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from holdfire.errors import PlaceError
from holdfire.geography.corridor import Corridor
from holdfire.geography.entry import Entry
from holdfire.geography.judged import Judged, unlocated
from holdfire.geography.lines import BorderLine
from holdfire.geography.projection import Plane, Points, plane_for
from holdfire.model.place import Width
from holdfire.model.truth import Truth, between

PIECE_KM = 300.0
"""So long a piece of a line is drawn on a plane of its own."""


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A piece of a strip on a plane: `outer` is as wide as the higher width, `inner` as the lower."""

    plane: Plane
    inner: BaseGeometry
    outer: BaseGeometry

    def depth(self, place: Points) -> tuple[float, float]:
        """How far a point (lon, lat) lies inside the inner shape, and outside the outer one, in km."""
        point = Point(self.plane.km(place))
        deep = self.inner.boundary.distance(point) if self.inner.contains(point) else 0.0
        return float(deep), float(self.outer.distance(point))


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """The land within `width` of a stretch of border, on one country's side, in one piece or several.

    `error_km` is how far its edges may be from the true ones; `derived_from` says what it was made from.
    """

    side: str
    width: Width
    pieces: tuple[Piece, ...]
    error_km: float
    derived_from: str

    @property
    def area_km2(self) -> tuple[float, float]:
        """The area at the lower and at the higher width."""
        return sum(p.inner.area for p in self.pieces), sum(p.outer.area for p in self.pieces)

    def contains(self, place: Entry) -> Truth:
        """Whether a place lies in the strip, given the error of the line, of the width and of its point."""
        return self.judge(place).truth

    def judge(self, place: Entry) -> Judged:
        """Whether a place lies in the strip, and why."""
        if place.lat is None or place.lon is None:
            return unlocated(place)
        doubt = self.error_km + (place.error_km or 0.0)
        found = [piece.depth(np.array([place.lon, place.lat])) for piece in self.pieces]
        deep, off = max(d for d, _ in found), min(o for _, o in found)
        where = (
            f"{deep:.1f} km inside it"
            if deep
            else f"{off:.1f} km outside it"
            if off
            else "between its two widths"
        )
        truth = between(surely=deep > 0 and deep >= doubt, ruled_out=off > doubt)
        return Judged(truth, f"{where}; line and point may be off by {doubt:.1f} km")


def strip(corridor: Corridor, *, width: Width, side: str) -> Strip:
    """The strip of a width (km, low and high) along a corridor, on the side of a country ("KP")."""
    line, plane = corridor.measured.line, corridor.measured.plane
    check(line, width, side)
    piece = _piece(plane, plane.km(corridor.points), width, left=line.left(side))
    return Strip(side, width, (piece,), corridor.error_km, f"{corridor.derived_from}; {_said(width, side)}")


def line_strip(line: BorderLine, *, width: Width, side: str) -> Strip:
    """The strip along all of a line, on the side of a country."""
    check(line, width, side)
    planes = [(plane_for(points), points) for points in pieces(line)]
    made = tuple(_piece(plane, plane.km(p), width, left=line.left(side)) for plane, p in planes)
    return Strip(side, width, made, line.doubt_km, f"{line.source}, {line.pair}; {_said(width, side)}")


def pieces(line: BorderLine) -> Iterator[Points]:
    """A line in pieces of some hundred kilometres, each beginning where the last one ended."""
    for points in line.parts:
        plane = plane_for(points)
        along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(plane.km(points), axis=0).T))])
        cuts = np.searchsorted(along, np.arange(PIECE_KM, along[-1], PIECE_KM))
        ends = [0, *dict.fromkeys(int(c) for c in cuts if 0 < c < len(points) - 1), len(points) - 1]
        yield from (points[a : b + 1] for a, b in pairwise(ends) if b > a)


def check(line: BorderLine, width: Width, side: str) -> None:
    """PlaceError where a side is none of the line's, or a width is none."""
    if side not in line.pair.split("-"):
        raise PlaceError(
            f"{side} does not lie on the line {line.pair}", remedy="name one of its two countries"
        )
    if not 0 < width.low <= width.high:
        raise PlaceError(f"a width must have 0 < low <= high, not {width.low:g} to {width.high:g} km")


def _said(width: Width, side: str) -> str:
    wide = f"{width.low:g}" if width.low == width.high else f"{width.low:g}-{width.high:g}"
    return f"{wide} km on the side of {side}"


def _piece(plane: Plane, points: Points, width: Width, *, left: bool) -> Piece:
    outer = one_side(points, width.high, left=left)
    inner = outer if width.low == width.high else one_side(points, width.low, left=left)
    return Piece(plane, inner, outer)


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
