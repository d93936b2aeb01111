"""What each report tells of an order or incident, for its words: an account's id → its telling."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

import msgspec

from holdfire.model.corroborated import Incident, Norm, Order
from holdfire.model.grounded import Grounded
from holdfire.model.incident import Circumstance, ReportedIncident
from holdfire.model.order import Clause, ReportedOrder


class Telling(msgspec.Struct, frozen=True):
    """A thing as one report tells it; `report` is its name, `published` EDTF."""

    report: str
    outlet: str | None
    published: str | None
    thing: ReportedOrder | ReportedIncident


Tellings = Mapping[str, Telling]
CIRCUMSTANCES = frozenset(get_args(Circumstance))
"""Values beside whose words stand those that say who tells it."""


class Quote(msgspec.Struct, frozen=True, omit_defaults=True):
    """Words of a report, at their offsets in its text."""

    report: str
    words: str
    start: int
    end: int
    outlet: str | None = None
    published: str | None = None
    said_by: str = ""


def told(thing: Order | Incident, tellings: Tellings) -> Iterator[Telling]:
    """The tellings of an order or incident that are at hand."""
    return (tellings[account] for account in thing.accounts if account in tellings)


def clause_quotes(order: Order, norm: Norm, tellings: Tellings) -> tuple[Quote, ...]:
    """The words that each report has for a clause: its sentence where that is kept."""
    found = (
        _quote(telling, _sentence(clause.act, telling.thing))
        for telling in told(order, tellings)
        if isinstance(telling.thing, ReportedOrder)
        for clause in telling.thing.clauses
        if _is(clause, norm)
    )
    return tuple(dict.fromkeys(found))


def slot_quotes(
    thing: Order | Incident, slot: str, tellings: Tellings, codes: tuple[str, ...] = ()
) -> tuple[Quote, ...]:
    """The words that each report has for a slot ("issued", "area", "date"), or for some values of it."""
    found: list[Quote] = []
    for telling in told(thing, tellings):
        filled = getattr(telling.thing, slot, None)
        each = filled if isinstance(filled, tuple) else (filled,)
        found += [
            _quote(telling, value)
            for value in each
            if isinstance(value, Grounded) and value.quote and (not codes or value.value in codes)
        ]
    return tuple(dict.fromkeys(found))


def evidence_quotes(thing: Order | Incident, tellings: Tellings) -> tuple[Quote, ...]:
    """The longest words of evidence of each report."""
    chosen = (
        _quote(each, max(each.thing.evidence, key=lambda e: len(e.quote)))
        for each in told(thing, tellings)
        if each.thing.evidence
    )
    return tuple(dict.fromkeys(chosen))


def _is(clause: Clause, norm: Norm) -> bool:
    means = clause.means.value if clause.means else None
    condition = clause.condition.value if clause.condition else None
    return (clause.modality, clause.act.value, means, condition) == (
        norm.modality,
        norm.act,
        norm.means,
        norm.condition,
    )


def _sentence(act: Grounded[str], thing: ReportedOrder) -> Grounded[str]:
    """The shortest evidence round an act, else the act's own words."""
    around = [e for e in thing.evidence if e.start <= act.start and act.end <= e.end]
    return min(around, key=lambda e: e.end - e.start) if around else act


def _quote(telling: Telling, words: Grounded[Any]) -> Quote:
    by = " ".join(piece.quote for piece in words.more) if words.value in CIRCUMSTANCES else ""
    return Quote(telling.report, words.quote, words.start, words.end, telling.outlet, telling.published, by)
