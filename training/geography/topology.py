"""TopoJSON → rings, lines and centroids, in degrees."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

Point = tuple[float, float]


def decoded(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs with their deltas undone, as (lon, lat)."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def rings(geometry: dict[str, Any]) -> Iterator[list[int]]:
    """Every ring of a geometry as signed arc numbers, outer and inner."""
    if geometry["type"] == "Polygon":
        yield from geometry["arcs"]
    elif geometry["type"] == "MultiPolygon":
        for polygon in geometry["arcs"]:
            yield from polygon


def traced(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    """The points of a ring."""
    out: list[Point] = []
    for n in ring:
        part = arcs[n] if n >= 0 else arcs[~n][::-1]
        out.extend(part if not out else part[1:])
    return out


def area_and_centre(points: list[Point]) -> tuple[float, Point]:
    """Planar area and centroid of a ring, in degrees."""
    area = cx = cy = 0.0
    for (x0, y0), (x1, y1) in pairwise(points):
        cross = x0 * y1 - x1 * y0
        area, cx, cy = area + cross, cx + (x0 + x1) * cross, cy + (y0 + y1) * cross
    if not area:
        return 0.0, points[0]
    return abs(area) / 2, (cx / (3 * area), cy / (3 * area))


def centroids(topology: dict[str, Any], name: str) -> dict[str, tuple[float, float]]:
    """The (lat, lon) in the middle of the largest ring of each geometry, by id."""
    arcs, out = decoded(topology), {}
    for geometry in topology["objects"][name]["geometries"]:
        parts = [area_and_centre(traced(r, arcs)) for r in rings(geometry)]
        if parts and "id" in geometry:
            _, (lon, lat) = max(parts)
            out[geometry["id"]] = (lat, lon)
    return out
