"""A window on the world → what a map of it stands on: land, borders, provinces (Natural Earth)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt
import shapely
from shapely import GeometryType

from holdfire.geography.lines import line_file, pairs
from holdfire.geography.projection import Points

Shapes = npt.NDArray[np.object_]
HALF = 180.0
"""Degrees of longitude from the middle of the map to its edge."""
FINEST = 1e-4
"""Degrees: finer than this no shipped line is."""
SMALL = 4
"""A shape no larger than so many of the finest distances could vanish where it is made coarser."""


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


@dataclass(frozen=True, slots=True)
class BaseMap:
    """Rings of land and of provinces, and border lines (lon, lat), cut to a window."""

    land: tuple[Points, ...]
    borders: tuple[Points, ...]
    provinces: tuple[Points, ...]


@lru_cache(maxsize=32)
def base_map(window: Window) -> BaseMap:
    """What lies in a window, no finer than a thousandth of its width."""
    land, borders, provinces = _shipped()
    return BaseMap(
        _cut(shapely.polygons(_made(shapely.linearrings, land.meeting(window))), window),
        _cut(_made(shapely.linestrings, borders.meeting(window)), window),
        _cut(_made(shapely.linearrings, provinces.meeting(window)), window),
    )


@dataclass(frozen=True, slots=True)
class _Parts:
    """Lines or rings, with the box round each: west, south, east, north."""

    parts: tuple[Points, ...]
    boxes: npt.NDArray[np.float64]

    def meeting(self, window: Window) -> list[Points]:
        """Those whose box reaches into a window."""
        west, south, east, north = self.boxes.T
        meets = (
            (west <= window.east) & (east >= window.west) & (south <= window.north) & (north >= window.south)
        )
        return [self.parts[number] for number in np.flatnonzero(meets).tolist()]


@cache
def _shipped() -> tuple[_Parts, _Parts, _Parts]:
    """All land, borders and provinces that come with Holdfire."""
    areas, lines = line_file("areas.bin"), line_file("lines.bin")
    return (
        _boxed(part for ring in line_file("land.bin").parts("land") for part in unwound(ring)),
        _boxed(part for pair in pairs() for part in lines.parts(pair)),
        _boxed(ring for code in areas.where for ring in areas.parts(code)),
    )


def unwound(ring: Points) -> Iterator[Points]:
    """A ring over the 180th meridian, whole at either edge; others stay, as does one round a pole."""
    lon = ring[:, 0]
    whole = np.unwrap(lon, period=HALF * 2)
    if np.abs(np.diff(lon)).max(initial=0) <= HALF or abs(whole[-1] - whole[0]) > HALF:
        yield ring
        return
    for turn in (-2 * HALF, 0, 2 * HALF):
        moved = whole + turn
        if moved.min() < HALF and moved.max() > -HALF:
            yield np.column_stack((moved, ring[:, 1]))


def _boxed(given: Iterable[Points]) -> _Parts:
    parts = tuple(given)
    return _Parts(parts, np.array([(*part.min(axis=0), *part.max(axis=0)) for part in parts]))


def _made(make: Callable[..., Shapes], parts: Sequence[Points]) -> Shapes:
    """Lines or rings, all at once: one after another takes three times as long."""
    if not parts:
        return np.empty(0, object)
    return make(np.concatenate(parts), indices=np.repeat(np.arange(len(parts)), [len(p) for p in parts]))


def _cut(shapes: Shapes, window: Window) -> tuple[Points, ...]:
    """What of them lies in a window, made coarser; a ring that crosses itself is mended before."""
    crossed = ~shapely.is_valid(shapes)
    shapes[crossed] = shapely.buffer(shapes[crossed], 0)
    inside = shapely.clip_by_rect(shapes, window.west, window.south, window.east, window.north)
    drawn = _coarser(shapely.get_parts(inside), max(FINEST, window.width / 1000))
    points, of = shapely.get_coordinates(drawn, return_index=True)
    return tuple(np.split(points, np.flatnonzero(np.diff(of)) + 1)) if len(points) else ()


def _coarser(parts: Shapes, near: float) -> Shapes:
    """Lines and outer rings without what is finer than this; small ones are kept from vanishing."""
    west, south, east, north = shapely.bounds(parts).T
    is_small = (east - west < SMALL * near) & (north - south < SMALL * near)
    parts[is_small] = shapely.simplify(parts[is_small], near)
    areal = shapely.get_type_id(parts) == GeometryType.POLYGON
    parts[areal] = shapely.get_exterior_ring(parts[areal])
    parts[~is_small] = shapely.simplify(parts[~is_small], near, preserve_topology=False)
    drawn: Shapes = parts[shapely.get_num_coordinates(parts) > 1]
    return drawn
