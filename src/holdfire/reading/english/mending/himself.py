"""Tree → Tree: makes "himself" beside a subject stress it, where the tree has two subjects; drops nothing.

"A guard was himself stabbed" tells of one man.
"""

from msgspec.structs import replace

from holdfire.model.tree import Tree

_STRESSED = frozenset({"himself", "herself", "itself", "themselves"})
_SUBJECTS = ("nsubj", "nsubj:pass")


def with_stress(tree: Tree) -> Tree:
    """The tree, with each reflexive that is a second subject beside the verb."""
    if _STRESSED.isdisjoint(tree.lemmas):
        return tree
    relations = list(tree.relations)
    for n, lemma in enumerate(tree.lemmas):
        stands_before = relations[n] == "obj" and n < tree.heads[n]
        if (
            lemma in _STRESSED
            and (relations[n] in _SUBJECTS or stands_before)
            and _has_subject_before(tree, n)
        ):
            relations[n] = "advmod"
    return replace(tree, relations=tuple(relations))


def _has_subject_before(tree: Tree, token: int) -> bool:
    above = tree.heads[token]
    return any(tree.heads[t] == above and tree.relations[t] in _SUBJECTS for t in range(token))
