"""Tree → Tree: adds two participles of one noun and a noun before a noun, where it has verbs; drops nothing.

"In response to thrown or hurled stones": a tree may have guards hurling stones. "Direct them to border
checkpoints": it may have them bordering checkpoints. Of "the deaths of two marines and two farmers" it may
have the farmers beside the deaths.
"""

from holdfire.model.tree import Tree
from holdfire.reading.english.mending.hanging import below, has, hung

_HARM = frozenset({"death", "killing", "wounding", "injury", "arrest", "detention", "capture", "loss"})
"""What befalls people who are counted behind "of"."""
_LINES = frozenset({"border", "frontier"})
_CLAUSES = frozenset({"advcl", "xcomp", "acl", "ccomp"})
_PLURAL = frozenset({"NNS", "NNPS"})


def with_pairs(tree: Tree) -> Tree:
    """The tree, with "thrown or hurled" before a noun as of it, and "border" before one as a part of it."""
    said = tree.sentence.said
    if "or" in said or "and" in said:
        for first in range(1, len(tree.tags) - 3):
            if tree.tags[first] == "VBN" and tree.lemmas[first + 1] in ("or", "and"):
                tree = _with_participles(tree, first)
    if "of" in said and not _HARM.isdisjoint(tree.lemmas):
        tree = _with_all_harmed(tree)
    if not _LINES.isdisjoint(said) and "to" in said:
        for line in range(1, len(tree.tags) - 1):
            as_verb = tree.tags[line] in ("VB", "NN") and tree.relations[line] in _CLAUSES
            if as_verb and tree.lemmas[line] in _LINES and tree.lemmas[line - 1] == "to":
                tree = _with_line(tree, line)
    return tree


def _with_all_harmed(tree: Tree) -> Tree:
    """The second of two counted kinds of people to whom one thing befell, hung from the first."""
    for other, above in enumerate(tree.heads):
        if tree.relations[other] != "conj" or tree.lemmas[above] not in _HARM:
            continue
        whom = [n for n in below(tree, above) if above < n < other and _is_counted(tree, n, "nmod")]
        if len(whom) == 1 and _is_counted(tree, other, "conj"):
            return hung(tree, {other: (whom[0], "conj")})
    return tree


def _is_counted(tree: Tree, noun: int, relation: str) -> bool:
    plural = tree.tags[noun] in _PLURAL and tree.relations[noun] == relation
    return plural and has(tree, noun, ("nummod",))


def _with_participles(tree: Tree, first: int) -> Tree:
    """Two participles between "to" or "of" and a plural, the second of which a tree has for a finite verb."""
    second, noun = first + 2, first + 3
    led = tree.lemmas[first - 1] in ("to", "of", "by", "with", "for")
    apart = tree.tags[second] in ("VBN", "VBD") and tree.heads[second] != first
    if not (led and apart and tree.tags[noun] in _PLURAL and tree.heads[noun] in (first, second)):
        return tree
    link, above = first - 1, tree.heads[first]
    links = {
        noun: (above, "nmod" if tree.tags[above][0] == "N" else "obl"),
        first: (noun, "amod"),
        second: (first, "conj"),
        first + 1: (second, "cc"),
        link: (noun, "case"),
    }
    return hung(tree, links, {second: "VBN"})


def _with_line(tree: Tree, line: int) -> Tree:
    """The noun behind "to border", which stands where the verb stood."""
    noun, to = line + 1, line - 1
    if tree.tags[noun] not in _PLURAL or tree.heads[noun] != line:
        return tree
    above = tree.heads[line]
    links = {c: (noun, tree.relations[c]) for c in below(tree, line) if c not in (noun, to)}
    relation = "nmod" if above >= 0 and tree.tags[above][0] == "N" else "obl"
    links |= {noun: (above, relation), line: (noun, "compound"), to: (noun, "case")}
    return hung(tree, links, {line: "NN", to: "IN"})
