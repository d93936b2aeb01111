"""Tree → Tree: makes nobody hurt in "with nobody hurt", where the tree has it of the verb; drops nothing."""

from msgspec.structs import replace

from holdfire.model.tree import Tree

_NOBODY = frozenset({"nobody", "none", "no-one"})
_LOOSE = frozenset({"xcomp", "advcl", "acl", "ccomp", "conj", "amod"})


def with_nobody_hurt(tree: Tree) -> Tree:
    """The tree, with the participle right behind "with nobody" told of them."""
    if "with" not in tree.lemmas:
        return tree
    heads, relations, tags = list(tree.heads), list(tree.relations), list(tree.tags)
    for n in range(2, len(tags)):
        if tags[n] in ("VBN", "VBD", "JJ") and relations[n] in _LOOSE and _is_nobody(tree, n - 1):
            tags[n] = "VBN"
            if heads[n - 1] == n:
                relations[n - 1] = "nsubj:pass"
            else:
                heads[n], relations[n] = n - 1, "acl"
    return replace(tree, heads=tuple(heads), relations=tuple(relations), tags=tuple(tags))


def _is_nobody(tree: Tree, token: int) -> bool:
    """Whether "with nobody" or "with no one" ends at a token."""
    if tree.lemmas[token] in _NOBODY:
        return tree.lemmas[token - 1] == "with"
    return tree.lemmas[token] == "one" and token > 1 and tree.lemmas[token - 2 : token] == ("with", "no")
