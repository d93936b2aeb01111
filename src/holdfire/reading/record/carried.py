"""What an act takes over from the act told before it: its day and its place."""

from collections.abc import Sequence

import msgspec

from holdfire.model.grounded import Grounded
from holdfire.model.incident import ReportedIncident
from holdfire.model.place import Place
from holdfire.model.span import Span
from holdfire.reading.english.places.pointing import is_elsewhere, points_to_place
from holdfire.reading.record.sameness import WIDE, are_far_apart, days_between
from holdfire.reading.record.scenes import SHORT
from holdfire.reading.resolving.moments import DAY
from holdfire.reading.resolving.scene import Scene

NEXT = 1
"""Sentences within which a paragraph goes on with what was done at one place."""

LONG = 30
"""Days that make an earlier act a case of its own."""


def following(incidents: Sequence[ReportedIncident], scene: Scene) -> list[ReportedIncident]:
    """The incidents of a short report; one without a day was on the day of the one told last before it.

    Not one that was elsewhere: "others are said to have been shot in Onsong" has no day.
    """
    if len(scene.sentences) > SHORT:
        return list(incidents)
    dated = [i for i in incidents if i.date is not None and len(i.date.value) == DAY]
    latest = max((i.date.value for i in dated if i.date is not None), default="")
    dated = [i for i in dated if i.date is not None and days_between(i.date.value, latest) <= LONG]
    out: list[ReportedIncident] = []
    for told in incidents:
        each, act = told, told.act
        before = max((i for i in dated if i.act.start < act.start), key=lambda i: i.act.start, default=None)
        day = before.date if before is not None and each.date is None else None
        if before is not None and day is not None and not are_far_apart(_places(each), _places(before)):
            because = f"“{before.act.quote}”, told before it, was on that day"
            taken = Grounded(day.value, act.quote, act.start, act.end, "inferred", day.rule, because)
            each = msgspec.structs.replace(each, date=taken)
        out.append(_standing_beside(each, incidents, scene))
    return out


def _standing_beside(
    told: ReportedIncident, incidents: Sequence[ReportedIncident], scene: Scene
) -> ReportedIncident:
    """An act without a place, with those of the act told last before it, where they may be its own.

    They may be for who looked on, for what was "in the same area", and for the next sentence of a paragraph.
    """
    act = told.act
    before = max((i for i in incidents if i.act.start < act.start), key=lambda i: i.act.start, default=None)
    if told.places or before is None or not _is_there(told, before, scene):
        return told
    because = f"“{before.act.quote}”, told before it, was there"
    there = (p for p in before.places if p.basis != "inferred" and p.value.level not in WIDE)
    taken = [Grounded(p.value, act.quote, act.start, act.end, "inferred", p.rule, because) for p in there]
    return msgspec.structs.replace(told, places=tuple(taken))


def _is_there(told: ReportedIncident, before: ReportedIncident, scene: Scene) -> bool:
    """Whether an act was where another was that is told before it."""
    if told.act.value == "omission":
        return True
    here, last = (scene.number_at(Span(e.start, e.end)) for e in (told.evidence[0], before.evidence[-1]))
    own = scene.sentence(here)
    if points_to_place(own.of(scene.words)):
        return True
    same = scene.sentences[here].paragraph == scene.sentences[last].paragraph
    return same and 0 <= here - last <= NEXT and not is_elsewhere(scene.words[own.start : told.act.start])


def _places(incident: ReportedIncident) -> list[Place]:
    return [p.value for p in incident.places]


def is_old(incident: ReportedIncident, leading: ReportedIncident) -> bool:
    """Whether an incident was long before the one that the report leads with: an earlier case."""
    if incident.date is None or leading.date is None or incident.date.basis == "inferred":
        return False
    return days_between(incident.date.value, leading.date.value) > LONG
