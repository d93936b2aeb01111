"""Who is held to account for an act did it, as far as anyone says: arrests, charges, trials, verdicts."""

import pytest

HELD = {
    "A colonel and eight soldiers were arrested over the massacre of six priests in May.": [
        "colonel",
        "eight soldiers",
    ],
    "Two guards were detained in connection with the killing of a boy on Friday.": ["Two guards"],
    "Two border guards are on trial for the murder of a refugee in March.": ["Two border guards"],
    "The minister confirmed the involvement of troops in the killing of two priests.": ["troops"],
    "The general is wanted for the killing of 34 migrants.": ["general"],
    "Two officers suspected of beating a shepherd were suspended on Friday.": ["Two officers"],
    "Two policemen face charges of torturing a detainee.": ["Two policemen"],
    "A guard was convicted of killing a smuggler in May 2022.": ["guard"],
}


@pytest.mark.parametrize(("words", "actors"), HELD.items(), ids=str)
def test_who_is_held_to_account_is_named_as_who_did_it(incidents, words, actors):
    found = next(i for i in incidents(words) if i.act.value != "detain")
    assert [a.value.name for a in found.actor] == actors


STATUS = {
    "An officer suspected of shooting a shepherd was suspended on Friday.": "alleged",
    "Two policemen face charges of torturing a detainee.": "alleged",
    "A guard was convicted of killing a smuggler in May 2022.": "happened",
}


@pytest.mark.parametrize(("words", "status"), STATUS.items(), ids=str)
def test_a_charge_leaves_open_what_a_verdict_settles(incidents, words, status):
    assert incidents(words)[0].status == status


def test_the_arrest_over_a_killing_stays_an_arrest(incidents):
    found = incidents("Police arrested two soldiers over the killing of a boy on Friday.")
    assert {i.act.value for i in found} == {"kill", "detain"}


def test_who_was_only_caught_in_a_raid_raided_nobody(incidents):
    found = incidents("Two men were arrested in a raid on Friday.")
    assert [a.value.name for i in found for a in i.actor] == []
