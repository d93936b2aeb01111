"""Reports that break off anywhere, or whose sentences stand in no order, are read; none stops the reader."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfire.model.report import Report
from holdfire.workflows.readers import english_reader

GOLD = Path(__file__).parents[2] / "gold"
TEXTS = [path.read_text("utf-8") for path in sorted(GOLD.glob("*.txt"))]
PIECES = [piece for text in TEXTS for piece in text.split(". ") if piece.strip()]


@pytest.fixture(scope="module")
def read():
    return english_reader()


@pytest.mark.slow
@settings(max_examples=150)
@given(st.data())
def test_a_report_that_breaks_off_is_read(read, data):
    words = data.draw(st.sampled_from(TEXTS)).split(" ")
    start = data.draw(st.integers(0, max(0, len(words) - 1)))
    torn = " ".join(words[start : start + data.draw(st.integers(1, 60))])
    assert read(Report(id="r", words=torn, raw_sha256="r", published="2022-06-20")).record


@pytest.mark.slow
@settings(max_examples=100)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8), st.sampled_from([". ", "\n\n", ", ", " "]))
def test_sentences_in_no_order_are_read(read, pieces, between):
    words = between.join(pieces)
    assert read(Report(id="r", words=words, raw_sha256="r", published="2022-06-20")).record
