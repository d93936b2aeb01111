"""Curfews, closed areas and headlines: what they bid, from when, and by whom."""

import pytest

from tests.reading.slots import names

GIVERS = {
    "Deng Signs Order Closing Border With Chad": ("Deng", "obligation close border"),
    "Deng Orders Army to Shoot Smugglers on Sight": ("Deng", "obligation fire"),
    "Deng Authorizes Troops to Use Force at Border": ("Deng", "permission use force"),
    "Kato Imposes Curfew in Border Towns": ("Kato", "prohibition go out"),
    "Kato said the border would remain closed until further notice.": ("Kato", "obligation close border"),
}


@pytest.mark.parametrize(("words", "order"), GIVERS.items(), ids=str)
def test_who_gives_an_order_in_a_headline_or_by_his_name_alone(record, words, order):
    (found,) = record(words).orders
    (clause,) = found.clauses
    assert (found.issuer.value.name, f"{clause.modality} {clause.act.value}") == order


PLAIN = (
    "Analysts said the border would remain closed for years.",
    "The man said the border would remain open until further notice.",
    "The two signs order drivers to stop at the border.",
)


@pytest.mark.parametrize("words", PLAIN)
def test_nobody_gives_an_order_there(record, words):
    assert record(words).orders == ()


def test_the_hours_of_a_curfew_are_no_condition_of_it(record):
    (order,) = record("The governor has declared a dusk to dawn curfew in Lamu County.").orders
    (clause,) = order.clauses
    assert clause.act.quote == "a dusk to dawn curfew"
    assert not clause.condition
    assert order.hours[0].value == "TEV/TMO"


HOLDS = {
    "The curfew, which begins on June 30, will last three months.": ("2022-06-30", None),
    "The curfew starts on Saturday, June 11, 2022 up to July 11, 2022.": ("2022-06-11", "2022-07-11"),
    "The minister has imposed a curfew. The order remains effective until July 28, 2022.": (
        None,
        "2022-07-28",
    ),
}


@pytest.mark.parametrize(("words", "days"), HOLDS.items(), ids=str)
def test_from_when_and_until_when_a_curfew_holds(record, words, days):
    (order,) = record(words, published="2022-06-20").orders
    found = (order.effective_from, order.effective_to)
    assert tuple(day and day.value for day in found) == days


BOUND = {
    "Under the agreement, both nations are required to withdraw their troops.": ["both nations"],
    "The two governments have agreed to withdraw troops from their border.": ["two governments"],
    "The governments of Chad and Sudan have agreed to withdraw troops.": ["Chad", "Sudan"],
    "The two countries agreed to order their forces out of the strip.": ["two countries"],
    "The government directed the customs service to stop trucks at the border.": ["customs service"],
}


@pytest.mark.parametrize(("words", "told"), BOUND.items(), ids=str)
def test_whom_an_agreement_or_an_order_binds(record, words, told):
    (order,) = record(words).orders
    assert names(order.addressees) == told


def test_he_is_no_service(record):
    words = (
        "The Border Guard Service counted two boats at the border. “I ordered the guards to fire,” he said."
    )
    (order,) = record(words).orders
    assert all("Service" not in voice.value.speaker for voice in order.attribution)
