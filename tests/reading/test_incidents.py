"""Whole reports → incidents: who did what to whom, how many, once each, and nothing that did not happen."""

from typing import Any

import pytest

from holdfire.model.incident import ALLEGED, Count
from tests.reading.slots import names


def counts(one) -> tuple[Any, ...]:
    """(killed, injured, detained) of an incident."""
    return tuple(n.value if n is not None else None for n in (one.killed, one.injured, one.detained))


COUNTS = {
    "Guards shot dead two men near the bridge.": (2, None, None),
    "Three soldiers and a driver were killed by a mine near the fence.": (4, None, None),
    "At least three people were killed when troops opened fire on the crowd.": (Count(low=3), None, None),
    "Dozens were wounded when police fired on the crowd.": (None, Count(low=24), None),
    "The shooting left three people dead and five wounded.": (3, 5, None),
    "Four people were shot, one fatally, near the market.": (1, 3, None),
    "A farmer was shot near the fence. He died in hospital.": (1, None, None),
    "Police fired on the crowd. No one was hurt.": (0, 0, None),
    "Units shelled the post. There were no losses.": (0, 0, None),
    "Police shot a man. Nobody else was hurt.": (None, 1, None),
    "A trader was killed and another hurt when guards opened fire.": (1, 1, None),
    "Two shepherds were killed and a third wounded by guards near Hyesan.": (2, 1, None),
    "A woman was killed and her two sons injured by a mine.": (1, 2, None),
    "A porter was killed and his 16-year-old nephew wounded when a patrol fired.": (1, 1, None),
    "A Syrian was killed by guards.": (1, None, None),
    "Troops fired at three people walking over the ice; one was killed and two were arrested.": (1, None, 2),
    "Between two and four people were killed when guards opened fire.": (Count(low=2, high=4), None, None),
    "Four Armenian and three Azerbaijani soldiers were killed near the village.": (7, None, None),
    "Ten people, three of them children, were killed by shelling.": (10, None, None),
    "She and three others were shot near the fence.": (None, 4, None),
    "Guards opened fire on a crowd near the bridge and killed a group of three.": (3, None, None),
    "Abdi Noor, 26, was shot in the leg by guards.": (None, 1, None),
    "The man and woman were found shot dead.": (2, None, None),
    "Four men were hit when guards opened fire. A fifth man was shot in the leg.": (None, 5, None),
    "A herder was killed by guards on Sunday. Two other men were also shot.": (1, 2, None),
    "Guards fired on the boat. Three fishermen were taken to hospital.": (None, 3, None),
    "A man was shot by guards. He was hit in the chest, and died on the road.": (1, None, None),
    "Guards fired on a cart. Medics found a boy with gunshot wounds; the boy died.": (1, None, None),
    "A 3-year-old and four adults were shot by guards.": (None, 5, None),
    "Guards shot John Smith Jr. on Monday. Smith was wounded in the arm.": (None, 1, None),
}


WARNINGS = {
    "A patrol challenged the men and, as they ran, fired four rounds.": "yes",
    "New sentries shouted once and opened fire on the women.": "yes",
    "Guards shot a man. There was no warning.": "no",
    "Guards shot a man. He said that no one had called to him.": "no",
    "A patrol shot at a car without any order to stop.": "no",
    "Guards shot a driver who had ignored warning shots.": "yes",
    "Police used tear gas after the crowd had been told through loudspeakers to stand back.": "yes",
    "Police used tear gas on the crowd. It had been told through loudspeakers to stand back.": "yes",
    "Guards shot a man. Nobody called an ambulance.": None,
    "Guards fired without warning on a pickup and killed the driver.": "no",
    "Police had signalled the car to stop and then fired on it.": "yes",
    "The army warned them over loudspeakers and fired warning shots.": "yes",
    "Guards shot a farmer.": None,
    "Guards shot a man without orders.": None,
    "Guards shot a man. The army warned that the river was rising.": None,
}


@pytest.mark.parametrize(("words", "expected"), WARNINGS.items())
def test_a_warning_counts_wherever_it_is_told(incidents, words, expected):
    given = incidents(words)[0].warning_given
    assert (given.value if given is not None else None) == expected


@pytest.mark.parametrize(
    "denial",
    [
        "A Saudi official called the claims baseless.",
        "The army said the reports were untrue.",
        "The ministry rejected the accusation as propaganda.",
    ],
)
def test_what_is_called_untrue_is_denied(incidents, denial):
    [one] = incidents(f"Guards shot two men on Monday. {denial}")
    assert one.status == "denied"


@pytest.mark.parametrize(("words", "expected"), COUNTS.items(), ids=lambda x: x if isinstance(x, str) else "")
def test_casualties_are_counted_as_they_are_told(incidents, words, expected):
    found = incidents(words)
    assert len(found) == 1
    assert counts(found[0]) == expected


NOTHING = (
    "The film was shot in the hills near the border.",
    "Prices of flour shot up this week.",
    "The president fired his minister for theft.",
    "The team beat its rivals by two goals.",
    "He died of cancer at home.",
    "Two people were killed in a car crash.",
    "The house caught fire.",
    "Soldiers will fire on anyone who crosses.",
    "City police are searching for a lone gunman in a quintuple shooting.",
    "Police have not made any arrests in the four shootings.",
    "A security camera captured two trucks at the gate.",
    "The mother picked up the child from school.",
)


@pytest.mark.parametrize("words", NOTHING)
def test_what_is_no_act_of_force_makes_no_incident(incidents, words):
    assert incidents(words) == ()


ONCE = (
    "Guards shot two men near the bridge on Friday. The shooting happened at dawn. Both men died.",
    "Two men were shot dead by soldiers on Monday. The two men were shot as they crossed the river.",
    "Soldiers killed John Smith near the gate. Smith was shot in the chest.",
    "One killed, two arrested as guards fire on three people\n\nGuards fired on three people on Friday. "
    "One was hit and died at once. The other two were arrested on the spot.",
)


@pytest.mark.parametrize("words", ONCE)
def test_one_act_told_twice_is_one_incident(incidents, words):
    assert len(incidents(words)) == 1


APART = {
    "Militiamen shot at a lorry on Friday, killing two men. Soldiers beat a boy that night.": 2,
    "Soldiers shot a man in Musan on 3 May 2022. On 9 May 2022 police shot a woman in Hoeryong.": 2,
    "Two people were stabbed in the market and police fired warning shots.": 2,
    "Guards killed a man and arrested two on Friday. In the next valley three others were arrested.": 2,
    "Militants fired at the soldiers, and the soldiers shot two militants.": 2,
}


@pytest.mark.parametrize(("words", "number"), APART.items(), ids=lambda x: x if isinstance(x, str) else "")
def test_different_acts_stay_apart(incidents, words, number):
    assert len(incidents(words)) == number


DOERS = {
    "Six men were stripped, robbed and beaten by soldiers on Tuesday.": ("soldiers", "army"),
    "Soldiers tied eleven men to trees and beat them with cables on Tuesday.": ("Soldiers", "army"),
    "Soldiers tied eleven men to trees and beat them on Tuesday.": ("Soldiers", "army"),
    "The patrol came under fire from Armenian positions on Tuesday.": ("Armenian positions", "army"),
    "A coast guard ship fired at a raft on Tuesday.": ("coast guard ship", "border guard"),
    "A police boat rammed a dinghy on Tuesday.": ("police boat", "police"),
}


@pytest.mark.parametrize(("words", "actor"), DOERS.items())
def test_who_did_it_is_found_in_coordination_and_within_what_acts(incidents, words, actor):
    (one,) = incidents(words)
    assert [(a.value.name, a.value.kind) for a in one.actor] == [actor]


ACTORS = {
    "police opened fire on the crowd.": "police",
    "bsf personnel shot two men near the fence.": "border guard",
    "the jawans fired at the protesters.": "army",
    "cops shot a man in the street.": "police",
    "border guards shot a farmer.": "border guard",
    "three people died in police firing.": "police",
    "soldiers of the 2nd brigade fired on a boat.": "army",
}


@pytest.mark.parametrize(("words", "kind"), ACTORS.items(), ids=lambda x: x)
def test_state_agents_are_known_without_capitals(incidents, words, kind):
    assert [a.value.kind for a in incidents(words)[0].actor][:1] == [kind]


def test_who_arrested_is_not_guessed_where_no_police_is_spoken_of(incidents):
    for words in ("Three men were arrested on Friday.", "Rebels came. The police fled. Two men were seized."):
        assert not any(a.value.kind == "police" for i in incidents(words) for a in i.actor)


def test_an_arrest_is_made_by_the_police_that_the_report_speaks_of_and_it_says_so(incidents):
    (one,) = incidents("Three men were arrested on Friday. Police named the eldest as the leader.")
    (actor,) = one.actor
    assert (actor.value.kind, actor.basis, actor.quote) == ("police", "inferred", "arrested")
    assert "Police" in actor.because


def test_the_force_that_acted_before_is_taken_for_who_arrests_and_it_says_so(incidents):
    found = incidents("Border guards fired at three men near the river on Friday. Two of them were arrested.")
    actors = [a for i in found for a in i.actor if a.rule == "actor.implied"] or [
        a for i in found for a in i.actor
    ]
    assert {a.value.kind for a in actors} == {"border guard"}


AID = {
    "Guards shot a smuggler in the leg. The wounded man was taken to hospital.": "yes",
    "Guards shot two men. No one gave them water.": "no",
    "Guards shot a porter and left him bleeding.": "no",
    "Guards shot a porter.": None,
}


@pytest.mark.parametrize(("words", "given"), AID.items(), ids=lambda x: x or "open")
def test_aid_is_given_not_given_or_left_open(incidents, words, given):
    aid = incidents(words)[0].aid_given
    assert (aid.value if aid is not None else None) == given


ACTS = {
    "The guards held their fire.": "hold_fire",
    "His comrades did not fire.": "hold_fire",
    "The police looked on as the mob beat a man.": "omission",
    "The police refused to register the complaint.": "omission",
    "The report speaks of police inaction.": "omission",
    "Guards fired two shots into the air to stop the crowd.": "fire_warning_shot",
}


@pytest.mark.parametrize(("words", "act"), ACTS.items(), ids=lambda x: x)
def test_restraint_and_omission_are_incidents(incidents, words, act):
    assert act in [i.act.value for i in incidents(words)]


def test_who_looked_on_did_so_where_the_act_told_before_was(incidents):
    shooting, looking = incidents(
        "Settlers shot two men near Huwara on Friday. Soldiers stood by and looked on."
    )
    assert (looking.act.value, [p.value.name for p in looking.places]) == ("omission", ["Huwara"])
    assert looking.places[0].basis == "inferred" and shooting.places[0].basis == "stated"
    elsewhere = incidents(
        "Two men were shot near Huwara on Friday. Police at Jenin refused to help a driver."
    )
    assert [p.value.name for i in elsewhere if i.act.value == "omission" for p in i.places] == ["Jenin"]


def test_an_open_day_is_taken_from_the_words_beside_it_and_says_from_where(incidents):
    one = incidents("On Friday a patrol came to the bridge. It shot two men.")[0]
    assert one.date.value == "2022-06-17"
    assert one.date.basis == "inferred"
    assert "On Friday" in one.date.because or "Friday" in one.date.because


def test_the_day_of_a_trial_is_not_the_day_of_the_act(incidents):
    found = incidents("A man was charged on Friday with shooting a guard on 3 May 2022.")
    assert [i.date.value for i in found if i.date is not None] == ["2022-05-03"]


def test_an_earlier_case_is_background(incidents):
    found = incidents("Guards shot two men on 3 May 2022. On 4 June 2019 guards shot a woman near the gate.")
    assert [i.salience for i in found] == ["main", "background"]


def test_a_weapon_stands_for_its_user_and_gives_the_means(incidents):
    (one,) = incidents("A car bomb exploded near the embassy and killed eight people.")
    assert (one.means.value, one.means.quote, counts(one)[0]) == ("explosive", "car bomb", 8)


def test_conduct_of_the_present_or_without_a_day_is_no_incident(incidents):
    assert incidents("Guards are beating people caught at the wall.") == ()
    assert incidents("Troops have been firing at anyone who comes near.") == ()


PLAIN = {
    "Two herders shot dead at the border line": ("kill", 0),
    "Two men are said to have been shot by guards on Friday.": ("fire", 1),
    "Men of the 3rd border battalion shot two farmers.": ("fire", 1),
    "Guards pushed forty people back across the river on Friday.": ("push_back", 1),
}


@pytest.mark.parametrize(("words", "expected"), PLAIN.items(), ids=lambda x: x if isinstance(x, str) else "")
def test_headlines_hearsay_ranks_and_pushbacks_are_read(incidents, words, expected):
    (one,) = incidents(words)
    assert (one.act.value, len(one.actor)) == expected


def test_what_a_rule_bars_was_not_done(incidents):
    assert incidents("Shooting at vehicles that drive away is barred.") == ()
    assert (
        incidents("Firing at a boat that turns back is banned; a threat, the memo says, is no such boat.")
        == ()
    )


def test_items_of_a_list_are_counted(incidents):
    found = incidents("Dead: two. Injured: seven. Arrested: 19.")
    assert {counts(i) for i in found} >= {(None, None, 19)}
    assert sum(i.killed.value for i in found if i.killed is not None) == 2


@pytest.mark.parametrize(
    "words",
    [
        "No soldier shot at the boat on Friday.",
        "On Friday none of the guards shot at the men.",
    ],
)
def test_what_nobody_does_is_fire_held_by_nobody_named(incidents, words):
    (held,) = incidents(words)
    assert held.act.value == "hold_fire"
    assert not held.actor


def test_fire_that_nobody_opens_on_nobody_is_nothing(incidents):
    assert incidents("No guard opened fire on Friday.") == ()


def test_no_shot_is_fire_held(incidents):
    assert [i.act.value for i in incidents("On Friday no shots were fired by the guards.")] == ["hold_fire"]
    assert incidents("It was not hit.") == ()


def test_whoever_may_be_shot_was_not(incidents):
    assert incidents("From Monday the body of anyone shot near the river must be buried.") == ()


def test_stones_and_shots_are_two_acts(incidents):
    words = "A crowd threw stones at the guards on Friday. The guards fired at the crowd and wounded two men."
    assert [i.act.value for i in incidents(words)] == ["fire", "attack"]


def test_the_agent_is_the_agent_told_before(incidents):
    words = "A border patrol agent shot a man near the fence on Friday. The agent fired four times."
    assert len(incidents(words)) == 1


def test_aid_follows_an_act_that_may_have_hurt(incidents):
    words = "A soldier was stabbed near the fence. His men were pelted with stones as they gave first aid."
    stabbed = incidents(words)[0]
    assert (stabbed.act.value, stabbed.aid_given.value) == ("stab", "yes")


def test_who_is_blamed_acts_as_alleged(incidents):
    words = "Two priests were murdered in the town on Friday. The murder was blamed on soldiers."
    found = incidents(words)
    assert len(found) == 1
    assert names(found[0].actor) == ["soldiers"]


def test_a_name_stands_for_the_one_described_and_keeps_the_kind(incidents):
    for words in (
        "Guards shot dead a farmer, John Smith, near the river on Friday.",
        "John Smith, a farmer, was shot dead by guards near the river on Friday.",
    ):
        target = incidents(words)[0].target
        assert [(p.value.name, p.value.kind) for p in target] == [("John Smith", "civilian")]


def test_a_name_ties_an_act_to_an_occasion_without_capitals_too(incidents):
    assert names(incidents("he condemned the murder of colonel pedro gomez.")[0].target) == [
        "colonel pedro gomez"
    ]


def test_a_blast_is_told_by_its_weapon_alone(incidents):
    blast = incidents("A car bomb went off near Kotli on Friday.")[0]
    assert (blast.act.value, blast.means.value, blast.means.quote) == ("explode", "explosive", "car bomb")
    assert incidents("A tractor was hit when a mine exploded under it near Kotli on Friday.") != ()


def test_the_weapon_of_an_attack_stands_before_it(incidents):
    attack = incidents("Rebels staged a bomb attack on the post on Friday.")[0]
    assert (attack.means.value, attack.means.quote) == ("explosive", "bomb")


def test_men_shot_by_others_do_not_shoot(incidents):
    words = "The six priests were killed on Friday, shot in the night by a group of armed men."
    killed = incidents(words)[0]
    assert "priests" not in " ".join(names(killed.actor))


def test_nobody_hurt_is_a_count_of_none(incidents):
    for words in (
        "Artillery shelled the village on Friday without hurting anyone.",
        "Artillery shelled the village on Friday, hurting nobody.",
    ):
        assert counts(incidents(words)[0])[1] == 0


def test_shots_fired_from_a_weapon_are_no_dismissal(incidents):
    assert incidents("The guard fired one round from a pistol on Friday.")[0].act.value == "fire"
    assert incidents("The mayor was fired from his post on Friday.") == ()


def test_the_arrest_that_follows_is_no_means_of_force(incidents):
    words = "Guards fired at three people walking over the ice; one was killed and two were arrested."
    assert incidents(words)[0].means.value == "live_fire"


def test_blanks_fired_first_are_no_means_of_a_killing(incidents):
    words = (
        "Guards fire blanks, then shoot a man dead\n\nGuards shot a man dead near the river on Friday. "
        "They first fired three blank rounds. They aimed and fired. The man died on the spot."
    )
    killing = incidents(words)[0]
    assert (killing.act.value, killing.means.value, counts(killing)[0]) == ("kill", "live_fire", 1)


def test_what_guards_really_do_is_no_act_of_its_own(incidents):
    assert incidents("People are frightened, because the guards really do open fire and kill.") == ()


def test_those_said_to_have_been_shot_are_the_target_and_it_is_alleged(incidents):
    words = "Fifteen herders are said to have been shot dead by troops near Attar on Friday."
    found = incidents(words)[0]
    assert (found.status, counts(found)[0], names(found.target)) == ("alleged", 15, ["Fifteen herders"])


def test_the_one_described_before_is_the_one_named(incidents):
    words = "A farmer was shot by guards near the river on Friday. The farmer, John Smith, was killed."
    assert [counts(i) for i in incidents(words)] == [(1, None, None)]


def test_led_away_and_found_dead_is_one_act(incidents):
    words = "Four men were taken from their home on Friday by police and found dead near the road."
    assert [counts(i) for i in incidents(words)] == [(4, None, 4)]


def test_who_was_hurt_in_another_act_is_aided_for_that(incidents):
    words = (
        "Smugglers hacked a guard with a knife on Friday. A second guard fired one round. "
        "The wounded smuggler was given first aid."
    )
    fired = next(i for i in incidents(words) if i.act.value == "fire")
    assert fired.aid_given is not None


def test_an_arrest_by_a_force_that_is_inferred_is_no_part_of_another_s_act(incidents):
    found = incidents(
        "Police spoke of two cases. A clerk was arrested at his office, "
        "while four herders were killed on Sunday by rebels."
    )
    acts = {one.act.value: one for one in found}
    assert counts(acts["kill"]) == (4, None, None)
    assert names(acts["kill"].actor) == ["rebels"]


def test_those_held_for_an_abduction_are_not_those_abducted(incidents):
    found = incidents("Police arrested the four men on Sunday over the abduction of an engineer.")
    acts = {one.act.value: one for one in found}
    assert counts(acts["detain"]) == (None, None, 4)


def test_where_somebody_spoke_is_not_the_scene(incidents):
    found = incidents("“Guards shot two men on Sunday,” he told reporters at a briefing in Bialystok.")
    assert found[0].places == ()


def test_stones_and_rubber_bullets_fly_from_two_sides(incidents):
    found = incidents(
        "A policeman was hurt in stone-pelting at the gate, "
        "and a man was hit by a rubber bullet that the police fired."
    )
    assert len(found) == 2


DENIED = (
    "The army denied the shooting.",
    "The army denied that its men had fired.",
    "The army denied that anyone was shot.",
    "The army denied the allegations.",
)


@pytest.mark.parametrize("denial", DENIED)
def test_a_denial_of_what_the_report_tells_stands_beside_the_narrator(incidents, denial):
    found = incidents(f"Guards shot two herders near Kusakli on Sunday. {denial}")
    assert [one.status for one in found] == ["denied"]
    assert [v.value.kind for v in found[0].attribution] == ["narration", "military"]


NOT_OF_IT = (
    "The army denied that the crossing would close.",
    "The army denied that its men had shelled Reyhanli on Friday.",
    "The army said it knew nothing of it.",
)


@pytest.mark.parametrize("other", NOT_OF_IT)
def test_a_denial_of_something_else_is_none_of_it(incidents, other):
    found = incidents(f"Guards shot two herders near Kusakli on Sunday. {other}")
    assert found[0].status == "happened"


def test_they_who_attack_troops_are_not_the_troops(incidents):
    found = incidents("The guards warned the men to go back. They attacked the troops with sticks.")
    attack = next(one for one in found if one.act.value == "attack")
    assert "guards" not in [a.value.name for a in attack.actor]


def test_who_was_killed_and_who_arrested_in_one_clause_are_of_one_incident(incidents):
    found = incidents(
        "North Korean guards killed people at the river this month. "
        "Sources said that guards fired at three people on the ice; one died and two were arrested."
    )
    assert [one.act.value for one in found] == ["kill"]
    assert found[0].detained is not None and found[0].detained.value == 2


PRACTICES = {
    "The guards beat those they catch with cables.": ("beat", None),
    "The guards aim at the legs.": ("fire", None),
    "Guards have turned back 11,200 people since the start of the year.": ("push_back", "2022-01/2022-06-20"),
    "The police returned 3,000 people to Serbia between January and May.": ("push_back", "2022-01/2022-05"),
    "Officers have turned away some 20,000.": ("push_back", None),
    "Pakistan's army violated the truce 5,133 times last year.": ("fire", "2021"),
    "India committed 3,097 violations in 2020.": ("fire", "2020"),
    "Guards fired at anyone who came near the fence.": ("fire", None),
    "Patrols had shot at every boat that did not turn back.": ("fire", None),
    "Until now, he said, patrols had shot at every boat.": ("fire", None),
}


@pytest.mark.parametrize(
    ("words", "expected"), PRACTICES.items(), ids=lambda x: x if isinstance(x, str) else ""
)
def test_what_is_wont_to_be_done_or_counted_is_a_practice(words, expected, record):
    made = record(words)
    assert not made.incidents
    (found,) = made.practices
    assert (found.act.value, found.period and found.period.value) == expected


WEAPONS = {
    "A truck rigged with 60 kilos of dynamite exploded near Fortul, wounding five men.": "dynamite",
    "A driver was killed in a machinegun attack near Fortul on Friday.": "machinegun",
    "Two farmers were killed near Fortul on Friday when they set off a mine.": "mine",
    "The bus was damaged by a car bomb explosion near Fortul on Friday.": "car bomb",
    "Two men were killed in a blast near Fortul on Friday. The car bomb exploded at dawn.": "car bomb",
    "One of the explosive devices went off near Fortul on Friday.": "explosive devices",
}


@pytest.mark.parametrize(("words", "weapon"), WEAPONS.items(), ids=lambda x: x)
def test_the_means_is_the_weapon_where_one_is_named(incidents, words, weapon):
    found = incidents(words)
    assert found[0].means.quote == weapon
    assert found[0].means.rule == "means.word"


def test_a_weapon_that_no_act_uses_makes_no_incident(incidents):
    assert not incidents("Soldiers showed reporters rifles and 200 kilos of explosives that they had dug up.")


def targets(found) -> list[list[str]]:
    """The targets of each incident."""
    return [[t.quote for t in one.target] for one in found]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Two men were shot dead by guards at the fence. The dead were named as Sabir Alam and Amit Das.",
            [["Two men", "Sabir Alam", "Amit Das"]],
        ),
        (
            "A man was shot by guards near the fence. The victim was identified as Anton Berger.",
            [["A man", "Anton Berger"]],
        ),
        (
            "A man was shot by guards near the fence. The suspect was identified as Anton Berger.",
            [["A man"]],
        ),
        ("The victim was identified as Anton Berger.", []),
    ],
)
def test_who_the_dead_were_is_told_in_a_sentence_of_its_own(incidents, words, expected):
    assert targets(incidents(words)) == expected


def test_names_that_identify_the_dead_are_not_counted_again(incidents):
    words = (
        "Two men and a woman were shot dead by guards. The dead were identified as Sabir Alam and Rohan Das."
    )
    assert [counts(one) for one in incidents(words)] == [(3, None, None)]


@pytest.mark.parametrize(
    "words",
    [
        "Border police are investigating the second accidental shooting this week.",
        "Soldiers responded to the scene of a workplace shooting on Friday.",
        "Police named Lee as a suspect in an alleged drive-by shooting on Friday that killed two.",
        "Police were searching for a man they said shot a farmer on Friday.",
        "Officers found two men dead and a boy wounded on Friday.",
        "Three people were killed in south side shootings on Friday.",
        "Arresting officers found a six-shot revolver.",
        "Police said a man came up to the post on Friday, pulled a gun, and shot at them.",
        "Investigators identified Lee as the person who shot into the car on Friday, injuring a child.",
        "Police on patrol heard shots fired and went to the bridge on Friday.",
        "Soldiers responded to a shots fired call on Friday.",
        "Police have released nothing on the East 13th Avenue shooting.",
        "Border police: Boy shot sister at the fence on Friday.",
        "The brothers faced a judge for the May 2016 shooting that started over juice.",
        "Police came to the fence on Friday on a report of a person shot.",
        "Police and city officials called on people to help them find whoever killed the boy on Friday.",
        "Border police have arrested a man they allege once shot a girl.",
        "Lee was among 53 others wounded in the country's deadliest mass shooting on Friday.",
        "The soldiers had to kick open the door on Friday.",
        "Border police found three bodies on Friday. Afterward, he killed a child, they said.",
    ],
)
def test_who_only_comes_after_an_act_did_not_do_it(incidents, words):
    acts = [one for one in incidents(words) if one.act.value != "detain"]
    assert not [
        a for one in acts for a in one.actor if a.value.kind in ("police", "army", "border guard", "state")
    ]


TWO_WORDS = {
    "Guards fired a warning shot on Monday.": ("fire_warning_shot", "warning_shot"),
    "Its men fired 12 flares and one warning shot near the bridge on Monday.": ("fire_flare", "flare"),
    "On Monday soldiers beat three of them with rifle butts.": ("beat", "beating"),
    "A soldier was killed by sniper fire on Monday.": ("kill", "live_fire"),
    "On Monday the artillery fired at the village.": ("fire", "explosive"),
}


@pytest.mark.parametrize(("words", "told"), TWO_WORDS.items())
def test_a_means_of_two_words_is_one_thing(incidents, words, told):
    (found,) = incidents(words)
    assert (found.act.value, found.means.value) == told
    assert not [t for t in found.target if "warning" in t.quote or "butt" in t.quote]


def test_what_forces_no_longer_do_is_fire_held(incidents):
    assert {
        i.act.value for i in incidents("Guards no longer fire at boats, a fisherman said on Monday.")
    } <= {"hold_fire"}


OWN_ACTS = {
    "The coast guard said it had fired warning shots on Monday.": "coast guard",
    "Israel's army said on Monday that it opened fire after suspects came near.": "Israel's army",
    "On Monday the army said they shot two men.": "army",
    "“We shot two men on Monday,” the army said.": "army",
}


@pytest.mark.parametrize(("words", "actor"), OWN_ACTS.items())
def test_a_force_that_tells_of_its_own_act_did_it_and_it_says_so(incidents, words, actor):
    (found,) = incidents(words)
    (one,) = found.actor
    assert (one.value.name, one.basis) == (actor, "resolved")


BLAMED = {
    "The ministry blamed Armenia for shelling the village on Monday.": "Armenia",
    "Pakistan blamed Indian troops for killing two villagers on Monday.": "Indian troops",
    "The governor thanked the soldiers for killing two rebels on Monday.": "soldiers",
    "Tajik authorities blamed the Kyrgyz side for opening fire first on Monday.": "Kyrgyz side",
}


@pytest.mark.parametrize(("words", "actor"), BLAMED.items())
def test_who_is_blamed_or_thanked_for_an_act_did_it(incidents, words, actor):
    (found,) = incidents(words)
    assert names(found.actor) == [actor]


def test_who_was_fired_upon_is_the_target_and_lost_no_office(incidents):
    (found,) = incidents("A patrol was fired upon near the bridge on Monday.")
    assert (found.act.value, [t.quote for t in found.target]) == ("fire", ["A patrol"])
    assert incidents("The minister was fired on Monday.") == ()


def test_people_are_forced_back_though_more_is_said_of_them(incidents):
    (found,) = incidents(
        "Guards forced a group of 14 Iraqis, among them four children, back across the fence on Monday."
    )
    assert found.act.value == "push_back"


def test_residents_who_tell_of_them_are_not_they(incidents):
    assert not [a for i in incidents("Residents said on Monday that they shot two men.") for a in i.actor]


def test_a_pronoun_is_not_taken_for_a_force_told_of_long_before(incidents):
    far = "The weather was fine in the valley that week, and the river was low. " * 12
    near, *_ = incidents("Border police shot a trader on Friday. Then they shot his son.")
    assert [a.value.kind for a in near.actor] == ["border guard"]
    told = incidents(f"Border police shot a trader on Friday. {far}On Sunday they shot a herder.")
    assert not told[-1].actor


PEOPLE = {
    "A boy was killed by guards on Sunday. David McIntyre was shot in his home. David was killed at once.": 1,
    "Guards killed Mr. Lee on Sunday. Lee Chol was shot at the fence and killed.": 1,
    "David Noor and Abdi Noor were killed by guards.": 2,
    "The child who died when guards fired was 10-year-old DeShaun Swanson.": 1,
    "A guard shot another guard, killing him. The victim, a 19-year-old boy, was hit and died.": 1,
}


@pytest.mark.parametrize(("words", "killed"), PEOPLE.items())
def test_people_are_counted_by_their_names_once(incidents, words, killed):
    assert incidents(words)[0].killed.value == killed


def test_the_rest_of_those_told_of_are_no_others(incidents):
    (found,) = incidents(
        "Seven people were wounded when guards fired on a crowd on Monday. One person was airlifted out. "
        "The other six victims were taken with minor injuries to a clinic."
    )
    assert counts(found) == (None, 7, None)


def test_a_third_person_is_no_second_one_hurt(incidents):
    words = "Two men were killed and a third villager was wounded when troops shelled the village on Sunday."
    assert [counts(one) for one in incidents(words)] == [(2, 1, None)]


def test_members_of_an_army_and_the_army_are_two_parties(incidents):
    [one] = incidents("Members of the armed forces shot two priests on Sunday. The armed forces denied it.")
    assert [(a.value.name, a.value.role_type) for a in one.actor] == [
        ("Members of the armed forces", "individual"),
        ("armed forces", "organization"),
    ]


def test_rebels_have_the_group_that_they_are_of_but_not_a_town(incidents):
    [one] = incidents("Guerrillas of the Red Dawn Front shot two soldiers near Goma on Sunday.")
    assert names(one.actor) == ["Guerrillas of the Red Dawn Front", "Red Dawn Front"]
    [one] = incidents("Rebels of Goma shot two soldiers on Sunday.")
    assert names(one.actor) == ["Rebels of Goma"]


def test_what_a_bomb_went_off_at_is_its_target_and_a_town_is_not(incidents):
    [one] = incidents("A bomb exploded inside a bus on Sunday.")
    assert (targets([one]), one.target_type.value) == ([["a bus"]], "vehicle")
    [one] = incidents("A bomb exploded in the town on Sunday.")
    assert targets([one]) == [[]]


@pytest.mark.parametrize(
    ("words", "incidents"),
    [
        ("Soldiers shot every man who ran from the house on Friday night.", 1),
        ("He said guards had shot every prisoner in the yard.", 1),
        ("No guard shot anyone who came near.", 0),
        ("They took the body of anyone shot.", 0),
        ("He asked whether they had shot anyone who crossed.", 0),
    ],
)
def test_every_and_anyone_make_no_practice_by_themselves(words, incidents, record):
    made = record(words)
    assert (len([i for i in made.incidents if i.status != "hypothetical"]), made.practices) == (
        incidents,
        (),
    )


def test_who_is_only_accused_of_what_happened_keeps_that_word(record):
    (one,) = record("Two men were shot dead on Sunday. Villagers accuse the army of shooting them.").incidents
    assert one.status == "happened"
    assert [(a.value.name, a.rule, a.because) for a in one.actor] == [("army", ALLEGED, "alleged: “accuse”")]
    (two,) = record("Guards shot dead two men on Sunday. Villagers saw the guards shoot.").incidents
    assert [a.because for a in two.actor] == [None]


def test_who_is_told_outright_anywhere_is_not_only_accused(record):
    words = "Two men were shot dead on Sunday. Villagers accuse soldiers of shooting them."
    (accused,) = record(words).incidents
    (outright,) = record(f"{words} The soldiers shot both men from a watchtower.").incidents
    assert [a.rule == ALLEGED for one in (accused, outright) for a in one.actor] == [True, False]


def test_what_one_clause_counts_is_one_practice_and_two_sides_are_two(record):
    (one,) = record("Indian fire has killed 14 civilians and injured 98 in Nakyal since January.").practices
    assert (one.killed.value, one.injured.value) == (14, 98)
    attacked, *fired = record(
        "From 2010 to 2013 agents were attacked with rocks 1,713 times, and agents fired 43 times, killing 9."
    ).practices
    assert attacked.act.value == "attack"
    assert fired
