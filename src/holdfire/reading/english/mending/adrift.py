"""Tree → Tree: makes "adrift" the state in which people are left, where it does something; drops nothing.

In "the crew left 12 people adrift" a tree may have the people *adrifting*, and in "were put on a raft and
left adrift" a left adrift beside the raft.
"""

from msgspec.structs import replace

from holdfire.model.tree import Tree

_LEAVING = frozenset({"leave", "set", "cast", "put", "push"})


def with_adrift(tree: Tree) -> Tree:
    """The tree, with "adrift" under its verb, which gets what hung from it."""
    if "adrift" not in tree.lemmas:
        return tree
    at = tree.lemmas.index("adrift")
    verb = next((n for n in range(at - 1, -1, -1) if tree.tags[n][0] == "V"), None)
    if verb is None or tree.lemmas[verb] not in _LEAVING:
        return tree
    tags, heads, relations = list(tree.tags), list(tree.heads), list(tree.relations)
    if heads[verb] == at or (tags[verb] == "VBN" and relations[verb] == "conj"):
        above = next((n for n in range(verb - 1, -1, -1) if tags[n][0] == "V"), None)
        if above is None:
            return tree
        heads[verb], relations[verb], tags[verb] = above, "conj", "VBN"
    for n, head in enumerate(tree.heads):
        if head == at and n != verb:
            heads[n] = verb
            relations[n] = "obj" if relations[n] == "nsubj" else _loose(relations[n])
        elif head == verb and at < n and relations[n] == "nmod":
            relations[n] = "obl"
    tags[at], heads[at], relations[at] = "JJ", verb, "xcomp"
    return replace(tree, tags=tuple(tags), heads=tuple(heads), relations=tuple(relations))


def _loose(relation: str) -> str:
    """How what hung from a noun hangs from a verb."""
    return "obl" if relation == "nmod" else relation
