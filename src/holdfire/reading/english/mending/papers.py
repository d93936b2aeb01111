"""Tree → Tree: takes "the circular" for a noun, and "said units were" for what was said of them.

Drops nothing. A parser takes "circular" and "directive" for adjectives, though nothing stands behind them;
and nobody is told anything by "say", so who stands right behind it is of what is said.
"""

from msgspec.structs import replace

from holdfire.model.tree import Tree
from holdfire.reading.english.mending.hanging import SUBJECTS, below, hung

_PAPERS = frozenset({"circular", "directive", "communique"})
_SEVERAL = frozenset({"NNS", "NNPS"})
_NOMINAL = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod"})


def with_papers(tree: Tree) -> Tree:
    """The tree, with "the circular" as a noun."""
    if _PAPERS.isdisjoint(tree.lemmas):
        return tree
    wrong = [
        n
        for n, lemma in enumerate(tree.lemmas)
        if lemma in _PAPERS and tree.tags[n] == "JJ" and tree.relations[n] in _NOMINAL
    ]
    if not wrong:
        return tree
    return replace(tree, tags=tuple("NN" if n in wrong else tag for n, tag in enumerate(tree.tags)))


def with_said_subjects(tree: Tree) -> Tree:
    """The tree, with who stands right behind "said" as the subject of what is said."""
    for verb, lemma in enumerate(tree.lemmas):
        if lemma != "say" or tree.tags[verb][0] != "V":
            continue
        hanging = below(tree, verb)
        who = next((n for n in hanging if n > verb and tree.relations[n] == "iobj"), None)
        said = next((n for n in hanging if n > verb and tree.relations[n] == "ccomp"), None)
        if who is None or said is None or who > said or tree.tags[who] not in _SEVERAL:
            continue
        if "that" in tree.lemmas[verb:said]:
            continue
        old = next((n for n in below(tree, said) if tree.relations[n] in SUBJECTS), None)
        links = {who: (said, "nsubj" if old is None else tree.relations[old])}
        if old is not None and old > who:
            links[old] = (who, "nmod")
        return hung(tree, links)
    return tree
