"""Conduct told as habitual, or counted over a time: each act of the same kind of actor once in a report."""

from collections.abc import Sequence

import msgspec

from holdfire.model.incident import Practice
from holdfire.reading.record.orders import voices
from holdfire.reading.record.sameness import dates_agree, first, parties, parties_agree, union
from holdfire.reading.resolving.events import COUNTING

HARMS = frozenset({"kill", "injure", "hit"})
FORCE = frozenset({"fire", "beat", "shell", "explode", "attack", "stab"})
NEAR = 240
"""Code points: how far behind a practice the count of those it hurt may stand."""


def merged(found: Sequence[Practice]) -> list[Practice]:
    """The practices of a report, each act of the same kind of actor once."""
    out: list[Practice] = []
    for practice in found:
        at = next((n for n, known in enumerate(out) if _same_practice(known, practice)), None)
        if at is None:
            out.append(practice)
        else:
            out[at] = _joined_practice(out[at], practice)
    return [p for p in out if p.status != "hypothetical" and _tells_enough(p)]


def _tells_enough(practice: Practice) -> bool:
    """Whether a practice says who acts, or on whom with what or over which time, or gives a count."""
    if practice.act.value == "aid":
        return False
    if practice.actor or practice.act.rule in COUNTING:
        return True
    counted = first(practice.killed, practice.injured, practice.detained)
    return bool(practice.target) and (first(practice.means, practice.period) or counted) is not None


def _same_practice(a: Practice, b: Practice) -> bool:
    pairs = [(x.value, y.value) for x in a.actor for y in b.actor]
    if not dates_agree(a.period, b.period) or (pairs and not any(parties_agree(x, y) for x, y in pairs)):
        return False
    if _are_two_counts(a, b) or _is_one_of_animals(a, b):
        return False
    return a.act == b.act or _is_its_toll(a, b) or _are_of_one_clause(a, b)


def _is_one_of_animals(a: Practice, b: Practice) -> bool:
    """Whether one is done to animals and the other to people."""
    types = [p.target_type.value for p in (a, b) if p.target_type is not None]
    return len(types) == len((a, b)) and types.count("animal") == 1


def _are_two_counts(a: Practice, b: Practice) -> bool:
    """Whether both count acts, over times that are not the same: of a year, and of some of its months."""
    if a.period is None or b.period is None or not {a.act.rule, b.act.rule} <= COUNTING:
        return False
    return a.period.value != b.period.value


def _is_its_toll(a: Practice, b: Practice) -> bool:
    """Whether one tells what came of the other: "routinely fire …; 23 have been hit, nine have died"."""
    if b.actor or b.act.value not in HARMS or a.act.value not in FORCE | HARMS:
        return False
    if a.period is not None and b.period is not None and a.period.value != b.period.value:
        return False
    return abs(b.act.start - a.act.start) < NEAR and getattr(a, b.act.value, None) is None


def _are_of_one_clause(a: Practice, b: Practice) -> bool:
    """Whether one clause tells both: "Indian FIRE has KILLED 14 people and INJURED 98 since January"."""
    if not {a.act.value, b.act.value} <= FORCE | HARMS:
        return False
    counted = ((a.killed, b.killed), (a.injured, b.injured), (a.detained, b.detained))
    if any(x is not None and y is not None for x, y in counted) or _strikes(a, b) or _strikes(b, a):
        return False
    return any(x.start < y.end and y.start < x.end for x in a.evidence for y in b.evidence)


def _strikes(a: Practice, b: Practice) -> bool:
    """Whether those whom one befalls do the other: agents were attacked, and fired."""
    doing, befallen = (
        {p.value.name.split()[-1] for p in each if p.value.name} for each in (a.actor, b.target)
    )
    return not doing.isdisjoint(befallen)


def _joined_practice(a: Practice, b: Practice) -> Practice:
    return msgspec.structs.replace(
        a,
        period=first(a.period, b.period),
        places=union(a.places, b.places),
        actor=parties(a.actor, b.actor),
        means=first(a.means, b.means),
        target=a.target if a.target and _is_its_toll(a, b) else parties(a.target, b.target),
        target_type=first(a.target_type, b.target_type),
        condition=first(a.condition, b.condition),
        killed=first(a.killed, b.killed),
        injured=first(a.injured, b.injured),
        detained=first(a.detained, b.detained),
        attribution=voices(a.attribution, b.attribution),
        evidence=(*a.evidence, *b.evidence),
    )
