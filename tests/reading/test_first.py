"""What a match may begin with: examples, and the law that no match begins with anything else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfire.reading.english.dates.finding import RULES
from holdfire.reading.grammar.first import firsts


@pytest.mark.parametrize(
    ("regex", "begins"),
    [
        ("(?:on )?(?:mon|tues)day", "mot"),
        ("(?P<n>[0-3]+)x", "0123"),
        ("(?:a{0,2}b)?c", "abc"),
        (r"(?=\w)\bday", "d"),
        ("(?<!x)[ab]", "ab"),
    ],
)
def test_begins_with(regex: str, begins: str) -> None:
    assert firsts(regex) == frozenset(begins)


@pytest.mark.parametrize("regex", ["a?", ".day", "[^a]b", r"\wday", r"(a)?\1b", "(?:a|)"])
def test_anything_where_it_may_be_empty_or_is_not_known(regex: str) -> None:
    assert firsts(regex) is None


@given(st.sampled_from(RULES), st.text("adeghilmnorstuy0129 -'", max_size=8), st.data())
def test_no_match_begins_with_anything_else(rule, more, data) -> None:
    words = data.draw(st.sampled_from(rule.examples)).words.lower()
    at = data.draw(st.integers(0, max(len(words) - 1, 0)))
    matched = re.compile(rule.pattern.regex).match(words + more, at)
    begins = firsts(rule.pattern.regex)
    assert matched is None or begins is None or words[at] in begins
