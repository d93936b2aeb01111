"""Tree → Tree: adds names with a hyphen as one; drops nothing.

In "by Kim Jong-Il's guards" a tree may have "Kim Jong" as who did it and "Il" as whose guards they are.
"""

from holdfire.model.tree import Tree
from holdfire.reading.english.mending.hanging import below, hung

_NAMES = frozenset({"NNP", "NNPS"})
_NOUNS = _NAMES | {"NN", "NNS"}
_WITHIN = frozenset({"flat", "compound"})


def with_hyphenated_names(tree: Tree) -> Tree:
    """The tree, with what follows a hyphen in a name under its first word, and whose it owns with it."""
    if "-" not in tree.lemmas:
        return tree
    for hyphen in range(1, len(tree.lemmas) - 1):
        if tree.lemmas[hyphen] == "-" and _joins_names(tree, hyphen):
            tree = _as_one(tree, hyphen)
    return tree


def _joins_names(tree: Tree, hyphen: int) -> bool:
    names = tree.tags[hyphen - 1] in _NAMES and tree.tags[hyphen + 1] in _NAMES
    return names and tree.sentence.joins(hyphen)


def _as_one(tree: Tree, hyphen: int) -> Tree:
    part, top = hyphen + 1, hyphen - 1
    while tree.relations[top] in _WITHIN and tree.heads[top] < top and tree.tags[tree.heads[top]] in _NAMES:
        top = tree.heads[top]
    if top == hyphen - 1 or tree.heads[top] == part:
        return tree
    thing = _owned(tree, top, part)
    if tree.tags[part + 1 : part + 2] != ("POS",) or thing is None:
        return tree if tree.heads[part] in range(top, part) else hung(tree, {part: (top, "flat")})
    cases = {t: (thing, "case") for t in below(tree, top) if t < top and tree.relations[t] == "case"}
    led = {thing: (tree.heads[top], tree.relations[top])} if tree.heads[thing] == top else {}
    named = {part: (top, "flat"), part + 1: (top, "case"), top: (thing, "nmod:poss")}
    return hung(tree, named | cases | led)


def _owned(tree: Tree, top: int, part: int) -> int | None:
    """What somebody owns: the noun behind "'s" that hangs beside his name, under it, or over its end."""
    for token in range(part + 2, len(tree.heads)):
        if tree.tags[token] in _NOUNS and tree.heads[token] not in range(part + 2, token + 3):
            beside = tree.heads[token] in (tree.heads[top], top) or tree.heads[part] == token
            return token if beside else None
    return None
