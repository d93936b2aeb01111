"""The ledger: orders as bars over time, how they stand to each other, and which was in force there, then."""

from starlette.requests import Request
from starlette.responses import Response

from holdfire.errors import DateError, HoldfireError
from holdfire.model.period import parse_period
from holdfire.sources.published import published_date
from holdfire.views.in_force import InForce
from holdfire.views.order_bars import order_bars
from holdfire.web.answers import page
from holdfire.web.desk import Desk
from holdfire.web.fields import field
from holdfire.web.fields import told as sentence
from holdfire.web.pages.things import told
from holdfire.web.together import Told
from holdfire.workflows.casebook.ordering import answer, question

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def show(request: Request) -> Response:
    """The ledger, with the answer where something was asked."""
    now, fresh = told(request)
    asked = {name: field(request.query_params, name)[:200] for name in ("at", "on", "unit", "act")}
    found, problem = (None, "") if not asked["on"] else _answered(request, now, asked)
    return page(
        request,
        "ledger.html",
        ledger=now.ledger,
        chart=order_bars(now.ledger.rows),
        asked=asked,
        found=found,
        said=_said(found, asked) if found else "",
        problem=problem,
        reports={header.source_id or header.id: header.id for header in now.reports.values()},
        acts=request.app.state.desk.vocabulary(),
        fresh=fresh,
        known=now.things,
    )


def _answered(request: Request, now: Told, asked: dict[str, str]) -> tuple[InForce | None, str]:
    desk: Desk = request.app.state.desk
    try:
        made = question(
            at=asked["at"] or None,
            on=_day(asked["on"]),
            unit=asked["unit"] or None,
            act=asked["act"].replace(" ", "_") or None,
            own=desk.own,
        )
        return answer(now.case, made), ""
    except HoldfireError as error:
        return None, sentence(error)


def _day(given: str) -> str:
    """A day as a person writes it, as EDTF."""
    try:
        return parse_period(given.replace(" ", "T")).edtf
    except DateError:
        return published_date(given)


def _said(found: InForce, asked: dict[str, str]) -> str:
    """The answer in a sentence."""
    sure = sum(each.truth == "yes" for each in found.orders)
    maybe = sum(each.truth == "possibly" for each in found.orders)
    where = f" at {asked['at']}" if asked["at"] else ""
    if not sure and not maybe:
        return f"No order that these reports tell of was in force{where} then."
    if not maybe:
        said = f"{_many(sure)} in force{where}"
    elif not sure:
        said = f"{_many(maybe)} possibly in force{where}, none for sure"
    else:
        more = f"{_number(maybe)} more possibly {'was' if maybe == 1 else 'were'}"
        said = f"{_many(sure)} in force{where}, and {more}"
    return f"{said[:1].upper()}{said[1:]}, as far as these reports tell."


def _many(number: int) -> str:
    return f"{_number(number)} {'order was' if number == 1 else 'orders were'}"


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"
