"""Kinds of wording found in news of incidents at borders, in sentences of our own."""

import pytest

from tests.reading.slots import names


def _told(incident):
    """What was done by whom to whom, with how many killed, injured and held."""
    numbers = (incident.killed, incident.injured, incident.detained)
    counted = tuple(None if n is None else n.value for n in numbers)
    return incident.act.value, names(incident.actor), names(incident.target), counted


DONE = {
    "Three herders were on May 4 arrested by navy men for fishing without papers.": (
        "detain", ["navy men"], ["Three herders"], (None, None, 3),
    ),
    "The family was fired on by guards, wounding the father and killing two of his sons.": (
        "kill", ["guards"], ["family", "father", "two of his sons"], (2, 1, None),
    ),
    "The soldier broke into the home of a villager surnamed Ko and shot a man and his wife, killing them.": (
        "kill", ["soldier"], ["man", "wife"], (2, None, None),
    ),
    "Nine critically wounded troops succumbed on Monday.": (
        "kill", [], ["troops"], (9, None, None),
    ),
    "Sri Lankan Navy men chased away 40 fishermen near the islet.": (
        "push_back", ["Sri Lankan Navy men"], ["40 fishermen"], (None, None, None),
    ),
    "The army carried out an air strike on a house in Tyre.": (
        "explode", ["army"], ["house in Tyre"], (None, None, None),
    ),
    "Northern troops broke the truce from 9 am in the Uri sector using 82 mm mortars.": (
        "shell", ["Northern troops"], [], (None, None, None),
    ),
    "Soldiers have shot at farmers near the fence, wounding three.": (
        "fire", ["Soldiers"], ["farmers"], (None, 3, None),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), DONE.items(), ids=str)
def test_an_act_is_told_with_who_did_it_to_whom(words, wanted, record):
    (incident,) = record(words).incidents
    assert _told(incident) == wanted


def test_those_who_attacked_a_force_are_not_that_force(record):
    words = "The police first shot in the air. “Our security force tried to stop them. They attacked"
    told = record(f"{words} our security force with stones,” an officer said.").incidents
    assert [names(i.actor) for i in told if i.act.value == "attack"] == [[]]


def test_fire_of_arms_is_no_act_of_arms(record):
    words = "The troops resorted to ceasefire violations in Uri at about 1500 hours with heavy shelling"
    told = record(f"{words} and small arms fire, he said.")
    assert told.practices == ()
    (incident,) = told.incidents
    assert (incident.act.value, names(incident.actor)) == ("fire", ["troops"])


def test_what_guards_have_done_without_a_toll_is_a_practice(record):
    told = record("Guards have opened fire on fishermen they accused of crossing the line.")
    assert (told.incidents, len(told.practices)) == ((), 1)
