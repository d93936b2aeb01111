"""One order told several times in a report is one reported order, with every word that tells of it."""

import re
from collections.abc import Sequence

import msgspec

from holdfire.model.grounded import Grounded, Piece
from holdfire.model.incident import ReportedIncident
from holdfire.model.order import Clause, OrderKind, ReportedOrder
from holdfire.model.party import Party, Voice
from holdfire.model.place import Place
from holdfire.reading.english.saying.denials import DENIED_IT
from holdfire.reading.record.order_standing import HANDED, PROVISIONS, standing
from holdfire.reading.record.order_tellings import (
    DATED,
    STRENGTH,
    Known,
    is_change_of,
    known_as,
    of_paper_before,
)
from holdfire.reading.record.sameness import first, parties, union
from holdfire.reading.resolving.order_dates import ended_after
from holdfire.reading.resolving.orders import OrderTelling
from holdfire.reading.resolving.voices import heard

_DAY = re.compile(r"\d{4}-\d\d-\d\d\??")
VAGUE = frozenset({"authorities", "government", "regime", "leadership", "officials", "state"})
"""What a body is called that is not named: "North Korean authorities"."""

ARTICLES = frozenset({"a", "an", "the", "any", "all", "every", "those"})
PRONOUNS = frozenset({"it", "they", "them", "he", "him", "she", "her"})


def merged(tellings: Sequence[OrderTelling]) -> list[ReportedOrder]:
    """The orders of a report, each once, in the order of their first words."""
    out: list[Known] = []
    for telling in _after_what_they_change(standing(tellings)):
        at = known_as(telling, out)
        if at is None:
            out.append(Known([telling], of_paper_before(telling, out)))
        else:
            out[at].add(telling, _excepted(joined(out[at].order, telling.order), telling.exempt))
        _age(out)
    return [_lasting(_begun(known.order), known) for known in out if known.order.clauses]


def _after_what_they_change(tellings: Sequence[OrderTelling]) -> list[OrderTelling]:
    """The tellings, those of a change behind that of the order changed: "extended its BAN on fishing"."""
    out = list(tellings)
    for telling in tellings:
        changed = next((t for t in out if t is not telling and is_change_of(telling, t)), None)
        if changed is not None and out.index(changed) > out.index(telling):
            out.remove(telling)
            out.insert(out.index(changed) + 1, telling)
    return out


def _excepted(order: ReportedOrder, exempt: Grounded[str] | None) -> ReportedOrder:
    """An order with those it leaves out as an exception of each clause that has none of its own."""
    if exempt is None:
        return order
    clauses = (msgspec.structs.replace(c, exception=c.exception or exempt) for c in order.clauses)
    return msgspec.structs.replace(order, clauses=tuple(clauses))


def _begun(order: ReportedOrder) -> ReportedOrder:
    """An order told without a start of its own is taken to hold from the day it was given, with a doubt."""
    day = order.issued
    if order.effective_from is not None or day is None or STRENGTH[order.kind.value] == 2:
        return order
    if _DAY.fullmatch(day.value) is None:
        return order
    because = "no other start is told than the day it was given"
    begun = msgspec.structs.replace(day, value=day.value.rstrip("?") + "?", basis="inferred", because=because)
    return msgspec.structs.replace(order, effective_from=begun)


def _lasting(order: ReportedOrder, known: Known) -> ReportedOrder:
    """An order that holds "for 15 days" from a day that another sentence tells."""
    length = next((t.length for t in known.tellings if t.length is not None), None)
    start = order.effective_from
    if order.effective_to is not None or length is None or start is None:
        return order
    return msgspec.structs.replace(order, effective_to=ended_after(start, length))


def _age(known: Sequence[Known]) -> None:
    """Make background what lies well before the first order told as of now, and rules told beside it."""
    lead = next((k.order for k in known if k.order.salience == "main" and k.order.clauses), None)
    for each in known:
        if lead is not None and (_is_before(each.order, lead) or _is_beside(each.order, lead)):
            each.order = msgspec.structs.replace(each.order, salience="background")


def beside_acts(orders: Sequence[ReportedOrder], acts: Sequence[ReportedIncident]) -> list[ReportedOrder]:
    """The orders of a report; a rule or agreement told after an act, not as new, is background."""
    first_act = min((a.evidence[0].start for a in acts if a.salience == "main"), default=None)
    if first_act is None:
        return list(orders)
    return [
        msgspec.structs.replace(o, salience="background") if _is_rule_after(o, first_act) else o
        for o in orders
    ]


def _is_rule_after(order: ReportedOrder, act: int) -> bool:
    """Whether an order is no new one, and is first told of after an act."""
    new = order.issued is not None or order.relation is not None
    return order.kind.value in ("standing rule", "agreement") and not new and order.evidence[0].start > act


def joined(a: ReportedOrder, b: ReportedOrder) -> ReportedOrder:
    """One order of two tellings: the first value of each slot stands, lists are united."""
    return msgspec.structs.replace(
        a,
        salience=a.salience if a.clauses or a.issued is not None else b.salience,
        kind=_kind(a, b),
        status=a.status if a.clauses else b.status,
        issuer=_issuer(a.issuer, b.issuer),
        addressees=parties(a.addressees, b.addressees),
        clauses=_clauses(a.clauses, b.clauses),
        places=_places(a, b),
        area=first(a.area, b.area),
        issued=first(b.issued, a.issued) if b.kind.rule == DATED else first(a.issued, b.issued),
        effective_from=first(a.effective_from, b.effective_from),
        effective_to=first(a.effective_to, b.effective_to),
        until_condition=first(a.until_condition, b.until_condition),
        hours=union(a.hours, b.hours),
        purpose=first(a.purpose, b.purpose),
        relation=first(a.relation, b.relation),
        attribution=voices(a.attribution, b.attribution),
        evidence=(*a.evidence, *b.evidence),
    )


def _places(a: ReportedOrder, b: ReportedOrder) -> tuple[Grounded[Place], ...]:
    """The places of two tellings; what one infers from its source and the other states is stated."""
    stated = [p.value for p in b.places if p.basis != "inferred"]
    return union([p for p in a.places if p.basis != "inferred" or p.value not in stated], b.places)


def _kind(a: ReportedOrder, b: ReportedOrder) -> Grounded[OrderKind]:
    """The plainer kind of two; what only follows an order in its own words does not change it."""
    if b.kind.rule in PROVISIONS and (a.clauses or a.kind.rule in HANDED):
        return a.kind
    if not a.clauses or not b.clauses:
        return a.kind if a.clauses else b.kind
    return min(a.kind, b.kind, key=lambda k: STRENGTH[k.value])


def _issuer(a: Grounded[Party] | None, b: Grounded[Party] | None) -> Grounded[Party] | None:
    """Who gave an order: a body rather than its country; every other naming stays beside it."""
    if a is None or b is None or a.span == b.span:
        return first(a, b)
    named, other = (b, a) if b.basis == "stated" and _plainness(b.value) > _plainness(a.value) else (a, b)
    piece = Piece(other.quote, other.start, other.end)
    return named if piece in named.more else msgspec.structs.replace(named, more=(*named.more, piece))


def _plainness(party: Party) -> int:
    """How plainly who gave an order is named: a country less than "authorities", those less than a body."""
    if party.id is not None:
        return 0
    return 1 if party.name.lower().rsplit(" ", 1)[-1] in VAGUE else 2


def _clauses(a: Sequence[Clause], b: Sequence[Clause]) -> tuple[Clause, ...]:
    """Every clause once: the same force on the same act, unless each has a condition of its own."""
    out = list(a)
    for clause in b:
        at = next((n for n, known in enumerate(out) if _same_clause(known, clause)), None)
        if at is None:
            out.append(clause)
        elif out[at].condition is None and clause.condition is not None:
            out[at] = msgspec.structs.replace(out[at], condition=clause.condition)
    return tuple(out)


def _same_clause(a: Clause, b: Clause) -> bool:
    alike = (a.modality, a.act, a.means, a.act.rule) == (b.modality, b.act, b.means, b.act.rule)
    if not alike or a.act.span == b.act.span:
        return alike
    if a.exception != b.exception and ((a.target is None) != (b.target is None) or _are_apart(a, b)):
        return False
    if (a.condition is None) != (b.condition is None) and _are_apart(a, b):
        return False
    return a.condition is None or b.condition is None


def _are_apart(a: Clause, b: Clause) -> bool:
    """Whether two clauses are each about another: "not at stone-throwers", "not at a car unless …"."""
    if a.target is None or b.target is None:
        return False
    one, other = ({*t.value.name.lower().split()} - ARTICLES for t in (a.target, b.target))
    return one.isdisjoint(other) and PRONOUNS.isdisjoint(one | other)


def voices(*chains: Sequence[Grounded[Voice]]) -> tuple[Grounded[Voice], ...]:
    """All voices once; narration only where no other tells it, whoever denies it."""
    every = heard(*chains)
    named = tuple(v for v in every if v.value.kind != "narration")
    if any(v.rule != DENIED_IT for v in named):
        return named
    return (*(v for v in every if v.value.kind == "narration"), *named)


def _is_beside(order: ReportedOrder, lead: ReportedOrder) -> bool:
    """Whether a standing rule or a draft is only told beside the order that a report is about."""
    apart = order is not lead and order.kind.value != lead.kind.value and bool(order.clauses)
    return apart and order.kind.value in ("standing rule", "proposal")


def _is_before(order: ReportedOrder, lead: ReportedOrder) -> bool:
    mine, theirs = first(order.issued, order.effective_from), first(lead.issued, lead.effective_from)
    return order is not lead and mine is not None and theirs is not None and mine.value[:7] < theirs.value[:7]
