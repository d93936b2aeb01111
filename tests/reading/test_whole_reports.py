"""Reports of several paragraphs → incidents: what headline, lead and witnesses tell of one act is one."""

import pytest

from holdfire.model.incident import ALLEGED
from tests.reading.slots import names

SHOT = "Police in Busia shot dead a student and wounded six others on Tuesday, witnesses said."


def test_a_headline_and_the_lead_tell_one_act_though_they_name_all_otherwise(record):
    (one,) = record(f"Kenyan police kill protester in border town\n\n{SHOT}").incidents
    assert (one.killed.value, one.injured.value) == (1, 6)


def test_a_sentence_before_another_is_no_headline(record):
    words = f"Kenyan police killed a trader in Malaba on Monday.\n\n{SHOT}"
    assert len(record(words).incidents) == 2


def test_officers_add_nobody_to_a_force(record):
    (one,) = record(f"{SHOT} Officers first used tear gas and then fired live rounds.").incidents
    assert names(one.actor) == ["Police in Busia"]


def test_what_had_been_before_and_an_hour_alone_lead_up_to_no_other_day(record):
    words = (
        "Two fishermen were hurt on Monday when a navy patrol opened fire on their boat. The boat had left "
        "port on Sunday evening. At about 3 a.m. a vessel came alongside. “They fired before we could stop,” "
        "a fisherman said."
    )
    (one,) = record(words).incidents
    assert one.date.value == "2022-06-20"


def test_the_next_morning_is_no_day_of_what_was_told_before(record):
    words = (
        "A dinghy carrying 34 people was towed back into Turkish waters on the night of 11 June.\n\nTwo of "
        "the passengers were beaten with sticks. The coast guard found all 34 at 05:40 the next morning."
    )
    assert [(one.act.value, one.date.value) for one in record(words).incidents] == [
        ("push_back", "2022-06-11"),
        ("beat", "2022-06-11"),
    ]


def test_a_place_where_an_act_is_told_of_or_people_are_saved_is_not_that_of_the_act(record):
    for told in (
        "survivors told a monitoring group on Lesbos.",
        "a fisherman said in Izmir.",
        "survivors said. All were picked up off Dikili.",
    ):
        (one,) = record(f"Guards beat two men in a boat on Monday, {told}").incidents
        assert one.places == (), told
    (one,) = record("Guards beat two men on Monday, survivors said, near Dikili.").incidents
    assert names(one.places)[:1] == ["Dikili"]


def test_a_force_to_which_somebody_protests_is_the_alleged_actor(record):
    words = "The government lodged a protest with the army over the killing of two traders near Musan."
    (one,) = record(words).incidents
    assert (one.status, one.killed.value) == ("happened", 2)
    assert [(actor.value.name, actor.rule) for actor in one.actor] == [("army", ALLEGED)]


def test_a_headline_s_denial_is_of_what_the_lead_tells(record):
    words = (
        "Two soldiers hurt, Yerevan denies firing\n\nUnits of the Armenian armed forces opened fire on "
        "Azerbaijani positions near Kutakan on Saturday, the defense ministry in Baku said. Two servicemen "
        "received light wounds."
    )
    (one,) = record(words).incidents
    assert (one.status, one.injured.value) == ("denied", 2)
    assert names(one.actor) == ["Units of the Armenian armed forces"]


def test_an_attack_that_was_repelled_is_none_by_who_repelled_it(record):
    words = (
        "Guardsmen shot two men dead near Musan on Sunday, residents said. Their commander wrote that his "
        "men had repelled an attack by smugglers."
    )
    assert [names(one.actor) for one in record(words).incidents] == [["Guardsmen"], ["smugglers"]]


def test_them_are_all_who_were_named_side_by_side_and_not_who_acts(record):
    words = "Guards took the father and a boy away on Monday. They beat them with rifle butts."
    beaten = next(one for one in record(words).incidents if one.act.value == "beat")
    assert names(beaten.target) == ["father", "boy"]


def test_a_day_open_at_its_end_is_no_day_of_an_act(record):
    words = "Since January 2022 at least 20 people have been killed there. Guards shot at a herder."
    assert [one.date for one in record(words).incidents] == [None]


def test_the_mission_is_no_quarter_of_a_city(record):
    words = "A shell hurt a man near Hoeryong on 21 June, doctors told the Mission. The Mission saw it."
    (one,) = record(words).incidents
    assert names(one.places) == ["Hoeryong", "North Hamgyong"]


def test_an_outcome_is_of_the_act_right_before_it_and_not_of_who_speaks_of_it(record):
    words = (
        "Kabul's interior ministry has summoned the envoy after Iranian border guards opened fire on a group "
        "of migrants on Saturday, killing three and wounding about a dozen, officials said on Tuesday."
    )
    (one,) = record(words).incidents
    assert names(one.actor) == ["Iranian border guards"]
    assert (one.killed.value, one.injured.value, one.date.value) == (3, 12, "2022-06-18")


def test_the_dead_who_were_found_later_are_those_told_of_before(record):
    words = (
        "Four fishermen were killed on Tuesday night after a patrol rammed their canoe and opened fire. The "
        "bodies of two of the men were recovered on Wednesday near Musan."
    )
    (one,) = record(words).incidents
    assert (one.killed.value, one.date.value, one.means.value) == (4, "2022-06-14", "live_fire")


def test_who_throws_at_a_patrol_is_no_part_of_what_the_patrol_does(record):
    words = "Officers used pepper spray after 60 people threw stones at a patrol, injuring one soldier."
    by = [(names(one.actor), one.means and one.means.value) for one in record(words).incidents]
    assert sorted(by) == [(["60 people"], "other"), (["Officers"], "less_lethal")]


def test_any_shooting_that_is_denied_is_the_one_told_of(record):
    told = "Guards shot two men near Musan on Monday, villagers said."
    for denial in ("denied any shooting", "denied that there had been any shooting"):
        (one,) = record(f"{told} The army {denial}.").incidents
        assert one.status == "denied", denial
    (one,) = record(f"{told} The army denied any attack on the post in May.").incidents
    assert one.status == "happened"


def test_who_was_not_killed_in_years_is_no_count_of_an_act(record):
    (one,) = record("Guards shot at two men on Monday. They had killed no one there since 2014.").incidents
    assert one.killed is None


def test_nobody_is_the_subject_of_all_that_nobody_did(record):
    words = "A man was shot on Monday. His cousin said that nobody had shouted or fired in the air first."
    (one,) = record(words).incidents
    assert (one.act.value, one.warning_given.value) == ("fire", "no")


def test_authorities_who_order_are_no_paper(record):
    for words in (
        "North Korean authorities have again ordered border guards to shoot at smugglers.",
        "The authorities forbid guards to fire at cars.",
    ):
        (one,) = record(words).orders
        assert one.issuer is not None and "authorities" in one.issuer.value.name


def test_what_is_no_longer_to_be_done_is_forbidden(record):
    (one,) = record("Soldiers are no longer to fire flares, the order says.").orders
    assert [(c.modality, c.means.value) for c in one.clauses] == [("prohibition", "flare")]


def test_who_is_told_to_stay_hurts_nobody_whom_shells_hurt(record):
    words = (
        "A battalion was ordered to remain inside and not to return fire after tank shells struck a tower at "
        "Naqoura on Thursday, wounding two soldiers."
    )
    (one,) = record(words).incidents
    assert (one.actor, one.injured.value, one.means.value) == ((), 2, "explosive")


def test_people_killed_in_the_same_period_are_no_incident(record):
    words = (
        "The force said that 21 of its men had been hurt this year. Eleven villagers were killed in firing "
        "by the force in the same period."
    )
    made = record(words)
    assert made.incidents == ()
    assert "kill" in {one.act.value for one in made.practices}


def test_villagers_who_burn_a_post_did_not_shoot_the_boy_whom_officers_shot(record):
    words = (
        "Villagers near the border with Niger set fire to a customs post on Saturday after officers shot "
        "dead a boy of 14."
    )
    acts = {one.act.value: names(one.actor) for one in record(words).incidents}
    assert acts == {"kill": ["officers"], "burn": ["Villagers"]}


def test_the_number_of_a_battalion_counts_nobody(record):
    words = "Soldiers of Light Infantry Battalion 97 shot at villagers on Thursday, killing a woman."
    (one,) = record(words).incidents
    assert names(one.actor) == ["Soldiers of Light Infantry Battalion 97"]
    assert (one.killed.value, one.injured) == (1, None)


def test_what_somebody_is_told_is_done_by_whom_it_names(record):
    words = (
        "Eleven men told a network that Croatian police caught them, took their phones, beat them with "
        "batons and drove them to the river, where they were made to wade across."
    )
    for one in record(words).incidents:
        assert names(one.actor) == ["Croatian police"], one.act.value


def test_a_name_with_a_hyphen_is_whole(record):
    (one,) = record("Soldiers shot two men on Monday, spokesman Lee Sung-jun said.").incidents
    assert [voice.value.speaker for voice in one.attribution] == ["spokesman Lee Sung-jun"]


def test_rounds_fired_as_a_warning_are_one_and_martyrdom_is_death(record):
    words = "Thai rangers fired smoke rounds as a warning on Monday."
    assert [one.act.value for one in record(words).incidents] == ["fire_warning_shot"]
    (one,) = record("Two soldiers embraced martyrdom when troops targeted a post on Monday.").incidents
    assert one.killed.value == 2


def test_fire_that_monitors_heard_is_fire_where_they_say_where(record):
    (one,) = record("On Monday the patrol heard two bursts of machine-gun fire near Varnita.").incidents
    assert (one.act.value, one.actor, one.places[0].quote) == ("fire", (), "Varnita")
    assert record("On Monday villagers heard shots.").incidents == ()


NOBODY_ELSE = {
    "On Monday soldiers fired at a boat near Lampedusa, with nobody hurt.": (["soldiers"], ["boat"], 0),
    "On Monday a policeman was himself stabbed near Dubicze by smugglers.": (
        ["smugglers"],
        ["policeman"],
        None,
    ),
    "On Monday eleven of his goats were shot by guards near Poonch.": (
        ["guards"],
        ["eleven of his goats"],
        None,
    ),
}


@pytest.mark.parametrize(("words", "told"), NOBODY_ELSE.items(), ids=str)
def test_nobody_himself_and_eleven_goats_hurt_nobody_else(record, words, told):
    (one,) = record(words).incidents
    actors, targets, injured = told
    assert [n.lower() for n in names(one.actor)] == actors
    assert [n.lower() for n in names(one.target)] == targets
    assert (one.injured.value if one.injured else None) == injured


def test_a_story_without_a_day_does_not_go_on_with_what_befell_another_on_a_day_of_its_own(record):
    words = (
        "Guards caught four men near Narewka on 1 June.\n\nOn the other side soldiers set a dog on the "
        "group. They beat one with a stick.\n\nOn 9 June volunteers found the body of an Ethiopian man "
        "near Czerlonka."
    )
    beaten, found = (
        next(i for i in record(words).incidents if i.act.value == act) for act in ("beat", "kill")
    )
    assert beaten.killed is None
    assert (found.date.value, found.actor) == ("2022-06-09", ())


def test_the_assailants_also_burned_what_they_attacked(record):
    words = (
        "Armed men attacked Tillia on Monday and killed nine farmers. The assailants also burned the "
        "school.\n\n"
        "On Wednesday soldiers fired at a health centre in Banibangou."
    )
    first = record(words).incidents[0]
    assert "school" in names(first.target)


def test_a_rivals_claim_in_a_headline_is_of_another_incident(record):
    words = (
        "Woman dies in Poonch shelling; Pakistan says two villagers hurt\n\n"
        "A woman was killed and six people were injured when Pakistani troops shelled Poonch on Sunday."
    )
    one = next(i for i in record(words).incidents if i.killed)
    assert (one.killed.value, one.injured.value) == (1, 6)


def test_an_entry_of_a_chronology_is_one_act_of_that_day(record):
    words = "Attacks this year:\n- Jan. 15: Gunmen kill 21 people in a hotel in Nairobi.\n"
    (one,) = record(words, published="2019-10-14").incidents
    assert (one.date.value, one.killed.value) == ("2019-01-15", 21)


def test_police_act_on_the_day_that_the_sentence_before_them_opens_with(record):
    words = (
        "Guards opened fire on a truck near Saravan on Sunday, killing three drivers.\n\n"
        "On Monday, relatives blocked the road. Police dispersed them with tear gas and batons."
    )
    gas = next(i for i in record(words, published="2023-06-20").incidents if i.act.value == "disperse")
    assert gas.date.value == "2023-06-19"


def test_those_found_after_a_wreck_were_killed_by_nobody_and_bystanders_aid_is_not_the_forces(record):
    assert record("Guards recovered 11 bodies off Sfax on Thursday after a dinghy capsized.").incidents == ()
    words = "Guards shot a man near Poonch on Monday. The wounded man was taken to a clinic by villagers."
    assert record(words).incidents[0].aid_given is None


def test_a_state_and_its_guards_are_one_and_a_place_that_was_taken_is_no_scene(record):
    words = (
        "Girl hit in tent camp as Turkish guards fire at family\n\n"
        "A girl was wounded on Sunday by a bullet from the Turkish side, the first since rebels took Darkush."
    )
    (one,) = record(words).incidents
    assert one.injured.value == 1
    assert "Darkush" not in [p.quote for p in one.places]


def test_a_denial_is_of_the_act_that_it_names(record):
    words = (
        "Militants opened fire on a post near Bajaur on Wednesday, the army said. Troops killed two "
        "attackers.\n\n"
        "A spokesman for the Taliban denied that anyone had fired at the post."
    )
    told = {one.act.value: one.status for one in record(words, published="2021-09-02").incidents}
    assert told["fire"] == "denied"
    assert told["kill"] == "happened"


def test_the_next_day_is_of_what_was_done_then_and_the_evening_of_the_aid(record):
    words = "Soldiers took away a shepherd on 9 June and handed him over to the force the next day."
    assert record(words).incidents[0].date.value == "2022-06-09"
    words = (
        "Guards shot a man near Musan on 9 June. The wounded man was not taken to hospital until the evening."
    )
    (one,) = record(words).incidents
    assert (one.date.value, one.aid_given.value) == ("2022-06-09", "no")
    assert record("A man was being held at a compound in Amiet on 9 June.").incidents == ()


def test_a_month_gives_way_to_its_day(record):
    (one,) = record("Nine months earlier, on 22 September, guards shot a man near Benzu.").incidents
    assert one.date.value == "2021-09-22"


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ("Guards fired in the air first and then shot a trader in the leg on Monday.", "yes"),
        ("Guards shot a smuggler on Monday. They had first fired a flare.", "yes"),
        ("A patrol ordered them to lie down. One of them ran, and the guards shot him on Monday.", "yes"),
        ("The agent told him to drop the rock before firing at him on Monday.", "yes"),
        ("On Monday guards shot a man without saying a word.", "no"),
        ("On Monday guards shot a man and fired into the air.", None),
    ],
)
def test_what_is_called_or_fired_before_force_is_a_warning(incidents, words, given):
    told = [i.warning_given for i in incidents(words) if i.act.value != "warn"]
    assert [g.value if g else None for g in told][:1] == [given]


def test_who_bids_somebody_drop_a_rock_fires_and_not_he(incidents):
    (told,) = incidents("The agent told him to drop the rock several times before firing at him on Monday.")
    assert [a.quote for a in told.actor] == ["The agent"]


def test_people_told_to_lie_down_are_no_incident(incidents):
    assert incidents("A sergeant stopped them on Monday and told them to lie on the ground.") == ()


@pytest.mark.parametrize(
    "kept",
    [
        "The soldiers would not let us come near him.",
        "Nobody was allowed near him for an hour.",
        "They refused to call a doctor.",
        "The ambulance was held up at the gate.",
    ],
)
def test_who_keeps_helpers_away_gives_no_aid(incidents, kept):
    told = incidents(f"Soldiers shot a boy on Monday. {kept}")[0]
    assert told.aid_given is not None
    assert told.aid_given.value == "no"


def test_a_man_and_his_name_are_one_who_is_held(incidents):
    (told,) = incidents("Another man, Levan D., was abducted by soldiers on Monday.")
    assert told.detained.value == 1


@pytest.mark.parametrize(
    ("words", "actors", "targets"),
    [
        ("Two men shot at Yalu River crossing in Kimjongsuk County", [], ["Two men"]),
        (
            "A sergeant threw down his rifle on Monday and ran; his comrades shot at him.",
            ["his comrades"],
            [],
        ),
        ("Soldiers came on Sunday while people slept and shot two men.", ["Soldiers"], ["two men"]),
        ("Those who asked were hit with batons by police on Monday.", ["police"], []),
    ],
)
def test_nobody_is_said_to_do_what_befell_him(incidents, words, actors, targets):
    (told,) = incidents(words)
    assert ([a.quote for a in told.actor], [t.quote for t in told.target]) == (actors, targets)


def test_who_lays_down_his_weapon_fires_nothing(incidents):
    assert incidents("A soldier threw down his weapon on Tuesday and gave up.") == ()


def test_an_accusation_is_of_the_act_just_told(incidents):
    told = incidents(
        "Guards opened fire on a crowd at Ureña on Tuesday, wounding seven.\n\n"
        "On Sunday the body of a man was pulled from the river near Boca de Grita. "
        "Locals accuse the ELN of the killing."
    )
    assert {one.act.value: [a.quote for a in one.actor] for one in told} == {
        "fire": ["Guards"],
        "kill": ["the ELN"],
    }


@pytest.mark.parametrize(
    "opening",
    ["Two hundred kilometers to the north, ", "In the same context, ", "Later that afternoon, "],
)
def test_what_opens_with_another_place_or_hour_is_another_act(incidents, opening):
    told = incidents(
        f"Soldiers fired on a crowd near Hoeryong on Monday, hurting seven.\n\n{opening}guards shot a driver."
    )
    assert len(told) == 2


def test_all_of_a_series_are_held_that_who_stands_behind(incidents):
    (told,) = incidents("Five women and two children who were abducted on Sunday have not been found.")
    assert told.detained.value == 7
