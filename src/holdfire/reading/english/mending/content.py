"""Tree → Tree: adds what somebody is told as a clause of its own; drops nothing.

"Men told a network that police caught them, took their phones and beat them": a tree may have the network
that police caught them at, and the men taking and beating.
"""

from msgspec.structs import replace

from holdfire.model.tree import Tree
from holdfire.reading.english.mending.hanging import SUBJECTS, has

_TELLING = frozenset({"tell", "inform", "assure"})
_TOLD = frozenset({"iobj", "obj"})
_VERBS = frozenset({"VBD", "VB", "VBZ", "VBP", "VBN"})


def with_content(tree: Tree) -> Tree:
    """The tree, with the clause behind "told somebody that", and what goes on in it, below the verb."""
    if "that" not in tree.lemmas or _TELLING.isdisjoint(tree.lemmas):
        return tree
    for that in range(2, len(tree.tags) - 1):
        verb = _told(tree, that)
        if verb is not None:
            tree = _mended(tree, tree.heads[that], verb)
    return tree


def _told(tree: Tree, that: int) -> int | None:
    """The verb that tells somebody what a clause with "that" says, where that hangs from who is told."""
    clause = tree.heads[that]
    if tree.lemmas[that] != "that" or tree.relations[that] != "mark" or clause < that:
        return None
    hearer = tree.heads[clause]
    if (
        tree.relations[clause] != "acl:relcl"
        or not 0 <= hearer == that - 1
        or tree.relations[hearer] not in _TOLD
    ):
        return None
    teller = tree.heads[hearer]
    return teller if tree.lemmas[teller] in _TELLING and has(tree, clause, SUBJECTS) else None


def _mended(tree: Tree, clause: int, verb: int) -> Tree:
    heads, relations = list(tree.heads), list(tree.relations)
    heads[clause], relations[clause] = verb, "ccomp"
    for token, head in enumerate(tree.heads):
        goes_on = head == verb and tree.relations[token] in ("ccomp", "conj", "xcomp") and token > clause
        if goes_on and tree.tags[token] in _VERBS and not has(tree, token, SUBJECTS):
            heads[token], relations[token] = clause, "conj"
    return replace(tree, heads=tuple(heads), relations=tuple(relations))
