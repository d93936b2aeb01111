"""Tree → Tree: hangs "of the fence" from the metres before it, and "other than" from what it leaves out.

In "movement within 500 metres of the fence" a tree may have a movement of the fence, and in "the use of
weapons save in self-defence" somebody who saves. It drops nothing.
"""

from msgspec.structs import replace

from holdfire.model.tree import Tree

LENGTHS = frozenset({"meter", "metre", "kilometer", "kilometre", "mile", "yard", "km", "foot"})
_SAVED = frozenset({"in", "for", "to", "by", "with", "at", "on", "under", "from"})
_LINKS = ("case", "mark", "cc")
_NOUNS = ("NN", "NNS", "NNP", "NNPS", "CD")


def with_measures(tree: Tree) -> Tree:
    """The tree, with what stands behind "metres of" hung from the metres."""
    if LENGTHS.isdisjoint(tree.lemmas):
        return tree
    heads, relations = list(tree.heads), list(tree.relations)
    for length in range(len(tree.lemmas) - 2):
        if tree.lemmas[length] in LENGTHS and tree.lemmas[length + 1] in ("of", "from"):
            end = tree.heads[length + 1]
            astray = end > length and tree.relations[length + 1] == "case" and heads[end] < length
            if astray and relations[end] in ("nmod", "obl"):
                heads[end], relations[end] = length, "nmod"
    return (
        tree if heads == list(tree.heads) else replace(tree, heads=tuple(heads), relations=tuple(relations))
    )


def with_exceptions(tree: Tree) -> Tree:
    """The tree, with "other than" or "save in" as the link of what stands behind it."""
    if "than" not in tree.lemmas and "save" not in tree.lemmas:
        return tree
    for first in range(len(tree.lemmas) - 2):
        pair = (tree.lemmas[first], tree.lemmas[first + 1])
        if pair == ("other", "than") or (pair[0] == "save" and pair[1] in _SAVED):
            tree = _linked(tree, first)
    return tree


def _linked(tree: Tree, first: int) -> Tree:
    """The tree with a word as one more link of the noun that the next word leads."""
    noun, above = tree.heads[first + 1], tree.heads[first]
    if noun <= first + 1 or tree.relations[first + 1] not in _LINKS or tree.tags[noun] not in _NOUNS:
        return tree
    heads, relations = list(tree.heads), list(tree.relations)
    if heads[noun] == first:
        if above < 0 or above > first:
            return tree
        heads[noun], relations[noun] = above, "obl"
    for child, head in enumerate(tree.heads):
        if head == first and child != noun:
            heads[child] = noun
    heads[first], relations[first], relations[first + 1] = noun, "case", "case"
    return replace(tree, heads=tuple(heads), relations=tuple(relations))
