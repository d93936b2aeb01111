"""Incidents and orders → a map: each thing at what its reports know of its place, and never more.

A town is a point. A county or a province is a ring that says "somewhere here". What is told of a country, a
river or nothing at all stands beside the map. An order's strip or stretch has its error round it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import cos, radians
from typing import Any, Literal

from holdfire.geography.base_map import Window
from holdfire.model.corroborated import Incident, Order
from holdfire.model.place import Area, Place
from holdfire.views.canvas import KM_PER_DEGREE
from holdfire.views.corroborated import Row, row
from holdfire.views.reported import days_of

EXACT = 2
"""Up to this precision (UCDP GED's where_prec) a place is drawn as a point."""
RING_KM = {3: 20.0, 4: 70.0}
"""How large a ring stands for a county, a province: not their border, which may be larger."""
SMALLEST = 1.2
"""Degrees that a map is at least wide."""
HIGHEST = 0.66
"""How high a map is drawn at most, of its width: a screen is wider than high."""
_POLYGONS = ("Polygon", "MultiPolygon")


@dataclass(frozen=True, slots=True)
class Dated:
    """A thing on the map: its row, and the days (ordinals) in which it lies, open where no date is told."""

    row: Row
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with what is told of it, and of how much more than that; `ring_km` is open for a point."""

    name: str
    lat: float
    lon: float
    ring_km: float | None
    things: tuple[Dated, ...]
    more: int = 0

    @property
    def number(self) -> int:
        """How many things are told of it."""
        return len(self.things) + self.more


@dataclass(frozen=True, slots=True)
class Stretch:
    """The area of an order: rings or lines (lon, lat), how far off they may be, from what they are drawn."""

    dated: Dated
    kind: Literal["ring", "line"]
    parts: tuple[tuple[tuple[float, float], ...], ...]
    error_km: float
    derived_from: str


@dataclass(frozen=True, slots=True)
class Atlas:
    """A map. `elsewhere` are things without a place that could be drawn, with where they are told to be."""

    window: Window | None
    spots: tuple[Spot, ...]
    stretches: tuple[Stretch, ...]
    elsewhere: tuple[Dated, ...]


def spot_of(incident: Incident) -> tuple[str, float, float, float | None] | None:
    """The most exact place that can be drawn: its name, where it is, and how large a ring stands for it."""
    known = [each.value for each in incident.places if _is_drawn(each.value)]
    best = min(known, key=lambda place: place.precision or 9, default=None)
    if best is None or best.lat is None or best.lon is None:
        return None
    return best.name, best.lat, best.lon, RING_KM.get(best.precision or 0)


def stretches(
    orders: Iterable[Order], *, during: tuple[int, int] | None = None, most: int | None = None
) -> tuple[Stretch, ...]:
    """The areas of orders that may hold on some of these days (ordinals); `most` of them at most."""
    found = (each for each in _stretches(orders) if during is None or _holds(each.dated, *during))
    return tuple(islice(found, most))


def _holds(dated: Dated, first: int, last: int) -> bool:
    return dated.first is not None and dated.first <= last and (dated.last is None or dated.last >= first)


def _is_drawn(place: Place) -> bool:
    exact = place.precision is not None and (place.precision <= EXACT or place.precision in RING_KM)
    return exact and place.lat is not None and place.lon is not None


def _stretches(orders: Iterable[Order]) -> Iterator[Stretch]:
    for order in orders:
        if all(area.value.geometry is None for area in order.areas):
            continue
        start = order.effective_from or order.issued
        first, _ = days_of(start.value) if start is not None else (None, None)
        last = days_of(order.effective_to.value)[1] if order.effective_to is not None else None
        dated = Dated(row(order), first, last)
        for area in order.areas:
            yield from stretch_of(dated, area.value)


def stretch_of(dated: Dated, area: Area) -> Iterator[Stretch]:
    """The area of an order as a drawing has it; nothing where it cannot be drawn."""
    geometry = area.geometry
    if geometry is None:
        return
    kind: Literal["ring", "line"] = "ring" if geometry["type"] in _POLYGONS else "line"
    parts = tuple(_parts(geometry))
    if parts:
        yield Stretch(dated, kind, parts, area.error_km or 0.0, area.derived_from or "")


def _parts(geometry: dict[str, Any]) -> Iterator[tuple[tuple[float, float], ...]]:
    """The outer rings or the lines of a geometry."""
    kind, given = geometry["type"], geometry["coordinates"]
    lines: dict[str, Any] = {"LineString": [given], "MultiLineString": given, "Polygon": given[:1]}
    if kind == "MultiPolygon":
        lines[kind] = [polygon[0] for polygon in given]
    for line in lines.get(kind, ()):
        yield tuple((float(lon), float(lat)) for lon, lat, *_ in line)


def window(spots: Sequence[Spot], stretches: Sequence[Stretch]) -> Window | None:
    """The part of the world that holds everything, with some room round it."""
    points = [point for spot in spots for point in _reach(spot)]
    points += [point for stretch in stretches for part in stretch.parts for point in part]
    if not points:
        return None
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    high = max(SMALLEST * 0.7, (north - south) * 1.25)
    wide = max(SMALLEST, (east - west) * 1.25, high / cos(radians((south + north) / 2)) / HIGHEST)
    high = max(high, wide * 0.45)
    x, y = (west + east) / 2, (south + north) / 2
    return Window(x - wide / 2, max(-84.0, y - high / 2), x + wide / 2, min(84.0, y + high / 2))


def _reach(spot: Spot) -> Iterator[tuple[float, float]]:
    """The corners of the box round a place's ring."""
    high = (spot.ring_km or 0.0) / KM_PER_DEGREE
    wide = high / max(0.1, cos(radians(spot.lat)))
    yield spot.lon - wide, max(-84.0, spot.lat - high)
    yield spot.lon + wide, min(84.0, spot.lat + high)
