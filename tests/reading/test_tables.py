"""No word stands twice in one of our tables: of two rows the later would count, the other mislead."""

from collections import Counter

import pytest

from holdfire.reading.english.words.lexicon import TABLES, shipped_rows

KEYED_BY_TWO = {"acts", "directives", "speech", "cues"}


@pytest.mark.parametrize("name", TABLES)
def test_no_word_stands_twice(name):
    width = 2 if name in KEYED_BY_TWO else 1
    assert [key for key, n in Counter(row[:width] for row in shipped_rows(name)).items() if n > 1] == []
