"""Tree → Tree: adds a number in words as one before what it counts; drops nothing.

In "one hundred and two fishermen were arrested" a tree may have a hundred, and two fishermen beside them.
"""

from holdfire.model.tree import Tree
from holdfire.reading.english.mending.hanging import hung

_LARGE = frozenset({"hundred", "thousand"})
_FARTHEST = 3
"""How many words may stand between a number and the noun that it counts."""


def with_written_numbers(tree: Tree) -> Tree:
    """The tree, with "hundred and two" as the number of the noun behind it."""
    if _LARGE.isdisjoint(tree.lemmas):
        return tree
    for at in range(len(tree.lemmas) - 3):
        if tree.lemmas[at] in _LARGE and tree.tags[at] == "CD" and tree.lemmas[at + 1] == "and":
            tree = _as_one(tree, at)
    return tree


def _as_one(tree: Tree, at: int) -> Tree:
    small = at + 2
    if tree.tags[small] != "CD":
        return tree
    behind = range(small + 1, min(small + 1 + _FARTHEST, len(tree.tags)))
    noun = next(
        (n for n in behind if tree.tags[n] in ("NNS", "NN") and tree.tags[n + 1 : n + 2] != ("NNS",)), None
    )
    if noun is None or any(tree.tags[n][0] not in "JN" for n in range(small + 1, noun)):
        return tree
    above, relation = tree.heads[at], tree.relations[at]
    own = {at: (noun, "nummod"), small: (at, "conj"), small - 1: (small, "cc")}
    if above not in (noun, small) and relation != "conj":
        own[noun] = (above, relation)
    return hung(tree, own)
