"""Orders as newspapers tell them: when they were given, where they hold, who gave them, each thing apart."""

import pytest

GIVEN = {
    "The rules, which were changed after a plane was shot down in March, let troops fire at boats.": None,
    "New rules that will be presented next week allow soldiers to fire in self-defence.": None,
    "A ceasefire between the two armies held on Wednesday.": None,
    "The government has extended the curfew imposed a month ago in two counties.": None,
    "The army imposed a curfew on Monday after a soldier was killed on Friday.": "2022-06-20",
}
BEGUN = {
    "The two presidents agreed on a ceasefire from Friday.": "2022-06-24",
    "The army imposed a curfew from Friday.": "2022-06-17",
}


@pytest.mark.parametrize(("words", "day"), GIVEN.items(), ids=str)
def test_an_order_was_given_on_its_own_day(record, words, day):
    (order,) = record(words).orders
    assert (order.issued.value if order.issued is not None else None) == day


@pytest.mark.parametrize(("words", "day"), BEGUN.items(), ids=str)
def test_what_is_agreed_on_from_a_day_is_to_come(record, words, day):
    (order,) = record(words).orders
    assert order.effective_from.value == day


HOURS = {
    "The curfew hours in the town are now 7pm to 6am, the army said.": ["T19:00/T06:00"],
    "The president announced a reduction of the curfew to 7 p.m. to 6 a.m. instead of 5 p.m. to 7 a.m.": [
        "T19:00/T06:00"
    ],
}


@pytest.mark.parametrize(("words", "hours"), HOURS.items(), ids=str)
def test_a_curfew_has_the_hours_that_hold(record, words, hours):
    (order,) = record(words).orders
    assert [found.value for found in order.hours] == hours


PLACES = {
    "The government of Niger closed its border with Benin on Monday.": ["Benin-Niger border"],
    "Soldiers have been ordered to shoot smugglers.": [],
    "Guards in Musan were told to shoot people who cross the border with China.": ["Musan"],
}


@pytest.mark.parametrize(("words", "places"), PLACES.items(), ids=str)
def test_a_border_that_is_closed_is_where_it_is_closed(record, words, places):
    (order,) = record(words).orders
    assert [place.value.name for place in order.places] == places


ISSUERS = {
    "The army said that movement of people in the area is prohibited.": "army",
    "The ministry is fully equipped to enforce this command. The president ordered soldiers to close "
    "the border.": "president",
    "• In a meeting chaired by the governor, the two presidents agreed that rebels should withdraw.": (
        "two presidents"
    ),
}


@pytest.mark.parametrize(("words", "name"), ISSUERS.items(), ids=str)
def test_who_orders_is_who_does(record, words, name):
    (order,) = record(words).orders
    assert order.issuer.value.name == name


def test_what_is_forbidden_against_one_is_apart_from_what_is_against_another(record):
    (order,) = record(
        "“Guards shall not fire at stone-throwers,” the order says. “Guards shall not fire at a moving car "
        "unless it is driven at them,” the order adds."
    ).orders
    told = [(c.target.quote, c.exception is not None) for c in order.clauses]
    assert told == [("stone-throwers", False), ("a moving car", True)]


def test_leave_to_order_is_leave(record):
    (order,) = record("Commanders now have the authority to order attacks on warplanes.").orders
    assert [(c.modality, c.act.value) for c in order.clauses] == [("permission", "attack")]


def test_an_act_is_not_of_a_day_that_only_tells_what_had_been(record):
    words = (
        "Soldiers bombed a town near the border on Wednesday. The rules were changed after a plane was shot "
        "down on March 22. Troops used artillery against rebels beside the town."
    )
    days = [i.date.value for i in record(words).incidents if i.date is not None and i.act.quote == "used"]
    assert "2022-03-22" not in days


def test_a_paper_is_of_the_day_that_stands_behind_it(record):
    words = "“Guards shall not fire first,” said the instructions, issued June 7, under the chief's hand."
    (order,) = record(words).orders
    assert order.issued.value == "2022-06-07"


def test_leave_for_work_and_for_force_is_leave(record):
    words = "The ministry sent a memo granting troops permission to join searches and to use lethal force."
    (order,) = record(words).orders
    assert order.issuer.value.name == "ministry"
    assert [(c.modality, c.means.value if c.means else None) for c in order.clauses] == [
        ("permission", None),
        ("permission", "live_fire"),
    ]


def test_people_who_died_earlier_in_one_incident_died_once(record):
    assert len(record("Fifteen migrants died earlier this month in an incident at the fence.").incidents) == 1


AGREEING = {
    "Tajikistan and Kyrgyzstan said on Friday they had agreed on a ceasefire.": (
        "Tajikistan and Kyrgyzstan",
        ["Tajikistan", "Kyrgyzstan"],
    ),
    "The two countries reached a ceasefire agreement on Monday.": ("two countries", ["two countries"]),
    "The neighbours agreed to withdraw their forces from the border.": ("neighbours", ["neighbours"]),
    "Both sides agreed for strict observance of the truce, of all deals and cease firing along the line.": (
        "Both sides",
        ["Both sides"],
    ),
    "Armenia and Azerbaijan said they had agreed to withdraw troops from the border.": (
        "Armenia and Azerbaijan",
        ["Armenia", "Azerbaijan"],
    ),
    "It was decided to cease hostilities from October 10.": (None, []),
    "No person shall move near the border, the district magistrate ordered.": ("district magistrate", []),
}


@pytest.mark.parametrize(("words", "wanted"), AGREEING.items(), ids=str)
def test_who_agrees_is_who_is_bound_however_it_is_told(words, wanted, record):
    (told,) = record(words).orders
    issuer = told.issuer.value.name if told.issuer is not None else None
    assert (issuer, [a.value.name for a in told.addressees]) == wanted
    assert record(words).incidents == ()


@pytest.mark.parametrize("words", ["The rivals agreed to meet in May.", "The brothers agreed to leave."])
def test_an_agreement_on_nothing_of_force_is_none(words, record):
    assert record(words).orders == ()
