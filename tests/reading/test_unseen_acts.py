"""Acts in wordings from reports of many borders: who did what to whom, how many, where, and who denies it."""

import pytest

from holdfire.model.incident import Count


def told(incident) -> str:
    """An incident as its act, means, actors and targets."""
    actors = ", ".join(a.value.name for a in incident.actor)
    targets = ", ".join(t.value.name for t in incident.target)
    return f"{incident.act.value} {incident.means.value if incident.means else None} {actors} > {targets}"


ACTS = {
    "Rioters stormed the checkpoint near Kafr and burned it.": "burn None Rioters > checkpoint",
    "On Tuesday soldiers took his phone and smashed it.": "attack None soldiers > phone",
    "Settlers stopped a tractor near Golan and set it alight.": "burn None Settlers > tractor",
    "A drone was shot down over Kobani on Friday.": "fire live_fire  > drone",
    "Gunmen killed a guard on Friday with rockets, the army said.": "kill explosive Gunmen > guard",
    "Guards used batons, gas shells and live rounds against a crowd.": "fire live_fire Guards > crowd",
    "Troops opened fire with mortars on a post near Tegh on Friday.": "shell explosive Troops > post",
    "Police used batons rather than live rounds against a crowd on Friday.": "beat beating Police > crowd",
    "Neither side reported casualties after an exchange of fire on Monday at Tegh.": "fire live_fire  > ",
    "A ranger stepped on a mine near the temple on Monday.": "explode landmine  > ranger",
    "Soldiers stopped ambulances from reaching the clinic on Monday.": "omission None Soldiers > ",
    "The guards left a herder without water on Monday.": "omission None guards > herder",
    "Three men were killed when gunmen fired rockets at a post on Monday.": (
        "kill explosive gunmen > Three men, post"
    ),
    "A soldier was killed on Monday when Pakistani troops violated the truce.": (
        "kill live_fire Pakistani troops > soldier"
    ),
    "Snipers shot dead a soldier near Fuzuli on Monday.": "kill live_fire Snipers > soldier",
    "Last August guards shot a teenager near Tegh.": "fire live_fire guards > teenager",
    "Shots were fired near Tegh on Friday, and rangers fired back.": "fire live_fire rangers > ",
    "Jawan killed in firing across the line on Friday.": "kill live_fire  > Jawan",
    "Two guards were killed on Friday in a clash with Tajik troops.": "kill None Tajik troops > Two guards",
}


@pytest.mark.parametrize(("words", "wanted"), ACTS.items(), ids=str)
def test_an_act_has_its_means_and_those_it_befell(words, wanted, record):
    assert [told(i) for i in record(words).incidents] == [wanted]


BACK = {
    "A patrol escorted 17 people through a gate on Friday.": "push_back other patrol > 17 people",
    "On Saturday policemen dragged a woman over the line.": "push_back other policemen > woman",
    "A patrol was pelted with stones by soldiers on December 9.": "attack other soldiers > patrol",
    "Chinese and Indian troops came to blows with clubs on Monday.": (
        "attack beating Chinese and Indian troops > "
    ),
    "A patrol boat opened fire on a trawler on Monday, injuring its captain.": (
        "fire live_fire patrol boat > trawler, captain"
    ),
    "Two men were killed when a shell fired from the hill hit a house.": "kill explosive  > Two men, house",
    "Turkish police caught two smugglers on Thursday.": "detain arrest Turkish police > two smugglers",
    "Two civilians were caught in crossfire between soldiers on Thursday.": None,
    "Bangladesh turned back 70 people on Sunday.": "push_back other Bangladesh > 70 people",
    "Troops burned a hut on Monday, residents said, wounding a boy.": "injure None Troops > hut, boy",
    "Soldiers shot dead a boy who came near with a knife on Monday.": "kill live_fire Soldiers > boy",
    "In 2014 the two Koreas exchanged fire at Yeoncheon.": "fire live_fire two Koreas > ",
    "At least 32 people were killed on Friday, seven of them civilians.": "kill None  > At least 32 people",
    "COX'S BAZAR, Bangladesh - Police shot a man on Monday.": "fire live_fire Police > man",
    "Shelling kills seven\n\nShells killed at least five men and two boys on Friday, police said.": (
        "kill explosive  > at least five men, two boys"
    ),
    "Twice this week Northern soldiers have crossed the line and turned back.": None,
}


@pytest.mark.parametrize(("words", "wanted"), BACK.items(), ids=str)
def test_people_are_put_back_and_come_to_blows(words, wanted, record):
    assert [told(i) for i in record(words).incidents] == ([wanted] if wanted else [])


COUNTS = {
    "In Sialkot a man of 60 and a girl died on Friday when a shell exploded in their yard.": (2, None),
    "Two died on the Thai side and three on the Cambodian side on Friday.": (5, None),
    "Four men were killed on the Kyrgyz side and at least two on the Tajik side.": (Count(low=6), None),
    "A soldier was wounded on each side on Friday near Torkham.": (None, 2),
    "A family of four was shot dead by gendarmes near Tegh.": (4, None),
    "Six or eight of the men were killed on Sunday by guards.": (Count(low=6, high=8), None),
    "Neither side reported casualties after an exchange of fire on Monday.": (0, 0),
    "Police used tear gas on migrants on Sunday, and no serious injuries were reported.": (None, None),
    "18 migrants died near Melilla on Friday, the province said. A group put the toll at 27.": (
        Count(low=18, high=27),
        None,
    ),
    "18 migrants died near Melilla on Friday, the province said. The toll rose to 27.": (27, None),
}


@pytest.mark.parametrize(("words", "wanted"), COUNTS.items(), ids=str)
def test_a_toll_is_of_all_sides(words, wanted, record):
    incident = record(words).incidents[0]
    found = tuple(n.value if n is not None else None for n in (incident.killed, incident.injured))
    assert found == wanted


APART = {
    "Gunmen fired rockets at a jeep on Sunday; the Israeli army responded with about 100 shells.": [
        "Gunmen",
        "Israeli army",
    ],
    "Guards said Tajik troops had shelled a post on Friday. Dushanbe said Kyrgyz soldiers fired first.": [
        "Tajik troops",
        "Kyrgyz soldiers",
    ],
    "A drone was shot down near Kobani on Friday. The same evening guards killed a shepherd at the wall.": [
        "guards",
        "",
    ],
    "Greek soldiers shot dead a man on Friday. “They shot at us,” said a man from Kabul.": ["Greek soldiers"],
    "Each side accused the other of opening fire.": [],
    "Tajik soldiers fired at a post on Friday. Two Tajik soldiers were killed, Dushanbe said.": [
        "Tajik soldiers",
        "",
    ],
    "Men and police fired on a church in which students slept, killing two on Friday.": ["Men, police"],
    "Israeli tanks shelled a post near Tegh on Sunday after a mortar round landed in a field.": [
        "Israeli tanks",
        "",
    ],
}


@pytest.mark.parametrize(("words", "wanted"), APART.items(), ids=str)
def test_acts_of_two_sides_are_two_incidents(words, wanted, record):
    found = [", ".join(a.value.name for a in i.actor) for i in record(words).incidents]
    assert sorted(found) == sorted(wanted)


DENIED = {
    "Jets bombed a house in Khost, killing six, the Taliban said; Islamabad rejected the claim.": ["denied"],
    "A colonel said Thai troops had fired shells at a pagoda on Friday, which Bangkok denied.": ["denied"],
    "Guards shot a man on Friday. “No such incident took place,” a spokesman said.": ["denied"],
    "Guards beat a man on Friday. On Saturday troops burned a shop, he said. The army denied the charge.": [
        "happened",
        "denied",
    ],
}


@pytest.mark.parametrize(("words", "wanted"), DENIED.items(), ids=str)
def test_a_denial_is_of_the_act_told_last_before_it(words, wanted, record):
    assert sorted(i.status for i in record(words).incidents) == sorted(wanted)


ONE_OCCASION = (
    "In May 2011 soldiers killed ten people who marched to the fence near Maroun al-Ras.",
    "Last January 33 people were killed when herders attacked the village of Kolom.",
    "In 2014 the two sides exchanged machine-gun fire at Yeoncheon.",
    "Last year a strike in the same district killed dozens of people.",
)
COUNTED = (
    "In 2014, 33 people were killed in Karachi.",
    "Guards have shot at fishermen three times this month.",
    "This year 33 people were killed near the fence.",
    "Agents have killed 19 people near Nogales since 2010.",
    "Ten men have been abducted along the line since the spring.",
)


@pytest.mark.parametrize("words", ONE_OCCASION)
def test_an_act_of_a_month_or_year_long_over_is_one_incident(words, record):
    read = record(words)
    assert (len(read.incidents), read.practices) == (1, ())


@pytest.mark.parametrize("words", COUNTED)
def test_a_count_over_a_time_is_a_practice(words, record):
    read = record(words)
    assert (read.incidents, len(read.practices)) == ((), 1)


PLACES = {
    "U.S. agents killed a man near the border with Mexico on Friday.": ["LINE-MX-US"],
    "Saudi border guards fired mortars at migrants near the Yemeni border on Friday.": ["LINE-SA-YE"],
    "Gunmen killed a man near the border with Niger on Friday.": [None],
    "Saudi border guards shot a man on Friday.": [],
    "Troops of the South fired back at the North on Friday.": [],
}


@pytest.mark.parametrize(("words", "wanted"), PLACES.items(), ids=str)
def test_a_border_is_the_place_of_an_act_beside_it(words, wanted, record):
    assert [p.value.id for p in record(words).incidents[0].places] == wanted


WARNED = {
    "The guards gave no warning and shot a girl near Tegh on Friday.": "no",
    "Guards shot a man near Tegh on Friday. A warning was shouted before they fired.": "yes",
    "Guards shot a man near Tegh on Friday. A warning was broadcast, an officer said.": "yes",
}


@pytest.mark.parametrize(("words", "wanted"), WARNED.items(), ids=str)
def test_a_warning_is_of_the_act_it_came_before(words, wanted, record):
    (incident,) = record(words).incidents
    assert incident.warning_given is not None
    assert incident.warning_given.value == wanted


DAYS = {
    "Troops shot a man dead near Tegh, and handed over the body two days later.": None,
    "Troops shot a man on Friday near Tegh, the sixth since May.": "2022-06-17",
    "A day later ten men were driven to the line and shot by guards.": "2022-06-21",
}


@pytest.mark.parametrize(("words", "wanted"), DAYS.items(), ids=str)
def test_what_came_later_or_is_counted_gives_no_day(words, wanted, record):
    (incident,) = record(words).incidents
    assert (incident.date.value if incident.date is not None else None) == wanted


def test_nobody_hit_is_nobody_hurt(record):
    (incident,) = record("Guards opened fire at Dajabon on Friday; nobody was hit.").incidents
    assert incident.injured is not None
    assert incident.injured.value == 0


def test_a_collision_is_no_act_and_nobody_admitted_no_refusal(record):
    assert (
        record("Six soldiers were hurt when their vehicles collided near Derik on Tuesday.").incidents == ()
    )
    (incident,) = record("Police fired gas at a crowd on Friday. Nobody was admitted to hospital.").incidents
    assert incident.aid_given is None
