"""Sentences → sentences worth a tree: adds nothing; drops those that no rule could read.

A word of the tables of acts, directives and settings must stand in a sentence, some of them with a companion.
"""

from collections.abc import Sequence

from holdfire.model.sentence import Sentence
from holdfire.reading.english.words.companions import BOUND, COMPANIONS, FORM_COMPANIONS
from holdfire.reading.english.words.inflection import all_forms, forms
from holdfire.reading.english.words.lexicon import Lexicon

SCANNED_CUES = (
    "expectation", "review", "blame", "zone", "warning", "refuse", "idle", "hold", "warn", "help", "light",
    "measure", "relation", "grant",
    "state", "custody", "toll", "aid", "care", "fatally", "loss", "hold_up", "failing", "occur", "kindle",
    "bodies", "return", "point", "shock", "draw", "issuer", "paper", "writ", "limits", "go_off", "captive",
    "swap", "lead_off", "lose_limb", "identify", "doers", "misdeeds", "let_go", "break", "breach", "set_off",
    "plant", "heed", "clash", "tread", "leave", "ram", "strand", "unleash", "bite", "attempt", "hear",
    "tear_off", "engage", "lawful", "subject_to", "penalty", "dated", "free_to", "close", "close_or_open",
    "lock_in", "let_off", "warn_off",
    "run_over", "intercept", "bullet", "charge_at", "bleed", "letting", "suffer",
    "retaliate", "decision", "departed", "allot",
)  # fmt: skip
PLAIN = frozenset({
    "shall", "must", "may", "gunfire", "deny", "martyrdom", "refrain", "meet", "consider",
})  # fmt: skip
"""Words of no table that count."""
SILENT = frozenset({"have", "state", "be"})
"""Words of the tables that are too common to look for: they count only beside others."""


ARE = frozenset({"are", "is", "were"})
BEARING_CUES = (
    "armed", "surrender", "flee", "tied_up", "in_custody", "captives", "exchange", "threat", "self_defence",
    "gathering", "rioting", "peaceful",
)  # fmt: skip
BEARING_WORDS = frozenset({
    "weapon", "weapons", "hands", "arms", "first", "stone", "stones", "bricks", "bottles", "grenade",
    "grenades", "knife", "rifle", "rifles", "lay", "lying", "away", "lunged", "approached", "approaching",
    "gathered", "protested",
})  # fmt: skip
"""Words that may tell how those were on whom force was used, in a sentence beside one that tells of it."""
REACH = range(-3, 2)
POINTING = frozenset({"he", "she", "they", "it"})
OPENING = 4
"""Tokens at the beginning of a sentence among which a word may stand that points back."""


def bids(sentence: Sentence) -> bool:
    """Whether "are to" or "are not to" stands in a sentence, whose words trigger nothing by themselves."""
    words = [t.text.lower() for t in sentence.tokens]
    for n, word in enumerate(words):
        if word in ARE and (words[n + 1 : n + 2] == ["to"] or words[n + 1 : n + 3] == ["not", "to"]):
            return True
    return False


def points_back(sentence: Sentence) -> bool:
    """Whether a sentence opens with a word for whom the one before names ("They shot", "On Friday he")."""
    return any(token.text.lower() in POINTING for token in sentence.tokens[:OPENING])


class Scan:
    """Looks for the words of one lexicon; made once, used for every text.

    `wanted` holds every form that it looks for, with or without a companion.
    """

    def __init__(self, words: Lexicon) -> None:
        cues = (w for cue in SCANNED_CUES for w in words.cues[cue])
        tables = (*words.act_verbs, *words.act_nouns, *words.directive_verbs, *words.directive_nouns)
        lemmas = {*tables, *cues, *PLAIN} - SILENT
        paired = {form: beside for lemma, beside in COMPANIONS.items() for form in forms(lemma)}
        paired |= FORM_COMPANIONS
        self.wanted = all_forms(lemmas) | words.forms
        self._alone = self.wanted - paired.keys()
        self._paired = {form: beside for form, beside in paired.items() if form in self.wanted}
        self._pairing = frozenset(self._paired)
        self._wielding = all_forms(
            w for cue in ("wield", "ply", "fall", "drive_off") for w in words.cues[cue]
        )
        self._bearing = all_forms(w for cue in BEARING_CUES for w in words.cues[cue]) | BEARING_WORDS
        ends = all_forms({name.rsplit(" ", 1)[-1] for name in words.means})
        self._weapons = (ends - self._wielding) | {"water", "pepper"}

    def triggered(self, sentences: Sequence[Sentence]) -> list[int]:
        """The numbers of the sentences that hold a trigger word."""
        return [n for n, s in enumerate(sentences) if self._is_wanted(s)]

    def beside(self, sentences: Sequence[Sentence], triggered: Sequence[int]) -> list[int]:
        """The numbers of sentences near those triggered that may tell how somebody was, or who "they" are."""
        near = {n - step for n in triggered for step in REACH} - {*triggered}
        told = [
            n for n in near if 0 <= n < len(sentences) and not self._bearing.isdisjoint(sentences[n].said)
        ]
        pointing = (n - 1 for n in triggered if n and points_back(sentences[n]))
        return sorted({*told, *pointing} - {*triggered})

    def _is_wanted(self, sentence: Sentence) -> bool:
        said = sentence.said
        return self._is_worth(said) or (
            "to" in said and not said.isdisjoint(ARE) and not said.isdisjoint(BOUND) and bids(sentence)
        )

    def _is_worth(self, said: frozenset[str]) -> bool:
        if not self._alone.isdisjoint(said):
            return True
        if not self._wielding.isdisjoint(said) and not self._weapons.isdisjoint(said):
            return True
        return any(not self._paired[w].isdisjoint(said) for w in self._pairing & said)
