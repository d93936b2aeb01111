"""Tree → Tree: adds who is cited, and who is told, as objects; drops nothing.

In "Quoting officials, the paper reported that" a tree may have the officials reporting, and in "a source, who
asked not to be named, told RFA" RFA telling. Of three who "were reported injured by an official of the
ministry" he is who reported it.
"""

from holdfire.model.tree import Tree
from holdfire.reading.english.mending.hanging import below, hung

_CITING = frozenset({"quote", "cite"})
_REPORTERS = frozenset({
    "official", "ministry", "spokesman", "spokeswoman", "spokesperson", "doctor", "hospital", "minister",
    "source", "medic", "agency", "newspaper", "media",
})  # fmt: skip
_DEEPEST = 4
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})


def with_sources(tree: Tree) -> Tree:
    """The tree, with the noun behind a verb as its object, where another noun is the subject that it was."""
    if "report" in tree.lemmas and "by" in tree.lemmas:
        tree = _with_reporters(tree)
    if "tell" not in tree.lemmas and _CITING.isdisjoint(tree.lemmas):
        return tree
    for noun, above in enumerate(tree.heads):
        if tree.relations[noun] == "nsubj" and tree.tags[noun] in _NOUNS:
            tree = _mended(tree, noun, above)
    return tree


def _with_reporters(tree: Tree) -> Tree:
    """Who reports what befell somebody, where the tree has him do it: "reported injured by an official"."""
    for who, done in enumerate(tree.heads):
        if tree.relations[who] != "obl:agent" or tree.lemmas[who] not in _REPORTERS:
            continue
        above = tree.heads[done]
        if tree.relations[done] == "xcomp" and tree.lemmas[above] == "report" and tree.tags[done] == "VBN":
            return hung(tree, {who: (above, "obl:agent")})
    return tree


def _mended(tree: Tree, noun: int, above: int) -> Tree:
    subjects = [t for t, head in enumerate(tree.heads) if head == above and tree.relations[t] == "nsubj"]
    first = _first_of(tree, noun)
    verb = first if tree.tags[first] == "VBG" else first - 1
    if verb < 0:
        return tree
    if tree.lemmas[verb] == "tell" and verb == above and subjects[0] < above:
        return hung(tree, {noun: (above, "obj")})
    if tree.lemmas[verb] in _CITING and tree.tags[verb] == "VBG" and noun < subjects[-1] < above:
        return hung(tree, {verb: (above, "advcl"), noun: (verb, "obj")})
    return tree


def _first_of(tree: Tree, noun: int) -> int:
    """The first of the words right before a noun that belong to it."""
    first = noun
    while first > 0 and tree.heads[first - 1] == noun:
        first -= 1
    return first


def with_clauses_behind_sources(tree: Tree) -> Tree:
    """The tree, with what stands behind "according to X," as told, where it has it for a part of X."""
    for cue in (n for n, lemma in enumerate(tree.lemmas) if lemma == "accord"):
        source = tree.heads[cue]
        if tree.relations[cue] != "case" or source < 0 or tree.heads[source] <= source:
            continue
        for part in below(tree, source):
            behind = part > source and tree.relations[part] == "nmod"
            if behind and tree.sentence.tokens[_begins(tree, part) - 1].text == ",":
                tree = hung(tree, {part: (tree.heads[source], "obl")})
    return tree


def _begins(tree: Tree, part: int) -> int:
    """The first word of all that hangs from a word, however deep."""
    held = {part}
    for _ in range(_DEEPEST):
        held |= {n for n, head in enumerate(tree.heads) if head in held}
    return min(held)
