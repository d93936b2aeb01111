"""Orders → orders: adds which earlier order one repeats, replaces, amends or carries out; drops nothing.

An order says so in its own words ("the August 2020 order"). The earlier one is sought among those given
before it that share a clause or a place with it; a year in the words must be the earlier one's. Of several,
the one that shares most is taken; where two share as much, the words stand alone.
"""

import re
from collections.abc import Sequence

import msgspec

from holdfire.corroboration.attestation import bounds_of
from holdfire.model.corroborated import Attested, Order, StandsTo

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NAMED_YEAR = 3


def linked(orders: Sequence[Order]) -> tuple[Order, ...]:
    """The orders, each with the ids of the earlier ones that it stands to."""
    return tuple(_linked(order, orders) if order.relations else order for order in orders)


def _linked(order: Order, orders: Sequence[Order]) -> Order:
    named = tuple(_named(relation, order, orders) for relation in order.relations)
    return msgspec.structs.replace(order, relations=named)


def _named(relation: Attested[StandsTo], order: Order, orders: Sequence[Order]) -> Attested[StandsTo]:
    words = relation.value.words or ""
    rated = [(_shared(words, order, other), other.id) for other in orders if other is not order]
    best, second = ([*sorted(rated, reverse=True), (0, ""), (0, "")])[:2]
    if best[0] <= second[0]:
        return relation
    return msgspec.structs.replace(relation, value=msgspec.structs.replace(relation.value, order=best[1]))


def _shared(words: str, order: Order, earlier: Order) -> int:
    """How much speaks for an order being the earlier one; 0 if it cannot be."""
    if not _is_before(earlier, order):
        return 0
    years = set(_YEAR.findall(words))
    known = {bound[:4] for bound in _dates(earlier)}
    if years and known and years.isdisjoint(known):
        return 0
    norms = {(n.value.modality, n.value.means or n.value.act) for n in order.clauses}
    shared = sum((n.value.modality, n.value.means or n.value.act) in norms for n in earlier.clauses)
    places = {p.value.key for p in order.places} - {None}
    shared += sum(p.value.key in places for p in earlier.places)
    return shared + (_NAMED_YEAR if not years.isdisjoint(known) else 0)


def _dates(order: Order) -> list[str]:
    return [date.value for date in (order.issued, order.effective_from) if date is not None]


def _is_before(earlier: Order, later: Order) -> bool:
    """Whether an order may have been given before another: it may where a date is open."""
    firsts, lasts = ([b for d in _dates(o) if (b := bounds_of(d)) is not None] for o in (earlier, later))
    return not firsts or not lasts or min(b[0] for b in firsts) < min(b[0] for b in lasts)
