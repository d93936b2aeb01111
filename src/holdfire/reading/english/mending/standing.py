"""Tree → Tree: adds "standing orders" as what somebody has; drops nothing.

In "soldiers have standing orders to fire" a tree may have soldiers who have been standing.
"""

from holdfire.model.tree import Tree
from holdfire.reading.english.mending.hanging import below, hung

_ORDERS = frozenset({"order", "instruction"})


def with_standing_orders(tree: Tree) -> Tree:
    """The tree, with "have" as the verb that has standing orders for its object."""
    if "stand" not in tree.lemmas:
        return tree
    for noun in range(2, len(tree.tags)):
        standing = noun - 1
        led = tree.tags[standing] == "VBG" and tree.lemmas[standing] == "stand"
        if led and tree.lemmas[noun] in _ORDERS and tree.heads[noun] == standing:
            tree = _mended(tree, standing, noun)
    return tree


def _mended(tree: Tree, standing: int, noun: int) -> Tree:
    own = below(tree, standing)
    have = next((c for c in own if tree.lemmas[c] == "have" and tree.relations[c] == "aux"), None)
    if have is None:
        return tree
    links = {c: (have, tree.relations[c]) for c in own if c not in (have, noun)}
    links |= {c: (noun, "acl") for c in own if c > noun and tree.relations[c] in ("xcomp", "advcl", "ccomp")}
    links[have] = (tree.heads[standing], tree.relations[standing])
    links |= {noun: (have, "obj"), standing: (noun, "amod")}
    return hung(tree, links)
