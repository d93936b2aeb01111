"""Tree → Tree: makes the noun before two dashes the subject, where it has a name within; drops nothing.

"Seven traders – Kos, Mora and Rahimi – have been shot": a tree may have Rahimi alone shot; of "at least
seven" those named are some.
"""

from holdfire.model.tree import Tree
from holdfire.reading.english.mending.hanging import SUBJECTS, hung

_DASHES = frozenset({"–", "—", "--", "-"})
_PLURAL = frozenset({"NNS", "NNPS"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def with_dashed_names(tree: Tree) -> Tree:
    """The tree, with what stands before a pair of dashes as the subject of the verb behind them."""
    words = [t.text for t in tree.sentence.tokens]
    if sum(w in _DASHES for w in words) < 2:
        return tree
    for name, relation in enumerate(tree.relations):
        verb = tree.heads[name]
        if relation in SUBJECTS and tree.tags[name] == "NNP" and name < verb:
            before = _before(tree, words, name, verb)
            if before is not None:
                return hung(tree, {before: (verb, relation), name: (before, "appos")})
    return tree


def _before(tree: Tree, words: list[str], name: int, verb: int) -> int | None:
    """The noun before the dash that opens in front of a name, where one closes behind it."""
    first = next((t for t in range(name - 1, 0, -1) if words[t] in ("–", "—", "--")), None)
    last = next((t for t in range(name + 1, verb) if words[t] in _DASHES and _closes(tree, t)), None)
    if first is None or last is None or any(tree.tags[t] in _FINITE for t in range(first, last)):
        return None
    noun = first - 1
    while tree.relations[noun] == "conj" and tree.heads[noun] < noun:
        noun = tree.heads[noun]
    open_number = "least" in tree.lemmas[max(0, noun - 4) : noun]
    return noun if tree.tags[noun] in _PLURAL and (tree.heads[noun] != verb or open_number) else None


def _closes(tree: Tree, dash: int) -> bool:
    """Whether a verb or its helper follows a dash, as behind what stands aside."""
    return dash + 1 < len(tree.tags) and tree.tags[dash + 1] in (*_FINITE, "MD")
