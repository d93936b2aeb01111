"""Whole reports → orders: given, denied or rumoured, when they hold, and none at all."""

import pytest

from tests.reading.slots import names

SHOT = "guards had been ordered to shoot at swimmers"
STATUS = {
    f"Residents said that {SHOT}.": "given",
    f"The ministry denied that {SHOT}.": "denied",
    f"A spokesman denied reports that {SHOT}.": "denied",
    f"Residents said that {SHOT}. The ministry denied this.": "denied",
    "The army rejected claims that it had ordered its men to shoot farmers.": "denied",
    f"It is rumoured that {SHOT}.": "rumoured",
    f"There were rumours that {SHOT}.": "rumoured",
    f"Traders have heard that {SHOT}.": "rumoured",
    f"A court heard that {SHOT}.": "given",
    "A man who deserted said his section had been told to burn huts. The governor denied this.": "denied",
}


@pytest.mark.parametrize(("words", "status"), STATUS.items(), ids=str)
def test_an_order_is_given_denied_or_only_rumoured(record, words, status):
    (order,) = record(words).orders
    assert order.status == status


STRETCHES = {
    "Guards received an order not to fire between 5 March and 12 March.": ("2022-03-05", "2022-03-12"),
    "The president ordered the border closed for 72 hours from midnight on Monday.": (
        "2022-03-07T00:00",
        "2022-03-10",
    ),
    "The ministry ordered guards to fire flares on 3 March. The letter is valid until the end of the year.": (
        "2022-03-03",
        "2022-12-31",
    ),
}


@pytest.mark.parametrize(("words", "ends"), STRETCHES.items(), ids=str)
def test_an_order_holds_for_a_stretch(record, words, ends):
    (order,) = record(words, "2022-03-10").orders
    assert (order.effective_from.value.rstrip("?"), order.effective_to.value) == ends


UNTIL = {
    "Soldiers were ordered to fire only blanks until the end of the party congress.": (
        "until the end of the party congress"
    ),
    "The two armies agreed to refrain from patrols until talks resume.": "until talks resume",
    "The ministry banned fishing off the line until the inquiry reports.": "until the inquiry reports",
}


@pytest.mark.parametrize(("words", "condition"), UNTIL.items(), ids=str)
def test_what_an_order_holds_until(record, words, condition):
    (order,) = record(words).orders
    assert order.until_condition.value == condition


def test_the_hours_of_a_curfew_are_not_those_of_the_day_it_was_imposed(record):
    (order,) = record("The governor imposed a curfew on Monday from 9 p.m. to 5 a.m.", "2022-03-10").orders
    assert order.issued.value == "2022-03-07"
    assert [hours.value for hours in order.hours] == ["T21:00/T05:00"]


def test_what_is_closed_to_all_is_apart_from_what_guards_are_ordered(record):
    words = (
        "The governor imposed a curfew on Monday. Shops in the town stayed closed. The mayor was ill. "
        "Guards at the gate have been ordered to fire on any lorry that does not stop."
    )
    curfew, order = record(words).orders
    assert (curfew.addressees, order.issuer) == ((), None)


def test_who_is_asked_to_stop_has_done_nothing_by_that(record):
    assert record("The UN called on both sides to stop firing.").incidents == ()
    assert record("The governor had asked the guards to stop killing people.").incidents == ()


def test_the_day_of_deaths_is_not_that_of_the_order_after_them(record):
    (order,) = record("Guards were told to shoot only in self-defence after the deaths in March.").orders
    assert order.issued is None


def test_fire_that_is_not_to_be_aimed_at_somebody_is_forbidden_and_the_rest_warns(record):
    (order,) = record("Guards have been told to fire into the air, not at the boats.").orders
    assert [(c.modality, c.means.value) for c in order.clauses] == [
        ("obligation", "warning_shot"),
        ("prohibition", "live_fire"),
    ]


def test_an_order_that_is_not_withdrawn_stays(record):
    (order,) = record("The order to shoot has not been withdrawn, a source said.").orders
    assert order.relation.value.kind == "reaffirms"
    assert order.salience == "main"


def test_a_year_of_an_earlier_agreement_is_not_that_of_the_new(record):
    (order,) = record("Both sides reaffirmed the 2003 ceasefire and agreed to stop firing.").orders
    assert (order.issued, order.relation.value.to) == (None, "2003 ceasefire")


def test_an_order_may_hold_until_something_happens(record):
    (order,) = record(
        "The general staff ordered posts to hold fire. The order holds until the rains cut the road."
    ).orders
    assert order.until_condition.value == "until the rains cut the road"


def test_who_tells_of_an_order_is_in_no_clause_of_it(record):
    (order,) = record("A man who deserted in May said his section had been told to burn huts.").orders
    assert order.issued is None
    assert names(order.addressees) == ["section"]


BEGUN = {
    "The two armies agreed on Tuesday to stop firing from midnight.": "2022-03-09T00:00",
    "The ministry ordered units on 3 March to hold fire from midnight.": "2022-03-04T00:00",
    "Both sides agreed on Sunday to a truce starting at midnight.": "2022-03-07T00:00",
    "The two armies agreed on Tuesday to stop firing from noon.": "2022-03-08T12:00",
    "The two armies agreed on 9 October to halt fire from noon on 10 October.": "2021-10-10T12:00",
}


@pytest.mark.parametrize(("words", "moment"), BEGUN.items(), ids=str)
def test_an_order_holds_from_a_moment_after_it_was_given(record, words, moment):
    (order,) = record(words, "2022-03-10").orders
    assert order.effective_from.value == moment
    assert all(clause.condition is None for clause in order.clauses)


ENDED = {
    "The army lifted its order to shoot at drones on Monday.": "2022-03-07",
    "The order to shoot at boats was withdrawn on Monday.": "2022-03-07",
    "The staff has extended its order to hold fire until 15 April.": "2022-04-15",
    "The shooting order has been suspended since January 20, a source said.": "2022-01-20",
}


@pytest.mark.parametrize(("words", "day"), ENDED.items(), ids=str)
def test_the_day_on_which_an_order_ends(record, words, day):
    (order,) = record(words, "2022-03-10").orders
    assert (order.effective_to.value, order.issued) == (day, None)


TOLD = {
    "Two conscripts disobeyed orders to shoot at the family.": "Two conscripts",
    "A deserter said his company had been told to shoot anyone who crossed.": "company",
    "Soldiers may fire at anyone within 300 metres of the fence, the army said.": "Soldiers",
    "Each side shall refrain from firing at posts, under the ceasefire.": "Each side",
    "Under article 12 of the law, guards can use weapons against cars.": "guards",
    "Peacekeepers can fire only if their own lives are threatened.": "Peacekeepers",
    "A whistleblower said the crew had been ordered to tow the dinghy back.": "crew",
    "Evros Regiment men were told to shoot only in self-defence.": "Evros Regiment men",
    "The council in Brussels authorised the mission to use force to keep the roads open.": "mission",
}


@pytest.mark.parametrize(("words", "name"), TOLD.items(), ids=str)
def test_whom_an_order_binds(record, words, name):
    (order,) = record(words).orders
    assert names(order.addressees) == [name]


NONE = (
    "The prosecutor ordered the arrest of two guards.",
    "A soldier was ordered to pay compensation by a military court.",
    "Officials told farmers to harvest early.",
    "Parents imposed a curfew on their son.",
    "The UN called on both sides to stop firing.",
    "A deputy called for an order to shoot at boats.",
    "Police told drivers to use another road.",
    "Guards let the family pass.",
    "Border police permitted the farmers to pass after a search.",
    "Officers told Luke repeatedly to drop the knife.",
    "A judge ordered him to pay the family.",
    "County Judge Rita Hathaway ordered that he be transferred to prison.",
    "As a felon, he is prohibited from possessing firearms.",
    "State law says that guns must be stored safely.",
    "The suspects may be held for 72 hours, under state law.",
    "He had made threats to shoot up the campus.",
    "North Korea may fire a missile next week, the ministry said.",
    "Anyone who breaks the rule will be held responsible.",
    "He heard shots and realized he'd been struck, police said.",
)


@pytest.mark.parametrize("words", NONE)
def test_what_binds_no_force_and_nobody_at_a_border_is_no_order(record, words):
    assert record(words).orders == ()
