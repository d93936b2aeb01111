"""Tokens and sentences: where they are cut, and where not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfire.model.span import Span
from holdfire.model.text import Text
from holdfire.reading.tokens import Sentence, split, tokenize


def tokens(words: str) -> list[str]:
    return [token.text for token in tokenize(words, Span(0, len(words)))]


def sentences(words: str) -> list[str]:
    return [words[s.start : s.end] for s in split(Text(words, (Span(0, len(words)),)))]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("They didn't stop.", "They did n't stop ."),
        ("North Korea’s guards can’t shoot.", "North Korea ’s guards ca n’t shoot ."),
        ("They cannot leave; we're gonna wait.", "They can not leave ; we 're gon na wait ."),
        ("“Shoot!” he said (twice).", "“ Shoot ! ” he said ( twice ) ."),
        ("On Jan. 17, at 8 p.m., it rained.", "On Jan. 17 , at 8 p.m. , it rained ."),
        ("Lt. Gen. J. R. Smith of the U.S. Army", "Lt. Gen. J. R. Smith of the U.S. Army"),
        ("a 25-year-old, anti-war, well-known man", "a 25 - year - old , anti-war , well - known man"),
        ("$1,200.50 or 3,000km, 10% of it", "$ 1,200.50 or 3,000 km , 10 % of it"),
        ("in the 1990s, on the 19th, since 9/11", "in the 1990s , on the 19th , since 9/11"),
        ("at 10:30am and 8pm", "at 10:30 am and 8 pm"),
        ("Wait... no -- never!!", "Wait ... no -- never !!"),
        ("mail a.b@c.org, see www.x.org/y.", "mail a.b@c.org , see www.x.org/y ."),
        ("No. 5 and no. Then", "No. 5 and no . Then"),
        ("He fell ill. Ill. is a state", "He fell ill . Ill. is a state"),
        ("O'Brien and d'état", "O'Brien and d'état"),
        ("and/or 1–2 km", "and / or 1 – 2 km"),
        ("cafe\u0301 au Musée", "cafe\u0301 au Musée"),
    ],
)
def test_words_are_cut_as_the_treebanks_cut_them(words: str, expected: str) -> None:
    assert tokens(words) == expected.split(" ")


@pytest.mark.parametrize(
    "words",
    [
        "On Jan. 17 the order came.",
        "Lt. Gen. Kim spoke to the U.S. Border Patrol at 9 a.m. on Monday.",
        "John F. Kennedy Jr. went to Washington, D.C. with Mr. Smith.",
        "The No. 3 post was hit by approx. 20 rounds.",
        "“Stop!” he shouted at the man.",
        "“Why did they shoot?” asked the mother.",
        "They waited ... and nobody came.",
        "It rose by 3.5 percent vs. 2.1 percent in Sept. 2020.",
        "Officials in North\nHamgyong Province said so.",
        "troops killed two (one of them a child!) near the river",
        "Visit www.example.org for more.",
        "The file report.PDF and Node.js are not two sentences",
        "A headline without a stop",
    ],
)
def test_one_sentence_stays_one(words: str) -> None:
    assert sentences(words) == [words]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("He fired. She fled.", ["He fired.", "She fled."]),
        ("“They shot.” He left.", ["“They shot.”", "He left."]),
        ('"They shot." He left.', ['"They shot."', "He left."]),
        ("(They shot.) He left.", ["(They shot.)", "He left."]),
        ("He lives in the U.S. The army came.", ["He lives in the U.S.", "The army came."]),
        ("It began at 8 a.m. Soldiers came.", ["It began at 8 a.m.", "Soldiers came."]),
        ("Did they shoot? Yes! All of them.", ["Did they shoot?", "Yes!", "All of them."]),
        ("two were killed. police said so.", ["two were killed.", "police said so."]),
        ("Two were killed. police said so.", ["Two were killed.", "police said so."]),
        ("who fired? nobody knows.", ["who fired?", "nobody knows."]),
        ("He paused... Then he shot.", ["He paused...", "Then he shot."]),
        ("In 2014. 15 people died.", ["In 2014.", "15 people died."]),
        ("Orders:\n- shoot on sight\n- no warning", ["Orders:", "- shoot on sight", "- no warning"]),
        ("1. Shoot.\n2. Report.", ["1. Shoot.", "2. Report."]),
        (
            "Border shooting\nTwo soldiers were hurt when shots were fired across the river on Sunday.",
            ["Border shooting", "Two soldiers were hurt when shots were fired across the river on Sunday."],
        ),
        ("They were shot.Police came.", ["They were shot.", "Police came."]),
        ("First part\n\nsecond part", ["First part", "second part"]),
    ],
)
def test_sentences_end_where_they_end(words: str, expected: list[str]) -> None:
    found = sentences(words)
    assert [s.replace("\n", " ") for s in found] == [s.replace("\n", " ") for s in expected]


def test_paragraphs_are_never_joined() -> None:
    words = "A headline\nThe first words. The second"
    text = Text(words, (Span(0, 10), Span(11, len(words))))
    assert [(s.paragraph, words[s.start : s.end]) for s in split(text)] == [
        (0, "A headline"),
        (1, "The first words."),
        (1, "The second"),
    ]


def test_what_is_outside_the_paragraphs_is_not_read() -> None:
    words = "Menu. The guards fired. Share this"
    assert [s.tokens[0].text for s in split(Text(words, (Span(6, 23),)))] == ["The"]


@pytest.mark.parametrize("words", ["", "   ", "\n\n"])
def test_nothing_gives_nothing(words: str) -> None:
    assert split(Text(words, (Span(0, len(words)),))) == ()


LETTERS = st.text(
    st.one_of(
        st.sampled_from(list("aBcdD.,’'“”\"!?-–—/ \n\t…()0123456789&:;@#$%_\xa0\u2028\u3000é")),
        st.characters(codec="utf-8"),
    ),
    max_size=120,
)
PIECES = st.lists(
    st.sampled_from(
        [
            "U.S.",
            "Jan.",
            "cannot",
            "n't",
            "can't",
            "’s",
            "...",
            "a.m.",
            "No.",
            "5",
            "\n",
            "“",
            "”",
            "e.g.",
            "25-year-old",
        ]
    ),
    max_size=30,
).map(" ".join)


@given(st.one_of(LETTERS, PIECES), st.integers(0, 10))
def test_tokens_cover_all_that_is_not_space_in_order(words: str, start: int) -> None:
    span = Span(min(start, len(words)), len(words))
    found = tokenize(words, span)
    assert all(words[t.start : t.end] == t.text and t.text and not t.text.isspace() for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    covered = {i for t in found for i in range(t.start, t.end)}
    assert covered == {i for i in range(span.start, span.end) if not words[i].isspace()}


@given(st.one_of(LETTERS, PIECES))
def test_sentences_hold_every_token_once(words: str) -> None:
    text = Text(words, (Span(0, len(words)),))
    found: tuple[Sentence, ...] = split(text)
    assert all(s.tokens for s in found)
    assert [t for s in found for t in s.tokens] == list(tokenize(words, Span(0, len(words))))


@given(PIECES, PIECES)
def test_the_same_words_are_always_cut_alike(words: str, others: str) -> None:
    before = tokenize(words, Span(0, len(words)))
    tokenize(others, Span(0, len(others)))
    assert tokenize(words, Span(0, len(words))) == before
