"""Tree → Tree: adds a number that is nearly so as whom an act hurt; drops nothing.

"Guards fired, wounding about a dozen": a tree may have "about" lead to the dozen, and nobody wounded.
"""

from collections.abc import Mapping

from holdfire.model.tree import Tree
from holdfire.reading.english.mending.hanging import has, hung
from holdfire.reading.english.words.lexicon import ActWord

_NEARLY = frozenset({"about", "around", "over", "nearly", "almost"})
_NUMBERS = frozenset({"dozen", "dozens", "score", "scores", "hundred", "hundreds"})


class Counting:
    """Takes a number behind "about" for those whom an act hurt; made once for a table of verbs."""

    def __init__(self, verbs: Mapping[str, ActWord]) -> None:
        self._harming = frozenset(lemma for lemma, row in verbs.items() if row.harm)

    def __call__(self, tree: Tree) -> Tree:
        """The tree, with each such number as an object."""
        if _NEARLY.isdisjoint(tree.lemmas):
            return tree
        for word in range(1, len(tree.tags) - 1):
            number = tree.heads[word]
            if tree.lemmas[word] in _NEARLY and self._hurts(tree, word, number):
                tree = hung(tree, {word: (number, "advmod"), number: (word - 1, "obj")}, {word: "RB"})
        return tree

    def _hurts(self, tree: Tree, word: int, number: int) -> bool:
        """Whether a word stands as a preposition between a verb of harm without an object and a number."""
        verb = word - 1
        leads = tree.relations[word] == "case" and number > word and tree.relations[number] == "obl"
        if not leads or tree.lemmas[verb] not in self._harming:
            return False
        numbers = (
            t for t in range(word + 1, number + 1) if tree.tags[t] == "CD" or tree.lemmas[t] in _NUMBERS
        )
        counts = any(
            t == number or (tree.relations[t] == "nummod" and tree.heads[t] == number) for t in numbers
        )
        return counts and not has(tree, verb, ("aux:pass", "obj"))
