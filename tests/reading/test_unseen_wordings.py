"""Wordings from reports of many kinds: who is counted, what is one act of many, and whose side was hurt."""

import pytest

from holdfire.model.incident import Count
from tests.reading.slots import names
from tests.reading.test_incidents import counts

COUNTS = {
    "Four men, among them a 15-year-old boy, were shot dead near the fence.": (4, None, None),
    "Twenty-nine people, including one ringleader, were held for illegal entry.": (None, None, 29),
    "At least thirty-two villagers were killed when troops opened fire.": (Count(low=32), None, None),
    "Two Eritreans were hit near the fence; the younger died.": (1, 1, None),
    "Two women were blown up by a mine near the river. One lost a leg; the other died.": (1, 1, None),
    "Guards fired on a boat. Two fishermen drowned and a third is being treated for a wound.": (2, 1, None),
    "Guards shot at a car. A medic, Jan Kos, was hit by a bullet in the chest.": (None, 1, None),
    "Soldiers shot at people in the river. Three bodies washed ashore near Maungdaw.": (3, None, None),
}


@pytest.mark.parametrize(("words", "wanted"), COUNTS.items(), ids=str)
def test_those_who_are_told_of_are_counted_once(words, wanted, record):
    assert counts(record(words).incidents[0]) == wanted


PRACTICES = (
    "The posts were fired upon 41 times in the hills.",
    "It was the third time since January that coast guards had used firearms against a boat.",
    "India says Pakistan has broken the truce more than 4,000 times this year.",
)


@pytest.mark.parametrize("words", PRACTICES)
def test_one_of_many_acts_is_a_practice(words, record):
    read = record(words)
    assert (len(read.incidents), len(read.practices)) == (0, 1)


ONCE = (
    "The farmer was shot 41 times by guards.",
    "A guard fired three times at a boat on Monday.",
    "The post was attacked four times on Monday by rebels.",
)


@pytest.mark.parametrize("words", ONCE)
def test_wounds_rounds_and_the_attacks_of_a_day_are_no_practice(words, record):
    read = record(words)
    assert (len(read.incidents), len(read.practices)) == (1, 0)


def test_an_act_told_with_the_day_since_which_others_go_on_is_of_that_day(record):
    words = (
        "Some 90,000 people have crossed since May 25, when insurgents raided 30 posts, killing 12 soldiers."
    )
    (one,) = record(words).incidents
    assert one.date.value == "2022-05-25"


def test_a_force_of_order_is_not_hurt_by_its_own_act(record):
    words = "Riot police fired tear gas at migrants on Monday. Twenty policemen were injured."
    gas, hurt = sorted(record(words).incidents, key=lambda i: i.act.start)
    assert names(gas.actor) == ["Riot police"]
    assert (hurt.actor, counts(hurt)) == ((), (None, 20, None))


def test_who_died_days_before_died_by_another_act(record):
    words = (
        "A man was shot dead on Monday, three days after his cousin was clubbed to death in the same field."
    )
    assert [counts(i)[0] for i in record(words).incidents] == [1, 1]


def test_who_disputes_an_account_denies_the_force_in_it_and_no_arrests(record):
    words = (
        "Coast guards shot a man aboard a boat on Monday. Two smugglers were apprehended. "
        "A rights group disputed the account."
    )
    assert {i.act.value: i.status for i in record(words).incidents} == {
        "fire": "denied",
        "detain": "happened",
    }


def test_two_sides_that_exchange_fire_are_named_together_or_not_at_all(record):
    (both,) = record("The two armies exchanged artillery fire near Uri on Monday.").incidents
    assert names(both.actor) == ["two armies"]
    (spree,) = record("A gunman killed six people on Monday. He exchanged fire with a deputy.").incidents
    assert names(spree.actor) == ["gunman"]


MORE_COUNTS = {
    "Five Africans were shot dead and about 100 hurt when troops opened fire at the fence.": (5, 100, None),
    "At least 23 people died when guards fired. Five were killed at once and 18 succumbed later.": (
        Count(low=23),
        None,
        None,
    ),
    "Twenty soldiers were killed in the valley on Monday. Seventeen of the men died of wounds.": (
        20,
        None,
        None,
    ),
    "The bodies of 16 border guards were handed over at Mankarchar on Friday.": (16, None, None),
}


@pytest.mark.parametrize(("words", "wanted"), MORE_COUNTS.items(), ids=str)
def test_tolls_with_bounds_parts_and_bodies_are_counted(words, wanted, record):
    assert counts(record(words).incidents[0]) == wanted


def test_killed_or_wounded_parts_into_no_two_counts(record):
    words = "Guards shelled the post on Monday. Officials spoke of 43 killed or wounded on the other side."
    assert {counts(i) for i in record(words).incidents} == {(None, None, None)}


ACTORS = {
    "Parliament met on Monday after Russian coast guard ships rammed a tug, fired on two boats and left.": [
        "Russian coast guard ships"
    ],
    "A soldier died after heavy fire from armed groups near Lachin on Monday.": ["armed groups"],
    "The petition was filed after Sergeant Kos fired at three men near Har Harif in July 2021.": [
        "Sergeant Kos"
    ],
    "Police fired tear gas on Monday at migrants near the gate.": ["Police"],
    "Ten of the bullets struck a boy near the fence on Monday.": [],
    "Troops were at the post on Monday when he shot and wounded a platoon leader.": [],
}


@pytest.mark.parametrize(("words", "wanted"), ACTORS.items(), ids=str)
def test_who_acts_stands_before_the_verb_that_is_his(words, wanted, record):
    assert [p.value.name for p in record(words).incidents[0].actor] == wanted


def test_people_beaten_back_are_put_back(record):
    (one,) = record("Troops beat back some 500 men who had forded the river on Monday.").incidents
    assert one.act.value == "push_back"


def test_an_act_within_what_a_rule_had_people_do_is_none(record):
    words = "The army has scrapped a rule that made conscripts wait for an order before returning fire."
    assert record(words).incidents == ()


def test_a_capital_that_speaks_is_no_scene(record):
    words = "Guards shot a farmer near Tegh on Tuesday. Yerevan counted six wounded."
    assert {p.value.name for i in record(words).incidents for p in i.places} & {"Yerevan"} == set()


def test_who_rejects_a_proposal_denies_no_act(record):
    words = (
        "A sergeant killed five soldiers in Goseong on Monday. Activists want live rounds to be locked away. "
        "The ministry rejected that."
    )
    assert [i.status for i in record(words).incidents] == ["happened"]
