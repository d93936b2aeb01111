"""Degrees → the units of a drawing (SVG), as a map projects them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import asinh, cos, pi, radians, tan

import numpy as np

from holdfire.geography.base_map import Window
from holdfire.geography.projection import Points

WIDTH = 1000.0
KM_PER_DEGREE = 111.2
_LOWEST = -pi / 2 + 0.01
"""Radians: Mercator's projection has no poles."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """A drawing of a window in Mercator's projection, WIDTH wide."""

    window: Window

    @property
    def height(self) -> float:
        """How high it is."""
        return self._scale * (_up(self.window.north) - _up(self.window.south))

    @property
    def _scale(self) -> float:
        return WIDTH / radians(self.window.width)

    @property
    def world(self) -> tuple[float, float, float]:
        """Where the whole world in Web Mercator would begin, and how wide and high it would be."""
        return self.x(-180.0), self._scale * (_up(self.window.north) - pi), self._scale * 2 * pi

    def x(self, lon: float) -> float:
        """How far to the right."""
        return self._scale * radians(lon - self.window.west)

    def y(self, lat: float) -> float:
        """How far down."""
        return self._scale * (_up(self.window.north) - _up(lat))

    def units(self, km: float, lat: float | None = None) -> float:
        """A distance at a latitude, in the middle where none is given."""
        at = (self.window.north + self.window.south) / 2 if lat is None else lat
        return km / (KM_PER_DEGREE * cos(radians(at))) * WIDTH / self.window.width

    def path(self, points: Points | Iterable[tuple[float, float]], *, closed: bool = False) -> str:
        """A line or a ring as SVG has it."""
        given = np.asarray(points if isinstance(points, np.ndarray) else list(points), np.float64)
        return self.paths([given], closed=closed) if given.size else ""

    def paths(self, parts: Sequence[Points], *, closed: bool = False) -> str:
        """Lines or rings as one path; all are projected at once."""
        if not parts:
            return ""
        given = np.concatenate(parts)
        up = np.arcsinh(np.tan(np.clip(np.radians(given[:, 1]), _LOWEST, -_LOWEST)))
        x = self._scale * np.radians(given[:, 0] - self.window.west)
        y = self._scale * (_up(self.window.north) - up)
        steps = [f"{a:.1f} {b:.1f}" for a, b in zip(x.tolist(), y.tolist(), strict=True)]
        ends = accumulate(map(len, parts), initial=0)
        end = "Z" if closed else ""
        return " ".join(f"M{'L'.join(steps[start:stop])}{end}" for start, stop in pairwise(ends))

    def scale_bar(self) -> tuple[int, float]:
        """A round number of kilometres, and how long they are."""
        for km in (500, 200, 100, 50, 20, 10, 5, 2):
            if self.units(km) < WIDTH / 5:
                return km, self.units(km)
        return 1, self.units(1)


def _up(lat: float) -> float:
    return asinh(tan(min(max(radians(lat), _LOWEST), -_LOWEST)))
