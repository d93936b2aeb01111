"""Kinds of wording found in the prose of real newspapers, in sentences of our own."""

import pytest

from holdfire.model.incident import Count
from tests.reading.slots import names

FROM_ELSEWHERE = (
    "Pyongyang has recently tightened security and rewarded soldiers who shot people at the river.",
    "Tehran is stepping up patrols after soldiers killed three porters.",
    "Kim Yong-hwa, chairman of the Refugees Association of Korea, said he saw a guard shoot a farmer.",
)


@pytest.mark.parametrize("words", FROM_ELSEWHERE)
def test_a_capital_that_acts_and_a_place_in_a_bodys_name_are_no_scene(words, record):
    told = record(words)
    assert [p.value.name for each in (*told.incidents, *told.practices) for p in each.places] == []


def test_a_capital_where_something_is_done_is_the_scene(record):
    (told,) = record("Kabul saw heavy fire, and soldiers shot two people.").incidents
    assert "Kabul" in {p.value.name for p in told.places}


LEADS = (
    "Srinagar, May 4: A soldier was killed in Pakistani firing at Uri on Sunday.",
    "New Delhi, May 4 (PTI) A soldier was killed in firing at Uri on Sunday.",
    "by Staff Writers Seoul (AFP) Nov 7, 2011 A soldier was shot dead at Uri.",
    "Seoul (AsiaNews / Agencies) - A soldier was shot dead at Uri.",
)


@pytest.mark.parametrize("words", LEADS)
def test_a_dateline_is_neither_who_suffers_nor_where(words, record):
    (told,) = record(words).incidents
    assert names(told.target)[:1] == ["soldier"]
    assert "Srinagar" not in {p.value.name for p in told.places} and len(told.actor) <= 1


VOICES = {
    "“I saw a man shot to death by the guards,” Kim Yong-Hwa, head of a group, told AFP.": [
        ("AFP", "unknown"),
        ("Kim Yong-Hwa", "saw"),
    ],
    "Omar said: “We heard the soldiers shoot two traders at the gate.”": [("Omar", "heard")],
    "Police chief Omar Haque said two men were shot. Haque said the guards had fired first.": [
        ("Police chief Omar Haque", "unknown")
    ],
    "Two men were hit by soldiers, said Do Hee Youn, a noted activist.": [("Do Hee Youn", "unknown")],
    "Salil Shetty, head of the charity, said soldiers beat two men.": [("Salil Shetty", "unknown")],
}


@pytest.mark.parametrize(("words", "wanted"), VOICES.items(), ids=str)
def test_who_speaks_of_himself_is_who_is_quoted_by_his_whole_name(words, wanted, record):
    (told,) = record(words).incidents
    assert [(v.value.speaker, v.value.basis) for v in told.attribution] == wanted


def test_whose_guards_they_are_is_not_who_shot(record):
    (told,) = record("Two men were shot by Kim Jong-Il's guards.").incidents
    assert names(told.actor) == ["Kim Jong-Il's guards"]


BIDDEN = {
    "The commander told his men, “Shoot anyone who enters the zone.”": ("commander", ["men"], "fire"),
    "“Shoot them if they come close,” the captain ordered.": ("captain", [], "fire"),
    "The soldiers were told: “Do not fire unless you are fired upon.”": (None, ["soldiers"], "fire"),
    "“Aim at the legs,” the officer told the soldiers on Monday.": ("officer", ["soldiers"], "fire"),
}


@pytest.mark.parametrize(("words", "wanted"), BIDDEN.items(), ids=str)
def test_what_is_bidden_in_quotation_marks_is_an_order(words, wanted, record):
    told = record(words)
    (order,) = told.orders
    issuer = order.issuer.value.name if order.issuer is not None else None
    assert (issuer, names(order.addressees), order.clauses[0].act.value) == wanted
    assert (told.incidents, told.practices) == ((), ())


NOT_BIDDEN = (
    "“Shoot me,” the man told the guards.",
    "“Stop shooting at our boats,” the fishermen told the navy.",
    "No commander said “shoot”, and no soldier heard “shoot”.",
)


@pytest.mark.parametrize("words", NOT_BIDDEN)
def test_what_people_ask_of_the_armed_is_no_order(words, record):
    told = record(words)
    assert (told.orders, told.practices) == ((), ())


SUFFERED = {
    "The station showed footage of an asylum-seeker being shot dead by border guards.": (
        ["border guards"],
        ["asylum-seeker"],
    ),
    "The police shooting of two men angered the town.": (["police"], ["two men"]),
    "A refugee shooting was filmed at the fence on Monday.": ([], ["refugee"]),
    "There were reports of two men being shot at the river.": ([], ["two men"]),
}


@pytest.mark.parametrize(("words", "wanted"), SUFFERED.items(), ids=str)
def test_who_suffers_what_a_gerund_tells(words, wanted, record):
    (told,) = record(words).incidents
    assert (names(told.actor), names(told.target)) == wanted


ORDERED = {
    "Orders have come down to fire on anyone in the river.": ("live_fire", []),
    "Instructions went out to all posts to hold fire.": ("live_fire", ["all posts"]),
    "Guards were ordered to shoot to kill anyone who crosses.": ("live_fire", ["Guards"]),
}


@pytest.mark.parametrize(("words", "wanted"), ORDERED.items(), ids=str)
def test_orders_on_their_way_are_orders(words, wanted, record):
    told = record(words)
    (order,) = told.orders
    means = order.clauses[0].means
    assert (means.value if means is not None else None, names(order.addressees)) == wanted
    assert told.incidents == ()


def test_a_declaration_of_one_is_no_agreement(record):
    words = "The regime issued a declaration that anyone approaching the river would be shot."
    assert record(words).orders[0].kind.value == "proclamation"


def test_another_of_the_same_kind_is_another(record):
    (told,) = record("One soldier was killed and another soldier was wounded in the attack.").incidents
    assert (told.killed.value, told.injured.value) == (1, 1)


def test_what_nobody_knows_the_number_of_is_no_incident(record):
    words = "It is unknown how many people have been killed while attempting to cross the border."
    assert record(words).incidents == ()


def test_what_people_have_to_be_is_no_order(record):
    words = (
        "They have to be very cautious, a source said. Guards were ordered to shoot at anyone in the river."
    )
    (order,) = record(words).orders
    assert [clause.act.value for clause in order.clauses] == ["fire"]


def test_the_killing_that_a_report_leads_with_is_told_again(record):
    words = (
        "A refugee was shot dead by border guards on 3 June, an activist said. “I saw a man shot to death "
        "there,” Omar Haque, head of a group, told the paper."
    )
    (told,) = record(words).incidents
    assert told.killed.value == 1


def test_two_killings_at_two_places_stay_two(record):
    words = "A farmer was shot dead by guards at Hili. A man was shot dead by guards at Moreh on Monday."
    assert len(record(words).incidents) == 2


NO_ACTS = (
    "The regime has toughened its crackdown on defectors.",
    "The incident is seen as part of a crackdown on people who flee.",
    "Patrols have been stepped up since the death of King Bhumibol.",
)


@pytest.mark.parametrize("words", NO_ACTS)
def test_a_course_and_the_death_of_a_ruler_are_no_acts(words, record):
    assert record(words).incidents == ()


def test_the_death_of_a_rebel_leader_is_one(record):
    (told,) = record("The death of the leader of the group shook the village.").incidents
    assert told.act.value == "kill"


SEVERAL_DAYS = {
    "On 28 and 29 May the guards shot at two boats.": "2020-05-28/2020-05-29",
    "In March and April, guards shot dead five people.": "2020-03/2020-04",
    "On May 3 and again on May 9 guards shot at boats.": "2020-05-03/2020-05-09",
    "Guards shot two men on Monday, 8 June.": "2020-06-08",
}


@pytest.mark.parametrize(("words", "wanted"), SEVERAL_DAYS.items(), ids=str)
def test_days_that_are_told_together_are_all_those_of_the_act(words, wanted, record):
    (told,) = record(words, "2020-06-10").incidents
    assert told.date.value == wanted


def test_a_group_has_its_seat_where_it_writes_from(record):
    words = (
        "(New York, March 31, 2010) – Border guards have shot dead three migrants over the past four days."
    )
    (told,) = record(words).incidents
    assert told.places == ()


def test_who_is_accused_of_two_things_did_both(record):
    words = "The group accused Turkish soldiers of beating and in some cases shooting refugees at the fence."
    (told,) = record(words).incidents
    assert (names(told.actor), told.status) == (["Turkish soldiers"], "alleged")


def test_who_identified_somebody_and_fired_at_him_fired(record):
    (told,) = record("Soldiers had identified a man near the base and fired warning shots at him.").incidents
    assert names(told.actor) == ["Soldiers"]


def test_rounds_are_not_who_was_fired_at(record):
    (told,) = record("One burst of ten rounds was fired over the patrol on Monday.").incidents
    assert names(told.target) == ["patrol"]


NOTHING = (
    "The mission had issued a “stop fire” request to the army.",
    "The group wrote to him, urging Turkey to investigate, to order its guards not to shoot at them.",
    "The group called for an end to any policy of using lethal weapons against migrants.",
    "Refugees are sent back to Sudan, where they face detention and torture.",
    "The group interviewed victims and witnesses involved in seven incidents in March.",
)


@pytest.mark.parametrize("words", NOTHING)
def test_what_is_asked_feared_or_only_spoken_of_is_neither_order_nor_act(words, record):
    told = record(words)
    assert (told.orders, told.incidents, told.practices) == ((), (), ())


def test_orders_for_somebody_to_be_dealt_with(record):
    (order,) = record("The staff warned that orders are in place for intruders to be shot on sight.").orders
    (clause,) = order.clauses
    assert (clause.modality, clause.act.value, clause.target.value.name) == (
        "obligation",
        "fire",
        "intruders",
    )


def test_what_an_order_followed_on_is_not_where_it_holds(record):
    words = "Guards were ordered to stop people at the river after a family crossed at Hyesan."
    (order,) = record(words).orders
    assert "Hyesan" not in {p.value.name for p in order.places}


def test_to_try_and_do_is_to_do(record):
    (order,) = record("Soldiers are still required to try and kill them.").orders
    assert [clause.act.value for clause in order.clauses] == ["kill"]


FIGURES = (
    "Donald Ortega unleashed a harsh attack on Maria Lopez last night.",
    "Lopez went on, beating Ortega in the first debate.",
    "Nancy Keller died on Sunday at the age of 94. She had been a minister.",
)


@pytest.mark.parametrize("words", FIGURES)
def test_figures_of_speech_and_natural_deaths_are_no_incidents(words, record):
    assert record(words).incidents == ()


TOLD_ALL_THE_SAME = (
    "Rahim was beaten by guards at the gate.",
    "An attack on Uri killed two soldiers.",
    "Guards shot Omar Haque at the gate on Sunday. Haque died on Monday.",
    "Militants attacked Pulwama on Monday.",
)


@pytest.mark.parametrize("words", TOLD_ALL_THE_SAME)
def test_those_who_are_named_may_be_attacked_beaten_and_die(words, record):
    assert len(record(words).incidents) == 1


HURT = {
    "A peacekeeper sustained minor injuries when a grenade exploded near the gate.": 1,
    "Two observers suffered shrapnel wounds when a shell landed near their car.": 2,
    "The driver of the truck sustained bullet injuries, police said.": 1,
}


@pytest.mark.parametrize(("words", "count"), HURT.items(), ids=str)
def test_who_sustained_injuries_was_hurt(words, count, record):
    (told,) = record(words).incidents
    assert told.injured.value == count


UNHURT = (
    "The driver sustained injuries in a road accident.",
    "The sustained injuries of the soldier were minor.",
)


@pytest.mark.parametrize("words", UNHURT)
def test_accidents_and_wounds_that_are_only_spoken_of_are_none(words, record):
    assert record(words).incidents == ()


def test_fire_that_a_patrol_reports_near_it_is_fire_at_it(record):
    words = (
        "Peacekeepers reported about 100 rounds of machine-gun fire that landed near their post on Friday."
    )
    (told,) = record(words).incidents
    assert (told.act.value, names(told.target)) == ("fire", ["post"])


def test_the_month_of_an_escape_is_not_that_of_the_order(record):
    words = "Guards were ordered to shoot at anyone who crosses, following last month's escape by a soldier."
    (order,) = record(words).orders
    assert order.issued is None


def test_the_month_of_an_order_is(record):
    (order,) = record("Last month's order to shoot at smugglers was withdrawn.").orders
    assert order.issued.value == "2022-05"


WRITTEN = {
    "One hundred and two fishermen were arrested by the navy.": 102,
    "Guards arrested one hundred and twenty-five migrants.": 125,
    "Guards arrested two hundred and fifty migrants at the fence.": 250,
    "Guards arrested three thousand two hundred migrants.": 3200,
    "Guards arrested more than two hundred and fifty migrants.": Count(low=251),
    "Guards arrested several hundred migrants.": Count(low=300),
    "Guards arrested one hundred men and two women.": 102,
    "Guards arrested two hundred migrants.": 200,
}


@pytest.mark.parametrize(("words", "count"), WRITTEN.items(), ids=str)
def test_numbers_in_words_are_read_whole(words, count, record):
    (told,) = record(words).incidents
    assert told.detained.value == count


def test_what_a_headline_tells_in_the_present_with_a_number_happened(record):
    told = record("Security forces injure five and detain three migrants who tried crossing the border.")
    assert (len(told.incidents), told.practices) == (1, ())


def test_what_guards_do_every_week_is_a_practice_whatever_the_number(record):
    assert len(record("Guards kill two men every week.").practices) == 1


def test_police_of_a_headline_are_the_border_guards_of_the_lead(record):
    words = (
        "Egypt Police Shoot Dead Two Migrants at Israel Border\n\nBorder guards have, an official says, "
        "shot dead two migrants and injured five others who were trying to cross."
    )
    (told,) = record(words).incidents
    assert (told.killed.value, told.injured.value) == (2, 5)


def test_a_union_that_pays_and_a_capital_before_a_dash_are_no_scene(record):
    words = "Cairo - A coast guard that is paid by the European Union shot dead a man on Tuesday."
    (told,) = record(words).incidents
    assert told.places == ()


TITLED = {
    "Guards shot a man, Colonel Adil Bernal said.": ("Colonel Adil Bernal", "military"),
    "Guards shot a man, police chief Adil Bernal said.": ("police chief Adil Bernal", "official"),
    "Guards shot a man, President Adil Bernal said.": ("President Adil Bernal", "official"),
    "Guards shot a man, resident Anna Bernal said.": ("resident Anna Bernal", "resident"),
    "Guards shot a man, Lt. Col. Bernal said.": ("Lt. Col. Bernal", "military"),
    "Guards shot a man, the army chief said.": ("army chief", "military"),
}


@pytest.mark.parametrize(("words", "wanted"), TITLED.items(), ids=str)
def test_a_title_before_a_name_says_who_speaks(words, wanted, record):
    (told,) = record(words).incidents
    assert [(v.value.speaker, v.value.kind) for v in told.attribution] == [wanted]


GIVERS = {
    "Colonel Adil Bernal ordered his men to fire at smugglers.": ("army", ["army"]),
    "The police chief ordered his men to fire at smugglers.": ("police", ["police"]),
    "The head of the border guard told his men to fire at smugglers.": ("border guard", ["border guard"]),
    "The chief of the army told troops to fire at smugglers.": ("army", ["army"]),
    "President Adil Bernal told troops to fire at smugglers.": ("state", ["army"]),
}


@pytest.mark.parametrize(("words", "wanted"), GIVERS.items(), ids=str)
def test_who_leads_a_force_is_of_it_and_so_are_his_men(words, wanted, record):
    (told,) = record(words).orders
    assert (told.issuer.value.kind, [a.value.kind for a in told.addressees]) == wanted


TOLD_AFTER = {
    "Troops shot two men near Hili on Monday. This was said by the army chief.": ["army chief"],
    "Troops shot two men near Hili on Monday. The army chief said so.": ["army chief"],
    "The two sides agreed to cease fire. The foreign minister made the announcement.": ["foreign minister"],
    "Troops shot two men near Hili on Monday. The army chief made a statement.": [""],
}


@pytest.mark.parametrize(("words", "wanted"), TOLD_AFTER.items(), ids=str)
def test_who_says_so_may_be_told_in_the_sentence_behind(words, wanted, record):
    made = record(words)
    told = (made.orders or made.incidents)[0]
    assert [v.value.speaker for v in told.attribution] == wanted


STANDING_ALONE = {
    "“They came at night,” said Lee, a trader.\n\n“The guards shot two men at the gate.”": ["Lee"],
    "The gate is shut, Colonel Lee said.\n\n“Guards shot two men there. The others ran.”": ["Colonel Lee"],
    "“They came at night,” said Lee, a trader.\n\nGuards shot two men at the gate.": [""],
    "Lee left.\n\n“The guards shot two men at the gate.”": [""],
    "“They came at night,” said Lee.\n\nHe wept.\n\n“The guards shot two men at the gate.”": [""],
}


@pytest.mark.parametrize(("words", "wanted"), STANDING_ALONE.items(), ids=str)
def test_a_paragraph_that_is_but_a_quotation_is_of_who_spoke_in_the_one_before(words, wanted, record):
    (told,) = record(words).incidents
    assert [v.value.speaker for v in told.attribution] == wanted


OPENED = {
    "The crossing will reopen on Monday, the army said.": "reopen crossing",
    "The ministry said the border had been reopened.": "reopen border",
    "The governor, Freddy Bernal, announced the closure of the border.": "close border",
}


@pytest.mark.parametrize(("words", "wanted"), OPENED.items(), ids=str)
def test_a_border_is_opened_and_closed_by_order(words, wanted, record):
    (told,) = record(words).orders
    assert [c.act.value for c in told.clauses] == [wanted]


TAKEN_FOR = {
    "Three men thought to be smugglers were killed by troops on Monday.": ("kill", ["troops"], ["Three men"]),
    "A man said to be a smuggler was shot by guards at Hili.": ("fire", ["guards"], ["man"]),
    "Two people believed to belong to a gang were shot down after a clash.": ("kill", [], ["Two people"]),
    "Two militants shot down near Hili.": ("kill", [], ["Two militants"]),
    "Militants hiding in the nearby bush opened fire on the officers.": ("fire", ["Militants"], ["officers"]),
    "Border guards made several shots at a boat.": ("fire", ["Border guards"], ["boat"]),
    "Guards shot a girl in the river.": ("fire", ["Guards"], ["girl"]),
    "Guards fired shots over a rescue ship.": ("fire_warning_shot", ["Guards"], ["rescue ship"]),
    "Officers were wounded in an al-Shabaab attack.": ("injure", ["al-Shabaab"], ["Officers"]),
}


@pytest.mark.parametrize(("words", "wanted"), TAKEN_FOR.items(), ids=str)
def test_what_befell_those_who_are_taken_for_somebody(words, wanted, record):
    (told,) = record(words).incidents
    assert (told.act.value, names(told.actor), names(told.target)) == wanted


@pytest.mark.parametrize("words", ["The driver began to thrash in the water.", "Police punched in the code."])
def test_who_only_moves_beats_nobody(words, record):
    assert record(words).incidents == ()


def test_who_is_counted_beside_others_who_are_not_is_the_least(record):
    (told,) = record("The migrants and the driver were detained by police.").incidents
    assert told.detained.value == Count(low=1, high=None)


ELSEWHERE = {
    "Soldiers shot a man near Hili on Monday. In a similar incident in 2021, soldiers shot two women.": [],
    "Several officers were injured near Mandera and fled to Nairobi for treatment.": ["Mandera"],
}


@pytest.mark.parametrize(("words", "wanted"), ELSEWHERE.items(), ids=str)
def test_what_is_of_another_occasion_or_a_flight_is_no_scene(words, wanted, record):
    told = record(words).incidents[-1]
    assert [p.value.name for p in told.places if p.value.level == "city"] == wanted


def test_a_commissioner_behind_after_gives_the_order_and_no_development(record):
    words = (
        "It comes a day after Kenya's Commissioner Nicodemus Ndalana ordered the police to shoot suspects."
    )
    (told,) = record(words).orders
    assert told.issuer.value.name.endswith("Nicodemus Ndalana")


UNTRUE = (
    "The army said that reports that its troops had killed fishermen were not true.",
    "It is not true that troops killed fishermen, the army said.",
    "Reports of soldiers killing villagers are false, the army said.",
    "The army called reports that its guards had beaten migrants false.",
    "The army said the allegation that its guards had beaten migrants was unfounded.",
)


@pytest.mark.parametrize("words", UNTRUE)
def test_what_is_said_to_be_untrue_is_denied(words, record):
    (told,) = record(words).incidents
    assert told.status == "denied"
    assert [(v.value.speaker, v.value.link) for v in told.attribution][-1] == ("army", "denies")


def test_what_is_said_to_be_true_is_not(record):
    (told,) = record("The army said the report was true: troops killed two men.").incidents
    assert told.status == "happened"


def test_those_in_hospital_after_an_assault_are_hurt(record):
    (told,) = record("Three peacekeepers are being treated in hospital after an assault by police.").incidents
    assert told.injured.value == 3


ANSWERED = {
    "Congo accused Ugandan forces of shooting dead 12 fishermen, a charge that Uganda denied.": [
        ("Congo", "official", "says"),
        ("Uganda", "official", "denies"),
    ],
    "Congo accused Ugandan forces of shooting 12 fishermen, which Uganda's army denied.": [
        ("Congo", "official", "says"),
        ("Uganda's army", "military", "denies"),
    ],
}


@pytest.mark.parametrize(("words", "wanted"), ANSWERED.items(), ids=str)
def test_a_charge_denies_nothing_and_a_country_speaks_for_its_state(words, wanted, record):
    (told,) = record(words).incidents
    assert [(v.value.speaker, v.value.kind, v.value.link) for v in told.attribution] == wanted


def test_what_stands_behind_the_figures_of_a_group_is_what_they_say(record):
    words = "According to KHRN statistics, between 21 January and 21 February, guards killed three porters."
    (told,) = record(words).incidents
    assert [(v.value.speaker, v.value.kind) for v in told.attribution] == [("KHRN statistics", "document")]
    assert told.date.value.endswith("-02-21")
