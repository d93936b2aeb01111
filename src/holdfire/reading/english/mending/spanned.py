"""Tree → Tree: adds the hours of a curfew as what tells which one it is; drops nothing.

In "declared a dusk to dawn curfew" a tree may have dusk declared, "to the dawn curfew".
"""

from holdfire.model.tree import Tree
from holdfire.reading.english.mending.hanging import below, hung

_PARTS = frozenset({"dusk", "dawn", "sunset", "sunrise", "sundown", "sunup", "night", "midnight", "noon"})
_TO = frozenset({"to", "till", "until"})


def with_spans(tree: Tree) -> Tree:
    """The tree, with the noun that a span of the day stands before in the place of the span's beginning."""
    if len(_PARTS.intersection(tree.lemmas)) < 2:
        return tree
    for first in range(len(tree.tags) - 3):
        to, last, noun = first + 1, first + 2, first + 3
        ends = tree.lemmas[first] in _PARTS and tree.lemmas[last] in _PARTS
        if ends and tree.lemmas[to] in _TO and tree.tags[noun][0] == "N":
            tree = _mended(tree, first, noun)
    return tree


def _mended(tree: Tree, first: int, noun: int) -> Tree:
    """The tree with the noun for head of the span, whatever hung from either."""
    to, last = first + 1, first + 2
    span = (first, to, last, noun)
    if tree.heads[first] == noun:
        return hung(tree, {last: (noun, "compound"), to: (last, "case")})
    links = {c: (noun, tree.relations[c]) for part in span for c in below(tree, part) if c not in span}
    links |= {noun: (tree.heads[first], tree.relations[first])}
    links |= {first: (noun, "compound"), to: (last, "case"), last: (noun, "compound")}
    return hung(tree, links)
