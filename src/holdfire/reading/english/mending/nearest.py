"""Tree → Tree: hangs "on being attacked" from the verb right before it, whose subject was; drops nothing.

In "a man was hurt when a guard fired on being attacked" a tree may have the man attacked.
"""

from holdfire.model.tree import Tree
from holdfire.reading.english.mending.hanging import SUBJECTS, below, has, hung

_LEADS = frozenset({"on", "upon", "after"})


def with_nearest_verbs(tree: Tree) -> Tree:
    """The tree, with each "on being" clause under the last clause before it, where it hangs further up."""
    if _LEADS.isdisjoint(tree.lemmas) or "being" not in {t.text for t in tree.sentence.tokens}:
        return tree
    for verb in range(2, len(tree.tags)):
        if tree.relations[verb] == "advcl" and tree.heads[verb] < verb and _is_led(tree, verb):
            near = _nearest(tree, verb)
            if near is not None:
                tree = hung(tree, {verb: (near, "advcl")})
    return tree


def _is_led(tree: Tree, verb: int) -> bool:
    own = below(tree, verb)
    led = any(tree.relations[t] == "mark" and tree.lemmas[t] in _LEADS for t in own)
    return led and any(tree.relations[t] == "aux:pass" and tree.tags[t] == "VBG" for t in own)


def _nearest(tree: Tree, verb: int) -> int | None:
    """The last clause with a subject of its own that stands between the verb above and this one."""
    above = tree.heads[verb]
    clauses = (t for t in below(tree, above) if above < t < verb and tree.relations[t] == "advcl")
    return next((t for t in reversed([*clauses]) if has(tree, t, SUBJECTS)), None)
