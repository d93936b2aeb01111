"""The day and place of an incident whose own words give none: from the words beside it, else from the lead.

What is taken over is inferred, and says from where. A day on which someone spoke is never taken.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from holdfire.model.grounded import Grounded
from holdfire.model.incident import ReportedIncident
from holdfire.model.place import Place
from holdfire.model.span import Span
from holdfire.reading.english.dates import ResolvedDate
from holdfire.reading.mentions import PlaceMention
from holdfire.reading.record.days import DAY, LEAD, NEAR, Days, day_for, is_day
from holdfire.reading.record.gathering import Gathered
from holdfire.reading.resolving.events import WIDE, is_scene
from holdfire.reading.resolving.scene import Scene

Looked = Sequence[tuple[int, str]]
T = TypeVar("T")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A report's days and places by sentence, for incidents that have none of their own."""

    scene: Scene
    days: Days
    places: dict[int, list[PlaceMention]]
    dateline: tuple[PlaceMention, ...]


def surroundings(scene: Scene, force: Sequence[Grounded[str]], undated: Sequence[Span]) -> Surroundings:
    """The days and scenes that a report names, by the sentence that names them."""
    starts = [s.start for s in scene.sentences]
    dates: dict[int, list[ResolvedDate]] = {}
    places: dict[int, list[PlaceMention]] = {}
    dateline: list[PlaceMention] = []
    for date in scene.dates:
        at = _sentence_at(scene, date.mention.span)
        if at is not None and is_day(date):
            dates.setdefault(at, []).append(date)
    for place in scene.mentions.places:
        at = _sentence_at(scene, place.span)
        if at is None:
            if not starts or place.span.start < starts[min(LEAD, len(starts)) - 1]:
                dateline.append(place)
        elif is_scene(place, scene):
            places.setdefault(at, []).append(place)
    return Surroundings(scene, Days(scene, dates, undated, force), places, tuple(dateline))


def _sentence_at(scene: Scene, span: Span) -> int | None:
    """The number of the sentence that a span stands in."""
    low, high = 0, len(scene.sentences)
    while low < high:
        middle = (low + high) // 2
        if scene.sentences[middle].end <= span.start:
            low = middle + 1
        else:
            high = middle
    inside = low < len(scene.sentences) and scene.sentences[low].start <= span.start
    return low if inside else None


def completed(
    incident: ReportedIncident, one: Gathered, around: Surroundings, *, leads: bool
) -> ReportedIncident:
    """The incident with the day and the town that the words around it give, where it has none.

    A day stands at the word for the act, for an incident is shown by the words that tell of it; `because` has
    the words that it was taken from. Only what a report leads with takes its place from other sentences.
    """
    own = sorted({t.deed.sentence for t in one.tellings})
    look = [*_sentences(own, around.scene)]
    if incident.date is None or (leads and len(incident.date.value) != DAY):
        found = day_for(incident.date, own, around.days, leads=leads)
        if found is not None:
            incident = msgspec.structs.replace(incident, date=_taken(*found, incident))
    if not any(p.value.level not in WIDE for p in incident.places):
        incident = _with(
            incident, _place(look if leads else look[: len(own)], around, leads=leads), first=True
        )
    if leads and not any(p.value.level == "province" for p in incident.places):
        incident = _with(incident, _province(own, around), first=False)
    return incident


def _with(incident: ReportedIncident, place: Grounded[Place] | None, *, first: bool) -> ReportedIncident:
    if place is None or place.value in [p.value for p in incident.places]:
        return incident
    places = (place, *incident.places) if first else (*incident.places, place)
    return msgspec.structs.replace(incident, places=places)


def _province(own: Sequence[int], around: Surroundings) -> Grounded[Place] | None:
    """The province or state that the dateline or the opening of the report names."""
    told = [p for n in own[:1] for p in around.places.get(n, ())]
    for source, found in (("the dateline", around.dateline), ("its sentence", told)):
        place = next((p for p in found if p.place.level == "province" and p.place.id is not None), None)
        if place is not None:
            return _named(around.scene.place(place), source)
    return None


def _place(look: Looked, around: Surroundings, *, leads: bool) -> Grounded[Place] | None:
    narrow = {n: [p for p in some if _is_narrow(p)] for n, some in around.places.items()}
    found = _nearest(look, {n: some for n, some in narrow.items() if some})
    if found is not None:
        return _named(around.scene.place(found[0]), found[1])
    line = next((p for p in around.dateline if _is_narrow(p)), None) if leads else None
    return _named(around.scene.place(line), "the dateline") if line is not None else None


def _is_narrow(place: PlaceMention) -> bool:
    return place.place.id is not None and place.place.level not in WIDE


def _nearest(look: Looked, by_sentence: dict[int, list[T]]) -> tuple[T, str] | None:
    for number, source in look:
        if number in by_sentence:
            return by_sentence[number][0], source
    return None


def _sentences(own: Sequence[int], scene: Scene) -> Iterator[tuple[int, str]]:
    """The sentences to look in, the nearest first, with what to call them."""
    for number in own:
        yield number, "its sentence"
    for distance in range(1, NEAR + 1):
        for number in own:
            for beside in (number + distance, number - distance):
                if 0 <= beside < len(scene.sentences) and _same_paragraph(scene, number, beside):
                    yield beside, "the words beside it"
    for number in range(min(LEAD, len(scene.sentences))):
        yield number, "the lead"


def _same_paragraph(scene: Scene, a: int, b: int) -> bool:
    return scene.sentences[a].paragraph == scene.sentences[b].paragraph


def _named(place: Grounded[Place], source: str) -> Grounded[Place]:
    return msgspec.structs.replace(place, basis="inferred", because=f"named in {source}")


def _taken(value: Grounded[V], source: str, incident: ReportedIncident) -> Grounded[V]:
    act = incident.act
    because = f"“{value.quote}” in {source}"
    return Grounded(value.value, act.quote, act.start, act.end, "inferred", value.rule, because)
