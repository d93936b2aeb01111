"""Areas with their geometry, error and origin, which say of a place whether it lies in them."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from shapely import LineString, MultiPoint, MultiPolygon, Point, Polygon, prepare
from shapely.geometry.base import BaseGeometry

from holdfire.errors import PlaceError
from holdfire.geography.corridor import Corridor
from holdfire.geography.entry import Entry
from holdfire.geography.geojson import line_string, multi_line, polygon, strip_polygon
from holdfire.geography.judged import Judged, unlocated
from holdfire.geography.lines import BorderLine, line_file
from holdfire.geography.projection import Plane, Points, plane_for
from holdfire.geography.zone import Strip
from holdfire.model.place import Area
from holdfire.model.truth import Truth, between

ADMIN_ERROR_KM = 3.0
"""How far a division's drawn edge may lie from the true one at 1:10m."""
DEGREE_KM = 110.0
"""A degree of latitude has at least so much."""
POLAR, DATE_LINE = 85.0, 170.0
"""Degrees beyond which no box is told apart by longitude."""
Box = tuple[float, float, float, float]
"""Degrees: west, south, east, north."""


@dataclass(frozen=True, slots=True, eq=False)
class DrawnArea:
    """An area as the record has it, its size in words, and how to ask whether it holds a place."""

    area: Area
    size: str
    judge: Callable[[Entry], Judged]


def corridor_area(corridor: Corridor, *, along: str | None = None) -> DrawnArea:
    """A corridor."""
    area = Area(
        kind="corridor",
        along=along or corridor.measured.line.pair,
        **_ends(corridor),
        geometry=line_string(corridor.points),
        error_km=round(corridor.error_km, 1),
        derived_from=corridor.derived_from,
    )
    return DrawnArea(area, f"{corridor.length_km:.1f} km long", corridor.judge)


def strip_area(strip: Strip, *, along: str, corridor: Corridor | None = None) -> DrawnArea:
    """A strip along a corridor, or along all of a line."""
    low, high = strip.area_km2
    area = Area(
        kind="zone",
        along=along,
        **(_ends(corridor) if corridor is not None else {}),
        width_km=strip.width,
        side=strip.side,
        geometry=strip_polygon(strip),
        error_km=round(strip.error_km, 1),
        derived_from=strip.derived_from,
    )
    return DrawnArea(
        area, f"{high:,.0f} km²" if low == high else f"{low:,.0f} to {high:,.0f} km²", strip.judge
    )


def line_area(line: BorderLine, *, along: str) -> DrawnArea:
    """All of a border or of a river that is one."""
    area = Area(
        kind="line",
        along=along,
        geometry=multi_line(line.parts),
        error_km=round(line.doubt_km, 2),
        derived_from=f"{line.source}, {line.pair}",
    )
    length = sum(float(np.hypot(*np.diff(plane_for(p).km(p), axis=0).T).sum()) for p in line.parts)
    return DrawnArea(area, f"about {length:,.0f} km long", lambda place: near(line, place))


def near(line: BorderLine, place: Entry) -> Judged:
    """How far a place lies off a line: nothing of land lies on it for sure."""
    if place.lat is None or place.lon is None:
        return unlocated(place)
    point, doubt = np.array([place.lon, place.lat]), line.doubt_km + (place.error_km or 0.0)
    planes = [plane_for(np.vstack([part, point])) for part in line.parts]
    drawn = zip(planes, line.parts, strict=True)
    off = min(float(Point(plane.km(point)).distance(LineString(plane.km(part)))) for plane, part in drawn)
    truth = Truth.NO if off > doubt else Truth.POSSIBLY
    return Judged(truth, f"{off:.1f} km off the line; line and point may be off by {doubt:.1f} km")


def admin_area(division: Entry) -> DrawnArea:
    """A first-level division whose outline we have (DPRK, Jilin, Liaoning); PlaceError for others."""
    file, code = line_file("areas.bin"), division.province
    rings = file.parts(code) if division.level == "province" else ()
    if not rings:
        remedy = "outlines are known of the provinces of the DPRK, of Jilin and of Liaoning"
        raise PlaceError(f"no outline of {division.name} ({division.level}) is known", remedy=remedy)
    area = Area(
        kind="admin",
        along=division.name,
        geometry=polygon(rings),
        error_km=ADMIN_ERROR_KM,
        derived_from=f"{file.about}, {code}",
    )
    plane = plane_for(np.vstack(rings))
    size = sum(Polygon(plane.km(ring)).area for ring in rings)
    return DrawnArea(area, f"about {size:,.0f} km²", lambda place: within(division, place))


def unit_area(places: Sequence[Entry], *, unit: str) -> DrawnArea:
    """The area of a unit known only by places it holds: the hull of their points."""
    located = [e for e in places if e.located]
    if not located:
        raise PlaceError(f"no place of {unit} has a known point", remedy="add it with its lat and lon")
    points = [(e.lon, e.lat) for e in located]
    hull = MultiPoint(points).convex_hull
    ring = np.array(hull.exterior.coords if isinstance(hull, Polygon) else points, dtype=np.float64)
    geometry: dict[str, Any] = (
        polygon((ring,)) if isinstance(hull, Polygon) else {"type": "MultiPoint", "coordinates": points}
    )
    names = ", ".join(e.name for e in located)
    area = Area(
        kind="unit_area",
        along=unit,
        geometry=geometry,
        error_km=max((e.error_km or 0.0) for e in located),
        derived_from=f"the hull of {names}; what the unit holds beyond them is not known",
    )
    plane = plane_for(ring)
    flat = MultiPoint(plane.km(ring)).convex_hull
    return DrawnArea(
        area, f"{flat.area:,.0f} km²", lambda place: _in_unit(place, located, flat, plane.km, area)
    )


def _in_unit(
    place: Entry,
    held: Sequence[Entry],
    hull: BaseGeometry,
    flat: Callable[[Points], Points],
    area: Area,
) -> Judged:
    """The unit's own places lie in its area; what else lies in their hull, or close by, may."""
    if any(place.id == e.id for e in held):
        return Judged(Truth.YES, "it is one of the places of the unit")
    if place.lat is None or place.lon is None:
        return unlocated(place)
    off = float(hull.distance(Point(flat(np.array([place.lon, place.lat])))))
    doubt = (area.error_km or 0.0) + (place.error_km or 0.0)
    where = "between the unit's places" if off == 0 else f"{off:.1f} km from the hull of the unit's places"
    return Judged(
        Truth.NO if off > doubt else Truth.POSSIBLY, f"{where}; points may be off by {doubt:.1f} km"
    )


def within(division: Entry, place: Entry) -> Judged:
    """Whether a place lies in a first-level division; by outline where we have it, else by its codes."""
    outline = _outline(division.province) if division.level == "province" else None
    if outline is None or place.lat is None or place.lon is None:
        return Judged(by_codes(division, place), "by the codes of their divisions")
    plane, shape, boundary = outline
    point = Point(plane.km(np.array([place.lon, place.lat])))
    inside, edge = bool(shape.contains(point)), float(boundary.distance(point))
    doubt = ADMIN_ERROR_KM + (place.error_km or 0.0)
    truth = between(surely=inside and edge > doubt, ruled_out=not inside and edge > doubt)
    where = f"{edge:.1f} km {'inside' if inside else 'outside'} the outline"
    return Judged(truth, f"{where}; outline and point may be off by {doubt:.1f} km")


def lies_in(division: Entry, place: Entry) -> Truth:
    """The truth of `within` alone, which measures no place that lies far from the outline."""
    if division.level == "province" and place.lat is not None and place.lon is not None:
        box, doubt = _box(division.province), ADMIN_ERROR_KM + (place.error_km or 0.0)
        if box is not None and _is_beyond(box, place.lat, place.lon, doubt):
            return Truth.NO
    return within(division, place).truth


def _is_beyond(box: Box, lat: float, lon: float, doubt_km: float) -> bool:
    """Whether a point is surely farther from a box than a doubt; near the date line only by its latitude."""
    west, south, east, north = box
    reach = doubt_km / DEGREE_KM
    if lat < south - reach or lat > north + reach:
        return True
    farthest = max(abs(south), abs(north), abs(lat)) + reach
    if farthest >= POLAR or west < -DATE_LINE or east > DATE_LINE:
        return False
    wide = reach / math.cos(math.radians(farthest))
    return lon < west - wide or lon > east + wide


@lru_cache(maxsize=256)
def _box(province: str) -> Box | None:
    """The degrees between which a first-level division lies; None where it is not drawn."""
    rings = line_file("areas.bin").parts(province)
    if not rings:
        return None
    points = np.vstack(rings)
    (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
    return float(west), float(south), float(east), float(north)


@lru_cache(maxsize=256)
def _outline(province: str) -> tuple[Plane, BaseGeometry, BaseGeometry] | None:
    """A first-level division on a plane of its own, and its edge; None where it is not drawn."""
    rings = line_file("areas.bin").parts(province)
    if not rings:
        return None
    plane = plane_for(np.vstack(rings))
    shape = MultiPolygon([Polygon(plane.km(ring)) for ring in rings])
    prepare(shape)
    return plane, shape, shape.boundary


def by_codes(division: Entry, place: Entry) -> Truth:
    """Whether a place lies in a division by the codes both carry."""
    if division.level == "country" and place.country and "/" not in place.country:
        return between(surely=place.country == division.id, ruled_out=place.country != division.id)
    if division.level == "province" and place.province:
        return between(
            surely=place.province == division.province, ruled_out=place.province != division.province
        )
    return Truth.POSSIBLY


def _ends(corridor: Corridor) -> dict[str, Any]:
    ends = [a.name for a in corridor.anchors]
    return {"from_": ends[0], "to": ends[1], "via": tuple(ends[2:])}
