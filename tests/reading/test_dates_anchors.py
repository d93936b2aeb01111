"""Passing over rules where they cannot apply loses no date."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from holdfire.model.span import Span
from holdfire.reading.english.dates.anchors import ANCHORS
from holdfire.reading.english.dates.finding import RULES
from holdfire.reading.grammar.matcher import Matcher, lowered

NARROW = {name: wide for wide, (name, _) in ANCHORS.closer.items()}
QUICK = Matcher(RULES, ANCHORS)
PLAIN = Matcher(
    [
        replace(
            rule,
            pattern=replace(
                rule.pattern, anchors=tuple(dict.fromkeys(NARROW.get(at, at) for at in rule.pattern.anchors))
            ),
        )
        for rule in RULES
    ],
    replace(ANCHORS, closer={}),
)
WORDS = tuple(
    word
    for line in (
        "Monday Friday Wed. Sun the The third last this first 5th 26th 17 3 2022 May March of and to",
        "night mornings month at from between 5:30 8 p.m. day year 90s next, previous Jan. 1st/2/22 , . -",
        "in on every",
    )
    for word in line.split()
)
PIECES = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from([" ", " ", " ", ", ", ". ", "\n", "  ", "-", ""])),
    max_size=14,
)


def found(matcher, words):
    return [
        (one.start, one.end, one.rule, one.value)
        for one in matcher.find(words, lowered(words), [Span(0, len(words))])
    ]


@pytest.mark.slow
@given(PIECES)
@example([("Monday", ", "), ("the", " "), ("third", " "), ("of", " "), ("March", "")])
@example([("last", " "), ("Friday", ", "), ("Jan.", " "), ("17", ""), (",", " "), ("2022", "")])
@example([("Wed.", ", "), ("26th", "")])
@example([("on", " "), ("the", " "), ("5th", " ")])
def test_rules_of_a_weekday_before_a_date_are_missed_nowhere(pieces):
    words = "".join(word + gap for word, gap in pieces)
    assert found(QUICK, words) == found(PLAIN, words)
