"""Tree → Tree: adds who is to be dealt with, as the subject of what an order is for; drops nothing.

In "orders are in place for intruders to be shot" a tree may have the order, the place or the intruders shot.
"""

from holdfire.model.tree import Tree
from holdfire.reading.english.mending.hanging import below, hung

_ORDERS = frozenset({"order", "instruction", "directive", "command", "rule"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "DT", "CD"})
_FARTHEST = 7
"""How many words may stand between an order and "for"."""


def with_those_dealt_with(tree: Tree) -> Tree:
    """The tree, with "for intruders to be shot" behind a word for an order as what it bids."""
    if "for" not in tree.lemmas or _ORDERS.isdisjoint(tree.lemmas):
        return tree
    for at in range(1, len(tree.lemmas) - 3):
        if tree.lemmas[at] == "for":
            tree = _mended(tree, at)
    return tree


def _mended(tree: Tree, at: int) -> Tree:
    order = _order_before(tree, at)
    verb = _infinitive_after(tree, at)
    if order is None or verb is None:
        return tree
    whom = next((n for n in range(at + 1, verb) if tree.tags[n] in _NOUNS and _ends(tree, n, verb)), None)
    if whom is None or tree.heads[whom] == verb:
        return tree
    return hung(tree, {verb: (order, "acl"), whom: (verb, "nsubj:pass"), at: (verb, "mark")})


def _order_before(tree: Tree, at: int) -> int | None:
    near = range(at - 1, max(at - _FARTHEST, 0) - 1, -1)
    return next((n for n in near if tree.lemmas[n] in _ORDERS and tree.tags[n] in ("NN", "NNS")), None)


def _infinitive_after(tree: Tree, at: int) -> int | None:
    """The participle of "to be shot" behind "for", where nothing but those who are meant stands between."""
    for to in range(at + 2, min(at + _FARTHEST + 3, len(tree.tags) - 2)):
        if tree.tags[to] in (",", ".", "CC"):
            return None
        if tree.lemmas[to : to + 2] == ("to", "be"):
            return next(
                (n for n in range(to + 2, min(to + 5, len(tree.tags))) if tree.tags[n] == "VBN"), None
            )
    return None


def _ends(tree: Tree, noun: int, verb: int) -> bool:
    """Whether a noun is the last of its phrase: no noun that it only describes stands behind it."""
    after = noun + 1
    return after < verb and tree.tags[after] not in _NOUNS and tree.heads[noun] not in below(tree, verb)
