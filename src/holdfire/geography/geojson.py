"""GeoJSON ⇄ our geometries; longitude before latitude, five decimals."""

import json
from typing import Any

import numpy as np

from holdfire.errors import DataError
from holdfire.geography.corridor import measured
from holdfire.geography.lines import BorderLine, border_line
from holdfire.geography.projection import Points
from holdfire.geography.zone import Strip, outline

DECIMALS = 5


def line_string(points: Points) -> dict[str, Any]:
    """A polyline."""
    return {"type": "LineString", "coordinates": points.round(DECIMALS).tolist()}


def multi_line(parts: tuple[Points, ...]) -> dict[str, Any]:
    """A line of one or several parts."""
    if len(parts) == 1:
        return line_string(parts[0])
    return {"type": "MultiLineString", "coordinates": [p.round(DECIMALS).tolist() for p in parts]}


def polygon(rings: tuple[Points, ...]) -> dict[str, Any]:
    """Outer rings, each a polygon of its own."""
    return {"type": "MultiPolygon", "coordinates": [[r.round(DECIMALS).tolist()] for r in rings]}


def strip_polygon(strip: Strip) -> dict[str, Any]:
    """A strip at its higher width."""
    polygons = [ring for piece in strip.pieces for ring in outline(piece.outer, piece.plane)]
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": polygons}


def read_line(text: str, *, pair: str, error_km: float, where: str) -> BorderLine:
    """A user's line for a pair of countries ("CN-KP") from GeoJSON; it replaces the shipped one.

    LineString and MultiLineString count, bare or within features; `error_km` is the user's word for how
    coarse the line is. DataError says what is wrong and where.
    """
    try:
        data = json.loads(text)
    except json.JSONDecodeError as problem:
        raise DataError(f"not JSON: {problem.msg}", where=f"{where}:{problem.lineno}") from None
    except RecursionError:
        raise DataError("not GeoJSON: nested too deep", where=where) from None
    parts = [checked(part, where=where) for part in found_lines(data, where=where)]
    if not parts:
        raise DataError("no LineString in it", where=where, remedy="draw the border as a line")
    return BorderLine(pair, tuple(turned(p, pair) for p in parts), error_km, where)


def found_lines(data: object, *, where: str) -> list[Any]:
    """The coordinates of every line of a GeoJSON value."""
    if not isinstance(data, dict) or "type" not in data:
        raise DataError("not GeoJSON: an object with a 'type' was expected", where=where)
    kind = data["type"]
    if kind == "FeatureCollection":
        return [p for f in listed(data, "features", where=where) for p in found_lines(f, where=where)]
    if kind == "Feature":
        return found_lines(data.get("geometry"), where=where)
    if kind == "GeometryCollection":
        return [p for g in listed(data, "geometries", where=where) for p in found_lines(g, where=where)]
    if kind == "LineString":
        return [data.get("coordinates")]
    return listed(data, "coordinates", where=where) if kind == "MultiLineString" else []


def listed(data: dict[str, Any], key: str, *, where: str) -> list[Any]:
    """The list under a key; DataError where something else stands there."""
    found = data.get(key)
    if not isinstance(found, list):
        raise DataError(f"not GeoJSON: a list of {key} was expected", where=where)
    return found


def checked(coordinates: object, *, where: str) -> Points:
    """The points of a line; DataError names the first that is none."""
    if not isinstance(coordinates, list) or len(coordinates) < 2:
        raise DataError("a line needs two points or more", where=where)
    for number, point in enumerate(coordinates, 1):
        if not (
            isinstance(point, list) and len(point) >= 2 and all(isinstance(c, int | float) for c in point[:2])
        ):
            raise DataError(f"point {number} is not [lon, lat]: {point!r}"[:120], where=where)
        if not (abs(point[0]) <= 180 and abs(point[1]) <= 90):
            raise DataError(
                f"point {number} is off the globe: {point[:2]}", where=where, remedy="lon before lat"
            )
    return np.array([p[:2] for p in coordinates], dtype=np.float64)


def turned(points: Points, pair: str) -> Points:
    """The line in the direction of the shipped one, so that the first country lies on its left."""
    shipped = border_line(pair)
    if shipped is None:
        return points
    whole = measured(shipped, ())
    ends = [whole.anchor("", float(lat), float(lon), 0.0) for lon, lat in (points[0], points[-1])]
    if (ends[0].part, ends[0].along_km) > (ends[1].part, ends[1].along_km):
        return points[::-1]
    return points
