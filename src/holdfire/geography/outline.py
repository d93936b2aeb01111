"""A shape by its segments → how far a point lies outside or inside it, in km, on a plane at the point."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from holdfire.geography.projection import Points, plane_for

MOST_KEPT = 100_000


@dataclass(frozen=True, eq=False)
class Outline:
    """A shape in degrees (lon, lat), asked for the distances of many points; it keeps what it worked out."""

    shape: BaseGeometry

    @cached_property
    def _segments(self) -> tuple[Points, Points]:
        """The starts of its segments, and the steps to their ends."""
        lines = self.shape.boundary if self.shape.area else self.shape
        starts, steps = [], []
        for part in shapely.get_parts(lines):
            points = np.asarray(part.coords, dtype=np.float64)
            starts.append(points[:-1] if len(points) > 1 else points)
            steps.append(np.diff(points, axis=0) if len(points) > 1 else np.zeros_like(points))
        return np.concatenate(starts), np.concatenate(steps)

    @cached_property
    def _kept(self) -> dict[tuple[float, float], tuple[float, float]]:
        return {}

    def depth(self, lat: float, lon: float) -> tuple[float, float]:
        """How far a point lies outside it, and how deep inside; one of them is 0."""
        found = self._kept.get((lat, lon))
        if found is None:
            found = self._depth(lat, lon)
            if len(self._kept) < MOST_KEPT:
                self._kept[lat, lon] = found
        return found

    def _depth(self, lat: float, lon: float) -> tuple[float, float]:
        (off,) = _distances([self], lat, lon)
        return self._told(off, lat, lon)

    def _told(self, off: float, lat: float, lon: float) -> tuple[float, float]:
        """How far outside, or how deep inside, a point is that lies so far from the edge."""
        if self._is_wide and shapely.contains_xy(self.shape, lon, lat):
            return 0.0, off
        return off, 0.0

    @cached_property
    def _is_wide(self) -> bool:
        return bool(self.shape.area)


def work_out(outlines: Iterable[Outline], lat: float, lon: float) -> None:
    """Find how far a point is from each of many shapes, all at once, so that each has it ready."""
    asked = [each for each in dict.fromkeys(outlines) if (lat, lon) not in each._kept]
    if len(asked) > 1:
        for each, off in zip(asked, _distances(asked, lat, lon), strict=True):
            if len(each._kept) < MOST_KEPT:
                each._kept[lat, lon] = each._told(off, lat, lon)


def _distances(outlines: Sequence[Outline], lat: float, lon: float) -> list[float]:
    """The distances from a point to the nearest segment of each."""
    plane = plane_for(np.array([[lon, lat]]))
    scale = np.array([plane.km_per_lon, plane.km_per_lat])
    of_each = [each._segments for each in outlines]
    starts, steps = of_each[0] if len(of_each) == 1 else map(np.concatenate, zip(*of_each, strict=True))
    a, step = (starts - (lon, lat)) * scale, steps * scale
    length = np.maximum((step * step).sum(axis=1), 1e-12)
    share = np.clip(-(a * step).sum(axis=1) / length, 0.0, 1.0)
    near = a + share[:, None] * step
    first = np.cumsum([0, *(len(starts) for starts, _ in of_each[:-1])])
    found: list[float] = np.sqrt(np.minimum.reduceat((near * near).sum(axis=1), first)).tolist()
    return found
