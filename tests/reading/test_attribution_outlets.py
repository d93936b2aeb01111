"""Who was told: an outlet, or just anyone."""

import pytest

from holdfire.model.span import Span
from holdfire.model.statement import Phrase
from holdfire.reading.english.phrases.naming import is_outlet


def outlet(words: str, lemma: str) -> bool:
    span = Span(0, len(words))
    return is_outlet(words, Phrase(span, span, lemma))


@pytest.mark.parametrize(
    ("words", "lemma"),
    [
        ("Daily NK", "nk"),
        ("the newspaper", "newspaper"),
        ("reporters", "reporter"),
        ("RFA", "rfa"),
        ("the Guardian", "guardian"),
        ("Reuters", "reuters"),
    ],
)
def test_the_press_is_an_outlet(words, lemma):
    assert outlet(words, lemma)


@pytest.mark.parametrize(
    ("words", "lemma"),
    [("Maria Lopez", "lopez"), ("his soldiers", "soldier"), ("them", "they"), ("Kim", "kim")],
)
def test_others_who_are_told_are_none(words, lemma):
    assert not outlet(words, lemma)
