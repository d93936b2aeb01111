"""Atlas → a drawing of it: paths, dots and rings in the units of an SVG, for workbench and website."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from holdfire.geography.base_map import Window, base_map
from holdfire.views.atlas import Atlas, Spot, Stretch
from holdfire.views.canvas import Canvas

_SMALLEST, _LARGEST = 5.0, 22.0
WIDE, HIGH, LARGER = 90, 16, 3.0
"""How far names stand from each other, and how much farther on a telephone, where letters are larger."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A place on the drawing: a dot, or a ring that says "somewhere here".

    `label` says whether its name stands beside it, `roomy` whether it does on a small screen too.
    """

    spot: Spot
    number: int
    x: float
    y: float
    r: float
    label: bool
    roomy: bool


@dataclass(frozen=True, slots=True)
class DrawnStretch:
    """An order's area on the drawing; `halo` is how wide its error is drawn round it."""

    stretch: Stretch
    d: str
    halo: float


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """A map, drawn. `scale`: a round number of kilometres and how long they are, `world` where tiles are."""

    height: float
    land: str
    borders: str
    provinces: str
    spots: tuple[Drawn, ...]
    stretches: tuple[DrawnStretch, ...]
    scale: tuple[int, float]
    world: tuple[float, float, float]


def map_drawing(atlas: Atlas) -> MapDrawing | None:
    """The drawing; None where nothing of it could be drawn."""
    if atlas.window is None:
        return None
    canvas, (land, borders, provinces) = Canvas(atlas.window), _base(atlas.window)
    return MapDrawing(
        height=canvas.height,
        land=land,
        borders=borders,
        provinces=provinces,
        spots=tuple(_spots(canvas, atlas.spots)),
        stretches=tuple(_stretch(canvas, each) for each in atlas.stretches),
        scale=canvas.scale_bar(),
        world=canvas.world,
    )


@lru_cache(maxsize=16)
def _base(window: Window) -> tuple[str, str, str]:
    """Land, borders and provinces, drawn: a window is looked at again and again."""
    canvas, base = Canvas(window), base_map(window)
    return (
        canvas.paths(base.land, closed=True),
        canvas.paths(base.borders),
        canvas.paths(base.provinces),
    )


def _spots(canvas: Canvas, spots: Sequence[Spot]) -> list[Drawn]:
    """The places, rings below dots; a name stands where no other is near."""
    named: list[tuple[float, float]] = []
    roomy: list[tuple[float, float]] = []
    drawn: list[Drawn] = []
    by_size = sorted(enumerate(spots), key=lambda item: (item[1].ring_km is not None, -item[1].number))
    for number, spot in by_size:
        x, y = canvas.x(spot.lon), canvas.y(spot.lat)
        free, wide = _is_free(x, y, named), _is_free(x, y, roomy, times=LARGER)
        named += [(x, y)] if free else []
        roomy += [(x, y)] if free and wide else []
        drawn.append(Drawn(spot, number, x, y, _radius(canvas, spot), free, roomy=free and wide))
    return sorted(drawn, key=lambda each: each.spot.ring_km is None)


def _is_free(x: float, y: float, named: Sequence[tuple[float, float]], *, times: float = 1.0) -> bool:
    """Whether no name is near, in letters so many times as large."""
    return all(abs(x - a) > WIDE * times or abs(y - b) > HIGH * times for a, b in named)


def _radius(canvas: Canvas, spot: Spot) -> float:
    if spot.ring_km is not None:
        return max(_LARGEST, canvas.units(spot.ring_km, spot.lat))
    return float(min(_LARGEST, _SMALLEST + 2.5 * (spot.number - 1) ** 0.5))


def _stretch(canvas: Canvas, stretch: Stretch) -> DrawnStretch:
    d = " ".join(canvas.path(part, closed=stretch.kind == "ring") for part in stretch.parts)
    return DrawnStretch(stretch, d, max(2.0, 2 * canvas.units(stretch.error_km)))
