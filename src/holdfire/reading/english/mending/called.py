"""Tree → Tree: hangs the name of somebody from the word that says he is called so; drops nothing.

"A porter named ‘Kos Jan’ was shot" tells of one man; a tree may have the porter and Kos Jan shot. "Broke into
the house of a farmer surnamed Kos and shot two" tells of who broke in; it may have the farmer shooting.
"""

from holdfire.model.tree import ROOT, Tree
from holdfire.reading.english.mending.hanging import SUBJECTS, below, has, hung

_CALLED = frozenset({"name", "surname", "call", "nickname", "dub"})
_PEOPLE = ("NN", "NNP", "NNS", "NNPS")


def with_called(tree: Tree) -> Tree:
    """The tree, with each name right behind "named" or "called" below it, where it had it beside him."""
    if _CALLED.isdisjoint(tree.lemmas):
        return tree
    for word in range(1, len(tree.tags) - 2):
        if tree.lemmas[word] in _CALLED and _stands_apart(tree, word):
            tree = _beside_noun(tree, word)
        if tree.lemmas[word] in _CALLED and tree.relations[word] == "acl" and tree.heads[word] < word:
            named = _second(tree, word)
            if named is not None:
                tree = hung(tree, {named: (word, "xcomp")})
    return tree


def _stands_apart(tree: Tree, word: int) -> bool:
    """Whether a word for calling right behind a noun has no subject of its own, and hangs before both."""
    above, him = tree.heads[word], word - 1
    if (
        tree.tags[word] not in ("VBD", "VBN")
        or tree.relations[word] != "advcl"
        or tree.tags[him] not in _PEOPLE
    ):
        return False
    own = [t for t in below(tree, word) if tree.relations[t] in (*SUBJECTS, "aux", "aux:pass")]
    led = own == [him] and has(tree, him, ("case",))  # "the house of a man surnamed Kos"
    return 0 <= above < him and (not own or led)


def _beside_noun(tree: Tree, word: int) -> Tree:
    """The tree, with such a word told of the noun, and what was done next beside the verb above."""
    above = tree.heads[word]
    verbs = [t for t in below(tree, word) if tree.relations[t] == "conj" and tree.tags[t] in ("VBD", "VBN")]
    links = {word: (word - 1, "acl")} | dict.fromkeys(verbs, (above, "conj"))
    if tree.heads[word - 1] == word:
        before = min(t for t in below(tree, word - 1) if tree.relations[t] == "case") - 1
        links[word - 1] = (before, "nmod") if tree.tags[before][0] == "N" else (above, "obl")
    return hung(tree, links, {word: "VBN"})


def _second(tree: Tree, word: int) -> int | None:
    """The name behind a word for calling that stands beside him who is called so, below the same verb."""
    him = tree.heads[word]
    start = word + 2 if tree.tags[word + 1] in ("``", "''") else word + 1
    if tree.heads[him] == ROOT or tree.relations[him] not in (*SUBJECTS, "obj"):
        return None
    beside = (t for t in below(tree, tree.heads[him]) if tree.relations[t] == tree.relations[him])
    return next((t for t in beside if start <= t <= start + 2 and tree.tags[t] in _PEOPLE), None)
