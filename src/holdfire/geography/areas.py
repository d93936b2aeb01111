"""Areas by name or by what makes them up, as the record has them: with their geometry, error and origin."""

from collections.abc import Sequence

import numpy as np
from shapely import MultiPoint, MultiPolygon, Point, Polygon

from holdfire.errors import PlaceError
from holdfire.geography.corridor import Corridor, measured
from holdfire.geography.distance import km
from holdfire.geography.entry import Entry
from holdfire.geography.geojson import line_string, polygon, strip_polygon
from holdfire.geography.lines import BorderLine, LineFile, border_line, line_file, pairs
from holdfire.geography.zone import Strip
from holdfire.model.place import Area
from holdfire.model.truth import Truth, between

ADMIN_ERROR_KM = 3.0
"""How far a division's drawn edge may lie from the true one at 1:10m."""
ON_LINE_KM = 30.0


def corridor_area(corridor: Corridor, *, along: str | None = None) -> Area:
    """A corridor as the record has it."""
    ends = [a.name for a in corridor.anchors]
    return Area(
        kind="corridor",
        along=along or corridor.measured.line.pair,
        from_=ends[0],
        to=ends[1],
        via=tuple(ends[2:]),
        geometry=line_string(corridor.points),
        derived_from=f"{corridor.derived_from}; error {corridor.error_km:.1f} km",
    )


def strip_area(strip: Strip, *, along: str | None = None) -> Area:
    """A strip as the record has it."""
    ends = [a.name for a in strip.corridor.anchors]
    return Area(
        kind="zone",
        along=along or strip.corridor.measured.line.pair,
        from_=ends[0],
        to=ends[1],
        via=tuple(ends[2:]),
        width_km=strip.width,
        geometry=strip_polygon(strip),
        derived_from=f"{strip.derived_from}; error {strip.error_km:.1f} km",
    )


def admin_area(division: Entry) -> Area | None:
    """A first-level division whose outline we have (DPRK, Jilin, Liaoning), else None."""
    file, code = line_file("areas.bin"), division.province
    rings = file.parts(code)
    if not rings or division.level != "province":
        return None
    made = f"{file.about}, {code}; error {ADMIN_ERROR_KM:.1f} km"
    return Area(kind="admin", along=division.name, geometry=polygon(rings), derived_from=made)


def unit_area(places: Sequence[Entry], *, unit: str) -> Area:
    """The area of a unit known only by places it holds: the hull of their points."""
    points = [(e.lon, e.lat) for e in places if e.located]
    if not points:
        raise PlaceError(f"no place of {unit} has a known point", remedy="add it with its lat and lon")
    shape = MultiPoint(points).convex_hull
    ring = np.array(shape.exterior.coords if isinstance(shape, Polygon) else points, dtype=np.float64)
    doubt = max((e.error_km or 0.0) for e in places)
    names = ", ".join(e.name for e in places)
    geometry = (
        polygon((ring,)) if isinstance(shape, Polygon) else {"type": "MultiPoint", "coordinates": points}
    )
    return Area(
        kind="unit_area",
        along=unit,
        geometry=geometry,
        derived_from=f"the hull of {names}; error {doubt:.1f} km and what the unit holds beyond them",
    )


def within(division: Entry, place: Entry, *, file: LineFile | None = None) -> Truth:
    """Whether a place lies in a first-level division; by outline where we have it, else by its codes."""
    rings = (file or line_file("areas.bin")).parts(division.province) if division.level == "province" else ()
    if not rings or place.lat is None or place.lon is None:
        return by_codes(division, place)
    point = Point(place.lon, place.lat)
    shape = MultiPolygon([Polygon(r) for r in rings])
    doubt_degrees = (ADMIN_ERROR_KM + (place.error_km or 0.0)) / 111.0
    inside = shape.contains(point)
    near = shape.boundary.distance(point) <= doubt_degrees
    return between(surely=bool(inside and not near), ruled_out=bool(not inside and not near))


def by_codes(division: Entry, place: Entry) -> Truth:
    """Whether a place lies in a division by the codes both carry."""
    if division.level == "country" and place.country and "/" not in place.country:
        return between(surely=place.country == division.id, ruled_out=place.country != division.id)
    if division.level == "province" and place.province:
        return between(
            surely=place.province == division.province, ruled_out=place.province != division.province
        )
    return Truth.POSSIBLY


def common_line(places: Sequence[Entry], *, lines: Sequence[BorderLine] = ()) -> BorderLine:
    """The border on which all of the places stand; a user's lines go before the shipped ones.

    PlaceError where they stand on different borders or on none.
    """
    own = {line.pair: line for line in lines}
    of: list[set[str]] = [{p for p in {*pairs(), *own} if stands_on(e, p, own)} for e in places]
    shared = set.intersection(*of) if of else set()
    if not shared:
        said = "; ".join(
            f"{e.name} on {', '.join(sorted(p)) or 'none'}" for e, p in zip(places, of, strict=True)
        )
        raise PlaceError(f"the places stand on no one border: {said}", remedy="name the border")
    best = min(shared, key=lambda p: sum(distance_to(e, p, own) for e in places))
    line = own.get(best) or border_line(best)
    if line is None:
        raise PlaceError(f"no line is known for {best}", remedy="give one")
    return line


def stands_on(entry: Entry, pair: str, own: dict[str, BorderLine]) -> bool:
    """Whether a place stands on the border of a pair of countries: in one of them and near the line."""
    countries = set(entry.country.split("/")) if entry.country else set(pair.split("-"))
    return bool(countries & set(pair.split("-"))) and distance_to(entry, pair, own) <= ON_LINE_KM


def distance_to(entry: Entry, pair: str, own: dict[str, BorderLine]) -> float:
    """Kilometres from a place to the nearest point of a border's line."""
    line = own.get(pair) or border_line(pair)
    if line is None or entry.lat is None or entry.lon is None:
        return float("inf")
    if pair in own:  # its points may lie far apart, as ours do not
        return measured(line, (entry,)).anchor(entry.name, entry.lat, entry.lon, 0.0).off_km
    points = np.vstack(line.parts)
    flat = (points - (entry.lon, entry.lat)) * (np.cos(np.radians(entry.lat)), 1.0)
    lon, lat = points[int(np.hypot(*flat.T).argmin())].tolist()
    return km((entry.lat, entry.lon), (lat, lon))
