"""What news tells of attacks: who was hit and who was not, who did it, and whether it happened at all."""

import pytest

ATTEMPTS = {
    "Gunmen tried to kill the mayor of Arauca on Tuesday.": ("gunmen", "mayor of arauca"),
    "The attempted murder of two guards near Arauca on Tuesday shook the town.": (None, "two guards"),
    "On Tuesday an attempt was made on the life of the governor.": (None, "governor"),
    "an assassination attempt on the governor failed on tuesday.": (None, "governor"),
}


@pytest.mark.parametrize(("words", "told"), ATTEMPTS.items())
def test_an_attempt_on_a_life_is_an_attack_and_kills_nobody(words, told, incidents):
    (one,) = incidents(words)
    actor, target = told
    assert (one.act.value, one.status, one.killed) == ("attack", "happened", None)
    assert [a.value.name.lower() for a in one.actor] == ([actor] if actor else [])
    assert [t.value.name.lower() for t in one.target] == [target]


def test_his_life_is_the_life_of_whom_it_was_told(incidents):
    (one,) = incidents("The governor survived an attempt on his life on Tuesday.")
    (target,) = one.target
    assert (target.value.name, target.quote, target.basis) == ("governor", "his", "resolved")


AVERTED = (
    "The ministry wants to prevent judges from being murdered near the border on Monday.",
    "Elders kept the crowd from lynching the smuggler on Monday.",
    "On Monday the governor escaped being killed.",
    "The police foiled an attempt to kill the mayor on Monday.",
    "It is feared that the hostages have been killed near Arauca on Monday.",
    "Thirty people are feared dead near Arauca since Monday.",
)


@pytest.mark.parametrize("words", AVERTED)
def test_what_somebody_was_kept_from_did_not_happen(words, incidents):
    assert incidents(words) == ()


ONE = {
    "Luis Perez, senator and presidential candidate, was shot dead on Monday.": ["Luis Perez"],
    "Luis Perez, senator, died on Monday after guards shot him.": ["Luis Perez"],
    "Two members of the escort, members of a police unit, were wounded by rebels on Monday.": [
        "Two members of the escort"
    ],
    "Two guards, both sergeants, were wounded by rebels on Monday.": ["Two guards"],
    "gao -- a guard was shot dead on monday.": ["guard"],
    "On Monday rebels shot student Jan Kos dead.": ["student Jan Kos"],
    "Jan Kos, founder of the union, shot dead by guards on Monday, was a lawyer.": ["Jan Kos"],
    "After killing two guards on Monday the smugglers fled.": ["two guards"],
    "The army has hurt the country deeply, and on Monday it shot a farmer.": ["farmer"],
    "Contrary to reports on Monday, three fighters had died.": ["three fighters"],
    "On Monday he was held after the murder of Luis Vargas, who was shot at his house.": ["Luis Vargas"],
}


@pytest.mark.parametrize(("words", "names"), ONE.items())
def test_of_one_man_one_is_told_and_nothing_that_cannot_be_hurt(words, names, incidents):
    told = [t.value.name for one in incidents(words) if one.act.value != "detain" for t in one.target]
    assert sorted(told) == sorted(names)


SEVERAL = {
    "A farmer, his wife and two children were killed on Monday.": 4,
    "General Omar Diaz, the minister of defence, and his driver were killed on Monday.": 2,
}


@pytest.mark.parametrize(("words", "killed"), SEVERAL.items())
def test_people_who_are_listed_stay_several(words, killed, incidents):
    (one,) = incidents(words)
    assert one.killed.value == killed


DAYS = (
    "the attack on 3 august occurred near arauca.",
    "the rebels are responsible for an attack on 5 september near arauca.",
)


@pytest.mark.parametrize("words", DAYS)
def test_a_day_is_attacked_by_nobody(words, incidents):
    assert all(not one.target for one in incidents(words))


DOERS = {
    "the extraditables claimed responsibility for the murder of a judge on monday.": "extraditables",
    "A caller claimed responsibility for Monday's raid on the post on behalf of the Eastern Front.": (
        "Eastern Front"
    ),
    "Monday's raid on the post was claimed by the Eastern Front.": "Eastern Front",
    "The killing of two guards on Monday was carried out by professionals.": "professionals",
    "Smugglers were behind the killing of two guards on Monday.": "Smugglers",
}


@pytest.mark.parametrize(("words", "name"), DOERS.items())
def test_who_did_it_by_whatever_name(words, name, incidents):
    assert name in {a.value.name for one in incidents(words) for a in one.actor}


def test_who_is_charged_with_taking_part_is_only_accused(incidents):
    (one,) = incidents("Two soldiers were charged with taking part in the murder of a priest on 4 May.")
    assert one.status == "alleged" or all(a.rule == "actor.alleged" for a in one.actor)
    assert [a.value.name for a in one.actor] == ["Two soldiers"]


SIDES = {
    "The murders of judges, officials and farmers on Monday shook the town.": (
        [],
        ["judges", "officials", "farmers"],
    ),
    "On Monday they condemned the murder of the wife of the mayor.": ([], ["wife of the mayor"]),
    "They have captured, tortured, and murdered disabled persons near Arauca.": (None, ["disabled persons"]),
    "On Monday five gunmen shot to death a watchman near Arauca.": (["five gunmen"], ["watchman"]),
    "Ten people were wounded near Arauca on Monday, including three policemen.": ([], ["Ten people"]),
    "The guard was shot on Monday by smugglers and not by soldiers.": (["smugglers"], ["guard"]),
    "On Monday terrorist attacks near Arauca killed two people.": ([], ["two people"]),
}


@pytest.mark.parametrize(("words", "sides"), SIDES.items())
def test_victims_are_no_perpetrators(words, sides, incidents):
    told = incidents(words)
    actors, targets = sides
    if actors is not None:
        assert sorted({a.value.name for one in told for a in one.actor}) == actors
    assert sorted({t.value.name for one in told for t in one.target}) == sorted(targets)


def test_who_was_nearly_lynched_lives(incidents):
    (one,) = incidents("A smuggler was nearly lynched by villagers near Arauca on Monday.")
    assert (one.act.value, one.killed) == ("attack", None)


NOTHING = (
    "The crash near Arauca on Monday killed 120 passengers.",
    "They spoke of the foiled attack on the post at Arauca.",
    "Thanks to the aid, the talks went on near Arauca on Monday.",
)


@pytest.mark.parametrize("words", NOTHING)
def test_an_accident_and_a_foiled_attack_are_no_incidents(words, incidents):
    assert incidents(words) == ()


AIMED = {
    "The embassy was the target of a dynamite attack on Monday.": (None, "embassy"),
    "On Monday an attack was perpetrated by smugglers against the office of the union.": (
        "smugglers",
        "office of the union",
    ),
    "There was an explosion at one of the posts near Arauca on Monday.": (
        None,
        "one of the posts near Arauca",
    ),
    "An engineer, kidnapped on Monday by a guerrilla group near Arauca, was released.": (
        "guerrilla group",
        "engineer",
    ),
    "Two drivers were gunned down by hitmen in front of the church on Monday.": ("hitmen", "Two drivers"),
}


@pytest.mark.parametrize(("words", "told"), AIMED.items())
def test_what_an_attack_was_on_and_who_made_it(words, told, incidents):
    (one,) = incidents(words)
    actor, target = told
    assert [a.value.name for a in one.actor] == ([actor] if actor else [])
    assert [t.value.name for t in one.target] == [target]


ARMLESS = {
    "On Monday a student was accidentally injured by a gun near Arauca.": [],
    "Jan Kos, 24, Luis Mora, 29, and Omar Sidi, 31, opened fire on a guard on Monday.": [
        "Jan Kos", "Luis Mora", "Omar Sidi"
    ],
    "Four people shot on Northside on Monday.": [],
}  # fmt: skip


@pytest.mark.parametrize(("words", "names"), ARMLESS.items())
def test_neither_a_gun_nor_an_age_nor_who_was_shot_acts(words, names, incidents):
    told = {a.value.name.split(",")[0] for one in incidents(words) for a in one.actor}
    assert told <= set(names)


def test_words_for_those_already_told_name_nobody_new(incidents):
    (one,) = incidents(
        "Rebels shot two guards on Monday. One of the wounded was a sergeant. "
        "All the wounded were taken to a hospital."
    )
    assert [t.value.name for t in one.target] == ["two guards"]


def test_an_attempt_to_kidnap_held_nobody(incidents):
    (one,) = incidents("The mayor of Arauca was killed on Monday in an attempt to kidnap him.")
    assert (one.act.value, one.killed.value, one.detained) == ("kill", 1, None)


UNDONE = (
    "Nobody has claimed responsibility for the raid on the post on Monday.",
    "Those responsible for the raid on the post on Monday are not soldiers.",
    "The war has claimed more than 120 deaths.",
)


@pytest.mark.parametrize("words", UNDONE)
def test_who_is_not_said_to_have_done_it_did_not(words, incidents):
    assert all(not one.actor for one in incidents(words))
