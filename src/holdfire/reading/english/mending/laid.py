"""Tree → Tree: adds the noun that a participle tells of, where it has the two for one; drops nothing.

"Were killed in an ambush laid by smugglers": a tree may have an ambush-laid, and no ambush.
"""

from holdfire.model.tree import ROOT, Tree
from holdfire.reading.english.mending.hanging import below, hung

_NOUNS = frozenset({"NN", "NNS", "NNP"})
_BEFORE = frozenset({"case", "det", "amod", "nummod", "compound", "nmod:poss"})
"""What stands before a noun and belongs to it."""


def with_laid_traps(tree: Tree) -> Tree:
    """The tree, with a participle behind a noun under it, where somebody did it ("by")."""
    if "VBN" not in tree.tags or "by" not in tree.lemmas:
        return tree
    for verb in range(2, len(tree.tags) - 2):
        noun = verb - 1
        if tree.tags[verb] == "VBN" and tree.tags[noun] in _NOUNS and tree.lemmas[verb + 1] == "by":
            tree = _mended(tree, noun, verb)
    return tree


def _mended(tree: Tree, noun: int, verb: int) -> Tree:
    if tree.heads[noun] != verb or tree.relations[noun] != "compound" or tree.heads[verb] == ROOT:
        return tree
    own = below(tree, verb)
    led = [t for t in own if t < noun and tree.relations[t] in _BEFORE]
    case = next((t for t in (*led, *below(tree, noun)) if tree.relations[t] == "case"), None)
    by = next((t for t in own if t > verb and tree.relations[t] in ("obl", "obl:agent")), None)
    if case is None or by is None:
        return tree
    links = {noun: (tree.heads[verb], "obl"), verb: (noun, "acl")}
    links |= {t: (noun, tree.relations[t]) for t in led}
    return hung(tree, links, {noun: "NN" if tree.tags[noun] == "NNP" else tree.tags[noun]})
