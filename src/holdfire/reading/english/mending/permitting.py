"""Tree → Tree: adds "permit" as the verb between who lets and who may do something; drops nothing.

In "its rules of engagement permit snipers to fire" a tree may have the rules of some permit snipers.
"""

from msgspec.structs import replace

from holdfire.model.tree import ROOT, Tree

_PLURAL = frozenset({"NNS", "NNPS"})
_WITHIN = frozenset({"DT", "JJ", "PRP$", "NN", "NNP"})


def with_permitting(tree: Tree) -> Tree:
    """The tree, with "permit" as the verb of a clause that has none before "to" and a verb."""
    if "permit" not in tree.lemmas:
        return tree
    for verb in range(1, len(tree.tags) - 3):
        if tree.lemmas[verb] == "permit" and tree.tags[verb] == "NN":
            tree = _mended(tree, verb)
    return tree


def _mended(tree: Tree, verb: int) -> Tree:
    whom, top = verb + 1, verb
    while whom < len(tree.tags) - 2 and tree.tags[whom] in _WITHIN:
        whom += 1
    if tree.tags[whom] not in _PLURAL or tree.tags[whom + 1 : whom + 3] != ("TO", "VB"):
        return tree
    while tree.heads[top] != ROOT and tree.relations[top] not in ("ccomp", "parataxis"):
        top = tree.heads[top]
    if top >= verb or tree.tags[top] not in _PLURAL:
        return tree
    heads, relations, tags = list(tree.heads), list(tree.relations), list(tree.tags)
    heads[verb], relations[verb], tags[verb] = tree.heads[top], tree.relations[top], "VBP"
    heads[top], relations[top] = verb, "nsubj"
    for child, head in enumerate(tree.heads):
        if child > verb and head <= verb and child != whom:
            heads[child] = verb
        elif verb < child < whom and head in (verb, whom):
            heads[child] = whom
        elif child < verb <= head and child != top:
            heads[child] = verb - 1
    if tree.heads[verb - 1] >= verb and verb - 1 != top:
        above = tree.heads[whom]
        heads[verb - 1], relations[verb - 1] = above if above < verb - 1 else top, tree.relations[whom]
    heads[whom], relations[whom] = verb, "obj"
    heads[whom + 2], relations[whom + 2] = verb, "xcomp"
    return replace(tree, heads=tuple(heads), relations=tuple(relations), tags=tuple(tags))
