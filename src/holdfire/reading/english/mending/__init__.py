"""Tree → Tree: what a parser of news is apt to get wrong in reports from borders, put right; drops nothing.

finite      the verb of a clause where a participle took its place
compatriots people named by their people, where the tree has an adjective
"""

from collections.abc import Callable

from holdfire.model.tree import Tree, is_tree
from holdfire.reading.english.mending.aimed import with_moving_targets
from holdfire.reading.english.mending.compatriots import with_compatriots
from holdfire.reading.english.mending.finite import with_finite_verbs
from holdfire.reading.english.mending.gunfire import with_gunfire

_MENDS: tuple[Callable[[Tree], Tree], ...] = (
    with_finite_verbs,
    with_compatriots,
    with_moving_targets,
    with_gunfire,
)


def mended(tree: Tree) -> Tree:
    """The tree with its known mistakes put right; a mend that would leave no tree is left out."""
    for mend in _MENDS:
        made = mend(tree)
        if made is not tree and is_tree(made.heads):
            tree = made
    return tree
