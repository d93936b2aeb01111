"""Records that say exactly what a coder coded, to hold the gate's scorer against."""

from typing import Any

from gate.gold import GoldIncident, GoldOrder, GoldPractice, GoldReport
from gate.run import unread
from holdfire.model.grounded import Grounded
from holdfire.model.incident import Practice, ReportedIncident
from holdfire.model.order import Clause, Relation, ReportedOrder
from holdfire.model.party import Party, Voice
from holdfire.model.place import Place
from holdfire.model.record import Record

Evidence = tuple[tuple[int, int], ...]


def grounded(value: Any, start: int = 0, end: int = 1) -> Grounded[Any]:
    return Grounded(value, "", start, end)


def maybe(value: Any) -> Any:
    return None if value is None else grounded(value)


def parties(names: str | None) -> tuple[Grounded[Party], ...]:
    return tuple(grounded(Party(name.strip())) for name in names.split(";")) if names else ()


def voices(speaker: str | None) -> tuple[Grounded[Voice], ...]:
    if speaker is None or speaker.startswith("narration"):
        return ()
    return (grounded(Voice(speaker)),)


def places(names: tuple[str, ...]) -> tuple[Grounded[Place], ...]:
    return tuple(grounded(Place(name)) for name in names)


def evidence(spans: Evidence) -> tuple[Grounded[str], ...]:
    return tuple(grounded("", start, end) for start, end in spans)


def order(gold: GoldOrder) -> ReportedOrder:
    clauses = tuple(Clause(c.modality, grounded(c.act), means=maybe(c.means)) for c in gold.acts)
    relation = grounded(Relation(gold.relation.kind)) if gold.relation else None
    return ReportedOrder(
        id="",
        kind=grounded(gold.kind),
        salience="background" if gold.salience == "background" else "main",
        issuer=next(iter(parties(gold.issuer)), None),
        addressees=parties(gold.addressees),
        clauses=clauses,
        places=places(gold.place_names),
        issued=maybe(gold.issued),
        effective_from=maybe(gold.effective_from),
        effective_to=maybe(gold.effective_to),
        until_condition=maybe(gold.until_condition),
        hours=tuple(grounded(f"{h.from_}/{h.to}") for h in gold.hours or ()),
        relation=relation,
        attribution=voices(gold.attributed_to),
        evidence=evidence(gold.evidence_spans),
    )


def incident(gold: GoldIncident) -> ReportedIncident:
    return ReportedIncident(
        id="",
        act=grounded(gold.act),
        status=gold.status,
        salience=gold.salience,
        date=maybe(gold.date),
        places=places(gold.place_names),
        actor=parties(gold.actor),
        means=maybe(gold.means),
        target=parties(gold.target),
        target_type=maybe(gold.target_type),
        killed=maybe(gold.killed),
        injured=maybe(gold.injured),
        detained=maybe(gold.detained),
        warning_given=maybe(gold.warning_given),
        aid_given=maybe(gold.aid_given),
        circumstances=tuple(grounded(each) for each in sorted(gold.circumstances or ())),
        attribution=voices(gold.attributed_to),
        evidence=evidence(gold.evidence_spans),
    )


def practice(gold: GoldPractice) -> Practice:
    return Practice(
        id="",
        act=grounded(gold.act),
        status=gold.status,
        period=maybe(gold.period),
        places=places(gold.place_names),
        actor=parties(gold.actor),
        means=maybe(gold.means),
        target=parties(gold.target),
        evidence=evidence(gold.evidence_spans),
    )


def record(
    gold: GoldReport,
    *,
    orders: tuple[ReportedOrder, ...] = (),
    incidents: tuple[ReportedIncident, ...] = (),
    practices: tuple[Practice, ...] = (),
) -> Record:
    header = unread(gold)
    return Record(header.report, header.reader, orders, incidents, practices)


def perfect(gold: GoldReport) -> Record:
    """The record that says what is coded, slot by slot."""
    return record(
        gold,
        orders=tuple(map(order, gold.orders)),
        incidents=tuple(map(incident, gold.incidents)),
        practices=tuple(map(practice, gold.practices)),
    )
