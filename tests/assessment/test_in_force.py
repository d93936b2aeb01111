"""Which orders were in force: each dimension by itself, and together."""

import pytest

from holdfire.assessment.governing import governing
from holdfire.assessment.precedence import read_precedence
from holdfire.errors import DataError
from holdfire.model.corroborated import Norm, StandsTo
from holdfire.model.party import Party
from holdfire.model.truth import Truth
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
    zone,
)  # fmt: skip

SHOOT = order("shoot", FIRE, issued="2020-08-25", start="2020-08-25", area=zone())
SIGNAL = order(
    "signal",
    NO_FIRE,
    FLARE,
    Norm("obligation", "kill", condition="who resist to the end"),
    issued="2022-01-17",
    start="2022-01-18",
    area=stretch("Hoeryong", "Kimhyongjik"),
    issuer="North Korean government",
)
AGAIN = order(
    "again",
    Norm("obligation", "fire", "live_fire", target="anything", condition="that approaches"),
    issued="2022-05-12",
    start="2022-05-12",
    area=whole_line(),
    issuer="North Korea",
    to=(Party("25th Brigade", "border guard"), Party("soldiers", "army")),
    stands=(StandsTo("reaffirms", "the August 2020 order", "shoot"),),
)
ALL = ledger(SHOOT, SIGNAL, AGAIN)


@pytest.mark.parametrize(
    ("at", "on", "expected"),
    [
        ("Musan", "2020-08-01", {"shoot": "not yet issued", "signal": "not yet issued"}),
        ("Musan", "2021-06-01", {"shoot": "in force", "signal": "not yet issued"}),
        ("Musan", "2022-01-17", {"shoot": "in force", "signal": "issued, not yet in force"}),
        ("Musan", "2022-03-01", {"shoot": "replaced by implication", "signal": "in force"}),
        ("Sinuiju", "2022-03-01", {"shoot": "in force", "signal": "elsewhere"}),
        ("Hyesan", "2022-06-01", {"again": "in force", "signal": "possibly replaced by implication"}),
        ("Pyongyang", "2021-06-01", {"shoot": "elsewhere"}),
        ("Dandong", "2021-06-01", {"shoot": "elsewhere"}),
    ],
)
def test_the_story_of_four_orders(at, on, expected):
    found = answers(ALL, ask(at, on, act="live_fire"))
    assert {name: found[name][1] for name in expected} == expected


def test_what_may_be_replaced_is_possibly_still_in_force():
    found = answers(ALL, ask("Hyesan", "2022-06-01", act="live_fire"))
    assert found["signal"] == ("possibly", "possibly replaced by implication")
    assert found["again"][0] == "yes"


def test_what_was_told_instead_possibly_goes_when_the_rest_is_ordered_again():
    found = answers(ALL, ask("Hyesan", "2022-06-01", act="flare"))
    assert found["signal"] == ("possibly", "possibly replaced by implication")
    assert answers(ALL, ask("Musan", "2022-03-01", act="flare"))["signal"] == ("yes", "in force")
    alone = ledger(order("alone", FLARE, issued="2022-01-17", area=whole_line()), AGAIN)
    assert answers(alone, ask("Hyesan", "2022-06-01", act="flare"))["alone"] == ("yes", "in force")


def test_only_the_clause_that_is_excluded_is_replaced():
    both = order("both", FIRE, Norm("prohibition", "enter zone"), issued="2020-08-25", area=zone())
    made = ledger(both, SIGNAL)
    assert answers(made, ask())["both"] == ("yes", "in force, in part replaced by implication")
    assert answers(made, ask(act="live_fire"))["both"] == ("no", "replaced by implication")


def test_a_lower_authority_replaces_nothing_by_implication():
    lower = order("lower", NO_FIRE, issued="2022-01-17", area=whole_line(), issuer="battalion commander")
    assert answers(ledger(SHOOT, lower), ask(act="live_fire"))["shoot"] == ("yes", "in force")


def test_an_unknown_authority_possibly_replaces():
    unknown = order("unknown", NO_FIRE, issued="2022-01-17", area=whole_line(), issuer=None)
    assert answers(ledger(SHOOT, unknown), ask(act="live_fire"))["shoot"][0] == "possibly"


def test_what_is_told_to_replace_replaces_whoever_gave_it():
    replacing = order(
        "new",
        FLARE,
        issued="2022-02-01",
        area=whole_line(),
        issuer=None,
        stands=(StandsTo("replaces", None, "shoot"),),
    )
    assert answers(ledger(SHOOT, replacing), ask())["shoot"] == ("no", "replaced")


def test_what_is_taken_up_again_holds_again():
    made = ledger(
        SHOOT,
        SIGNAL,
        order(
            "again",
            FIRE,
            issued="2022-05-12",
            area=whole_line(),
            stands=(StandsTo("reaffirms", None, "shoot"),),
        ),
    )
    assert answers(made, ask(on="2022-04-01", act="live_fire"))["shoot"][0] == "no"
    assert answers(made, ask(on="2022-07-01", act="live_fire"))["shoot"][0] == "yes"


@pytest.mark.parametrize(
    ("slots", "on", "truth"),
    [
        ({"end": "2022-02-28"}, "2022-02-28", "yes"),
        ({"end": "2022-02-28"}, "2022-03-01", "no"),
        ({"end": "2022-02"}, "2022-02-10", "possibly"),
        ({"until_condition": (by("the epidemic is over"),)}, "2022-03-01", "possibly"),
        ({"hours": (by("T20:00/T05:00"),)}, "2022-03-01T22:00", "yes"),
        ({"hours": (by("T20:00/T05:00"),)}, "2022-03-01T12:00", "no"),
        ({"hours": (by("T20:00/T05:00"),)}, "2022-03-01", "yes"),
        ({"hours": (by("XXXX-10/XXXX-03 T18:00/T07:00"),)}, "2022-07-01T19:00", "no"),
        ({"kind": "proposal"}, "2022-03-01", "no"),
        ({"kind": "threat"}, "2022-03-01", "possibly"),
    ],
)
def test_time_and_standing(slots, on, truth):
    made = ledger(order("one", FIRE, issued="2021-01-01", area=whole_line(), **slots))
    assert answers(made, ask(on=on))["one"][0] == truth


def test_without_an_end_it_only_possibly_goes_on_if_the_rules_say_so():
    rules = read_precedence("later\n", where="mine")
    assert answers(ledger(SHOOT, rules=rules), ask())["shoot"][0] == "possibly"


@pytest.mark.parametrize(
    ("to", "unit", "truth"),
    [
        (Party("25th Brigade of the border guard", "army"), "25th Brigade", "yes"),
        (Party("25th Brigade of the border guard", "army"), "27th Brigade", "no"),
        (Party("every border guard unit", "border guard"), "27th Brigade", "yes"),
        (Party("Border Guard General Bureau", "border guard"), "27th Brigade", "yes"),
        (Party("Border Guard General Bureau", "border guard"), "31st Brigade", "possibly"),
        (Party("27th Brigade", "border guard"), "Border Guard General Bureau", "possibly"),
        (Party("soldiers", "army"), "Storm Corps", "yes"),
        (Party("soldiers", "army"), "27th Brigade", "possibly"),
        (Party("residents", "civilian"), "27th Brigade", "possibly"),
        (Party("42nd Battalion", "army"), "42nd Battalion", "yes"),
    ],
)
def test_whom_it_binds(to, unit, truth):
    made = ledger(order("one", FIRE, issued="2021-01-01", area=whole_line(), to=(to,)))
    assert answers(made, ask(unit=unit))["one"][0] == truth


@pytest.mark.parametrize(
    ("at", "truth"),
    [
        ("Musan", "yes"),
        ("42.226,129.208", "possibly"),
        ("42.1,129.3", "no"),
        ("Dandong", "no"),
    ],
)
def test_a_strip_reaches_a_town_on_it_and_a_point_only_inside_it(at, truth):
    assert answers(ledger(SHOOT), ask(at, "2021-06-01"))["shoot"][0] == truth


def test_a_place_that_is_not_told_gives_possibly():
    made = ledger(order("one", FIRE, issued="2021-01-01"))
    assert answers(made, ask())["one"] == ("possibly", "possibly in force")


def test_what_governs_and_its_exception():
    question = ask(act="live_fire")
    (one,) = governing(ALL.standings(question), question, rules=ALL.rules, units=ALL.units)
    assert (one.clause.version.id, one.truth) == ("signal", Truth.YES)
    assert [c.norm.value.act for c in one.exceptions] == ["kill"]


def test_precedence_can_be_changed():
    wide = order("wide", FIRE, issued="2022-02-01", area=whole_line(), issuer="27th Brigade")
    narrow = order(
        "narrow", NO_FIRE, issued="2022-01-01", area=stretch("Hoeryong", "Musan"), issuer="cabinet"
    )
    for said, first in (("specific\nlater", "narrow"), ("later\nspecific", "wide"), ("higher", "narrow")):
        made = ledger(wide, narrow, rules=read_precedence(said + "\ncontinues", where="mine"))
        question = ask(act="live_fire")
        (one,) = governing(made.standings(question), question, rules=made.rules, units=made.units)
        assert one.clause.version.id == first, said
        assert one.over[0].rule == said.partition("\n")[0]


@pytest.mark.parametrize("text", ["newest\n", "", "# later\n", "continues\n"])
def test_what_is_no_rule_is_named(text):
    with pytest.raises(DataError, match="mine"):
        read_precedence(text, where="mine")


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2022-05-11", ("no", "not yet issued")),
        ("2022-05-12", ("possibly", "possibly in force")),
        ("2022-05-14", ("yes", "in force")),
    ],
)
def test_nothing_holds_before_it_is_given_though_its_start_is_in_doubt(on, expected):
    made = ledger(order("o", FIRE, issued="2022-05-12", start="2022-05-12?", area=whole_line()))
    assert answers(made, ask("Musan", on))["o"] == expected
