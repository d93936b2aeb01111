"""Tree → Tree: adds what somebody is let do below "let", and that below what lets him; drops nothing.

In "has issued a decree that bans movement and lets patrols shoot" a tree may have the decree shooting, and
him who issued it letting them.
"""

from holdfire.model.tree import Tree
from holdfire.reading.english.mending.hanging import hung


def with_letting(tree: Tree) -> Tree:
    """The tree, with the bare verb right behind whom "let" lets as what he is let do."""
    if "let" not in tree.lemmas:
        return tree
    for whom, verb in enumerate(tree.heads):
        done = whom + 1
        lets = verb == whom - 1 and tree.lemmas[verb] == "let" and tree.relations[whom] in ("obj", "nsubj")
        if lets and done < len(tree.tags) and tree.tags[done] == "VB" and 0 <= tree.heads[done] < verb:
            tree = hung(tree, {whom: (verb, "obj"), done: (verb, "xcomp"), verb: _beside(tree, verb)})
    return tree


def _beside(tree: Tree, verb: int) -> tuple[int, str]:
    """What a verb hangs from: of two that it may go on from, the one of a relative clause in its tense."""
    above, relation = tree.heads[verb], tree.relations[verb]
    for token in range(verb - 1, above, -1):
        if relation == "conj" and (tree.relations[token], tree.tags[token]) == ("acl:relcl", tree.tags[verb]):
            return token, relation
    return above, relation
