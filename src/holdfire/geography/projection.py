"""Degrees ⇄ kilometres on a plane that touches the ellipsoid where the work is.

Each degree is as long as on WGS 84 at the middle of the points. Over a stretch of 100 km the area of a
zone is within 0.2% of the ellipsoid's; over a line of 1,000 km within 1%.
"""

from dataclasses import dataclass
from math import cos, radians

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Plane:
    """A local equirectangular projection round a point."""

    lon: float
    lat: float
    km_per_lon: float
    km_per_lat: float

    def km(self, degrees: Points) -> Points:
        """Points (lon, lat) in kilometres east and north of the middle."""
        out: Points = (degrees - (self.lon, self.lat)) * (self.km_per_lon, self.km_per_lat)
        return out

    def degrees(self, points: Points) -> Points:
        """Points in kilometres as (lon, lat)."""
        out: Points = points / (self.km_per_lon, self.km_per_lat) + (self.lon, self.lat)
        return out


def plane_for(degrees: Points) -> Plane:
    """The plane round the middle of some points (lon, lat)."""
    low, high = degrees.min(axis=0), degrees.max(axis=0)
    lon, lat = ((low + high) / 2).tolist()
    phi = radians(lat)
    km_per_lat = 111.13295 - 0.55982 * cos(2 * phi) + 0.00117 * cos(4 * phi)
    km_per_lon = 111.41288 * cos(phi) - 0.09350 * cos(3 * phi) + 0.00012 * cos(5 * phi)
    return Plane(lon, lat, km_per_lon, km_per_lat)
