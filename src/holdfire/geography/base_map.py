"""A window on the world → what a map of it stands on: land, borders, provinces (Natural Earth)."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from shapely import LinearRing, LineString, Polygon, clip_by_rect
from shapely.geometry.base import BaseGeometry

from holdfire.geography.lines import line_file, pairs
from holdfire.geography.projection import Points

FINEST = 1e-4
"""Degrees: finer than this no shipped line is."""


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the world, in degrees."""

    west: float
    south: float
    east: float
    north: float

    @property
    def width(self) -> float:
        """How many degrees it is wide."""
        return self.east - self.west

    def meets(self, points: Points) -> bool:
        """Whether the box round some points reaches into it."""
        (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
        return bool(west <= self.east and east >= self.west and south <= self.north and north >= self.south)


@dataclass(frozen=True, slots=True)
class BaseMap:
    """Rings of land and of provinces, and border lines (lon, lat), cut to a window."""

    land: tuple[Points, ...]
    borders: tuple[Points, ...]
    provinces: tuple[Points, ...]


@lru_cache(maxsize=32)
def base_map(window: Window) -> BaseMap:
    """What lies in a window, no finer than a thousandth of its width."""
    near = max(FINEST, window.width / 1000)
    land = [ring for ring in line_file("land.bin").parts("land") if window.meets(ring)]
    areas = line_file("areas.bin")
    provinces = [ring for code in areas.where for ring in areas.parts(code) if window.meets(ring)]
    lines = line_file("lines.bin")
    borders = [part for pair in pairs() for part in lines.parts(pair) if window.meets(part)]
    return BaseMap(
        tuple(cut for ring in land for cut in _cut(Polygon(ring), window, near)),
        tuple(cut for line in borders for cut in _cut(LineString(line), window, near)),
        tuple(cut for ring in provinces for cut in _cut(LinearRing(ring), window, near)),
    )


def _cut(shape: BaseGeometry, window: Window, near: float) -> list[Points]:
    whole = shape if shape.is_valid else shape.buffer(0)
    cut = clip_by_rect(whole, window.west, window.south, window.east, window.north).simplify(near)
    parts = getattr(cut, "geoms", [cut])
    rings = (part.exterior if isinstance(part, Polygon) else part for part in parts if not part.is_empty)
    return [
        np.asarray(ring.coords)[:, :2] for ring in rings if hasattr(ring, "coords") and len(ring.coords) > 1
    ]
