"""Acts that nothing tells apart: of one report's acts without day, place or number each is kept once.

"Turkey pushes migrants back", "soldiers also push them back at night" tell of one conduct; where a practice
tells of it, it is that practice.
"""

import re
from collections.abc import Sequence
from typing import TypeVar

import msgspec

from holdfire.geography.peoples import countries_in
from holdfire.model.grounded import Grounded
from holdfire.model.incident import Practice, ReportedIncident
from holdfire.model.party import Party
from holdfire.reading.english.phrases.counts import is_number
from holdfire.reading.record.orders import voices
from holdfire.reading.record.sameness import first, narrow, parties, parties_agree, union

K = TypeVar("K", ReportedIncident, Practice)
ALIKE = {"pushback": "push_back"}
"""Acts that two words of the table name."""
_SINGLE = re.compile(r"(?:an?|another|the other|each|this|that|his|her)\b", re.IGNORECASE)


def each_once(
    acts: Sequence[ReportedIncident], wont: Sequence[Practice]
) -> tuple[list[ReportedIncident], list[Practice]]:
    """The acts without those that only tell again of a practice or of another such act, and the practices."""
    kept: list[ReportedIncident] = []
    habits = [*wont]
    for act in acts:
        if not _is_bare(act):
            kept.append(act)
            continue
        habit = next((n for n, p in enumerate(habits) if _is_of(p, act)), None)
        twin = next((n for n, k in enumerate(kept) if _is_bare(k) and _is_of(k, act)), None)
        if habit is not None:
            habits[habit] = _joined(habits[habit], act)
        elif twin is not None:
            kept[twin] = _joined(kept[twin], act)
        else:
            kept.append(act)
    return kept, habits


def _is_bare(act: ReportedIncident) -> bool:
    """Whether an act has no day, hour, number or narrow place, and befell nobody who is told as one."""
    told = (act.date, act.time, act.killed, act.injured, act.detained, act.warning_given, act.aid_given)
    stated = [place for place in act.places if place.basis != "inferred"]
    if any(value is not None for value in told) or narrow(stated) or act.circumstances:
        return False
    return bool(act.actor) and act.status == "happened" and all(map(_are_many, act.target))


def _are_many(target: Grounded[Party]) -> bool:
    opens = target.quote.split()[:1]
    return _SINGLE.match(target.quote) is None and not any(is_number(w) or w[0].isdigit() for w in opens)


def _is_of(known: ReportedIncident | Practice, act: ReportedIncident) -> bool:
    """Whether a bare act is the same conduct of the same kind of actor, with the same means."""
    same = ALIKE.get(known.act.value, known.act.value) == ALIKE.get(act.act.value, act.act.value)
    if not same or known.status != act.status:
        return False
    if known.means is not None and act.means is not None and known.means.value != act.means.value:
        return False
    return any(_are_one(a.value, b.value) for a in known.actor for b in act.actor)


def _are_one(a: Party, b: Party) -> bool:
    """Whether two may be one force, or one is the state whose force the other is."""
    stately = "state" in (a.kind, b.kind) and not countries_in(a.name).isdisjoint(countries_in(b.name))
    return stately or parties_agree(a, b)


def _joined(known: K, act: ReportedIncident) -> K:
    """What is known, with the words of an act that tells of it again."""
    return msgspec.structs.replace(
        known,
        places=union(known.places, act.places),
        actor=parties(known.actor, act.actor),
        means=first(known.means, act.means),
        target=parties(known.target, act.target),
        attribution=voices(known.attribution, act.attribution),
        evidence=(*known.evidence, *act.evidence),
    )
