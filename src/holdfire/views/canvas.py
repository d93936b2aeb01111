"""Degrees → the units of a drawing (SVG), as a map projects them."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import asinh, cos, pi, radians, tan

from holdfire.geography.base_map import Window
from holdfire.geography.projection import Points

WIDTH = 1000.0
KM_PER_DEGREE = 111.2


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
        steps = [f"{self.x(lon):.1f} {self.y(lat):.1f}" for lon, lat in points]
        return f"M{'L'.join(steps)}{'Z' if closed else ''}" if steps else ""

    def scale_bar(self) -> tuple[int, float]:
        """A round number of kilometres, and how long they are."""
        for km in (500, 200, 100, 50, 20, 10, 5, 2):
            if self.units(km) < WIDTH / 5:
                return km, self.units(km)
        return 1, self.units(1)


def _up(lat: float) -> float:
    return asinh(tan(min(max(radians(lat), -pi / 2 + 0.01), pi / 2 - 0.01)))
