"""Records → a story: for each report its main orders and its incidents; drops all else."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from holdfire.model.grounded import Grounded
from holdfire.model.incident import ReportedIncident
from holdfire.model.order import ReportedOrder
from holdfire.model.party import Party
from holdfire.model.record import Record
from holdfire.views.dates import say_date
from holdfire.views.entries import Words
from holdfire.views.values import Frame
from holdfire.views.wording import say

_DAY = re.compile(r"\d{4}(?:-\d\d)?(?:-\d\d)?")
_UNDATED = "9999"
NAMED = 3


@dataclass(frozen=True, slots=True)
class Deed:
    """An order or an incident in one line, with words that show it."""

    frame: Frame
    when: str
    who: str
    what: tuple[str, ...]
    words: Words


@dataclass(frozen=True, slots=True)
class Chapter:
    """What one report adds to the story."""

    title: str
    outlet: str
    published: str
    deeds: tuple[Deed, ...]


def story(records: Iterable[Record]) -> tuple[Chapter, ...]:
    """The chapters in the order in which their reports were published, undated ones last."""
    ordered = sorted(records, key=lambda record: _first_day(record.report.published))
    return tuple(_chapter(record) for record in ordered)


def _first_day(edtf: str | None) -> str:
    found = _DAY.search(edtf or "")
    return found.group() if found else _UNDATED


def _chapter(record: Record) -> Chapter:
    published = record.report.published
    return Chapter(
        title=record.report.title or "Untitled report",
        outlet=record.report.outlet or "",
        published=say_date(published) if published else "",
        deeds=tuple(_deeds(record)),
    )


def _deeds(record: Record) -> Iterator[Deed]:
    for order in record.orders:
        if order.salience == "main":
            yield _order(order)
    for incident in record.incidents:
        if incident.status != "hypothetical":
            yield _incident(incident)


def _order(order: ReportedOrder) -> Deed:
    issuer = say(order.issuer.value) if order.issuer else ""
    route = _route(issuer, _parties(order.addressees))
    when = order.effective_from or order.issued
    shown = order.clauses[0].act if order.clauses else order.kind
    return Deed("order", _day(when), route, tuple(dict.fromkeys(map(say, order.clauses))), _words(shown))


def _incident(incident: ReportedIncident) -> Deed:
    who = _route(_parties(incident.actor), _parties(incident.target))
    toll = [
        f"{say(count.value)} {slot}"
        for slot in ("killed", "injured", "detained")
        if (count := getattr(incident, slot))
    ]
    what = ", ".join([say(incident.act.value), *toll])
    status = "" if incident.status == "happened" else f" ({incident.status})"
    return Deed("incident", _day(incident.date), who, (f"{what}{status}",), _words(incident.act))


def _route(doer: str, to: str) -> str:
    """Who did it → to whom; those to whom it was done keep their arrow where nobody else is named."""
    return f"{doer} → {to}".strip() if to else doer


def _parties(slot: tuple[Grounded[Party], ...]) -> str:
    names = _apart([say(party.value) for party in slot])
    more = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f" and {more} more" if more > 0 else "")


def _apart(names: Sequence[str]) -> list[str]:
    """The names without those that only begin another: "resident of X" beside "Resident of X, in Y"."""
    low = [name.casefold() for name in names]
    return [
        name
        for n, name in enumerate(names)
        if low[n] not in low[:n] and not any(other.startswith(low[n]) and other != low[n] for other in low)
    ]


def _day(date: Grounded[str] | None) -> str:
    return say_date(date.value) if date else ""


def _words(grounded: Grounded[Any]) -> Words:
    return Words(grounded.quote, grounded.start, grounded.end)
