"""Tree → Tree: adds who a subject is by name, and to what it does something, where the tree has two subjects.

"The governor, Jan Kos, announced the closure": a tree may have the governor, Kos and the closure announce;
of "mayor Jan Kos ordered" the mayor and Kos; "Colonel Kos, the governor, ordered" and "Congo accused" it may
have for those who are addressed.
"""

from holdfire.model.tree import Tree
from holdfire.reading.english.mending.hanging import SUBJECTS, below, has, hung

_NAMES = frozenset({"NNP", "NNPS"})
_NOUNS = frozenset({"NN", "NNS"})
_DONE = frozenset({"VBD", "VBZ"})
_OF_NAME = frozenset({"flat", "compound", "nmod:desc", "det", "amod"})


def with_introduced_names(tree: Tree) -> Tree:
    """The tree, each verb of it with one subject before it, and the name or title of that beside it."""
    first: dict[int, int] = {}
    for token, relation in enumerate(tree.relations):
        if relation in SUBJECTS and first.setdefault(tree.heads[token], token) != token:
            tree = _introduced(tree, first[tree.heads[token]], token)
        elif relation in ("vocative", "discourse") and (token == 0 or tree.tags[token] in _NAMES):
            tree = _not_addressed(tree, token)
    return tree


def _introduced(tree: Tree, subject: int, other: int) -> Tree:
    """The tree, with the second of two subjects of a verb as what it is, if that may be told."""
    verb = tree.heads[subject]
    if not subject < verb or tree.tags[verb] not in _DONE:
        return tree
    if other > verb:
        behind = tree.tags[other] in _NOUNS and not has(tree, verb, ("obj", "ccomp"))
        return hung(tree, {other: (verb, "obj")}) if behind else tree
    doing = min((subject, *below(tree, subject))) - 1
    if doing >= 0 and tree.tags[doing] == "VBG" and tree.heads[doing] == verb:
        return hung(tree, {subject: (doing, "obj")})  # "confirming the incident, Commander Kos said"
    named = not _NAMES.isdisjoint((tree.tags[subject], tree.tags[other]))
    return _of_one(tree, subject, other) if named else tree


def _of_one(tree: Tree, subject: int, other: int) -> Tree:
    """The tree, with a name and a title before a verb as those of one person."""
    begins = min((other, *(c for c in below(tree, other) if tree.relations[c] in _OF_NAME)))
    if tree.sentence.tokens[begins - 1].text == ",":
        closed = "," in (t.text for t in tree.sentence.tokens[other + 1 : tree.heads[subject]])
        return hung(tree, {other: (subject, "appos")}) if closed else tree
    if begins - 1 != subject or tree.tags[other] not in _NAMES:
        return tree
    if tree.tags[subject] in _NAMES:
        return hung(tree, {other: (subject, "flat")})
    return hung(tree, {subject: (other, "nmod:desc")})


def _not_addressed(tree: Tree, name: int) -> Tree:
    """The tree, with a name before ", the governor," or right before a verb that has no subject as that."""
    verb = tree.heads[name]
    if not name < verb or tree.tags[verb] not in _DONE or has(tree, verb, SUBJECTS):
        return tree
    explained = any(tree.relations[c] == "appos" and name < c < verb for c in below(tree, name))
    beside = name + 1 == verb and tree.tags[name] in _NAMES | _NOUNS
    return hung(tree, {name: (verb, "nsubj")}) if explained or beside else tree
