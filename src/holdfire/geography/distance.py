"""Distances on a sphere of the earth's mean radius: within 0.6% of the ellipsoid's."""

from math import asin, cos, radians, sin, sqrt

import numpy as np
import numpy.typing as npt

RADIUS_KM = 6371.0088
Numbers = npt.NDArray[np.float64]


def km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres between two points given as (lat, lon) in degrees."""
    (lat1, lon1), (lat2, lon2) = a, b
    p, q = radians(lat1), radians(lat2)
    h = sin((q - p) / 2) ** 2 + cos(p) * cos(q) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * RADIUS_KM * asin(min(1.0, sqrt(h)))


def kilometres(lat1: Numbers, lon1: Numbers, lat2: Numbers, lon2: Numbers) -> Numbers:
    """The same for many points at once; NaN where one of two is."""
    p, q = np.radians(lat1), np.radians(lat2)
    h = np.sin((q - p) / 2) ** 2 + np.cos(p) * np.cos(q) * np.sin(np.radians(lon2 - lon1) / 2) ** 2
    apart: Numbers = 2 * RADIUS_KM * np.arcsin(np.minimum(1.0, np.sqrt(h)))
    return apart
