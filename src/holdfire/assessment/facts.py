"""Incidents and clauses of orders → the facts that principles ask for, each with where it is told.

A fact that no report tells is absent: principles then leave it open, and name it as missing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from holdfire.assessment.circumstances import of_circumstances
from holdfire.assessment.fact import Fact, Facts
from holdfire.assessment.regulation import code
from holdfire.model.corroborated import Attested, Incident, Norm, Order
from holdfire.model.incident import Count

FACTS: Mapping[str, str] = MappingProxyType({
    "force": "firearm, less_lethal, flare, warning, explosive, beating, custody, other: what it is done with",
    "harm": "yes where a person was killed or injured",
    "killed": "yes or no: whether a person was killed",
    "warning": "yes or no: whether a warning was given, or is ordered",
    "other_means": "yes or no: whether other means were tried, or are offered beside firing",
    "aid": "yes or no: whether aid was given",
    "danger": "yes or no: whether anyone was in danger from those on whom force was used",
    "target_armed": "yes or no: whether those on whom force was used bore weapons; a force does",
    "limited_to_threat": "yes or no: whether a clause lets fire only at who threatens",
    "reporting": "yes where the order tells that the use of force is to be reported",
    "emergency_reason": "yes where an epidemic or emergency is given as the reason",
    "held": "yes where they were in custody, tied or blindfolded",
    "imminent": "yes or no: whether what threatened was under way",
    "moving": "towards or away: which way they moved",
    "child": "yes where one of them was a child",
    "fired_at_person": "yes where the act is told to be done at a person",
    "assembly": "yes where people were assembled: a protest, march, rally or riot",
    "violent": "yes or no: whether an assembly was violent",
    "about": "leaving: where a clause forbids to cross or to leave; else absent",
})  # fmt: skip
"""All facts that a standard may ask for, and how they come to be known."""
KIND = {
    "live_fire": "firearm",
    "explosive": "explosive",
    "landmine": "explosive",
    "less_lethal": "less_lethal",
    "flare": "flare",
    "warning_shot": "warning",
    "blank": "warning",
    "beating": "beating",
    "blade": "beating",
    "arrest": "custody",
}
GENTLE = frozenset({"flare", "warning_shot", "blank", "less_lethal", "arrest", "surveillance"})
_THREAT = re.compile(
    r"\b(?:threat\w*|self-?defen[cs]e|attack\w*|resist\w*|fire first|open(?:s|ed)? fire|shoots? (?:first|at)"
    r"|endanger\w*|danger|in defen[cs]e|armed|save (?:a )?li(?:fe|ves))\b",
    re.IGNORECASE,
)
_NO_WARNING = re.compile(r"\b(?:without (?:any )?warning|on sight|unconditional\w*)\b", re.IGNORECASE)
_WARNING = re.compile(r"\bafter (?:a |three |two |giving )*(?:verbal )?warning|\bwarn", re.IGNORECASE)
_EMERGENCY = re.compile(
    r"\b(?:epidemic|pandemic|disease|virus|covid\S*|infect\w+|emergency)\b", re.IGNORECASE
)
_LEAVING = re.compile(r"\b(?:cross|leave|exit|go out|flee|depart|approach border)\b")
_OR = re.compile(r"\s+or\s+")


def of_incident(incident: Incident) -> Facts:
    """The facts that reports tell of an incident."""
    return dict(_incident(incident))


def _incident(incident: Incident) -> Iterator[tuple[str, Fact]]:
    force = force_used(incident)
    yield "force", Fact(KIND.get(force, "other"), "means" if incident.means else "act", incident.act.lines)
    for slot in ("killed", "injured"):
        count = getattr(incident, slot)
        if count is not None and _least(count.value) > 0:
            yield "harm", Fact("yes", slot, count.lines)
            if slot == "killed":
                yield "killed", Fact("yes", slot, count.lines)
    if incident.act.value == "kill":
        yield "killed", Fact("yes", "act", incident.act.lines)
        yield "harm", Fact("yes", "act", incident.act.lines)
    for slot, fact in (("warning_given", "warning"), ("aid_given", "aid")):
        told = getattr(incident, slot)
        if told is not None:
            yield fact, Fact(told.value, slot, told.lines, disputed=bool(told.others))
    if told_means(incident) & {"warning_shot", "blank"}:
        yield "warning", Fact("yes", "means", 1)
        yield "other_means", Fact("yes", "means", 1)
    yield from of_circumstances(incident)
    if incident.target_type is not None and incident.target_type.value == "person":
        yield "fired_at_person", Fact("yes", "target_type", incident.target_type.lines)


def told_means(incident: Incident) -> frozenset[str]:
    """All means that some report tells of an incident."""
    means = incident.means
    return (
        frozenset() if means is None else frozenset((means.value, *(other.value for other in means.others)))
    )


def force_used(incident: Incident) -> str:
    """What was used, as a code: the gravest means that is told, else what the act says."""
    means, acts = told_means(incident), {incident.act.value, *(o.value for o in incident.act.others)}
    if "live_fire" in means or (acts & {"fire", "hit"} and not means - {"arrest"}):
        return "live_fire"
    graver = [m for m in KIND if m in means and m != "arrest"]
    if graver:
        return graver[0]
    return "arrest" if incident.act.value in ("detain", "abduct") else incident.act.value


def of_clause(norm: Norm, order: Order) -> Facts:
    """The facts that reports tell of a clause of an order, and of the order round it."""
    return dict(_clause(norm, order))


def _clause(norm: Norm, order: Order) -> Iterator[tuple[str, Fact]]:
    lines = len(order.lines)
    lethal = norm.act in ("kill", "fire", "shoot", "execute") and norm.means in (None, "live_fire")
    yield "force", Fact("firearm" if lethal else KIND.get(code(norm), "other"), "clauses", lines)
    condition = f"{norm.condition or ''} {norm.target or ''}".strip()
    if lethal:
        yield "limited_to_threat", Fact(limited(condition), "clauses", lines)
    if _NO_WARNING.search(condition):
        yield "warning", Fact("no", "clauses", lines)
    elif _WARNING.search(condition) or _has(order, ("warning_shot", "blank", "warn")):
        yield "warning", Fact("yes", "clauses", lines)
    if _has(order, GENTLE):
        yield "other_means", Fact("yes", "clauses", lines)
    if _has(order, ("report",)):
        yield "reporting", Fact("yes", "clauses", lines)
    if any(_EMERGENCY.search(each.value) for each in order.purpose):
        yield "emergency_reason", Fact("yes", "purpose", lines)
    if norm.modality == "prohibition" and _LEAVING.search(norm.act):
        yield "about", Fact("leaving", "clauses", lines)


def limited(condition: str) -> str:
    """Whether fire is limited to who threatens: every case that is named must tell of a threat.

    "who refuse to obey or resist" is two cases, and the first tells of none.
    """
    if not condition:
        return "no"
    return "yes" if all(_THREAT.search(case) for case in _OR.split(condition)) else "no"


def _has(order: Order, codes: Iterable[str]) -> bool:
    wanted = frozenset(codes)
    obliged: list[Attested[Norm]] = [n for n in order.clauses if n.value.modality != "prohibition"]
    return any({code(n.value), n.value.act.split("_")[0]} & wanted for n in obliged)


def _least(count: int | Count) -> int:
    return count if isinstance(count, int) else count.low or 0
