"""All attributions of a text: weighed shapes, the outermost with those inside."""

import math

import pytest

from holdfire.model.span import Span
from holdfire.model.text import Text
from holdfire.reading import syntax, tokens
from holdfire.reading.english.saying.answers import attributions_of
from holdfire.reading.english.saying.weights import shipped_weights, telling
from holdfire.reading.english.words.lexicon import shipped


def found(words: str):
    text = Text(words, (Span(0, len(words)),))
    trees = syntax.load().parse(tokens.split(text))
    return attributions_of(text, trees, words=shipped(), weights=shipped_weights())


def parts(words: str) -> list[tuple[str, str, list[str]]]:
    return [
        (
            " … ".join(s.of(words) for s in a.source),
            " … ".join(s.of(words) for s in a.signal),
            [s.of(words) for s in (a.content, *a.more)],
        )
        for a in found(words)
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "The ministry said on Monday that guards had fired.",
            ("The ministry", "said", ["that guards had fired"]),
        ),
        (
            "“They fled,” he said. “We shot.”",
            ("he", "said", ["“They fled,”", "“We shot.”"]),
        ),
        (
            "According to residents, the army has closed the bridge.",
            ("residents", "According to", ["the army has closed the bridge"]),
        ),
        (
            "The deputy, who saw it, argued that the rule was wrong.",
            ("The deputy, who saw it", "argued", ["that the rule was wrong"]),
        ),
        ("Villagers believe that the order is old.", ("Villagers", "believe", ["that the order is old"])),
    ],
)
def test_source_cue_and_content(words, expected):
    assert expected in parts(words)


@pytest.mark.parametrize("words", ["The guards shot two men near the river.", "Snow fell on the bridge."])
def test_nothing_is_handed_on_where_nobody_speaks(words):
    assert found(words) == []


def test_what_is_handed_on_within_another_is_its_inner_link():
    words = "A source told the paper that the army said its guards had shot two men."
    outer = found(words)
    assert [a.speaker.span.of(words) for a in outer] == ["A source"]
    assert [a.speaker.span.of(words) for a in outer[0].inner] == ["the army"]


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("Villagers believe that the order is old.", "attitude"),
        ("The army denied that the order was old.", "deny"),
        ("According to residents, the army has closed the bridge.", "assert"),
        ("The mayor claims that the order is old.", "claim"),
    ],
)
def test_the_stance_is_that_of_the_cue(words, stance):
    assert [a.stance for a in found(words)] == [stance]


def test_empty_quotation_marks_hand_nothing_on():
    assert found(": said: “”") == []


def test_a_pronoun_has_its_antecedent():
    words = "The mayor said that he stays. “Nobody leaves,” he added."
    assert [a.antecedent and a.antecedent.speaker.span.of(words) for a in found(words)] == [None, "The mayor"]


def test_no_two_attributions_share_a_cue():
    words = "The mayor said that he wants to stay, and the governor added that she hopes to leave."
    cues = [s for a in found(words) for s in a.signal]
    assert all(not a.overlaps(b) for n, a in enumerate(cues) for b in cues[n + 1 :])


def test_weights_are_finite_and_what_speaks_for_an_attribution_is_told():
    weights = shipped_weights()
    assert all(math.isfinite(w) for w in weights.values())
    assert telling(["word=say", "negated", "nothing"], {"word=say": 1.24, "negated": -2.0}) == (
        "word=say +1.2",
    )
