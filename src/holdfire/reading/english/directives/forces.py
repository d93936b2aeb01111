"""The force of an order's words: to oblige, to forbid, to permit; what turns one into another."""

import msgspec

from holdfire.model.order import Modality
from holdfire.model.span import Span
from holdfire.reading.english.clauses.moods import is_ended
from holdfire.reading.grammar.dependents import Dependents

OPPOSITE: dict[Modality, Modality] = {
    "obligation": "prohibition",
    "prohibition": "obligation",
    "permission": "prohibition",
}
NEGATIONS = frozenset({"not", "n't", "never", "n’t", "no"})
NOBODY = frozenset({"nobody", "none", "neither"})
NO_WAY = frozenset({"circumstance", "account", "case", "event", "condition", "time", "way", "pretext"})
"""What stands with "no" in "under no circumstances"."""
MODALS: dict[str, Modality] = {
    "must": "obligation",
    "shall": "obligation",
    "should": "obligation",
    "will": "obligation",
    "would": "obligation",
    "may": "permission",
    "can": "permission",
    "could": "permission",
    "might": "permission",
}


class Deontic(msgspec.Struct, frozen=True):
    """The force that a verb or noun is under, the words that give it, and the convention behind it."""

    modality: Modality
    cue: Span
    rule: str = "norm.do"

    def turned(self, cue: Span, rule: str) -> "Deontic":
        """The contrary force, for what is to end or is replaced."""
        return Deontic(OPPOSITE[self.modality], cue, rule)


def modal(tree: Dependents, head: int) -> int | None:
    """The modal word over a verb; not that of "may have fled", which guesses."""
    helpers = tree.all(head, "aux")
    found = next((c for c in helpers if tree.lemmas[c] in MODALS and not _is_no_modal(tree, c, head)), None)
    guesses = found is not None and tree.lemmas[found] in ("may", "might") and tree.tags[head] == "VBN"
    return None if guesses and tree.has(head, ("have",), "aux") else found


def _is_no_modal(tree: Dependents, word: int, head: int) -> bool:
    """Whether a word is the "'d" of "he'd been shot"."""
    had = tree.tokens[word].text.lower() in ("'d", "’d") and tree.tags[head] == "VBN"
    return had and not tree.has(head, ("have",), "aux") and tree.tags[word + 1] == "VBN"


def is_to_be(tree: Dependents, head: int) -> bool:
    """Whether a form of "be" with "to" stands over a verb: "were to withdraw", "is to be shot"."""
    to = next((m for m in tree.all(head, "mark", "aux") if tree.tags[m] == "TO"), None)
    return to is not None and any(
        c < to and tree.lemmas[c] == "be" for c in tree.all(head, "cop", "aux", "aux:pass")
    )


def negated(tree: Dependents, head: int) -> bool:
    """Whether a verb is negated: "not to fire", "no one may", "carry no firearms", "no longer"."""
    if tree.has(head, NEGATIONS, "advmod", "neg", "det"):
        return True
    if any(_is_no_longer(tree, c) for c in tree.all(head, "advmod", "obl")):
        return True
    return any(is_nobody(tree, c) for c in tree.all(head, "nsubj", "nsubj:pass", "nsubj:outer", "obj"))


def _is_no_longer(tree: Dependents, adverb: int) -> bool:
    """Forms like "no longer", "under no circumstances"."""
    no = tree.has(adverb, ("no",), "advmod", "det")
    return (no and tree.lemmas[adverb] in NO_WAY) or is_ended(tree, adverb)


def is_nobody(tree: Dependents, subject: int) -> bool:
    """Whether a phrase names nobody: "nobody", "no one", "neither side"."""
    if tree.lemmas[subject] in NOBODY:
        return True
    return any(
        tree.tokens[c].text.lower() in ("no", "neither") for c in tree.all(subject, "det", "cc:preconj")
    )
