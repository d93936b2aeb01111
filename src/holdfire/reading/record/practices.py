"""Conduct told as habitual, or counted over a time: each act of the same kind of actor once in a report."""

from collections.abc import Sequence

import msgspec

from holdfire.model.incident import Practice
from holdfire.reading.record.orders import voices
from holdfire.reading.record.sameness import dates_agree, first, parties, parties_agree, union


def merged(found: Sequence[Practice]) -> list[Practice]:
    """The practices of a report, each act of the same kind of actor once."""
    out: list[Practice] = []
    for practice in found:
        at = next((n for n, known in enumerate(out) if _same_practice(known, practice)), None)
        if at is None:
            out.append(practice)
        else:
            out[at] = _joined_practice(out[at], practice)
    return [p for p in out if p.status != "hypothetical" and (p.actor or p.target)]


def _same_practice(a: Practice, b: Practice) -> bool:
    pairs = [(x.value, y.value) for x in a.actor for y in b.actor]
    return (
        a.act == b.act
        and dates_agree(a.period, b.period)
        and (not pairs or any(parties_agree(x, y) for x, y in pairs))
    )


def _joined_practice(a: Practice, b: Practice) -> Practice:
    return msgspec.structs.replace(
        a,
        period=first(a.period, b.period),
        places=union(a.places, b.places),
        actor=parties(a.actor, b.actor),
        means=first(a.means, b.means),
        target=parties(a.target, b.target),
        target_type=first(a.target_type, b.target_type),
        condition=first(a.condition, b.condition),
        killed=first(a.killed, b.killed),
        injured=first(a.injured, b.injured),
        detained=first(a.detained, b.detained),
        attribution=voices(a.attribution, b.attribution),
        evidence=(*a.evidence, *b.evidence),
    )
