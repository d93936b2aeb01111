"""One act told several times in a report is one incident; harm done in it joins the act that did it."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from holdfire.model.grounded import Grounded
from holdfire.model.incident import Practice, ReportedIncident
from holdfire.reading.record.orders import voices
from holdfire.reading.record.sameness import dates_agree, first, parties, parties_agree, places_agree, union

VIOLENCE = frozenset(
    {"fire", "shell", "kill", "injure", "hit", "attack", "beat", "stab", "explode", "use_explosive", "burn"}
)
WARNINGS = frozenset({"warn", "fire_warning_shot", "fire_blank", "fire_flare"})
WEIGHT = {
    "kill": 0,
    "fire": 1,
    "shell": 2,
    "explode": 2,
    "stab": 2,
    "beat": 3,
    "injure": 4,
    "detain": 5,
    "hit": 6,
    "attack": 6,
}
NEAR = 400


def merged(incidents: Sequence[ReportedIncident]) -> list[ReportedIncident]:
    """The incidents of a report, each once, in the order of their first words."""
    out: list[ReportedIncident] = []
    for incident in incidents:
        at = next((n for n in reversed(range(len(out))) if same(out[n], incident)), None)
        if at is None:
            out.append(incident)
        else:
            out[at] = joined(out[at], incident)
    return [i for i in out if tells_enough(i)]


def same(a: ReportedIncident, b: ReportedIncident) -> bool:
    """Whether two tellings may be of one incident: nothing in them speaks against it."""
    if (a.status == "hypothetical") != (b.status == "hypothetical"):
        return False
    if not (dates_agree(a.date, b.date) and places_agree(a.places, b.places)):
        return False
    if not _acts_agree(a, b):
        return False
    pairs = [(x.value, y.value) for x in a.actor for y in b.actor]
    return not pairs or any(parties_agree(x, y) for x, y in pairs)


def _acts_agree(a: ReportedIncident, b: ReportedIncident) -> bool:
    left, right = a.act.value, b.act.value
    if left == right or (left in VIOLENCE and right in VIOLENCE):
        return all(_counts_agree(x, y) for x, y in ((a.killed, b.killed), (a.injured, b.injured)))
    if left in WARNINGS and right in VIOLENCE:
        return abs(b.act.start - a.act.start) < NEAR
    return "detain" in (left, right) and abs(b.act.start - a.act.start) < NEAR


def _counts_agree(a: object, b: object) -> bool:
    return a is None or b is None or a == b


def joined(a: ReportedIncident, b: ReportedIncident) -> ReportedIncident:
    """One incident of two tellings: the graver act names it, lists are united."""
    return msgspec.structs.replace(
        a,
        act=min(a.act, b.act, key=lambda act: WEIGHT.get(act.value, 9)),
        status=a.status if a.status == "happened" else b.status,
        date=first(a.date, b.date),
        time=first(a.time, b.time),
        places=union(a.places, b.places),
        actor=parties(a.actor, b.actor),
        means=first(a.means, b.means),
        target=parties(a.target, b.target),
        target_type=first(a.target_type, b.target_type),
        killed=first(a.killed, b.killed),
        injured=first(a.injured, b.injured),
        detained=first(a.detained, b.detained),
        warning_given=first(a.warning_given, b.warning_given, _warned(a, b)),
        aid_given=first(a.aid_given, b.aid_given),
        attribution=voices(a.attribution, b.attribution),
        evidence=(*a.evidence, *b.evidence),
    )


def _warned(a: ReportedIncident, b: ReportedIncident) -> Grounded[Literal["yes", "no"]] | None:
    """A warning told before the act it warned of."""
    if a.act.value not in WARNINGS or b.act.value in WARNINGS:
        return None
    return msgspec.structs.replace(a.act, value="yes", rule="incident.warned_first")  # type: ignore[arg-type]


def tells_enough(incident: ReportedIncident) -> bool:
    """Whether an incident says more than that something was done: who, to whom, when or how many."""
    if incident.status == "hypothetical":
        return False
    counted = first(incident.killed, incident.injured, incident.detained)
    restraint = incident.act.value in ("omission", "hold_fire", *WARNINGS)
    return bool(incident.target or counted or (incident.actor and (incident.date or restraint)))


def practices(found: Sequence[Practice]) -> list[Practice]:
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
