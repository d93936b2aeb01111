"""Tree → Tree: adds what is shot at as a noun that moves; drops nothing.

"Soldiers fired at moving cars": a tree may have the soldiers moving cars, and firing at nothing.
"""

from msgspec.structs import replace

from holdfire.model.tree import Tree

_AT = frozenset({"at", "on"})
_FIRING = frozenset({"fire", "shoot", "aim", "open", "point", "throw"})


def with_moving_targets(tree: Tree) -> Tree:
    """The tree, with the participle between "at" and a noun as what the noun does."""
    if "VBG" not in tree.tags or _AT.isdisjoint(tree.lemmas):
        return tree
    for verb in range(1, len(tree.tags) - 1):
        if tree.tags[verb] == "VBG" and _stands_between(tree, verb):
            tree = _mended(tree, verb)
    return tree


def _stands_between(tree: Tree, verb: int) -> bool:
    """Whether a participle stands right between a preposition and a noun that both hang from it."""
    before, noun = verb - 1, verb + 1
    if tree.relations[verb] != "advcl" or tree.lemmas[before] not in _AT or tree.heads[before] != verb:
        return False
    if tree.heads[verb] < 0 or tree.lemmas[tree.heads[verb]] not in _FIRING:
        return False
    return tree.heads[noun] == verb and tree.relations[noun] == "obj"


def _mended(tree: Tree, verb: int) -> Tree:
    before, noun, above = verb - 1, verb + 1, tree.heads[verb]
    heads, relations = list(tree.heads), list(tree.relations)
    for child, head in enumerate(tree.heads):
        if head == verb:
            heads[child] = noun if child in (before, noun) else above
    heads[noun], relations[noun] = above, "obl"
    relations[before], heads[verb], relations[verb] = "case", noun, "amod"
    return replace(tree, heads=tuple(heads), relations=tuple(relations))
