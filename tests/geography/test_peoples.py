"""The country that a name says something belongs to."""

import pytest

from holdfire.geography.peoples import countries_in, is_country


@pytest.mark.parametrize(
    ("words", "countries"),
    [
        ("North Korean border guards", "KP"),
        ("North Korea's 25th Brigade", "KP"),
        ("North Korea", "KP"),
        ("Indian Border Security Force", "IN"),
        ("U.S. Border Patrol", "US"),
        ("English coastguards", "GB"),
        ("Iranian border guards near the Turkish border", "IR"),
        ("South Korean and North Korean soldiers", "KP KR"),
        ("troops on the Chinese border", ""),
        ("guards in Syria", ""),
        ("soldiers from China", ""),
        ("25th Brigade of the border guard, in Yanggang Province", ""),
        ("border guards", ""),
        ("", ""),
    ],
)
def test_countries_in(words, countries):
    assert countries_in(words) == frozenset(countries.split())


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("North Korea", True),
        ("the United States", True),
        ("Pakistan", True),
        ("North Korean soldiers", False),
        ("North Korea's 25th Brigade", False),
        ("government", False),
        ("Musan", False),
        ("", False),
    ],
)
def test_what_names_a_country_and_nothing_of_it(words, is_one):
    assert is_country(words) is is_one
