"""Sentences → sentences worth a tree: adds nothing; drops those that no rule could read.

A word of the tables of acts, directives and settings must stand in a sentence, some of them with a companion.
"""

from collections.abc import Sequence
from functools import lru_cache

from holdfire.model.sentence import Sentence
from holdfire.reading.english.companions import COMPANIONS
from holdfire.reading.english.inflection import all_forms, forms
from holdfire.reading.english.lexicon import Lexicon

SCANNED_CUES = (
    "expectation", "review", "blame", "zone", "warning", "refuse", "idle", "hold", "warn", "help", "light",
    "measure",
    "state", "custody", "toll", "aid", "care", "fatally", "loss", "hold_up", "failing", "occur",
)  # fmt: skip
SILENT = frozenset({"call", "have", "state", "be"})
"""Words of the tables that are too common to look for: they count only beside others."""


@lru_cache(maxsize=8)
def _forms(lemmas: frozenset[str]) -> frozenset[str]:
    return all_forms(lemmas)


@lru_cache(maxsize=1)
def _paired() -> dict[str, frozenset[str]]:
    """The forms of the words that need a companion, with the companions."""
    return {form: beside for lemma, beside in COMPANIONS.items() for form in forms(lemma)}


def trigger_words(words: Lexicon) -> frozenset[str]:
    """Every form of every word that may anchor an order, an act or a setting by itself."""
    cues = (w for cue in SCANNED_CUES for w in words.cues[cue])
    tables = (*words.act_verbs, *words.act_nouns, *words.directive_verbs, *words.directive_nouns)
    return _forms(frozenset((*tables, *cues, "shall", "must", "may", "gunfire")) - SILENT) | words.forms


def triggered(sentences: Sequence[Sentence], words: Lexicon) -> list[int]:
    """The numbers of the sentences that hold a trigger word."""
    alone = trigger_words(words)
    paired = _paired()
    return [n for n, s in enumerate(sentences) if _worth({t.text.lower() for t in s.tokens}, alone, paired)]


def _worth(said: set[str], alone: frozenset[str], paired: dict[str, frozenset[str]]) -> bool:
    return any(word not in paired or not paired[word].isdisjoint(said) for word in said & alone)
