"""The places of an act beyond those of its own words: the town beside it, of its police or of the dateline.

What is taken over is inferred, and says from where. Only what a report leads with looks beyond its sentences,
and never to a capital, from where governments speak; any other only to the sentence before it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from holdfire.geography.distance import km
from holdfire.model.grounded import Grounded
from holdfire.model.incident import ReportedIncident
from holdfire.model.place import Place
from holdfire.model.span import Span
from holdfire.reading.english.places.pointing import is_elsewhere
from holdfire.reading.english.places.seats import is_capital, is_of_police
from holdfire.reading.english.places.sites import SITES
from holdfire.reading.mentions import PlaceMention
from holdfire.reading.record.days import LEAD, NEAR
from holdfire.reading.resolving.events import WIDE
from holdfire.reading.resolving.scene import Scene

BESIDE = "the words beside it"
SHORT = 15
"""Sentences of a report that is short enough for all of it to be about one place."""
CLOSE_KM = 40.0
"""How far the town of a dateline or of the police may lie from a place of the act to be told beside it."""


@dataclass(frozen=True, slots=True)
class Places:
    """The places that a report names, by sentence, and those of its dateline."""

    scene: Scene
    by_sentence: Mapping[int, Sequence[PlaceMention]]
    dateline: Sequence[PlaceMention]


def placed(
    incident: ReportedIncident, own: Sequence[int], around: Places, *, leads: bool
) -> ReportedIncident:
    """The incident with the town and the province that the words around it give, where it has none."""
    if not any(p.value.level not in WIDE for p in incident.places):
        incident = _with(incident, _town(incident, own, around, leads=leads), first=True)
    if leads:
        incident = _with(incident, _close_by(incident, around), first=False)
        if not any(p.value.level == "province" for p in incident.places):
            incident = _with(incident, _province(incident, own, around), first=False)
    if not incident.places:
        place = _county_before(incident, own, around) or (
            None if _is_apart(own, around.scene) else _only(around)
        )
        incident = _with(incident, place, first=True)
    return _without_countries(incident)


def _without_countries(incident: ReportedIncident) -> ReportedIncident:
    """The incident without the countries that stand beside a place which says more."""
    narrower = tuple(p for p in incident.places if p.value.level not in ("country", "continent"))
    return msgspec.structs.replace(incident, places=narrower) if narrower else incident


def _with(incident: ReportedIncident, place: Grounded[Place] | None, *, first: bool) -> ReportedIncident:
    if place is None or place.value in [p.value for p in incident.places]:
        return incident
    places = (place, *incident.places) if first else (*incident.places, place)
    return msgspec.structs.replace(incident, places=places)


def _town(
    incident: ReportedIncident, own: Sequence[int], around: Places, *, leads: bool
) -> Grounded[Place] | None:
    """The town nearest to an act; of what a report leads with, last that of the dateline or its police.

    Never one by which those are called who tell of it ("soldiers from La Rochelle said").
    """
    voices = [Span(v.start, v.end) for v in incident.attribution]
    for number, source in _sentences(own, around.scene, leads=leads):
        told = around.by_sentence.get(number, ())
        found = [p for p in told if _is_narrow(p)]
        if not found and not leads:
            found = [p for p in told if _is_county(p)]
        found = [p for p in found if not any(v.contains(p.span) for v in voices)]
        town = next((p for p in found if number in own or not is_capital(p.place.name)), None)
        if town is not None:
            place = _named(around.scene.place(town), f"named in {source}")
            return place if leads or number in own else _at_act(place, incident)
    return (
        next((_named(around.scene.place(p), because) for p, because in _beyond(around)), None)
        if leads
        else None
    )


def _beyond(around: Places) -> Iterator[tuple[PlaceMention, str]]:
    """The towns of the dateline and of the police that a report speaks of."""
    for place in around.dateline:
        if _is_narrow(place) and not is_capital(place.place.name):
            yield place, "named in the dateline"
    yield from _of_police(around)


def _of_police(around: Places) -> Iterator[tuple[PlaceMention, str]]:
    """The towns whose police a report speaks of."""
    words = around.scene.words
    for found in around.by_sentence.values():
        for place in found:
            if _is_narrow(place) and is_of_police(words, place.span.end):
                yield place, "its police speak of it"


def _close_by(incident: ReportedIncident, around: Places) -> Grounded[Place] | None:
    """The town of the dateline or the police, where it lies close to a place of the act, on the same side."""
    here = [p.value for p in incident.places if p.value.level not in WIDE and p.value.lat is not None]
    for place, because in _beyond(around):
        country = around.scene.country_of(place.place)
        beside = (one for one in here if _apart_km(place.place, one) <= CLOSE_KM)
        if any(around.scene.country_of(one) == country for one in beside):
            return _named(around.scene.place(place), because)
    return None


def _apart_km(a: Place, b: Place) -> float:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return float("inf")
    return km((a.lat, a.lon), (b.lat, b.lon))


def _province(incident: ReportedIncident, own: Sequence[int], around: Places) -> Grounded[Place] | None:
    """The province that the dateline or the act's sentence names, else the one that its town lies in."""
    told = [p for n in own[:1] for p in around.by_sentence.get(n, ())]
    for source, found in (("the dateline", around.dateline), ("its sentence", told)):
        place = next((p for p in found if _is_province(p, around.scene)), None)
        if place is not None:
            return _named(around.scene.place(place), f"named in {source}")
    for town in incident.places:
        known = town.value.level not in WIDE and town.because != f"named in {BESIDE}"
        above = around.scene.province_of(town.value) if known else None
        if above is not None:
            because = f"{town.value.name} lies in it"
            return msgspec.structs.replace(
                town, value=above, basis="inferred", rule="place.within", because=because
            )
    return None


def _is_province(place: PlaceMention, scene: Scene) -> bool:
    """Whether a mention is of a known province, and not of a capital that is one ("WASHINGTON")."""
    known = place.place.level == "province" and place.place.id is not None
    return known and not is_capital(place.span.of(scene.words))


def _is_narrow(place: PlaceMention) -> bool:
    return place.place.id is not None and place.place.level not in WIDE


def _is_county(place: PlaceMention) -> bool:
    return place.place.id is not None and place.place.level == "county"


def _county_before(incident: ReportedIncident, own: Sequence[int], around: Places) -> Grounded[Place] | None:
    """The county of the sentence before an act: "after an incident in Sakju County. A soldier shot …"."""
    for number in own[:1]:
        if number and _same_paragraph(around.scene, number, number - 1):
            told = [p for p in around.by_sentence.get(number - 1, ()) if _is_county(p)]
            told = [p for p in told if not is_of_police(around.scene.words, p.span.end)]
            if told:
                return _at_act(_named(around.scene.place(told[0]), ""), incident)
    return None


def _is_apart(own: Sequence[int], scene: Scene) -> bool:
    """Whether an act is told as that of another occasion: "in a similar incident in 2021"."""
    return any(is_elsewhere(scene.sentence(n).of(scene.words)) for n in own[:1])


def _only(around: Places) -> Grounded[Place] | None:
    """The one town or else county that a short report names, capitals aside; None where it names more."""
    if len(around.scene.sentences) > SHORT:
        return None
    named = [p for found in (*around.by_sentence.values(), around.dateline) for p in found]
    named = [p for p in named if p.rule not in SITES]
    narrow = [p for p in named if p.place.level not in WIDE and not is_capital(p.place.name)]
    counties = [p for p in named if p.place.level == "county"]
    narrow = narrow or counties
    if len({p.place.id for p in counties}) > 1:
        return None
    if not narrow or len({p.place.id or p.place.name for p in narrow}) > 1:
        return None
    return _named(around.scene.place(narrow[0]), "the report names no other place")


def _sentences(own: Sequence[int], scene: Scene, *, leads: bool) -> Iterator[tuple[int, str]]:
    """The sentences to look in, the nearest first, with what to call them."""
    for number in own:
        yield number, "its sentence"
    if not leads:
        for number in own[:1]:
            if number and _same_paragraph(scene, number, number - 1) and not _is_apart(own, scene):
                yield number - 1, BESIDE
        return
    for distance in range(1, NEAR + 1):
        for number in own:
            for beside in (number + distance, number - distance):
                if 0 <= beside < len(scene.sentences) and _same_paragraph(scene, number, beside):
                    yield beside, BESIDE
    for number in range(min(LEAD, len(scene.sentences))):
        yield number, "the lead"


def _same_paragraph(scene: Scene, a: int, b: int) -> bool:
    return scene.sentences[a].paragraph == scene.sentences[b].paragraph


def _at_act(place: Grounded[Place], incident: ReportedIncident) -> Grounded[Place]:
    """A place of a sentence that is not the act's, at the word for the act: that sentence tells of others."""
    act, because = incident.act, f"“{place.quote}” is named in the sentence before it"
    return Grounded(place.value, act.quote, act.start, act.end, "inferred", place.rule, because)


def _named(place: Grounded[Place], because: str) -> Grounded[Place]:
    return msgspec.structs.replace(place, basis="inferred", because=because)
