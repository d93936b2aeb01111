"""Tellings → incidents: one act told several times in a report is one incident, with all told of it."""

import re
from collections.abc import Sequence
from typing import Any, Literal

import msgspec

from holdfire.model.grounded import Grounded
from holdfire.model.incident import ALLEGED, ReportedIncident
from holdfire.model.party import ARMED, Party
from holdfire.reading.english.acts.warnings import BIDDEN
from holdfire.reading.english.phrases.counts import is_number, names_nobody
from holdfire.reading.english.saying.denials import OF_ALL
from holdfire.reading.record.bearings import circumstances
from holdfire.reading.record.carried import following, is_old
from holdfire.reading.record.casualties import counts, is_none
from holdfire.reading.record.circumstances import completed, days_named, surroundings
from holdfire.reading.record.contrary import WARNINGS, WEAPONS
from holdfire.reading.record.days import leading_up
from holdfire.reading.record.features import ANY_FORCE, is_dying
from holdfire.reading.record.figures import is_natural, is_only_said
from holdfire.reading.record.gathering import ASIDE, Gathered, gathered
from holdfire.reading.record.orders import voices
from holdfire.reading.record.sameness import (
    finer,
    first,
    parties,
    union,
)
from holdfire.reading.record.two_sides import FORCE
from holdfire.reading.resolving.events import EXCHANGED, MEANS_ACT, MEANS_WORD, Telling, is_denial_of_all
from holdfire.reading.resolving.holders import IMPLIED
from holdfire.reading.resolving.resolver import Resolved
from holdfire.reading.resolving.scene import Scene
from holdfire.reading.resolving.voices import heard

BLASTS = frozenset({"explode", "shell"})
"""Acts that are told by their weapon alone: "a bomb went off near the station"."""
HEARD = "act.heard"
"""The rule for fire told by who heard it: it says enough where it says where."""
GRAVE = frozenset({"abduct", "attack", "explode", "shell", "burn", "incident"})
HARMING = frozenset({"kill", "hit", "injure", "fire"})
"""Acts by which somebody may be hurt: who did one used more than a warning shot."""
SIGNALS = frozenset({"warning_shot", "flare", "blank"})
_FIRST = re.compile(r"(?<!the )(?<!at )\bfirst\b(?! (?:time|shots?|day|since))")
"""What says that something was fired before more: "fired in the air first"."""
WEIGHT = {
    "kill": 0,
    "fire": 1,
    "shell": 2,
    "explode": 2,
    "stab": 2,
    "beat": 3,
    "injure": 4,
    "disperse": 5,
    "attack": 6,
    "hit": 6,
    "burn": 6,
    "detain": 7,
}


def brought_together(tellings: Sequence[Telling], resolved: Resolved) -> list[ReportedIncident]:
    """The incidents of a report, each once: force that did harm first, arrests last, else as told."""
    scene = resolved.scene
    found: list[tuple[ReportedIncident, Gathered]] = []
    if is_staged(scene):
        tellings = [t for t in tellings if t.incident.date is not None and t.deed.harms]
    named = days_named(scene)
    days = leading_up(scene, named, {t.deed.sentence for t in tellings})
    begin = scene.sentences[0].start if scene.sentences else 0
    groups = gathered(tellings, scene.words, days=days, begin=begin)
    around_them = circumstances(groups, resolved.bearings, scene.words)
    for one, told in zip(groups, around_them, strict=True):
        _withheld(one)
        if any(not t.denies and _tells(t.telling) for t in one.told) or _is_denied_alone(one):
            made = msgspec.structs.replace(_made(one, scene), circumstances=told)
            apart = is_vague(made, one) or is_only_said(made) or is_natural(made, one, groups)
            if tells_enough(made) and not apart:
                found.append((made, one))
    found.sort(key=lambda pair: _rank(pair[0]))
    undated = [span for t in tellings for span in t.deed.undated]
    around = surroundings(scene, named, _days_of_force(found), undated)
    out = [
        completed(made, one, around, leads=n == 0 and made.act.value != "omission")
        for n, (made, one) in enumerate(found)
    ]
    out = following(out, scene)
    return [msgspec.structs.replace(i, salience="background") if is_old(i, out[0]) else i for i in out]


def _withheld(one: Gathered) -> None:
    """Make an omission of aid that a force is told to have refused, where no act before it takes it up."""
    refused = (t.incident.aid_given for t in one.tellings if t.incident.actor)
    if any(t.deed.act != "aid" for t in one.tellings) or not any(g and g.value == "no" for g in refused):
        return
    for told in one.told:
        act = msgspec.structs.replace(told.telling.incident.act, value="omission")
        incident = msgspec.structs.replace(told.telling.incident, act=act)
        told.telling = Telling(incident, msgspec.structs.replace(told.telling.deed, act="omission"))


def is_staged(scene: Scene) -> bool:
    """Whether a report opens with a film, a sport or an exercise: what is shot there is none of ours."""
    if not scene.sentences:
        return False
    return not scene.lexicon.cues["elsewhere"].keys().isdisjoint(scene.sentences[0].said)


def _days_of_force(found: Sequence[tuple[ReportedIncident, Gathered]]) -> tuple[Grounded[str], ...]:
    """The days of the incidents of force that have one of their own."""
    return tuple(i.date for i, _ in found if i.date is not None and i.act.value in FORCE)


def _rank(incident: ReportedIncident) -> tuple[bool, bool]:
    """Force before the arrests that follow it, harm before what harmed nobody; else as told."""
    harmed = incident.killed is not None or incident.injured is not None
    return incident.act.value == "detain", not harmed


def _tells(telling: Telling) -> bool:
    """Whether a telling says more than that there was an act told before, or than that there was none."""
    if (
        telling.deed.rule in ASIDE
        or telling.deed.rule == BIDDEN
        or is_none(telling)
        or telling.deed.act == "aid"
    ):
        return False
    return not is_denial_of_all(telling.deed)


def _is_denied_alone(one: Gathered) -> bool:
    """Whether only those who deny an act tell of it, and say more than that nothing was done."""
    return all(t.denies for t in one.told) and any(_tells(t) for t in one.tellings)


def _made(one: Gathered, scene: Scene) -> ReportedIncident:
    """One incident of its tellings."""
    denials = [t.telling for t in one.told if t.denies]
    if not denials or len(denials) == len(one.told):
        return _of_tellings(one.tellings, one, scene)
    first_told = one.told[0].denies  # "rejected a claim that its troops had …"
    kept = [t.telling for t in one.told if first_told or not t.denies]
    return _denied(_of_tellings(kept, one, scene), denials)


def _denied(made: ReportedIncident, denials: Sequence[Telling]) -> ReportedIncident:
    """An incident with those who deny it, beside whoever tells it."""
    deniers = heard(*(d.incident.attribution for d in denials))
    words = [e for d in denials for e in d.incident.evidence]
    said = heard(made.attribution, [v for v in deniers if v.value.kind != "narration"])
    return msgspec.structs.replace(made, status="denied", attribution=said, evidence=(*made.evidence, *words))


def _of_tellings(tellings: Sequence[Telling], one: Gathered, scene: Scene) -> ReportedIncident:
    own, aside = _parted(tellings)
    made = own[0].incident
    for telling in own[1:]:
        made = joined(made, telling.incident)
    for telling in aside:
        made = _placed(made, telling.incident)
    slots: dict[str, Any] = dict(counts(tellings, scene.words))
    if any(is_dying(t) for t in own):
        slots["date"] = finer(_day_of_act(own), made.date)
    if made.status != "hypothetical" and any(_is_denied_later(t) for t in own):
        slots["status"] = "denied"
    slots["warning_given"] = _warned(made, one, scene.words)
    if made.means is None:
        slots["means"] = _warning_alone(own)
    return msgspec.structs.replace(made, **slots)


def _parted(tellings: Sequence[Telling]) -> tuple[list[Telling], list[Telling]]:
    """The tellings that tell of an act themselves, and those that only add to it."""
    parts: tuple[list[Telling], list[Telling]] = [], []
    for telling in tellings:
        parts[not _tells(telling)].append(telling)
    return parts


def _is_denied_later(telling: Telling) -> bool:
    """Whether somebody said after it that nothing of the kind was done: of all that was told of it."""
    return any(a.stance == "deny" and a.rule in OF_ALL for a in telling.deed.attribution)


def _warning_alone(own: Sequence[Telling]) -> Grounded[str] | None:
    """The shots in the air that were all the fire told: "fired in the air; two bodies were found".

    Who hit somebody after a warning shot used more than that shot.
    """
    if any(t.incident.act.value in HARMING and t.incident.actor for t in own):
        return None
    shots = (t.incident.means for t in own if t.incident.act.value in WARNINGS)
    return next((m for m in shots if m is not None), None)


def _day_of_act(own: Sequence[Telling]) -> Grounded[str] | None:
    """The day of an act whose victim died on another one."""
    out: Grounded[str] | None = None
    for telling in own:
        if not is_dying(telling):
            out = finer(out, telling.incident.date)
    return out


def joined(a: ReportedIncident, b: ReportedIncident) -> ReportedIncident:
    """One incident of two tellings: the graver act names it, lists are united."""
    return msgspec.structs.replace(
        a,
        act=min(a.act, b.act, key=lambda act: WEIGHT.get(act.value, 9)),
        status=a.status if a.status == "happened" else b.status,
        date=finer(a.date, b.date),
        time=first(a.time, b.time),
        places=union(a.places, b.places),
        actor=_actors(a, b),
        means=_plainer(a, b),
        target=sufferers(a.target, b.target),
        target_type=first(a.target_type, b.target_type),
        warning_given=first(a.warning_given, b.warning_given),
        aid_given=first(a.aid_given, b.aid_given),
        attribution=voices(a.attribution, b.attribution),
        evidence=(*a.evidence, *b.evidence),
    )


def sufferers(*groups: Sequence[Grounded[Party]]) -> tuple[Grounded[Party], ...]:
    """On whom an act was done; a number, or whom a pronoun may mean, only where no telling names them."""
    named = parties(*([p for p in group if p.basis != "resolved"] for group in groups))
    told = tuple(p for p in named if not is_number(p.value.name) and not names_nobody(p.value.name))
    return told or named or parties(*groups)


def _actors(a: ReportedIncident, b: ReportedIncident) -> tuple[Grounded[Party], ...]:
    """Who acts in two tellings of one incident; who is told outright stands before who is only accused.

    "Officers" adds nobody where a force is named.
    """
    own = [*_own_actors(a, b), *_own_actors(b, a, later=True)]
    named = parties(sorted(own, key=lambda actor: actor.rule == ALLEGED))
    if not any(actor.value.kind in ARMED for actor in named):
        return named
    return tuple(a for a in named if a.value.name.lower() not in ANY_FORCE) or named


def _own_actors(
    a: ReportedIncident, other: ReportedIncident, *, later: bool = False
) -> list[Grounded[Party]]:
    """Who acts in one telling, as far as it is told of the act that the other tells, too.

    Who is inferred for an arrest does no other act told beside it; of two sides told later to have exchanged
    fire only one did what was told of by its own name. Who is only said to have done it keeps that word.
    """
    if a.status == "denied" and other.status != "denied" and other.actor:
        return []
    own = [p for p in a.actor if p.rule != IMPLIED or a.act.value == other.act.value]
    named = later and any(p.rule not in (IMPLIED, EXCHANGED) for p in other.actor)
    own = [p for p in own if p.rule != EXCHANGED] if named else own
    return [_alleged(p, a) for p in own] if a.status == "alleged" and other.status == "happened" else own


def _alleged(actor: Grounded[Party], told: ReportedIncident) -> Grounded[Party]:
    """Somebody charged with an act that happened, or accused of it: the words that say so stay with him."""
    words = f"alleged: “{told.status_words.quote}”" if told.status_words is not None else "alleged"
    return msgspec.structs.replace(actor, rule=ALLEGED, because=actor.because or words)


def _plainer(a: ReportedIncident, b: ReportedIncident) -> Grounded[str] | None:
    """Of two means of one kind the one that names a weapon and not only the act; of force no other."""
    forceful = a.act.value in FORCE or b.act.value in FORCE
    left, right = _of_force(a, forceful=forceful), _of_force(b, forceful=forceful)
    if left is None or right is None:
        return left or right
    if left.value == "other" and right.value in WEAPONS:
        return right
    return right if left.rule == MEANS_ACT and right.rule == MEANS_WORD and left == right else left


def _of_force(incident: ReportedIncident, *, forceful: bool) -> Grounded[str] | None:
    """The means of a telling; beside an act of force neither the arrest after it nor the blanks before it."""
    aside = incident.act.value in WARNINGS or (
        incident.means is not None and incident.means.value == "arrest"
    )
    return None if forceful and aside else incident.means


def _placed(a: ReportedIncident, b: ReportedIncident) -> ReportedIncident:
    """An incident with the day, place, means and people of words that only point back to it."""
    return msgspec.structs.replace(
        a,
        date=finer(a.date, b.date),
        time=first(a.time, b.time),
        places=union(a.places, b.places),
        means=first(a.means, b.means),
        target=sufferers(a.target, b.target),
        aid_given=first(a.aid_given, b.aid_given),
        attribution=a.attribution if is_voiced(a) else voices(a.attribution, b.attribution),
        evidence=(*a.evidence, *b.evidence) if b.date or b.places or b.target or b.aid_given else a.evidence,
    )


def is_voiced(incident: ReportedIncident) -> bool:
    """Whether somebody is named who tells of an incident."""
    return any(v.value.kind != "narration" for v in incident.attribution)


def _warned(made: ReportedIncident, one: Gathered, words: str) -> Grounded[Literal["yes", "no"]] | None:
    """Whether a warning was given: yes where anybody tells of one, beside the act or as one of its own."""
    told = [g for t in one.tellings if (g := t.incident.warning_given) is not None]
    given = next((g for g in told if g.value == "yes"), None)
    acts = (t.incident.act for t in one.tellings)
    act = next((a for a in acts if a.value == "warn"), None) or _warning_shot(one, words)
    if given is None and act is not None:
        return Grounded("yes", act.quote, act.start, act.end, rule="incident.warned_first")
    return given or made.warning_given or (told[0] if told else None)


def is_vague(incident: ReportedIncident, one: Gathered) -> bool:
    """Whether nothing ties an act to one occasion: no day, place or actor, nobody counted or named."""
    if incident.date is not None or incident.places or incident.actor:
        return False
    if first(incident.killed, incident.injured, incident.detained) is not None:
        return False
    return all(t.count is None for f in one.told for t in f.telling.deed.targets) and not any(
        f.known_persons for f in one.told
    )


def _warning_shot(one: Gathered, words: str) -> Grounded[str] | None:
    """A shot or a flare that is called a warning, or put before others; one "into the air" need not be."""
    for telling in one.tellings:
        means = telling.incident.means
        if means is None or means.value not in SIGNALS:
            continue
        if "warn" in means.quote.lower() or _FIRST.search(telling.deed.span.of(words)):
            return means
    return None


def tells_enough(incident: ReportedIncident) -> bool:
    """Whether an incident says more than that something was done: who, to whom, when or how many."""
    if incident.status == "hypothetical":
        return False
    if incident.act.value == "warn" and not incident.actor:
        return False
    counted = first(incident.killed, incident.injured, incident.detained)
    if incident.act.rule == HEARD:
        return bool(incident.places or incident.actor or incident.target)
    if incident.act.value in BLASTS and incident.means is not None and (incident.date or incident.places):
        return True
    restraint = incident.act.value in ("omission", "hold_fire", *WARNINGS)
    grave = incident.act.value in GRAVE and incident.status == "happened"
    known = incident.date or incident.means or incident.places or restraint or grave
    return bool(incident.target or counted or (incident.actor and known))
