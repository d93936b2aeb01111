"""Truces, terms and sendings as reports tell them: what is ordered, who is told, from and until when."""

import pytest

CLAUSES = {
    "The sides signed a ceasefire agreement at the border on Tuesday.": ["prohibition fire"],
    "The envoys agreed on the establishment of a full ceasefire along the line of contact.": [
        "prohibition fire"
    ],
    "The regional army orders its soldiers to cease fire beginning Monday.": ["prohibition fire"],
    "When it comes to cameras, soldiers are forbidden from looking over the border.": ["prohibition look"],
    "The army gave the rebels until Thursday to leave the border town.": ["obligation leave town"],
    "The army gave the rebels until 4 pm on Thursday to hand in their weapons.": ["obligation hand"],
}


@pytest.mark.parametrize(("words", "clauses"), CLAUSES.items(), ids=str)
def test_an_order_says_only_what_is_ordered(record, words, clauses):
    found = [f"{c.modality} {c.act.value}" for o in record(words).orders for c in o.clauses]
    assert found == clauses


TOLD = {
    "The president ordered the withdrawal of his soldiers from the border strip.": "his soldiers",
    "The president ordered troops into the border town.": "troops",
    "The king has banned outsiders from being present at the border.": "outsiders",
    "The militia was given 48 hours by the army to leave the border town.": "The militia",
}


@pytest.mark.parametrize(("words", "told"), TOLD.items(), ids=str)
def test_an_order_tells_those_who_are_to_do_it(record, words, told):
    (order,) = record(words).orders
    assert [party.quote for party in order.addressees][:1] == [told]


GIVERS = {
    "The governor announced the closure of the border on instructions from the president.": "the president",
    "Police closed the border on the orders of the governor.": "the governor",
    "The militia issued an order for a complete ceasefire at the border.": "The militia",
}


@pytest.mark.parametrize(("words", "giver"), GIVERS.items(), ids=str)
def test_an_order_is_of_whoever_it_came_from(record, words, giver):
    (order,) = record(words).orders
    assert order.issuer.quote == giver


def test_what_is_ordered_from_a_weekday_on_is_to_come(record):
    (order,) = record("The army orders its border guards to cease fire beginning Friday.").orders
    assert order.effective_from.value == "2022-06-24"


NO_HARM = (
    "The minister said pushing back people at the border is allowed under the law.",
    "Pushing people back at the border is illegal, the group said.",
)


@pytest.mark.parametrize("words", NO_HARM)
def test_what_the_law_says_of_an_act_is_no_act(record, words):
    assert not record(words).incidents


def test_a_town_that_is_seized_is_nobody_held(record):
    (incident,) = record("Rebels seized Goma on 20 November 2012.").incidents
    assert (incident.act.value, incident.detained, incident.means) == ("seize", None, None)


def test_what_a_curfew_comes_to_is_no_order_beside_it(record):
    (order,) = record(
        "The government on Monday imposed a curfew in the border district. The minister said in a notice "
        "that the regulation required people to remain indoors between 6:30 p.m. and 6:30 a.m."
    ).orders
    assert [hours.value for hours in order.hours] == ["T18:30/T06:30"]
    assert order.issuer.quote == "The government"
