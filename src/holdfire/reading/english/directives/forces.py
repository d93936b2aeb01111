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
FORMERLY = frozenset({"previously", "formerly", "hitherto"})
UNTIL = frozenset({"until", "till", "up to", "up until"})
FORMERLY_UNTIL = frozenset({"now", "then", "recently"})
CHANGES = frozenset(
    {
        "change",
        "order",
        "rule",
        "rules",
        "directive",
        "instruction",
        "decision",
        "pandemic",
        "war",
        "that",
        "then",
    }
)
"""Before what the earlier rules held."""


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


def is_of_before(tree: Dependents, verb: int, *, dated: bool = False) -> bool:
    """Whether a clause tells what held before: "until now", "previously", "before the change".

    A `dated` one may say so by a time: what they "could do last month".
    """
    if tree.has(verb, ("shall", "will", "must"), "aux"):
        return False  # "until then they shall be kept in store"
    for child in tree.all(verb, "advmod", "obl", "obl:unmarked"):
        word, link = tree.tokens[child].text.lower(), tree.case(child)
        if not link and child:
            link = tree.tokens[child - 1].text.lower()
        if word in FORMERLY or (link in UNTIL and (word in FORMERLY_UNTIL or _is_this(tree, child))):
            return True
        if (link, word) == ("in", "past") or (link == "before" and word in CHANGES):
            return True
        if dated and link not in UNTIL and tree.case(child) == "" and tree.has(child, ("last",), "amod"):
            return True
    return False


def _is_this(tree: Dependents, time: int) -> bool:
    return tree.has(time, ("this", "last"), "det", "amod")


def has_to(tree: Dependents, head: int) -> int | None:
    """The verb that "have to" stands over: "guards have to CALL out", "they had to HOLD fire"."""
    if tree.lemmas[head] != "have" or tree.one(head, "obj") is not None or negated(tree, head):
        return None
    below = (c for c in tree.all(head, "xcomp") if c > head)
    return next((c for c in below if tree.led_by_to(c)), None)


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
