"""Deeds → reported incidents, or practices where they are habitual."""

from typing import Any

from holdfire.model.grounded import Grounded, ground
from holdfire.model.incident import Practice, ReportedIncident, Status, TargetType
from holdfire.model.statement import Deed
from holdfire.reading.english.naming import is_pronoun
from holdfire.reading.resolving.parties import Cast
from holdfire.reading.resolving.scene import Scene

Event = ReportedIncident | Practice


def event(told: Deed, scene: Scene, cast: Cast) -> Event:
    """One deed as an incident or a practice, without an id yet."""
    shared = _shared(told, scene, cast)
    dates = [d for d in scene.dates_of(told) if d.mention.type == "DATE"]
    when = scene.date(dates[0]) if dates else None
    if told.mood == "habitual":
        condition = scene.quoted(told.condition, "practice.condition")
        return Practice(id="", status=status(told), period=when, condition=condition, **shared)
    warning: Grounded[Any] | None = None
    if told.warning is not None:
        warning = ground(told.warning[0], scene.words, told.warning[1], rule="incident.warning")
    return ReportedIncident(
        id="", status=status(told), salience="main", date=when, warning_given=warning, **shared
    )


def _shared(told: Deed, scene: Scene, cast: Cast) -> dict[str, Any]:
    """The slots that incidents and practices have in common."""
    words, rule = scene.words, told.rule
    slots: dict[str, Any] = {
        "act": ground(told.act, words, told.cue, rule=rule),
        "places": tuple(scene.place(p) for p in scene.places_of(told)),
        "actor": cast.actors_of(told.actors, rule),
        "target": tuple(cast.party(t, rule) for t in told.targets if not is_pronoun(t)),
        "target_type": _target_type(told, scene),
        "attribution": cast.voices(told.attribution, told.cue, told.sentence),
        "evidence": (ground(told.span.of(words), words, told.span, rule=rule),),
    }
    if told.means is not None and told.means_span is not None:
        slots["means"] = ground(told.means, words, told.means_span, rule="means.word")
    if told.hedge is not None:
        slots["status_words"] = ground("alleged", words, told.hedge, rule="status.hedge")
    for harm in told.harms:
        if harm.phrase.count is not None:
            slots.setdefault(
                harm.kind, ground(harm.phrase.count, words, harm.phrase.span, rule=f"count.{harm.kind}")
            )
    return slots


def _target_type(told: Deed, scene: Scene) -> Grounded[TargetType] | None:
    for target in told.targets:
        kind: Any = "person" if target.kind is not None or is_pronoun(target) else target.thing
        if kind is not None:
            return ground(kind, scene.words, target.span, rule="target.word")
    return None


def status(told: Deed) -> Status:
    """Whether a deed happened, is alleged, denied or merely thought of."""
    if told.mood == "hypothetical":
        return "hypothetical"
    stances = {a.stance for a in told.attribution}
    if told.negated or "deny" in stances:
        return "denied"
    return "alleged" if "claim" in stances or told.hedge is not None else "happened"
