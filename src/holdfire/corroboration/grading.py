"""A thing told together, and grades → the same: adds how people graded who tells it; drops nothing.

The two axes of the Admiralty scale stay apart: how reliable a source is does not raise what it says. No grade
is guessed. Beside them stands the Missing Migrants Project's scale of source quality, which follows from the
sources alone (1 to 5; IOM's methodology, recalled and not checked against its present wording).
"""

from collections.abc import Callable
from typing import Literal, TypeVar

from msgspec.structs import replace

from holdfire.corroboration.testimony import plain
from holdfire.model.corroborated import Incident, Order, Outlet
from holdfire.model.judgement import Grade

Grades = Callable[[str], Grade | None]
"""The grade of a target: `source/<name>` or `report/<id>`."""
Quality = Literal[1, 2, 3, 4, 5]
T = TypeVar("T", Incident, Order)

_OFFICIAL = frozenset(("official", "military"))
_WITNESSES = frozenset(("resident", "anonymous source"))
_HUMANITARIAN = frozenset(
    ("rights", "ngo", "observatory", "unhcr", "iom", "icrc", "amnesty", "humanitarian", "nations")
)


def graded(thing: T, grades: Grades) -> T:
    """A thing with the grades of the outlets and reports that tell it."""
    lines = tuple(
        replace(line, outlets=tuple(_outlet(each, grades) for each in line.outlets)) for line in thing.lines
    )
    return replace(thing, lines=lines)


def quality(incident: Incident) -> Quality:
    """The source quality of an incident on the scale of the Missing Migrants Project.

    5: an official says so, or several humanitarian organisations; 4: one of these; 3: several independent
    lines; 2: one line, and an eyewitness; 1: one line of media reports.
    """
    voices = [each.value for each in incident.attribution]
    helpers = {plain(v.speaker) for v in voices if _HUMANITARIAN & set(v.speaker.lower().split())}
    if any(v.kind in _OFFICIAL for v in voices) or len(helpers) > 1:
        return 5
    if helpers:
        return 4
    if len(incident.lines) > 1:
        return 3
    return 2 if any(v.kind in _WITNESSES and v.basis == "saw" for v in voices) else 1


def _outlet(outlet: Outlet, grades: Grades) -> Outlet:
    of_source = grades(f"source/{' '.join(outlet.name.split())}")
    of_reports = (grades(f"report/{report}") for report in outlet.reports)
    known = [grade.credibility for grade in of_reports if grade is not None and grade.credibility is not None]
    return replace(
        outlet,
        reliability=of_source.reliability if of_source is not None else None,
        credibility=min(known, default=of_source.credibility if of_source is not None else None),
    )
