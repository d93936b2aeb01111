"""How far an order may reach, as a box: what lies outside it is outside the order for sure."""

from collections.abc import Sequence

import numpy as np

from holdfire.geography.corridor import REACH_KM
from holdfire.geography.reach import Reach
from holdfire.model.corroborated import Order
from holdfire.model.place import Place

KM_PER_DEGREE = 110.0
"""A little less than a degree of latitude, so that boxes are too wide rather than too narrow."""
NAMED_KM = {"city": 30.0, "district": 30.0, "county": 120.0}
"""How far from a place of a level that it names an order may reach, at the most."""
Box = tuple[float, float, float, float]
"""West, south, east, north, in degrees."""
EVERYWHERE: Box = (-360.0, -90.0, 360.0, 90.0)


def box_of(order: Order, reaches: Sequence[Reach]) -> Box:
    """All that an order may reach, by its areas, else by the towns that it names."""
    if reaches:
        boxes = [_widened(reach.box, REACH_KM + (reach.area.error_km or 0.0)) for reach in reaches]
    else:
        named = [p.value for p in order.places if p.value.level in NAMED_KM]
        if not named or any(p.lat is None or p.lon is None for p in named):
            return EVERYWHERE
        boxes = [_round(place) for place in named]
    west, south, east, north = zip(*boxes, strict=True)
    return min(west), min(south), max(east), max(north)


def _round(place: Place) -> Box:
    lat, lon = place.lat or 0.0, place.lon or 0.0
    return _widened((lon, lat, lon, lat), NAMED_KM[place.level or "county"])


def _widened(box: Box, km: float) -> Box:
    west, south, east, north = box
    high = km / KM_PER_DEGREE
    wide = high / max(float(np.cos(np.radians(min(85.0, max(abs(south), abs(north)) + high)))), 0.05)
    return west - wide, south - high, east + wide, north + high
