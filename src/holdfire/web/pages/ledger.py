"""The ledger: orders as bars over time, how they stand to each other, and which was in force there, then."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

from holdfire.errors import DateError, HoldfireError
from holdfire.model.period import parse_period
from holdfire.sources.published import published_date
from holdfire.store.together import Sought
from holdfire.views.in_force import InForce
from holdfire.views.order_bars import order_bars
from holdfire.views.order_ledger import order_rows
from holdfire.web.answers import page
from holdfire.web.desk import Desk
from holdfire.web.fields import field, number
from holdfire.web.fields import told as sentence
from holdfire.web.pages.things import told
from holdfire.web.together import Told
from holdfire.workflows.casebook.ordering import answer_in_part, question

AT_ONCE = 40
MOST_RELATIONS = 12
"""So many relations that follow by implication are looked for of each order."""
MOST_IN_FORCE = 30
"""So many orders in force, and so many that are not, stand in an answer."""
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def show(request: Request) -> Response:
    """The ledger, with the answer where something was asked."""
    now, fresh = told(request)
    given = request.query_params
    asked = {name: field(given, name)[:200] for name in ("at", "on", "unit", "act")}
    found, counts, problem = (None, {}, "") if not asked["on"] else _answered(request, now, asked)
    sought, start = Sought("order", field(given, "q")[:200]), number(given, "start") or 0
    shown = now.kept.page(sought, start=start, limit=AT_ONCE + 1)
    by_id = now.ledger.history.by_id
    versions = [by_id[each.id] for each in shown[:AT_ONCE] if each.id in by_id]
    rows = order_rows(now.ledger.history, versions, most=MOST_RELATIONS)
    return page(
        request,
        "ledger.html",
        number=len(by_id),
        words=sought.words,
        found_number=now.kept.number(sought) if sought.words else len(by_id),
        before=max(0, start - AT_ONCE),
        start=start,
        after=start + AT_ONCE if len(shown) > AT_ONCE else 0,
        problems=now.ledger.history.problems[:AT_ONCE],
        chart=order_bars(rows),
        asked=asked,
        found=found,
        counts=counts,
        said=_said(counts, asked) if found else "",
        problem=problem,
        reports=now.tellings.names,
        acts=request.app.state.desk.vocabulary(),
        fresh=fresh,
        known=by_id,
        most=MOST_RELATIONS,
    )


def _answered(
    request: Request, now: Told, asked: dict[str, str]
) -> tuple[InForce | None, Mapping[str, int], str]:
    desk: Desk = request.app.state.desk
    try:
        made = question(
            now.ledger,
            at=asked["at"] or None,
            on=_day(asked["on"]),
            unit=asked["unit"] or None,
            act=asked["act"] or None,
            own=desk.own,
        )
        found, counts = answer_in_part(now.ledger, made, now.words, most=MOST_IN_FORCE)
        return found, counts, ""
    except HoldfireError as error:
        return None, {}, sentence(error)


def _day(given: str) -> str:
    """A day as a person writes it, as EDTF."""
    try:
        return parse_period(given.replace(" ", "T")).edtf
    except DateError:
        return published_date(given)


def _said(counts: Mapping[str, int], asked: dict[str, str]) -> str:
    """The answer in a sentence."""
    sure, maybe = counts.get("yes", 0), counts.get("possibly", 0)
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
