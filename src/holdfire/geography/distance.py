"""Distances on a sphere of the earth's mean radius: within 0.6% of the ellipsoid's."""

from math import asin, cos, radians, sin, sqrt

RADIUS_KM = 6371.0088


def km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres between two points given as (lat, lon) in degrees."""
    (lat1, lon1), (lat2, lon2) = a, b
    p, q = radians(lat1), radians(lat2)
    h = sin((q - p) / 2) ** 2 + cos(p) * cos(q) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * RADIUS_KM * asin(min(1.0, sqrt(h)))
