"""Deeds → reported incidents, or practices where they are habitual."""

from typing import Any

import msgspec

from holdfire.model.grounded import Grounded, ground
from holdfire.model.incident import Practice, ReportedIncident, Status, TargetType
from holdfire.model.statement import Deed
from holdfire.reading.english.naming import is_pronoun
from holdfire.reading.resolving.parties import Cast
from holdfire.reading.resolving.scene import Scene

Event = ReportedIncident | Practice
LONGEST_INCIDENT = 45
"""Days: what is dated over a longer time is a total or a practice."""


def event(told: Deed, scene: Scene, cast: Cast) -> Event:
    """One deed as an incident or a practice, without an id yet."""
    shared = _shared(told, scene, cast)
    total = aggregated(told, scene)
    when, time = _moment(told, scene)
    if told.mood == "habitual" or total:
        condition = scene.quoted(told.condition, "practice.condition")
        return Practice(id="", status=status(told), period=when, condition=condition, **shared)
    warning: Grounded[Any] | None = None
    if told.warning is not None:
        warning = ground(told.warning[0], scene.words, told.warning[1], rule="incident.warning")
    return ReportedIncident(
        id="",
        status=status(told),
        salience="main",
        date=when,
        time=time,
        warning_given=warning,
        **shared,
    )


def aggregated(told: Deed, scene: Scene) -> bool:
    """Whether a deed is a count over months or years ("19 people died between 2010 and 2012")."""
    if told.mood == "hypothetical":
        return False
    for found in scene.dates_of(told):
        period = found.period
        whole_years = found.stretch is not None and found.stretch.unit in ("year", "era", "decade")
        if period is None or found.mention.type != "DATE":
            continue
        if whole_years or period.open_end or period.open_start:
            return _counts_many(told)
        start, end = period.earliest, period.latest
        if start is not None and end is not None and (end - start).days > LONGEST_INCIDENT:
            return True
    return False


def _counts_many(told: Deed) -> bool:
    """Whether more than one person is counted, or none is named."""
    counts = [h.phrase.count for h in told.harms] + [t.count for t in told.targets]
    return any(not isinstance(c, int) or c > 1 for c in counts) or not counts


def _moment(told: Deed, scene: Scene) -> tuple[Grounded[str] | None, Grounded[str] | None]:
    """(date, time of day) of a deed: a time without a day is no date."""
    date = time = None
    for found in scene.dates_of(told):
        made = scene.date(found)
        day, _, clock = made.value.partition("T")
        if clock and "/" not in made.value and time is None:
            time = msgspec.structs.replace(made, value=clock.rstrip("~?"))
            made = msgspec.structs.replace(made, value=day)
        date = date or made
    return date, time


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
