"""What parts two occasions of one day (quarters, rounds, hours, a day led up to), and what does not."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfire.reading.record.occasions import hours_apart
from tests.reading.slots import names

HOURS = st.tuples(st.integers(0, 23), st.integers(1, 12)).map(lambda h: (h[0], h[0] + h[1]))


APART = (
    "Police fired at a mob in the Tekri area on Friday. Police fired at a mob in the Chowk area.",
    "Police fired nine rounds on Friday. Police fired three rounds to disperse a mob.",
    "Guards fired at a boat on Friday morning. Guards fired at a cart in the evening.",
    "Rebels opened fire on a patrol on Monday. Soldiers returned fire.",
    "A farmer was killed by Indian fire on Monday. Troops shot back.",
    "A farmer was shot by a sentry on Monday. A man came up to the post on Sunday. A guard shot him.",
)
TOGETHER = (
    "Police fired at a mob in the Tekri area on Friday. Police fired in the same area to disperse it.",
    "Police fired nine rounds on Friday. Police fired nine rounds to disperse a mob.",
    "Guards fired at a boat on Friday night. The guards fired at the boat at 2 am.",
    "Soldiers returned fire on Monday. The soldiers returned fire with two bursts.",
    "The guards called on the men to halt. The men ran on. The guards fired at them.",
    "Border guards exchange fire, one dead\n\nA border guard was killed and two men were hurt on Monday.",
)


@pytest.mark.parametrize("words", APART)
def test_two_occasions_are_two_incidents(words, incidents):
    assert len(incidents(words)) == 2


@pytest.mark.parametrize("words", TOGETHER)
def test_one_occasion_is_one_incident(words, incidents):
    assert len(incidents(words)) == 1


PARTED = {
    "Guards shot dead three traders near the river. One died at once and two were arrested.": 1,
    "Guards shot dead three traders near the river. One died at once and another was arrested.": 3,
    "Guards shot dead three traders near the river. Two were arrested.": 3,
}


@pytest.mark.parametrize(("words", "killed"), PARTED.items())
def test_a_group_told_as_dead_is_parted_by_what_is_told_of_each(words, killed, incidents):
    (one, *_) = incidents(words)
    assert one.killed.value == killed
    assert (one.killed.rule == "count.parted") == (killed == 1)


def test_shots_in_the_air_are_the_means_where_no_other_fire_is_told(incidents):
    (one,) = incidents("The guards fired in the air. Two bodies were found after it.")
    assert (one.means.value, one.killed.value) == ("warning_shot", 2)
    (two,) = incidents("The guards fired in the air and then shot two men dead.")
    assert two.means.value == "live_fire"


def test_a_number_is_a_target_only_where_nobody_is_named(incidents):
    (one, *_) = incidents("Guards shot three traders near the river. One died at once and two were arrested.")
    assert names(one.target) == ["three traders"]
    (two,) = incidents("In Hyesan two were shot dead by guards on Friday.")
    assert names(two.target) == ["two"]


@pytest.fixture(scope="module")
def practices(record):
    return lambda words: record(words).practices


COUNTED = {
    "Outsiders studied 26 shooting incidents between May 2019 and May 2020, in which 11 people died.": (
        [("2019-05/2020-05", 11)]
    ),
    "The ministry said 312 ceasefire violations took place along the line last year, with 18 deaths.": (
        [("2021", 18)]
    ),
    "Last year 312 ceasefire violations took place. Outsiders studied 26 shooting incidents in 2019.": (
        [("2021", None), ("2019", None)]
    ),
    "Two shooting incidents were reported on Friday.": [],
}


@pytest.mark.parametrize(("words", "wanted"), COUNTED.items())
def test_acts_counted_over_a_time_are_a_practice_each(words, wanted, practices):
    said = [(p.period.value, p.killed.value if p.killed else None) for p in practices(words)]
    assert said == wanted


@given(HOURS, HOURS)
def test_hours_apart_is_the_same_both_ways_and_never_of_itself(a: Any, b: Any):
    assert hours_apart(a, b) == hours_apart(b, a)
    assert not hours_apart(a, a)
    assert not hours_apart(a, None)


def test_the_night_reaches_into_the_next_morning():
    assert not hours_apart((18, 31), (2, 3))
    assert hours_apart((0, 13), (16, 24))
