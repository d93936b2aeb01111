"""The map and the timeline, linked: what is told of where, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from holdfire.geography.base_map import base_map
from holdfire.views.atlas import Spot, Stretch, atlas
from holdfire.views.timeline import Month, timeline
from holdfire.web.answers import page
from holdfire.web.drawing import Canvas
from holdfire.web.pages.things import told

_SMALLEST, _LARGEST = 5.0, 22.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """A place on the drawing: a dot, or a ring that says "somewhere here"."""

    spot: Spot
    number: int
    x: float
    y: float
    r: float
    label: bool


@dataclass(frozen=True, slots=True)
class DrawnStretch:
    """An order's area on the drawing; `halo` is how wide its error is drawn round it."""

    stretch: Stretch
    d: str
    halo: float


def show(request: Request) -> Response:
    """The map."""
    now, fresh = told(request)
    made = atlas(now.case.told)
    things = [each for spot in made.spots for each in spot.things] + list(made.elsewhere)
    months = timeline(things)
    if made.window is None:
        return page(request, "map.html", canvas=None, atlas=made, months=months, fresh=fresh)
    canvas = Canvas(made.window)
    base = base_map(made.window)
    return page(
        request,
        "map.html",
        canvas=canvas,
        atlas=made,
        land=[canvas.path(ring, closed=True) for ring in base.land],
        borders=[canvas.path(line) for line in base.borders],
        provinces=[canvas.path(ring) for ring in base.provinces],
        spots=_spots(canvas, made.spots),
        stretches=[_stretch(canvas, each) for each in made.stretches],
        scale=canvas.scale_bar(),
        months=months,
        years=_years(months),
        most=max((month.sure + month.perhaps for month in months), default=0),
        fresh=fresh,
    )


def _spots(canvas: Canvas, spots: Sequence[Spot]) -> list[Drawn]:
    """The places, rings below dots; a name stands where no other is near."""
    named: list[tuple[float, float]] = []
    drawn: list[Drawn] = []
    by_size = sorted(enumerate(spots), key=lambda item: (item[1].ring_km is not None, -len(item[1].things)))
    for number, spot in by_size:
        x, y = canvas.x(spot.lon), canvas.y(spot.lat)
        free = all(abs(x - a) > 90 or abs(y - b) > 16 for a, b in named)
        named += [(x, y)] if free else []
        drawn.append(Drawn(spot, number, x, y, _radius(canvas, spot), free))
    return sorted(drawn, key=lambda each: each.spot.ring_km is None)


def _radius(canvas: Canvas, spot: Spot) -> float:
    if spot.ring_km is not None:
        return max(_LARGEST, canvas.units(spot.ring_km, spot.lat))
    return float(min(_LARGEST, _SMALLEST + 2.5 * (len(spot.things) - 1) ** 0.5))


def _stretch(canvas: Canvas, stretch: Stretch) -> DrawnStretch:
    d = " ".join(canvas.path(part, closed=stretch.kind == "ring") for part in stretch.parts)
    return DrawnStretch(stretch, d, max(2.0, 2 * canvas.units(stretch.error_km)))


def _years(months: Sequence[Month]) -> list[tuple[int, int]]:
    """Where each year begins, by the number of its month; every second or fifth where there are many."""
    starts = [
        (n, date.fromordinal(month.first).year)
        for n, month in enumerate(months)
        if month.name.endswith("-01")
    ]
    every = 1 + len(starts) // 16
    return starts[::every]
