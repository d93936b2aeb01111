"""Whose forces are meant: a number tells a unit within one country only."""

import pytest

from holdfire.assessment.conduct import question_of
from holdfire.assessment.home import UNTOLD, Home
from holdfire.assessment.units import shipped_units
from holdfire.model.corroborated import Incident, Line
from holdfire.model.party import Party
from holdfire.model.truth import Truth
from tests.assessment.orders import FIRE, ask, by, ledger, order, place, whole_line

UNITS = shipped_units()
BRIGADE = Party("25th Brigade", "border guard")
KHYBER = "34.12,71.10"


def _home(said: str = "", places: str = "") -> Home:
    return Home(frozenset(said.split()), frozenset(places.split()))


@pytest.mark.parametrize(
    ("home", "truth"),
    [
        (_home(places="KP"), Truth.YES),
        (_home(places="CN"), Truth.POSSIBLY),
        (_home(places="CN KP"), Truth.POSSIBLY),
        (_home(places="PK"), Truth.NO),
        (_home(places="AF PK"), Truth.NO),
        (_home("KP", "CN"), Truth.YES),
        (_home("CN", "KP"), Truth.NO),
        (_home("KP CN"), Truth.POSSIBLY),
        (UNTOLD, Truth.POSSIBLY),
    ],
)
def test_whose_forces_are_meant(home, truth):
    assert home.is_in("KP") is truth
    assert home.same(_home("KP")) is truth
    assert _home("KP").same(home) is truth
    assert (UNITS.find("25th Brigade", home) is None) is (truth is Truth.NO)


def test_what_a_name_says_goes_before_the_place():
    assert UNITS.find("Pakistan's 25th Brigade", _home(places="KP").of("Pakistan's 25th Brigade")) is None
    found = UNITS.find("North Korean 25th Brigade", _home(places="PK").of("North Korean 25th Brigade"))
    assert found is not None and found.id == "BG-25"


@pytest.mark.parametrize(
    ("issuer", "at", "unit", "truth"),
    [
        ("North Korean government", "Hyesan", "25th Brigade", Truth.YES),
        ("North Korean government", None, "BG-25", Truth.YES),
        ("North Korean government", None, "North Korea's 25th Brigade", Truth.YES),
        ("North Korean government", None, "25th Brigade", Truth.POSSIBLY),
        (None, "Hyesan", "25th Brigade", Truth.POSSIBLY),
        (None, "Hyesan", "27th Brigade", Truth.NO),
        ("Pakistani government", "Hyesan", "25th Brigade", Truth.NO),
        ("Pakistani government", "Hyesan", "BG-25", Truth.NO),
        ("Pakistani government", "Peshawar", "25th Brigade", Truth.YES),
        ("North Korean government", "Peshawar", "25th Brigade", Truth.NO),
        ("Chinese government", "Dandong", "25th Brigade", Truth.YES),
        ("North Korean government", "Dandong", "25th Brigade", Truth.POSSIBLY),
    ],
)
def test_an_order_to_a_unit_of_one_name(issuer, at, unit, truth):
    made = ledger(order("one", FIRE, issued="2021", issuer=issuer, to=(BRIGADE,)))
    (standing,) = made.standings(ask(at, "2022-03-01", unit))
    (reason,) = [r for r in standing.reasons if r.dimension == "unit"]
    assert reason.truth is truth
    assert ("one country is not told" in reason.because) is (truth is Truth.POSSIBLY)


@pytest.mark.parametrize(
    ("issuer", "truth"),
    [("North Korea", Truth.NO), (None, Truth.POSSIBLY), ("Pakistani government", Truth.POSSIBLY)],
)
def test_where_a_unit_stands_rules_out_other_places_only_if_it_is_that_unit(issuer, truth):
    made = ledger(order("one", FIRE, issued="2021", issuer=issuer, to=(BRIGADE,)))
    (far,) = made.standings(ask("Sinuiju", "2022-03-01"))
    assert far.truth is truth


def test_a_general_word_binds_the_forces_of_its_country():
    guards = Party("border guards", "border guard")
    told = {
        "ours": order("ours", FIRE, issued="2021", area=whole_line(), to=(guards,)),
        "theirs": order("theirs", FIRE, issued="2021", issuer="Chinese government", to=(guards,)),
        "whose": order("whose", FIRE, issued="2021", issuer=None, to=(guards,)),
    }
    found = ledger(*told.values()).standings(ask("Hyesan", "2022-03-01", "25th Brigade"))
    unit = {s.version.id: next(r.truth for r in s.reasons if r.dimension == "unit") for s in found}
    assert unit == {"ours": Truth.YES, "theirs": Truth.NO, "whose": Truth.POSSIBLY}


@pytest.mark.parametrize(
    ("actor", "at", "known"),
    [
        ("25th Brigade", "Hyesan", "BG-25"),
        ("25th Brigade", "Dandong", "BG-25"),
        ("25th Brigade", "Peshawar", None),
        ("the Pakistani 25th Brigade", "Hyesan", None),
    ],
)
def test_the_unit_of_an_incident(actor, at, known):
    happened = Incident(
        "i", ("i",), ("r",), (Line(("r",)),), "main", by("happened"), by("fire"),
        date=by("2022-03-01"), places=(by(place(at).place),), actor=(by(Party(actor, "army")),),
    )  # fmt: skip
    asked, missing = question_of(happened, ledger(), "live_fire")
    assert asked is not None and not missing
    assert asked.unit == actor
    assert (asked.known.id if asked.known else None) == known
