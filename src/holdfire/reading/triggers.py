"""Sentences → sentences worth a tree: adds nothing; drops those that no rule could read.

A word of the tables of acts, directives and settings must stand in a sentence, or it is not parsed.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from holdfire.model.sentence import Sentence
from holdfire.reading.english.inflection import all_forms
from holdfire.reading.english.lexicon import Lexicon

SCANNED_CUES = (
    "expectation",
    "review",
    "blame",
    "zone",
    "warning",
    "refuse",
    "idle",
    "hold",
    "warn",
    "help",
    "light",
)
RARE = frozenset({"call", "rule", "agree", "policy", "agreement", "have", "state"})


@lru_cache(maxsize=8)
def _words(lemmas: frozenset[str]) -> frozenset[str]:
    return all_forms(lemmas)


def trigger_words(words: Lexicon) -> frozenset[str]:
    """Every form of every word that may anchor an order, an act or a setting."""
    cues = (w for cue in SCANNED_CUES for w in words.cues[cue])
    lemmas: Iterable[str] = (
        *words.act_verbs,
        *words.act_nouns,
        *words.directive_verbs,
        *words.directive_nouns,
        *cues,
        "shall",
        "gunfire",
    )
    return _words(frozenset(lemmas) - RARE)


def triggered(sentences: Sequence[Sentence], words: Lexicon) -> list[int]:
    """The numbers of the sentences that hold a trigger word."""
    wanted = trigger_words(words)
    return [n for n, s in enumerate(sentences) if not wanted.isdisjoint([t.text.lower() for t in s.tokens])]
