"""Record → flat rows of its orders, incidents, practices: adds bounds of dates; drops spans and clauses."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec

from holdfire.errors import DateError
from holdfire.model.grounded import Grounded
from holdfire.model.incident import Count, Practice, ReportedIncident
from holdfire.model.moment import DAY
from holdfire.model.order import ReportedOrder
from holdfire.model.party import Party
from holdfire.model.period import parse_period
from holdfire.model.place import Place
from holdfire.model.record import Record
from holdfire.model.reported import Reported

_LAST_DAY = 3_652_059
_MOST = 10**12  # no store takes integers of any size, and no report counts more people


class Things(msgspec.Struct, frozen=True):
    """The part of a record that its rows are made of."""

    orders: tuple[ReportedOrder, ...] = ()
    incidents: tuple[ReportedIncident, ...] = ()
    practices: tuple[Practice, ...] = ()


def reported(record: Record | Things) -> Iterator[Reported]:
    """Every order, incident and practice of a record, in its order."""
    for number, order in enumerate(record.orders):
        yield _order(order, f"orders.{number}")
    for number, incident in enumerate(record.incidents):
        yield _act(incident, "incident", f"incidents.{number}", incident.date)
    for number, practice in enumerate(record.practices):
        yield _act(practice, "practice", f"practices.{number}", practice.period)


def _order(order: ReportedOrder, path: str) -> Reported:
    clause = order.clauses[0] if order.clauses else None
    date = order.effective_from or order.issued
    return Reported(
        order.id,
        "order",
        path,
        act=_plain(clause.act.value) if clause else None,
        means=clause.means.value if clause and clause.means else None,
        status=order.kind.value,
        salience=order.salience,
        actor=_plain(order.issuer.value.name) if order.issuer else None,
        target=_names(order.addressees),
        **_dated(date),
        **_placed(order.places),
    )


def _act(act: ReportedIncident | Practice, kind: str, path: str, date: Grounded[str] | None) -> Reported:
    return Reported(
        act.id,
        kind,
        path,
        act=_plain(act.act.value),
        means=act.means.value if act.means else None,
        status=act.status,
        salience=act.salience if isinstance(act, ReportedIncident) else None,
        actor=_names(act.actor),
        target=_names(act.target),
        target_type=act.target_type.value if act.target_type else None,
        **_dated(date),
        **_placed(act.places),
        **_counted("killed", act.killed),
        **_counted("injured", act.injured),
    )


def _names(parties: tuple[Grounded[Party], ...]) -> str | None:
    return _plain("; ".join(each.value.name for each in parties)) or None


def _plain(text: str) -> str:
    return text.replace("\0", "\ufffd")


def _dated(date: Grounded[str] | None) -> dict[str, Any]:
    if date is None:
        return {}
    first, last = days_of(date.value)
    return {"date": _plain(date.value), "first": first, "last": last}


@lru_cache(maxsize=4096)
def days_of(edtf: str) -> tuple[int | None, int | None]:
    """The first and the last day that a date may stand for."""
    try:
        bounds = parse_period(edtf).bounds
    except DateError:
        return None, None
    return _in_calendar(bounds.earliest_start // DAY), _in_calendar(-(-bounds.latest_end // DAY) - 1)


def _in_calendar(day: int) -> int | None:
    return day if 1 <= day <= _LAST_DAY else None


def _placed(places: tuple[Grounded[Place], ...]) -> dict[str, Any]:
    if not places:
        return {}
    best = min((each.value for each in places), key=lambda place: (place.lat is None, place.precision or 9))
    point = {"lat": best.lat, "lon": best.lon, "precision": best.precision}
    return {"place": _plain(best.name), "place_id": best.id, **point}


def _counted(name: str, count: Grounded[int | Count] | None) -> dict[str, Any]:
    if count is None:
        return {}
    value = count.value
    low, high = (value.low, value.high) if isinstance(value, Count) else (value, value)
    return {f"{name}_low": _sane(low), f"{name}_high": _sane(high)}


def _sane(number: int | None) -> int | None:
    return number if number is None or number <= _MOST else None
