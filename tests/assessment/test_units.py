"""The table of units: its tree, its names, its doubts."""

import pytest

from holdfire.assessment.authority import rank, rank_of
from holdfire.assessment.units import Above, Unit, Units, shipped_units
from holdfire.model.period import parse_period
from holdfire.model.truth import Truth
from tests.assessment.orders import FIRE, order

UNITS = shipped_units()


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("25th Brigade of the border guard, in Yanggang Province", "BG-25"),
        ("the border patrol's 25th Brigade", "BG-25"),
        ("27th Border Guard Brigade", "BG-27"),
        ("border guards", "BG"),
        ("soldiers of the Storm Corps", "STORM"),
        ("Ministry of Social Security", "MSOCS"),
        ("BG-25", "BG-25"),
        ("125th Brigade", None),
        ("residents", None),
    ],
)
def test_names(words, unit):
    found = UNITS.find(words)
    assert (found.id if found else None) == unit


@pytest.mark.parametrize(
    ("unit", "above", "on", "truth"),
    [
        ("BG-25", "MSTATE", "2022", Truth.YES),
        ("BG-25", "MND", "2022", Truth.NO),
        ("BG-25", "MND", "2005", Truth.YES),
        ("BG-25", "BG-27", "2022", Truth.NO),
        ("BG-31", "BGGB", "2022", Truth.POSSIBLY),
        ("MSTATE", "BG-25", "2022", Truth.NO),
    ],
)
def test_who_stands_under_whom(unit, above, on, truth):
    one, other = UNITS.get(unit), UNITS.get(above)
    assert one is not None and other is not None
    assert UNITS.under(one, other, parse_period(on)) is truth


def test_every_unit_above_is_in_the_table_and_every_mark_is_kept():
    for unit in UNITS:
        assert all(UNITS.get(above.id) is not None for above in unit.above)
        assert unit.verified


def test_a_circle_in_a_table_ends():
    def unit(name, above):
        return Unit(name, name, (), "brigade", "XX", (Above(above, None),), (), None, "verified", "")

    made = Units([unit("A", "B"), unit("B", "A"), unit("C", "D")])
    one, other = made.get("A"), made.get("C")
    assert one is not None and other is not None
    assert made.under(one, other, parse_period("2022")) is Truth.NO
    assert made.find("a") is one


@pytest.mark.parametrize(
    ("higher", "lower"),
    [
        ("North Korean government", "Ministry of Social Security"),
        ("the Supreme Command", "the government"),
        ("Ministry of Defence", "27th Brigade"),
        ("brigade commander", "battalion commander"),
    ],
)
def test_ranks(higher, lower):
    one, other = rank_of(higher), rank_of(lower)
    assert one is not None and other is not None and one > other


def test_a_country_that_orders_is_its_government():
    assert rank(order("o", FIRE, issuer="North Korea")) == rank_of("the government")
    assert rank(order("o", FIRE, issuer="North Korean guards")) is None


@pytest.mark.parametrize("name", ["North Korea", "authorities", "the man"])
def test_some_names_tell_no_rank(name):
    assert rank_of(name) is None
