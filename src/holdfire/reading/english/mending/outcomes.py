"""Tree → Tree: adds what an act led to as its own; drops nothing.

"The ministry summoned the envoy after guards opened fire on a group on Saturday, killing three": a tree may
have the ministry killing them, and the Saturday of its summons.
"""

from collections.abc import Mapping

from msgspec.structs import replace

from holdfire.model.tree import Tree
from holdfire.reading.english.mending.hanging import has
from holdfire.reading.english.words.lexicon import ActWord

_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_OPENED = frozenset({"open", "clash"})


class Outcomes:
    """Hangs harm told by a participle from the act right before it; made once for a table of verbs."""

    def __init__(self, verbs: Mapping[str, ActWord]) -> None:
        self._verbs = verbs
        self._harming = frozenset(lemma for lemma, row in verbs.items() if row.harm)

    def __call__(self, tree: Tree) -> Tree:
        """The tree, with each outcome by who did the act."""
        if "VBG" not in tree.tags or self._harming.isdisjoint(tree.lemmas):
            return tree
        for verb in range(2, len(tree.tags)):
            if self._is_outcome(tree, verb) and (act := self._act_before(tree, verb)) is not None:
                tree = _hung(tree, verb, act)
        return tree

    def _is_outcome(self, tree: Tree, verb: int) -> bool:
        """Whether a participle behind a comma tells of harm done by who is not told to have done any."""
        if tree.tags[verb] != "VBG" or tree.lemmas[verb] not in self._harming or tree.lemmas[verb - 1] != ",":
            return False
        above = tree.heads[verb]
        return tree.relations[verb] == "advcl" and 0 <= above < verb and tree.lemmas[above] not in self._verbs

    def _act_before(self, tree: Tree, verb: int) -> int | None:
        """The act of another's, told in a clause below the same verb, right before the outcome.

        What others did meanwhile may stand between: "after troops fired at men as they ran, wounding two".
        """
        above = tree.heads[verb]
        for act in range(verb - 1, above, -1):
            if tree.tags[act] not in _FINITE or not has(tree, act, ("nsubj",)):
                continue
            if tree.relations[act] != "advcl":
                return None
            if self._is_act(tree, act):
                return act
            if tree.heads[act] > act:
                return None
        act = tree.heads[above]
        behind = tree.relations[above] == "advcl" and 0 <= act < above
        return act if behind and self._is_act(tree, act) else None

    def _is_act(self, tree: Tree, verb: int) -> bool:
        return tree.lemmas[verb] in self._verbs or tree.lemmas[verb] in _OPENED


def _hung(tree: Tree, verb: int, act: int) -> Tree:
    """The tree, with an outcome, and the times and places between, hung from the act."""
    above, heads = tree.heads[verb], list(tree.heads)
    for token in range(act + 1, verb + 1):
        between = tree.relations[token] in ("obl", "obl:unmarked", "advmod")
        if heads[token] == above and (between or token == verb):
            heads[token] = act
    return replace(tree, heads=tuple(heads))
