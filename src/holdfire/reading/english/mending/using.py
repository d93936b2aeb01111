"""Tree → Tree: hangs "using" from the verb whose subject uses it; drops nothing.

"Troops broke the truce in the Zarit sector using mortars": a tree may have the sector using them.
"""

from collections.abc import Container

from holdfire.model.tree import Tree
from holdfire.reading.english.mending.hanging import below, hung

_WHERE = frozenset(
    {"in", "at", "near", "along", "across", "around", "over", "inside", "outside", "into", "on"}
)
_CARRIED = frozenset({"carry", "conduct", "launch", "mount", "stage", "make"})
"""What is done with an operation, which uses nothing by itself: "carried out sweeps using dogs"."""


class Using:
    """Hangs "using" from the verb above a place or an operation; made once for the words that name people."""

    def __init__(self, people: Container[str]) -> None:
        self._people = people

    def __call__(self, tree: Tree) -> Tree:
        """The tree, with each "using" by who can use something."""
        if "using" not in tree.sentence.said:
            return tree
        for token in range(2, len(tree.tags) - 1):
            if tree.lemmas[token] == "use" and tree.tags[token] == "VBG" and tree.relations[token] == "acl":
                verb = self._verb_above(tree, token)
                tree = hung(tree, {token: (verb, "advcl")}) if verb is not None else tree
        return tree

    def _verb_above(self, tree: Tree, using: int) -> int | None:
        """The verb in whose clause a place or an operation stands that the tree has using something."""
        noun = tree.heads[using]
        if tree.lemmas[noun] in self._people or tree.tags[noun][0] != "N":
            return None
        verb = tree.heads[noun]
        led = any(tree.relations[c] == "case" and tree.lemmas[c] in _WHERE for c in below(tree, noun))
        done = tree.relations[noun] == "obj" and verb >= 0 and tree.lemmas[verb] in _CARRIED
        if not led and not done:
            return None
        while verb >= 0 and tree.tags[verb][0] != "V":
            verb = tree.heads[verb]
        return verb if 0 <= verb < noun else None
