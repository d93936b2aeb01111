"""When names, days and numbers count as the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gate.likeness import days, same_count, same_days, same_name, same_place
from holdfire.model.incident import Count


@pytest.mark.parametrize(
    ("said", "coded"),
    [
        ("the General Staff", "General Staff"),
        ("border units along the upper Yalu", "units"),
        ("a Border Patrol agent", "border patrol agents"),
    ],
)
def test_names_that_are_alike(said: str, coded: str) -> None:
    assert same_name(said, coded)


@pytest.mark.parametrize(
    ("said", "coded"),
    [("the army", "the police"), ("they", "they"), ("", ""), ("army", "a provincial office")],
)
def test_names_that_are_not(said: str, coded: str) -> None:
    assert not same_name(said, coded)


def test_places_are_alike_by_what_names_them() -> None:
    assert same_place("Musan County", "Musan")
    assert not same_place("Yalu River", "Tumen River")
    assert same_place("the border", "the eastern border")


@pytest.mark.parametrize(
    ("said", "coded"),
    [
        ("2022-01-18", "2022-01-18?"),
        ("2022-01-18T08:30", "2022-01-18"),
        ("2022-01", "2022-01-01/2022-01-31"),
        ("2022-03-04/2022-03-05", "2022-03-04"),
        ("2025-07-29", "2025-07-28T24:00"),
        ("2025-07-28", "2025-07-28T24:00"),
        ("2022-09~/2022-11~", "2022-09/2022-11"),
    ],
)
def test_days_that_agree(said: str, coded: str) -> None:
    assert same_days(said, coded) and same_days(coded, said)


@pytest.mark.parametrize(
    ("said", "coded"),
    [("2022-01-17", "2022-01-18"), ("2022", "2022-01-18"), ("XXXX-01-18", "2022-01-18"), ("soon", "2022")],
)
def test_days_that_do_not(said: str, coded: str) -> None:
    assert not same_days(said, coded) and not same_days(coded, said)


def test_an_open_end_adds_no_days() -> None:
    assert days("2022-01-17/..") == days("2022-01-17")


def test_counts_agree_at_both_ends() -> None:
    assert same_count(3, Count(3, 3))
    assert not same_count(3, Count(low=3))
    assert not same_count(Count(low=3), Count(3, 5))


@given(st.dates().map(str), st.dates().map(str))
def test_sharing_days_goes_both_ways(a: str, b: str) -> None:
    assert same_days(a, a)
    assert same_days(a, b) == same_days(b, a) == (a == b)


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_of_names_goes_both_ways(a: str, b: str) -> None:
    assert same_name(a, b) == same_name(b, a)
