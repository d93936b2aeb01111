"""What reports tell of rules and of those bound by them is read through trees that parsers get wrong."""

import pytest

DONE = {
    "The guards had no choice but to fire at the boat on Friday.": ("guards", "fire"),
    "Police were left with no option but to use tear gas against the crowd.": ("Police", "disperse"),
    "Sentries had little alternative other than to shoot at the car on Monday.": ("Sentries", "fire"),
    "Guards shot two would-be migrants at the river on Monday.": ("Guards", "fire"),
}


@pytest.mark.parametrize(("words", "act"), DONE.items(), ids=str)
def test_what_was_done_of_need_or_to_would_be_migrants_was_done(record, words, act):
    (incident,) = record(words).incidents
    assert incident.status == "happened"
    assert (incident.actor[0].value.name, incident.act.value) == act


def test_who_will_have_no_choice_but_to_fire_threatens_to(record):
    (order,) = record(
        "The general warned that his troops will have no choice but to fire if attacked."
    ).orders
    assert order.kind.value == "threat"
    assert record("The general warned that his troops will have no choice.").orders == ()


LIMITED = {
    "Movement within 500 metres of the fence is prohibited.": ("within 500 metres of the fence", None),
    "The ministry forbade guards to use live rounds other than in self-defence.": (
        None,
        "other than in self-defence",
    ),
    "The commander prohibited the use of weapons save in defence of life.": (None, "save in defence of life"),
    "The rules of engagement permit snipers to fire if a man carries a weapon.": (
        "if a man carries a weapon",
        None,
    ),
}


@pytest.mark.parametrize(("words", "limits"), LIMITED.items(), ids=str)
def test_where_a_rule_holds_and_what_it_leaves_out(record, words, limits):
    (order,) = record(words).orders
    (clause,) = order.clauses
    read = (clause.condition, clause.exception)
    assert tuple(None if each is None else each.value for each in read) == limits


def test_a_length_is_measured_from_what_stands_behind_it(record):
    (order,) = record("Movement within 500 metres of the fence is prohibited.").orders
    assert order.clauses[0].act.value == "move"


def test_one_decree_that_bans_and_lets_is_one_order(record):
    words = "The governor has issued a decree that bans all movement on the roads of Kassala after 7 p.m."
    (order,) = record(f"{words[:-1]} and lets patrols shoot at cars without lights.").orders
    assert order.issuer.value.name == "governor"
    assert [(c.modality, c.act.value) for c in order.clauses] == [
        ("prohibition", "move"),
        ("permission", "fire"),
    ]
    assert [a.value.name for a in order.addressees] == ["patrols"]


def test_what_a_relative_clause_goes_on_with_is_done_by_the_noun_above_it(record):
    (incident,) = record(
        "The soldier who had crossed the line and opened fire was sent home on Monday."
    ).incidents
    assert [a.value.name for a in incident.actor] == ["soldier"]


def test_two_decrees_are_two_orders(record):
    words = (
        "The governor issued a decree that bans fishing and the army issued an order that lets guards fire."
    )
    assert len(record(words).orders) == 2
