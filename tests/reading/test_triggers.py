"""The scan keeps every sentence that a rule could read, and few others."""

import pytest

from holdfire.model.span import Span
from holdfire.model.text import Text
from holdfire.reading.english.words.lexicon import shipped
from holdfire.reading.tokens import split
from holdfire.reading.triggers import Scan

SCAN = Scan(shipped())


def is_kept(words: str) -> bool:
    return SCAN.triggered(split(Text(words, (Span(0, len(words)),)))) == [0]


@pytest.mark.parametrize(
    "words",
    [
        "Guards shot two men.",
        "TWO MEN WERE KILLED BY SOLDIERS",
        "he was gunned down at the gate",
        "The ministry told guards to leave.",
        "Police did nothing.",
        "The soldiers did not help.",
        "Citizens shall not enter.",
        "Officials fear unrest.",
        "Troops opened fire.",
        "Police used tear gas.",
    ],
)
def test_what_a_rule_could_read_is_kept(words):
    assert is_kept(words)


@pytest.mark.parametrize(
    "words",
    [
        "The price of rice rose again.",
        "The gun was new.",
        "They opened a shop.",
        "The police used the stairs.",
        "She told him a story.",
        "Police helped a driver.",
        "",
    ],
)
def test_a_common_word_alone_is_not_enough(words):
    assert not is_kept(words) if words else SCAN.triggered([]) == []
