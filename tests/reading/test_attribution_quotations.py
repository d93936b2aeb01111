"""Quotations over sentences and paragraphs."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfire.model.span import Span
from holdfire.model.text import Text
from holdfire.reading import tokens
from holdfire.reading.english.saying.quotations import Quotations, find_quotations, joined


def paragraphs(words: str) -> list[Span]:
    out, at = [], 0
    for line in words.split("\n"):
        if line.strip():
            out.append(Span(at, at + len(line)))
        at += len(line) + 1
    return out


def quoted(words: str) -> list[list[str]]:
    return [[p.of(words) for p in q.pieces] for q in find_quotations(words, paragraphs(words))]


def quotations(words: str) -> Quotations:
    spans = paragraphs(words)
    return Quotations(words, spans, tokens.split(Text(words, tuple(spans))))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("“They fled,” he said. “We shot.”", [["“They fled,”"], ["“We shot.”"]]),
        ('He said "no shots" and left.', [['"no shots"']]),
        ("He said ``no shots'' and left.", [["``no shots''"]]),
        ("‘Nobody fired,’ the guards’ chief said.", [["‘Nobody fired,’"]]),
        ("The guards’ chief didn’t speak.", []),
        ("“They came.\n“They shot,” he said.", [["“They came.", "“They shot,”"]]),
        ("“They came.\nThen he left.", [["“They came."]]),
        ("He said nothing.", []),
    ],
)
def test_quotations_run_from_mark_to_mark(words, expected):
    assert quoted(words) == expected


def test_a_quotation_that_stands_alone_follows_the_one_before():
    found = quotations("“They fled,” he said. “We shot them.” He left. “No,” she said.")
    first, second, third = found.all
    assert found.next(first) == second
    assert found.next(second) is None
    assert found.before(second) == first
    assert not found.alone(third)


def test_a_quotation_of_the_next_paragraph_follows_nothing():
    found = quotations("“They fled,” he said.\n“We shot them.”")
    assert found.next(found.all[0]) is None


@given(st.text(alphabet="ab “”\"\n.,'`"))
def test_quotations_stand_in_order_within_their_paragraphs(words):
    spans = paragraphs(words)
    pieces = [p for q in find_quotations(words, spans) for p in q.pieces]
    assert pieces == sorted(pieces)
    assert all(a.end <= b.start for a, b in pairwise(pieces))
    assert all(any(span.contains(piece) for span in spans) for piece in pieces)


def test_spans_with_only_marks_between_them_are_one():
    words = "one, “two” three four"
    assert joined(words, [Span(0, 3), Span(6, 9), Span(17, 21)]) == (Span(0, 9), Span(17, 21))
