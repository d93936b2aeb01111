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
    "Two men believed to belong to a gang were shot down on Tuesday near Osk.": (
        "kill", [], ["Two men"], (2, None, None),
    ),
    "On the night of 14 June the border guards made several shots with rifles.": (
        "fire", ["border guards"], [], (None, None, None),
    ),
    "The smugglers were bold enough to shoot at our soldiers on Friday.": (
        "fire", ["smugglers"], ["soldiers"], (None, None, None),
    ),
    "Shots were fired from the Belarusian side on Friday.": (
        "fire", ["Belarusian side"], [], (None, None, None),
    ),
    "Four soldiers were captured and taken hostage on Friday.": (
        "detain", [], ["Four soldiers"], (None, None, 4),
    ),
    "Migrants threw sticks and rocks at the police on Friday.": (
        "attack", ["Migrants"], ["police"], (None, None, None),
    ),
    "Guards fired on a pickup on Friday, which led to one fatality and two injuries.": (
        "kill", ["Guards"], ["pickup", "one fatality", "two injuries"], (1, 2, None),
    ),
    "Three guards were treated in hospital on Friday after an assault by soldiers.": (
        "injure", ["soldiers"], ["Three guards"], (None, 3, None),
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


APART = {
    "Guards shot two men on Monday. The incident comes three days after troops shot four men at Uri.": 2,
    "Three soldiers shot at a fellow soldier who was defecting on Monday. “The defector was fired on by"
    " other soldiers,” the command said.": 1,
    "Jan Kos was shot dead by guards near Uri on Friday. Commander Lee said that guards of the post fired"
    " at Samba, leaving Kos dead.": 1,
    "Guards at the pass fired on a group on Monday, killing two. It was the first time that troops had killed"
    " any.": 1,
}


@pytest.mark.parametrize(("words", "number"), APART.items(), ids=str)
def test_what_is_told_of_one_act_stands_together(words, number, record):
    assert len(record(words).incidents) == number


def test_what_had_been_done_in_the_past_is_a_practice(record):
    told = record("While refugees have been shot at along the border in the past, nobody was hurt.")
    assert [p.act.value for p in told.practices] == ["fire"]


COUNTED = {
    "A Rohingya died and at least six were injured.": (1, 6),
    "Six shells exploded near the camp, leaving one Rohingya dead.": (1, None),
    "Three members of the Coastal Guards Corps (CGC) were killed on Monday.": (3, None),
    "Troops clashed with ten people as they tried to cross from the south, wounding seven of them.": (
        None,
        7,
    ),
}


@pytest.mark.parametrize(("words", "wanted"), COUNTED.items(), ids=str)
def test_each_is_counted_once(words, wanted, record):
    (incident,) = record(words).incidents
    counts = (n.value if n is not None else None for n in (incident.killed, incident.injured))
    assert tuple(getattr(n, "low", n) for n in counts) == wanted


def test_who_died_of_his_wounds_is_not_among_the_wounded(record):
    words = (
        "Abul Kalam Daku was shot dead near Samba on Friday. The guards fired from the wall, leaving Kalam"
    )
    (incident,) = record(f"{words} critically injured.").incidents
    assert (incident.killed.value, incident.injured) == (1, None)


NOWHERE = (
    "Two soldiers were killed by sniper fire on June 5, leading the ministry to threaten Baku.",
    "China complains to Pyongyang after a soldier kills four villagers",
    "The president sought more support from Washington after a drone attack killed five people.",
    "The members of Jamalpur camp opened fire on two men.",
    "Commander Lee of Jamalpur BGB-35 Battalion said guards shot two men.",
    "A leader of the Pamban Fishermen Association said sailors shot two men.",
    "Guards shot two men, whose bodies were sent to Lalmonirhat Sadar Hospital.",
)


@pytest.mark.parametrize("words", NOWHERE)
def test_whom_one_speaks_to_and_whose_men_they_are_is_no_scene(words, record):
    assert [names(i.places) for i in record(words).incidents] == [[]]


def test_the_date_of_an_accord_is_no_day_of_its_breach(record):
    (incident,) = record(
        "Troops violated the November 2003 ceasefire agreement by firing on two villages on Monday."
    ).incidents
    assert incident.date.value == "2022-06-20"
    told = record(
        "Troops violated the November 2003 ceasefire agreement by firing on two villages."
    ).incidents
    assert [i.date for i in told] == [None]


TOLD = {
    "Two Armenian soldiers serving there were killed by Azerbaijani sniper fire on June 5.": (
        "kill", ["Azerbaijani sniper"], ["Two Armenian soldiers"], (2, None, None),
    ),
    "The line witnessed skirmishes between the Border Force (BF) and Pakistan Rangers on Sunday.": (
        "fire", ["Border Force (BF)", "Pakistan Rangers"], [], (None, None, None),
    ),
    "A drone dropped a stun grenade over the village of Samba on Sunday.": (
        "disperse", ["drone"], ["village of Samba"], (None, None, None),
    ),
    "The post came under heavy Indian shelling on Sunday.": (
        "shell", ["Indian"], ["post"], (None, None, None),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), TOLD.items(), ids=str)
def test_sides_stand_where_a_tree_has_them_elsewhere(words, wanted, record):
    (incident,) = record(words).incidents
    act, actors, targets, counted = _told(incident)
    assert (act, [a.split(" (")[0] for a in actors], targets, counted) == (
        wanted[0],
        [a.split(" (")[0] for a in wanted[1]],
        *wanted[2:],
    )


WONT = {
    "Southern forces have been launching attacks on the villages, in breach of the truce.": None,
    "We used to see the guards firing shots into the air.": None,
    "The number of civilians killed by border forces since May has risen to 46.": 46,
}


@pytest.mark.parametrize(("words", "killed"), WONT.items(), ids=str)
def test_what_goes_on_and_what_is_counted_up_is_a_practice(words, killed, record):
    told = record(words)
    assert told.incidents == ()
    (practice,) = told.practices
    assert (practice.killed.value if practice.killed is not None else None) == killed


def test_two_numbers_of_two_sides_are_not_doubled(record):
    words = "He said one man had been killed on each side, though the agency later said two guards had been"
    (incident,) = record(f"{words} killed and two civilians injured.").incidents
    assert (incident.killed.value, incident.injured.value) == (2, 2)


def test_the_day_of_another_act_is_not_that_of_one_before_it(record):
    words = "A boat was seized by the army at Uri. A similar incident occurred last month when the navy"
    told = record(f"{words} opened fire on a fisherman.").incidents
    assert [i.date for i in told if i.act.value == "seize"] == [None]


def test_the_deceased_is_who_was_shot(record):
    (incident,) = record("Guards shot a boy on Monday. The deceased is Samir Haque, 16.").incidents
    assert (incident.killed.value, incident.injured) == (1, None)


def test_a_name_cut_at_a_quotation_mark_has_none(record):
    (incident,) = record(
        'He said the “Israeli” army shot two men.\n\nThe "Israeli" army shot them.'
    ).incidents
    assert all('"' not in name and "”" not in name for name in names(incident.actor))


def test_a_page_puts_the_day_of_publication_before_a_report(record):
    (incident,) = record("date 2022-06-20 Guards shoot two men\n\nGuards shot two men on Friday.").incidents
    assert incident.date.value == "2022-06-17"


def test_tensions_that_continue_to_rise_say_nothing(record):
    (incident,) = record("The army killed six men as tensions continue to rise.").incidents
    assert [v.value.speaker for v in incident.attribution] == [""]


NOTHING = (
    "The man began to thrash in the water on Friday, guards said.",
    "The body of the soldier was repatriated to Togo on Friday.",
    "A child died on Friday after being pulled from the sea when a boat capsized.",
)


@pytest.mark.parametrize("words", NOTHING)
def test_who_is_in_distress_or_brought_home_dead_suffers_no_force(words, record):
    assert record(words).incidents == ()


def test_one_who_is_hurt_and_one_more_were_hurt_once(record):
    told = record("“There is one wounded and two with serious injuries,” the spokesman said on Friday.")
    assert told.practices == ()
    (incident,) = told.incidents
    assert incident.injured.value == 3


def test_the_same_force_that_does_the_same_again_does_it_once(record):
    words = "Soldiers of the Sudanese army crossed the line and fired at a truck near Osk on Friday."
    words = f"{words} They came at noon."
    (incident,) = record(f"{words} The Sudanese soldiers fired from a jeep, an officer said.").incidents
    assert names(incident.actor) == ["Soldiers of the Sudanese army"]


def test_the_shooting_is_none_of_the_blow_told_before_it(record):
    words = "A guard shot a trader near Osk on Friday. A second guard was struck in the head."
    told = record(f"{words} The shooting happened at noon.").incidents
    assert [(i.act.value, i.means and i.means.value) for i in told] == [("fire", "live_fire"), ("hit", None)]


def test_a_denial_with_what_is_denied_is_of_that(record):
    words = "Reports of troops killing two fishermen were not true, a spokesman said on Friday."
    (incident,) = record(words).incidents
    assert incident.status == "denied"


def test_the_day_is_that_of_what_others_are_accused_of(record):
    words = "Togo on Sunday accused Ghanaian forces of killing 12 fishermen last week on a lake."
    (incident,) = record(words, "2022-06-20").incidents
    assert incident.date.value == "2022-06-13/2022-06-19"


def test_neither_where_people_met_nor_where_they_were_treated_is_where_it_was(record):
    words = "Following the Thursday meeting in Sarajevo, the minister said that police had fired at two men."
    (incident,) = record(words, "2022-06-20").incidents
    assert (incident.date, incident.places) == (None, ())
    (incident,) = record(
        "Several guards were hurt on Friday and have since fled to Nairobi for treatment."
    ).incidents
    assert incident.places == ()


def test_men_who_refused_orders_to_stop_were_warned(record):
    (incident,) = record("Police opened fire on Friday after the men refused orders to stop.").incidents
    assert incident.warning_given.value == "yes"


BEHIND = {
    "Guards arrested on Monday two herders near the river.": ("detain", ["Guards"], ["two herders"]),
    "The patrol had stopped before the rebels hiding in the nearby bush opened fire on the officers.": (
        "fire", ["rebels"], ["officers"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), BEHIND.items(), ids=str)
def test_a_day_or_a_bush_before_a_phrase_does_not_turn_the_sides(words, wanted, record):
    (incident,) = record(words).incidents
    assert _told(incident)[:3] == wanted


def test_what_has_been_done_since_is_a_practice(record):
    words = "Since Togo sent troops to the border, seven smugglers have been killed in clashes with the army."
    told = record(words)
    assert (told.incidents, [p.killed.value for p in told.practices]) == ((), [7])


def test_security_forces_in_the_line_below_a_headline_are_those_of_it(record):
    words = (
        "Egypt police kill two migrants at border\n\nSecurity forces injure five and detain three migrants"
    )
    (incident,) = record(f"{words} who tried to cross.").incidents
    assert (incident.killed.value, incident.injured.value, incident.detained.value) == (2, 5, 3)


def test_the_day_of_an_address_or_of_a_charge_dates_nothing(record):
    (incident,) = record(
        "https://news.example/20220611/guards.html\n\nGuards beat two men at Samba."
    ).incidents
    assert incident.date is None
    words = (
        "Togo on Sunday accused Ghana of pushing back ten men. A soldier was killed at Samba, the army said."
    )
    assert [i.date for i in record(words).incidents if i.act.value == "kill"] == [None]


ASIDE = {
    "Two armed men were shot by troops on the Golan Heights, the army said. The weekend saw seven residents"
    " murdered near a Jerusalem synagogue on Friday night.": [(2, None), (None, 7)],
    "One guard wounded in Armenian fire on the border\n\nOne guard wounded in Armenian fire on the border\n\n"
    "The border service said so.": [(1, None)],
    "Border guards have shot dead a Kyrgyz national, officials say.": [(None, 1)],
    "The incident came on the anniversary of a month-long war that killed 1,200 people.": [],
}


@pytest.mark.parametrize(("words", "wanted"), ASIDE.items(), ids=str)
def test_what_is_told_beside_an_act_stands_apart(words, wanted, record):
    told = [(i.injured, i.killed) for i in record(words).incidents]
    counted = [tuple(None if n is None else n.value for n in each) for each in told]
    assert sorted(counted, key=str) == sorted(wanted, key=str)


def test_not_the_first_instance_is_one_of_many(record):
    words = "It is not the first instance of Kenyan forces firing on vehicles in a region plagued by battles"
    told = record(f"{words} between drug gangs.")
    assert (told.incidents, [names(p.actor) for p in told.practices]) == ((), [["Kenyan forces"]])


def test_what_the_lead_defends_is_told_in_full_behind_it(record):
    words = "Officers fired on the vehicle because it put them at risk, the guard said."
    (incident,) = record(
        f"{words} Mexico's National Guard shot a pick-up truck near Tapachula on Sunday."
    ).incidents
    assert names(incident.actor) == ["Mexico's National Guard"]
