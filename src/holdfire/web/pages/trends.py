"""The trend: whether incidents changed from an order or a day on, with its caveats beside the chart."""

import importlib
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from holdfire.errors import HoldfireError
from holdfire.model.period import BEGINNING
from holdfire.store.together import Sought
from holdfire.views.in_force import title
from holdfire.views.trend import Bar, TrendPage, trend_page
from holdfire.web.answers import page
from holdfire.web.desk import Desk
from holdfire.web.fields import field
from holdfire.web.fields import told as sentence
from holdfire.web.pages.things import told
from holdfire.web.together import Told
from holdfire.workflows.analysis.scipy_there import require_scipy

WIDTH, HEIGHT, BELOW = 1000.0, 200.0, 60.0
MOST = 200
"""So many orders can be chosen from the form; any other by its own page."""
AGAIN = 2
"""Seconds after which a page asks again for an answer that is still being counted."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A month on the chart: how many, its doubt, and all reports below."""

    bar: Bar
    x: float
    wide: float
    high: float
    low: float
    top: float
    reports: float
    after: bool


def show(request: Request) -> Response:
    """The form, and the answer where something was asked; one that takes long comes by itself."""
    now, fresh = told(request)
    asked = {name: field(request.query_params, name)[:200] for name in ("order", "day", "place", "outside")}
    desk: Desk = request.app.state.desk
    found, problem, is_coming = None, "", False
    if asked["order"] or asked["day"]:
        work = desk.together.answer(now, tuple(asked.items()), lambda: _trend(now, asked))
        is_coming = not work.done()
        try:
            found = None if is_coming else work.result()
        except HoldfireError as error:
            problem = sentence(error)
    answer = page(
        request,
        "trend.html",
        asked=asked,
        orders=_orders(now, asked["order"]),
        found=found,
        bars=_drawn(found) if found else [],
        years=_years(found) if found else [],
        change=WIDTH * found.chart.change / max(1, len(found.chart.bars)) if found else 0,
        problem=problem,
        is_coming=is_coming,
        fresh=fresh,
    )
    if is_coming:
        answer.headers["Refresh"] = str(AGAIN)
    return answer


def _orders(now: Told, asked: str) -> list[tuple[str, str]]:
    """The orders to choose from, by time: those that most reports tell of, and the one asked for."""
    kept = now.kept.page(Sought("order"), sort="told", down=True, limit=MOST)
    ids = {each.id for each in kept} | {asked}
    versions = [each for each in now.ledger.history.versions if each.id in ids and each.began[0] > BEGINNING]
    return [(each.id, title(each.order)) for each in sorted(versions, key=lambda each: each.began)]


def _trend(now: Told, asked: dict[str, str]) -> TrendPage:
    require_scipy()
    work = importlib.import_module("holdfire.workflows.analysis.casebook_trend")
    places = {name: tuple(filter(None, (asked[name],))) for name in ("place", "outside")}
    day = None if asked["order"] else asked["day"]
    question = work.Asked(
        order=asked["order"] or None, day=day, places=places["place"], outside=places["outside"]
    )
    found = work.of_book(now.counting, question)
    return trend_page(found.trend, what=found.what, title=found.title, notes=found.notes)


def _years(found: TrendPage) -> list[tuple[float, int]]:
    """Where years begin on the chart."""
    wide = WIDTH / max(1, len(found.chart.bars))
    return [(round(place * wide, 1), year) for place, year in found.chart.years]


def _drawn(found: TrendPage) -> list[Drawn]:
    chart = found.chart
    most, reports = chart.most or 1.0, chart.most_reports or 1.0
    wide = WIDTH / max(1, len(chart.bars))
    return [
        Drawn(
            bar,
            round((place + 0.1) * wide, 1),
            round(wide * 0.8, 1),
            round(HEIGHT * bar.expected / most, 1),
            round(HEIGHT * bar.low / most, 1),
            round(HEIGHT * bar.high / most, 1),
            round(BELOW * (bar.reports or 0) / reports, 1),
            place + 0.5 >= chart.change,
        )
        for place, bar in enumerate(chart.bars)
        if bar is not None
    ]
