"""Tree → Tree: adds what is to be done no more as the verb it is; drops nothing.

"Soldiers are no longer to fire flares": a tree may have that the soldiers are longer, and firing them so.
"""

from msgspec.structs import replace

from holdfire.model.tree import Tree
from holdfire.reading.english.mending.hanging import has

_BELOW = frozenset({"csubj", "ccomp", "xcomp", "acl", "advcl"})
_UP = frozenset(
    {"nsubj", "nsubj:pass", "cop", "aux", "mark", "punct", "cc", "conj", "advcl", "obl", "parataxis"}
)


def with_ended(tree: Tree) -> Tree:
    """The tree, with the verb behind "no longer to" in the place of "longer"."""
    if "longer" not in tree.lemmas and "long" not in tree.lemmas:
        return tree
    for longer in range(2, len(tree.tags) - 2):
        verb = _to_be_done(tree, longer)
        if verb is not None:
            tree = _mended(tree, longer, verb)
    return tree


def _to_be_done(tree: Tree, longer: int) -> int | None:
    """The infinitive behind "are no longer to", where it hangs from "longer"."""
    if tree.lemmas[longer] not in ("long", "longer") or tree.lemmas[longer - 1] != "no":
        return None
    verb = longer + 2
    stands = tree.tags[longer + 1] == "TO" and tree.tags[verb] == "VB"
    hangs = tree.heads[verb] == longer and tree.relations[verb] in _BELOW
    return verb if stands and hangs and has(tree, longer, ("cop",)) else None


def _mended(tree: Tree, longer: int, verb: int) -> Tree:
    heads, relations = list(tree.heads), list(tree.relations)
    heads[verb], relations[verb] = tree.heads[longer], tree.relations[longer]
    for token, head in enumerate(tree.heads):
        if head == longer and token != verb and tree.relations[token] in _UP:
            heads[token] = verb
            relations[token] = "aux" if tree.relations[token] == "cop" else tree.relations[token]
    heads[longer], relations[longer] = verb, "advmod"
    tags = list(tree.tags)
    tags[longer] = "RB"
    return replace(tree, tags=tuple(tags), heads=tuple(heads), relations=tuple(relations))
