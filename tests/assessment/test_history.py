"""How orders stand to each other, and what in them cannot be."""

from holdfire.assessment.history import history, ties
from holdfire.model.corroborated import StandsTo
from tests.assessment.orders import (
    FIRE,
    FLARE,
    NO_FIRE,
    answers,
    ask,
    by,
    ledger,
    order,
    stretch,
    whole_line,
)  # fmt: skip


def _kinds(given):
    return {(t.kind, t.order, t.to, t.truth.value) for t in ties(given)}


def test_relations_told_and_implied_and_how_orders_end():
    one = order("one", FIRE, issued="2020-08-25", area=whole_line())
    two = order("two", NO_FIRE, issued="2022-01-17", end="2022-12-31", area=whole_line())
    three = order(
        "three", FIRE, issued="2022-05-12", area=whole_line(), stands=(StandsTo("reaffirms", "it", "one"),)
    )
    found = _kinds(history([one, two, three], {}))
    assert ("replaces by implication", "two", "one", "yes") in found
    assert ("replaces by implication", "three", "two", "yes") in found
    assert ("reaffirms", "three", "one", "yes") in found
    assert ("lapses", "two", None, "yes") in found
    assert ("end unknown", "one", None, "yes") in found


def test_orders_far_apart_replace_nothing():
    one = order("one", FIRE, issued="2020-08-25", area=stretch("Sinuiju", "Uiju"))
    two = order("two", NO_FIRE, issued="2022-01-17", area=stretch("Hoeryong", "Musan"))
    assert not any(kind == "replaces by implication" for kind, *_ in _kinds(history([one, two], {})))


def test_a_circle_is_named_and_the_dates_decide():
    one = order(
        "one", FIRE, issued="2021-01-01", area=whole_line(), stands=(StandsTo("replaces", None, "two"),)
    )
    two = order(
        "two", NO_FIRE, issued="2022-01-01", area=whole_line(), stands=(StandsTo("replaces", None, "one"),)
    )
    rest = order("rest", FLARE, issued="2021-01-01", area=whole_line())
    made = ledger(one, two, rest)
    assert [p.kind for p in made.history.problems] == ["circle"]
    assert "in a circle" in made.history.problems[0].message
    found = answers(made, ask())
    assert (found["one"][0], found["two"][0], found["rest"][0]) == ("no", "yes", "yes")


def test_an_order_that_replaces_itself_is_named():
    one = order(
        "one", FIRE, issued="2021-01-01", area=whole_line(), stands=(StandsTo("replaces", None, "one"),)
    )
    made = ledger(one)
    assert "replaces itself" in made.history.problems[0].message
    assert answers(made, ask())["one"][0] == "yes"


def test_an_end_before_the_start_is_set_aside_and_leaves_open_whether_it_goes_on():
    one = order("one", FIRE, start="2022-02-01", end="2022-01-01", area=whole_line())
    made = ledger(one)
    assert "before it starts" in made.history.problems[0].message
    assert answers(made, ask())["one"][0] == "possibly"
    assert "2022-01-01, is before its start" in made.history.versions[0].no_end


def test_what_is_no_date_is_set_aside():
    made = ledger(order("one", FIRE, issued="2022-02-31", area=whole_line()))
    assert made.history.problems[0].kind == "no date"
    assert answers(made, ask())["one"][0] == "possibly"


def test_scopes_that_contradict_each_other_give_possibly():
    areas = (by(stretch("Hoeryong", "Musan"), "a"), by(stretch("Sinuiju", "Uiju"), "b"))
    made = ledger(order("one", FIRE, issued="2021-01-01", area=areas))
    assert made.history.problems[0].kind == "contradictory scopes"
    assert answers(made, ask("Musan"))["one"][0] == "possibly"
    assert answers(made, ask("Manpo"))["one"][0] == "no"
