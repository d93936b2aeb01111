"""Grades beside what reports tell, and the quality of sources."""

import pytest

from holdfire.corroboration.corroborating import Corroborated, corroborate
from holdfire.corroboration.grading import graded, quality
from holdfire.model.corroborated import Attested, Incident, Line, Outlet
from holdfire.model.judgement import Grade
from holdfire.model.party import Voice


def told(voices=(), *, lines=1, outlets=()):
    act = Attested("kill", ("r1",), 1)
    said = tuple(Attested(voice, ("r1",), 1) for voice in voices)
    numbered = tuple(Line((f"r{n}",), (), outlets if n == 1 else ()) for n in range(1, lines + 1))
    return Incident(
        id="i",
        accounts=("i",),
        reports=("r1",),
        lines=numbered,
        salience="main",
        status=Attested("alleged", ("r1",), 1),
        act=act,
        attribution=said,
    )


@pytest.mark.parametrize(
    ("voices", "lines", "level"),
    [
        ([Voice("a spokesman", "official")], 1, 5),
        ([Voice("Human Rights Watch"), Voice("the UNHCR")], 1, 5),
        ([Voice("the Committee for Human Rights")], 1, 4),
        ([Voice("Daily NK", "outlet")], 2, 3),
        ([Voice("a resident", "resident", basis="saw")], 1, 2),
        ([Voice("a resident", "resident", basis="heard")], 1, 1),
        ([Voice("Daily NK", "outlet")], 1, 1),
        ([], 1, 1),
    ],
)
def test_the_quality_of_sources(voices, lines, level):
    assert quality(told(voices, lines=lines)) == level


def test_the_axes_of_a_grade_stay_apart_and_none_is_guessed():
    outlets = (Outlet("Daily NK", ("r1", "r2")), Outlet("Gazette", ("r3",)))
    made = {
        "source/Daily NK": Grade(target="source/Daily NK", reliability="B", who="a", when="2022"),
        "report/r1": Grade(target="report/r1", credibility=3, who="a", when="2022"),
        "report/r2": Grade(target="report/r2", credibility=2, who="a", when="2022"),
    }
    found = graded(told(outlets=outlets), made.get)
    assert found.lines[0].outlets == (
        Outlet("Daily NK", ("r1", "r2"), "B", 2),
        Outlet("Gazette", ("r3",)),
    )


def test_without_grades_nothing_changes():
    found = told(outlets=(Outlet("X", ("r1",)),))
    assert graded(found, lambda _: None) == found
    assert corroborate([]) == Corroborated((), ())
