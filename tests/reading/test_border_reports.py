"""Kinds of wording found in reports from the borders of Asia, in sentences of our own."""

import pytest

NO_SCENE = {
    "Guards shot a man near Baneh on Monday, a New York-based group said.": ("New York City",),
    "Guards fired a round from a Pump Action Gun (PAG) at two men near Dawki on Monday.": ("Pag",),
    "The guard fired a round from his PAG, hurting a trader near Dawki.": ("Pag",),
    "A 32-year-old Palestinian from Jabalia was shot by soldiers east of Khan Younis on Monday.": (
        "Jabālyā",
    ),
    "Guards shot Mona Rahmani, of Baneh, near Sardasht on Monday.": ("Bāneh",),
    "Guards shot a porter, who is from the city of Baneh, near Sardasht on Monday.": ("Bāneh",),
    "Three traders from the cities of Saqqez, Paveh and Baneh were shot near Sardasht.": ("Pāveh", "Bāneh"),
    "The two South East Asian neighbours exchanged fire near Preah Vihear on Monday.": ("South-East",),
    "Bangkok/Phnom Penh: The armies exchanged fire near Preah Vihear on Monday.": ("Bangkok", "Phnom Penh"),
    "Kamal Sarkar, 32, is missing. Kamal was shot near Naogaon on Monday.": ("Kamal",),
}


@pytest.mark.parametrize(("words", "other"), NO_SCENE.items(), ids=str)
def test_whence_who_and_with_what_are_no_scenes(words, other, record):
    found = {p.value.name for told in record(words).incidents for p in told.places}
    assert found and found.isdisjoint(other)


def test_a_place_behind_a_hospital_is_the_scene_where_another_clause_begins(record):
    words = "He was taken to a hospital after guards shot him near Feni on Monday."
    assert "Feni" in {p.value.name for told in record(words).incidents for p in told.places}


COUNTED = {
    "On Monday a porter named ‘Jan Kosi’ was wounded by guards near Baneh.": 1,
    "Two border porters – known as kolbars – Jan Kosi and Omar Rahimi were wounded by guards near Baneh.": 2,
    "Border guards killed, injured 11 Kurdish porters near Baneh in a week.": 11,
    "Ten traders were shot near Baneh on Monday, and at least three of them died.": None,
}


@pytest.mark.parametrize(("words", "hurt"), COUNTED.items(), ids=str)
def test_who_is_named_beside_his_number_is_counted_once(words, hurt, record):
    (told,) = record(words).incidents
    assert (told.injured.value if told.injured is not None else None) == hurt


FOUGHT = (
    "A shootout took place between Kyrgyz and Tajik border guards near Vorukh on Monday.",
    "A clash erupted between Thai and Cambodian troops near Surin on Monday.",
    "Sources confirmed a firefight at the Torkham border between Taliban and Pakistani soldiers on Monday.",
    "A guard was killed in a shootout between Kyrgyz and Tajik border guards near Vorukh on Monday.",
)


@pytest.mark.parametrize("words", FOUGHT)
def test_a_fight_told_by_its_noun_is_of_both_sides(words, record):
    (told,) = record(words).incidents
    assert told.actor and told.date is not None


def test_people_killed_on_another_occasion_are_told_apart(record):
    words = "Guards shot a trader near Baneh on Monday. His two brothers were killed previously in air raids."
    assert [i.killed.value if i.killed else None for i in record(words).incidents] == [None, 2]


HIT_NOBODY = (
    "Three men were shot at by guards near Baneh on Monday.",
    "A group of 15 people shot at by guards near Baneh fled on Monday.",
    "Soldiers fired one shot at his lower body on Monday near Metula.",
)


@pytest.mark.parametrize("words", HIT_NOBODY)
def test_who_is_only_shot_at_is_not_hurt(words, record):
    (told,) = record(words).incidents
    assert told.injured is None and "one" not in [t.value.name for t in told.target]


NEVER_DONE = (
    "The group was sent to look for possibilities for attacks against troops on Monday.",
    "Thailand and Cambodia nearly came to blows over the temple on Monday.",
)


@pytest.mark.parametrize("words", NEVER_DONE)
def test_what_was_thought_of_or_nearly_came_about_was_not_done(words, record):
    assert record(words).incidents == ()


VICTIMS = {
    "Activists documented the killing of a farmer near Harem after being shot by guards on Monday.": [
        "farmer"
    ],
    "Omar was shot near Baneh on Monday. After sustaining the wound, friends took him away.": ["Omar"],
    "The mission followed up on reports of two children injured on Monday in Horlivka.": ["two children"],
    "One guard has been wounded near Uri, the headquarters of the Northern Army (NA) has reported.": [
        "One guard"
    ],
    "Guards shot a man at Torkham on Monday. “They did not halt the work,” the officer told AFP.": ["man"],
}


@pytest.mark.parametrize(("words", "whom"), VICTIMS.items(), ids=str)
def test_who_tells_helps_or_is_told_suffers_nothing(words, whom, record):
    (told,) = record(words).incidents
    assert [t.value.name for t in told.target] == whom


def test_who_fired_on_being_attacked_was_attacked(record):
    words = (
        "A smuggler was hurt when a soldier fired pellets on being attacked by a gang near Dawki on Monday."
    )
    hurt, attacked = record(words).incidents
    assert ([a.value.name for a in hurt.actor], [a.value.name for a in attacked.actor]) == (
        ["soldier"],
        ["gang"],
    )


def test_what_has_been_done_in_recent_years_is_a_practice(record):
    words = "In recent years the army has been using gas and fired rubber bullets at the border."
    read = record(words)
    assert read.incidents == () and read.practices


def test_a_day_to_come_and_a_century_date_no_act(record):
    words = (
        "No soldier was hurt in the clash at the 11th-century temple. An army patrol killed a rebel nearby. "
        "Polls will get under way on July 17."
    )
    assert [i.date for i in record(words).incidents] in ([], [None], [None, None])


def test_a_headline_stands_below_what_a_page_says_over_it(record):
    words = (
        "Portuguese / Spanish / English\n\nIsrael forces shoot shepherd for crossing Blue Line\n\n"
        "Israeli forces shot and wounded a shepherd on the outskirts of Kfar Shuba on Sunday, an agency said."
    )
    (told,) = record(words).incidents
    assert told.injured.value == 1


def test_an_hour_alone_is_not_of_a_day_to_come_nor_of_that_since_which_something_is(record):
    words = (
        "Guards fired at boats on Monday. Polls will get under way on July 17. "
        "A patrol killed a man at about 1.50 pm."
    )
    assert {i.date.value[:10] for i in record(words).incidents if i.date} == {"2022-06-20"}


def test_one_conduct_told_again_without_a_day_is_told_once(record):
    words = (
        "Turkey pushes Afghans back to Iran\n\n"
        "Turkish soldiers are pushing migrants back to Iran, a group said. "
        "Turkish authorities pushed them back at night, it added. Soldiers pushed the families back."
    )
    read = record(words)
    assert (len(read.incidents), len(read.practices)) == (0, 1)


DONE_BY = {
    "According to officials shelling and firing by Pakistani troops near Uri went on on Monday.": "troops",
    "A civilian was killed on Monday in ceasefire violations at Kupwara by the Pakistani army.": "army",
}


@pytest.mark.parametrize(("words", "force"), DONE_BY.items(), ids=str)
def test_by_says_who_did_what_a_noun_tells(words, force, record):
    named = {a.value.name for told in record(words).incidents for a in told.actor}
    assert any(force in name for name in named) and "officials" not in named


def test_who_is_to_pick_up_a_body_holds_nobody_and_an_iron_fist_beats_nobody(record):
    words = "Soldiers shot a man on Monday near Surin. The army let his brother pick up the body."
    assert [i.act.value for i in record(words).incidents] == ["fire"]
    (order,) = record(
        "We will respond with an iron fist to anyone who crosses the fence, the general said."
    ).orders
    assert [c.means.value if c.means else None for c in order.clauses] != ["beating"]


def test_what_somebody_remembers_of_long_ago_was_not_done_now(record):
    words = "Crowds marked the 52nd anniversary of an attack on a mosque. Guards shot 14 of them on Monday."
    assert [len(i.target) for i in record(words).incidents] == [1]


def test_initials_stand_for_the_place_before_them(record):
    words = "A soldier was shot in Krishna Ghati sector on Monday. Troops shelled KG sector on Tuesday."
    assert {p.value.name for told in record(words).incidents for p in told.places} == {"Krishna Ghati"}


def test_acts_that_become_more_are_a_practice(record):
    read = record("Attacks on patrols by Pakistani troops have been on the rise.")
    assert (read.incidents, len(read.practices)) == ((), 1)


def test_shelling_and_the_exchange_of_fire_in_which_as_many_died_are_one(record):
    words = (
        "Soldier, porter killed in heavy shelling\n\nTwo men were killed at Uri. "
        "An official said troops resorted to firing on areas at Uri. "
        "“In the exchange of fire, one soldier and a porter were killed,” he said."
    )
    assert len([i for i in record(words).incidents if i.killed is not None]) == 1


def test_a_name_behind_an_act_is_what_it_befell_and_pellets_do_nothing(record):
    (told,) = record(
        "Militants shelled Avdiivka with 120mm mortars on Monday, wounding two soldiers."
    ).incidents
    assert [a.value.name for a in told.actor] == ["Militants"]
    (told,) = record(
        "Two traders were wounded by pellet guns fired by guards near Nowsud on Monday."
    ).incidents
    assert [a.value.name for a in told.actor] == ["guards"]


def test_who_retaliated_fired_back_and_is_no_party_to_what_others_did(record):
    words = (
        "Rangers fired at posts at Uri on Monday. The troops retaliated effectively at Uri on Monday. "
        "Across the line, a girl was killed by Indian fire in Tatta on Monday."
    )
    acts = {i.act.value: [a.value.name for a in i.actor] for i in record(words).incidents}
    assert acts["kill"] == ["Indian"] and len(record(words).incidents) == 3


def test_names_between_dashes_are_those_counted_before_them(record):
    words = (
        "At least five traders – Omar Azizi, Zana Hosseini, Soran Makari, Jalal Rostami, and Hassan Karimi- "
        "have been shot dead by guards near Baneh since late August. "
        "11 porters have also been injured by the guards."
    )
    read = record(words)
    assert read.incidents == ()
    assert [p.killed.value.low for p in read.practices if p.killed] == [5]
