"""Who is told to have done an act, in forms of words that need more than a verb with its subject."""

import pytest


def actors(record, words: str) -> set[str]:
    return {a.value.name for one in record(words).incidents for a in one.actor}


DID = {
    "On 12 January a couple on a motorcycle threw a grenade at the post.": {"couple"},
    "On the night of 3 May unknown men placed two bombs in the garden of a school.": {"unknown men"},
    "The bridge was damaged by a charge placed by insurgents on Monday.": {"insurgents"},
    "A bomb placed by rebels destroyed two trucks on Monday.": {"rebels"},
    "A farmer was hit on Monday by a bullet fired by a guard.": {"guard"},
    "A soldier was hurt in an attack on a post near the river by fighters of the Desert Army.": {
        "fighters of the Desert Army",
        "Desert Army",
    },
    "Members of the Red Front bombed a post on Monday.": {"Members of the Red Front", "Red Front"},
    "The mayor blamed smugglers for the murder of two guards.": {"smugglers"},
    "Two guards died on Monday. The rebels were accused of being responsible for the raid.": {"rebels"},
    "The murder of two guards on Monday was the work of smugglers.": {"smugglers"},
    "Two farmers were shot dead on Monday. The murderers were soldiers of a border battalion.": {
        "soldiers of a border battalion"
    },
    "Two guards were killed on Monday. The crime was committed by armed men.": {"armed men"},
    "Two drivers were kidnapped on Monday. They were released by the militants on Friday.": {"militants"},
    "Three guards charged with killing two migrants were in court on Monday.": {"Three guards"},
    "The regional command is held responsible for the massacre on Monday.": {"regional command"},
    "The trader, Amir Khan, tried to resist; the men shot him on Sunday.": {"men"},
    "The Red Front said it had killed the two guards.": {"Red Front"},
    "The Red Front claimed responsibility for killing the colonel.": {"Red Front"},
    "Ten people died in attacks by rebels against the town.": {"rebels"},
    "The army is charged with the murder of two men on Monday.": {"army"},
    "On Monday smugglers ambushed a patrol and took two conscripts hostage.": {"smugglers"},
}


@pytest.mark.parametrize(("words", "names"), DID.items())
def test_who_did_it_is_told(words, names, record):
    assert actors(record, words) == names


BARE = (
    "No group has claimed responsibility for the attack on Monday, in which a guard was killed.",
    "Two policemen were injured in two terrorist attacks on Monday.",
    "The plane exploded over the border on Monday, and 30 people were killed.",
    "The group had fled shelling near the river on Monday, in which two men died.",
    "Two people died on Monday in an attack witnessed by soldiers.",
)


@pytest.mark.parametrize("words", BARE)
def test_nobody_is_named_who_is_not_said_to_have_done_it(words, record):
    assert actors(record, words) == set()


def test_the_place_of_who_blames_is_not_that_of_the_act(record):
    told = (
        "Two guards were killed on Monday near Azaz. A committee in Kilis blamed smugglers for the killing."
    )
    (one,) = record(told).incidents
    assert {p.quote for p in one.places} == {"Azaz"}


def test_captives_and_who_let_them_go_are_of_one_abduction(record):
    (one,) = record("Two drivers were kidnapped on Monday. They were freed by militants on Friday.").incidents
    assert (one.act.value, one.date.value, one.detained.value) == ("abduct", "2022-06-20", 2)


def test_firearms_not_used_are_fire_held(record):
    (one,) = record("The police did not use firearms during the march on Sunday.").incidents
    assert (one.act.value, one.means.value) == ("hold_fire", "live_fire")


def test_who_declines_to_give_details_leaves_nothing_undone(record):
    assert record("The commander declined to give details about the patrol on Monday.").incidents == ()


def test_what_those_arrested_bore_is_no_means_of_arresting_them(record):
    (one,) = record("Guards arrested two men with rifles on Monday.").incidents
    assert one.means.value == "arrest"
