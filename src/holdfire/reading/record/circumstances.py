"""The day and place of an incident whose own words give none: from the words beside it, else from the lead.

What is taken over is inferred, and says from where. A day on which someone spoke is never taken.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from holdfire.model.grounded import Grounded
from holdfire.model.incident import ReportedIncident
from holdfire.model.span import Span
from holdfire.reading.english.dates import ResolvedDate
from holdfire.reading.mentions import PlaceMention
from holdfire.reading.record.days import LEAD, Days, day_for, is_day
from holdfire.reading.record.gathering import Gathered
from holdfire.reading.record.sameness import are_far_apart
from holdfire.reading.record.scenes import Places, placed
from holdfire.reading.resolving.moments import DAY
from holdfire.reading.resolving.scene import Scene
from holdfire.reading.resolving.whereabouts import is_scene


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A report's days and places by sentence, for incidents that have none of their own."""

    days: Days
    places: Places


def surroundings(
    scene: Scene,
    named: Mapping[int, Sequence[ResolvedDate]],
    force: Sequence[Grounded[str]],
    undated: Sequence[Span],
) -> Surroundings:
    """The days and scenes that a report names, by the sentence that names them."""
    return Surroundings(Days(scene, named, undated, force), _places(scene))


def days_named(scene: Scene) -> Mapping[int, Sequence[ResolvedDate]]:
    """The days that a report names, by the sentence that names them."""
    dates: dict[int, list[ResolvedDate]] = {}
    for date in scene.dates:
        at = _sentence_at(scene, date.mention.span)
        if at is not None and is_day(date):
            dates.setdefault(at, []).append(date)
    return dates


def _places(scene: Scene) -> Places:
    named: dict[int, list[PlaceMention]] = {}
    dateline: list[PlaceMention] = []
    for place in scene.mentions.places:
        at = None if scene.is_dateline(place.span) else _sentence_at(scene, place.span)
        if at is not None:
            if is_scene(place, scene):
                named.setdefault(at, []).append(place)
        elif _is_early(scene, place.span) and scene.words[place.span.start - 1 : place.span.start] != "(":
            dateline.append(place)  # and not "(New York)", where a group has its seat
    return Places(scene, named, dateline)


def _is_early(scene: Scene, span: Span) -> bool:
    """Whether a place stands before the end of what a report leads with."""
    return not scene.sentences or span.start < scene.sentence(min(LEAD, len(scene.sentences)) - 1).start


def _sentence_at(scene: Scene, span: Span) -> int | None:
    """The number of the sentence that a span stands in; None for what is in no sentence, as a dateline."""
    number = scene.number_at(span)
    inside = bool(scene.sentences) and scene.sentence(number).contains(span)
    return number if inside else None


def completed(
    incident: ReportedIncident, one: Gathered, around: Surroundings, *, leads: bool
) -> ReportedIncident:
    """The incident with the day and the place that the words around it give, where it has none.

    A day stands at the word for the act, for an incident is shown by the words that tell of it; `because` has
    the words that it was taken from.
    """
    own = sorted({t.deed.sentence for t in one.tellings})
    if incident.date is None or (leads and len(incident.date.value) != DAY):
        found = day_for(incident.date, own, around.days, leads=leads, elsewhere=_elsewhere(incident, around))
        if found is not None:
            incident = msgspec.structs.replace(incident, date=_taken(*found, incident))
    return placed(incident, own, around.places, leads=leads)


def _elsewhere(incident: ReportedIncident, around: Surroundings) -> set[int]:
    """The sentences with a day that name places far from those of an incident: their days are not its own."""
    here = [p.value for p in incident.places if p.value.lat is not None]
    named = around.places.by_sentence
    dated = [n for n in around.days.by_sentence if n in named] if here else []
    return {n for n in dated if are_far_apart(here, (p.place for p in named[n]))}


def _taken(value: Grounded[str], source: str, incident: ReportedIncident) -> Grounded[str]:
    act = incident.act
    because = f"“{value.quote}” in {source}"
    return Grounded(value.value, act.quote, act.start, act.end, "inferred", value.rule, because)
