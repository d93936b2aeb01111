"""Trees → trees: gives a verb the subject that stands right behind a day; drops nothing.

A parser may have "on 3 May unknown men shot a guard" as something that happened "on men", and the "couple" of
"on 3 May a couple shot a guard" as a time.
"""

from collections.abc import Container

import msgspec

from holdfire.model.tree import Tree
from holdfire.reading.grammar.voice import FINITE

TIMES = frozenset({"nmod", "obl", "nmod:unmarked", "obl:unmarked"})
NOUNS = frozenset({"NN", "NNS"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


class Dating:
    """Mends the trees of sentences, by the words that name people: made once for a lexicon."""

    def __init__(self, people: Container[str]) -> None:
        self._people = people

    def __call__(self, tree: Tree) -> Tree:
        """The tree, with a subject for every verb that has its own behind a day."""
        if "nmod:unmarked" not in tree.relations and "obl:unmarked" not in tree.relations:
            return tree
        for token, relation in enumerate(tree.relations):
            if relation in TIMES and tree.tags[token] in NOUNS and tree.lemmas[token] in self._people:
                tree = self._mended(tree, token)
        return tree

    def _mended(self, tree: Tree, noun: int) -> Tree:
        """The tree with a noun as the subject of the verb behind it, and the day before it apart."""
        verb = _verb_of(tree, noun)
        if verb is None:
            return tree
        heads, relations = list(tree.heads), list(tree.relations)
        below = [c for c, head in enumerate(heads) if head == noun]
        case = [c for c in below if relations[c] == "case"]
        day = next((c for c in below if c < noun and _is_day(tree, c)), None)
        if relations[noun] != "obl:unmarked" and (day is None or not case or case[0] > day):
            return tree
        if case and day is not None:
            heads[day], relations[day] = heads[noun], relations[noun]
            heads[case[0]] = day
        passive = any(heads[c] == verb and relations[c] == "aux:pass" for c in range(noun, verb))
        heads[noun], relations[noun] = verb, "nsubj:pass" if passive else "nsubj"
        return msgspec.structs.replace(tree, heads=tuple(heads), relations=tuple(relations))


def _verb_of(tree: Tree, noun: int) -> int | None:
    """The verb above a noun whose subject it can be: finite, with none of its own, and right behind it."""
    verb = tree.heads[noun]
    while verb >= 0 and tree.tags[verb][0] != "V":
        verb = tree.heads[verb]
    if verb < noun:
        return None
    helpers = [c for c, head in enumerate(tree.heads) if head == verb and tree.relations[c].startswith("aux")]
    first = min([verb, *helpers])
    own = any(head == verb and tree.relations[c] in SUBJECTS for c, head in enumerate(tree.heads))
    if own or tree.tags[first] not in FINITE or first <= noun:
        return None
    return verb if all(_hangs_from(tree, t, noun) for t in range(noun + 1, first)) else None


def _hangs_from(tree: Tree, token: int, above: int) -> bool:
    while token >= 0 and token != above:
        token = tree.heads[token]
    return token == above


def _is_day(tree: Tree, token: int) -> bool:
    """Whether a number has its month with it: "3 May"."""
    return tree.tags[token] == "CD" and any(
        head == token and tree.relations[c] == "nmod:unmarked" for c, head in enumerate(tree.heads)
    )
