"""What holds is a pure function of what was decided: in any order, undone and back, as of any moment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfire.judging import state
from holdfire.judging.state import subject
from holdfire.model.judgement import (
    Accept,
    Correct,
    Different,
    Grade,
    Judgement,
    Note,
    Reject,
    Same,
    Undo,
    decoded,
    encoded,
    judgement_id,
    pair,
)

PATH = "report/ab/orders.0.act"
who = st.sampled_from(["ada", "ben", "chi"])
when = st.integers(1, 9).map(lambda day: f"2026-03-0{day}T00:00:00.000000Z")
target = st.sampled_from([PATH, "report/ab/incidents.0.killed"])
reading = st.sampled_from(["r1", "r2"])
plain = st.one_of(
    st.builds(Accept, who=who, when=when, target=target, reading=reading),
    st.builds(Reject, who=who, when=when, target=target, reading=reading, why=st.text(max_size=5)),
    st.builds(Correct, who=who, when=when, target=target, reading=reading, value=st.integers(0, 3)),
    st.builds(Same, who=who, when=when, target=st.just("a"), other=st.sampled_from("bc")),
    st.builds(Different, who=who, when=when, target=st.just("a"), other=st.sampled_from("bc")),
    st.builds(Grade, who=who, when=when, target=st.just("source/x"), reliability=st.sampled_from("ABF")),
    st.builds(Note, who=who, when=when, target=target, why=st.text(max_size=5)),
)


@st.composite
def many(draw):
    """Judgements, undos of some of them, and undos of undos."""
    made = draw(st.lists(plain, max_size=8))
    for _ in range(draw(st.integers(0, 5))):
        if made:
            of = judgement_id(draw(st.sampled_from(made)))
            made.append(Undo(who=draw(who), when=draw(when), target=of))
    return made


@given(many(), st.randoms())
def test_order_of_arrival_and_repetition_do_not_matter(made, chance):
    other = [*made, *made]
    chance.shuffle(other)
    assert state(other) == state(made)


@given(st.lists(plain, max_size=8), plain, who)
def test_an_undo_restores_what_was_before(made, one, by):
    if one in made:
        return
    undo = Undo(who=by, when="2026-04-01", target=judgement_id(one))
    again = Undo(who=by, when="2026-04-02", target=judgement_id(undo))
    assert state([*made, one, undo]) == state(made)
    assert state([*made, one, undo, again]) == state([*made, one])


@given(many(), when)
def test_as_of_sees_what_was_made_by_then(made, moment):
    assert state(made, as_of=moment) == state([each for each in made if each.when <= moment])


@given(many())
def test_a_judgement_about_one_thing_changes_no_other(made):
    one = Reject(who="dee", when="2026-05-01", target="report/cd/orders.0.act", reading="r1")
    before, after = state(made).about, dict(state([*made, one]).about)
    assert after.pop(subject(one)) == (one,)
    assert after == before


@given(many())
def test_judgements_come_back_from_json(made):
    assert [decoded(encoded(each)) for each in made] == made
    assert [judgement_id(decoded(encoded(each))) for each in made] == [judgement_id(each) for each in made]


def test_the_last_verdict_of_each_person_counts():
    made: list[Judgement] = [
        Accept(who="ada", when="2026-03-01", target=PATH, reading="r1"),
        Reject(who="ben", when="2026-03-02", target=PATH, reading="r1", why="it is a plan"),
        Correct(who="ada", when="2026-03-03", target=PATH, reading="r1", value="flare"),
    ]
    decisions = state(made)
    assert decisions.verdict(PATH, "r1") == made[2]
    assert decisions.verdicts(PATH, "r1") == (made[1], made[2])
    assert decisions.is_disputed(PATH, "r1")
    assert decisions.verdict(PATH, "r2") is None
    assert not state(made[:1]).is_disputed(PATH, "r1")


def test_pairs_and_grades():
    made: list[Judgement] = [
        Same(who="ada", when="2026-03-01", target="a", other="b"),
        Different(who="ben", when="2026-03-02", target="a", other="b"),
        Grade(who="ada", when="2026-03-01", target="source/Daily NK", reliability="B"),
    ]
    decisions = state(made)
    assert decisions.pair("b", "a") == made[1]
    assert decisions.pairs() == {("a", "b"): made[1]}
    assert decisions.pair("a", "c") is None
    grade = decisions.grade("source/Daily NK")
    assert grade is not None and grade.reliability == "B"
    assert pair("b", "a") == ("a", "b")
    with pytest.raises(ValueError, match="two different ids"):
        Same(who="ada", when="2026-03-01", target="b", other="b")
