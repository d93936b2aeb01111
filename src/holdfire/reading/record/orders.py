"""One order told several times in a report is one reported order, with every word that tells of it."""

from collections.abc import Sequence

import msgspec

from holdfire.model.grounded import Grounded, Piece
from holdfire.model.order import Clause, ReportedOrder
from holdfire.model.party import Party, Voice
from holdfire.reading.record.sameness import dates_agree, first, parties, parties_agree, union

STRENGTH = {
    "order": 0,
    "instruction": 1,
    "standing rule": 1,
    "proclamation": 0,
    "agreement": 0,
    "proposal": 2,
    "threat": 2,
}


def merged(orders: Sequence[ReportedOrder]) -> list[ReportedOrder]:
    """The orders of a report, each once, in the order of their first words.

    Provisions in an order's own words belong to the order told before them; where none is told, several of
    them together are an order that speaks for itself, and a single one is only talk.
    """
    out: list[ReportedOrder] = []
    provisions = [o for o in orders if o.kind.rule in PROVISIONS]
    if len(provisions) == len(orders) == 1 and orders[0].kind.rule != "order.foretold":
        return []
    for order in orders:
        at = next((n for n in reversed(range(len(out))) if same(out[n], order)), None)
        if at is None:
            out.append(order)
        else:
            out[at] = joined(out[at], order)
    return _with_salience([order for order in out if order.clauses])


NEAR = 1500
"""Code points: how far behind an order its provisions may stand."""
PROVISIONS = frozenset({"order.provision", "order.foretold", "order.heading", "order.are_to"})


def same(a: ReportedOrder, b: ReportedOrder) -> bool:
    """Whether two tellings may be of one order: nothing in them speaks against it."""
    if (STRENGTH[a.kind.value] == 2) != (STRENGTH[b.kind.value] == 2):
        return False
    if a.salience == "main" and b.salience == "background" and b.issued is not None and a.issued is None:
        return False
    if not a.clauses or not b.clauses:
        return b.kind.start - a.kind.start < NEAR and dates_agree(a.issued, b.issued)
    if b.kind.rule in PROVISIONS:
        return a.kind.rule in PROVISIONS or b.kind.start - a.kind.start < NEAR
    if not (dates_agree(a.issued, b.issued) and dates_agree(a.effective_from, b.effective_from)):
        return False
    issuers = (a.issuer.value if a.issuer else None, b.issuer.value if b.issuer else None)
    told = [(x.value, y.value) for x in a.addressees for y in b.addressees]
    return parties_agree(*issuers) and (not told or any(parties_agree(x, y) for x, y in told))


def joined(a: ReportedOrder, b: ReportedOrder) -> ReportedOrder:
    """One order of two tellings: the first value of each slot stands, lists are united."""
    return msgspec.structs.replace(
        a,
        salience=a.salience if a.clauses or a.issued is not None else b.salience,
        kind=min(a.kind, b.kind, key=lambda k: STRENGTH[k.value]),
        issuer=_issuer(a.issuer, b.issuer),
        addressees=parties(a.addressees, b.addressees),
        clauses=_clauses(a.clauses, b.clauses),
        places=union(a.places, b.places),
        area=first(a.area, b.area),
        issued=first(a.issued, b.issued),
        effective_from=first(a.effective_from, b.effective_from),
        effective_to=first(a.effective_to, b.effective_to),
        until_condition=first(a.until_condition, b.until_condition),
        hours=union(a.hours, b.hours),
        purpose=first(a.purpose, b.purpose),
        relation=first(a.relation, b.relation),
        attribution=voices(a.attribution, b.attribution),
        evidence=(*a.evidence, *b.evidence),
    )


def _issuer(a: Grounded[Party] | None, b: Grounded[Party] | None) -> Grounded[Party] | None:
    """Who gave an order: a body rather than its country; every other naming stays beside it."""
    if a is None or b is None or a.span == b.span:
        return first(a, b)
    named, other = (b, a) if a.value.id is not None and b.value.id is None and b.basis == "stated" else (a, b)
    piece = Piece(other.quote, other.start, other.end)
    return named if piece in named.more else msgspec.structs.replace(named, more=(*named.more, piece))


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
    conditions = (a.condition is None) + (b.condition is None)
    alike = (a.modality, a.act, a.means, a.act.rule) == (b.modality, b.act, b.means, b.act.rule)
    return alike and conditions > 0


def voices(*chains: Sequence[Grounded[Voice]]) -> tuple[Grounded[Voice], ...]:
    """All voices once; narration only where there is no other."""
    every = union(*chains)
    named = tuple(v for v in every if v.value.kind != "narration")
    return named or every[:1]


def _with_salience(orders: list[ReportedOrder]) -> list[ReportedOrder]:
    """The first order told as of now is the main one; what lies well before its time is background."""
    lead = next((o for o in orders if o.salience == "main"), None)
    if lead is None:
        return orders
    return [msgspec.structs.replace(o, salience="background") if _is_before(o, lead) else o for o in orders]


def _is_before(order: ReportedOrder, lead: ReportedOrder) -> bool:
    mine, theirs = first(order.issued, order.effective_from), first(lead.issued, lead.effective_from)
    return order is not lead and mine is not None and theirs is not None and mine.value[:7] < theirs.value[:7]
