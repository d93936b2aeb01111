"""Tree → Tree: adds a bullet as a mark of its sentence, where it has the bullet for a noun; drops nothing.

"• In a meeting, the two presidents agreed": a tree may have a bullet agreeing.
"""

from holdfire.model.tree import ROOT, Tree
from holdfire.reading.english.mending.hanging import below, hung

_BULLETS = frozenset("•●▪‣·■◦")


def with_bullets(tree: Tree) -> Tree:
    """The tree, with what hangs from a bullet under the verb that the bullet hangs from."""
    tokens = tree.sentence.tokens
    if not tokens or tokens[0].text not in _BULLETS or tree.relations[0] == "punct":
        return tree
    verb = tree.heads[0]
    if verb == ROOT:
        return tree
    own = below(tree, 0)
    links = {child: (verb, "obl" if tree.relations[child] == "nmod" else "dep") for child in own}
    return hung(tree, {**links, 0: (verb, "punct")}, {0: "NFP"})
