"""Tree → Tree: makes an infinitive of what is behind "to", a habit of "used to", and a passive of "told to".

Drops nothing. In "agreed in May to honour the truce" a tree may have "to" for a preposition; in "soldiers
used to fire into the air", soldiers who were used; in "were armed and told to fire", soldiers who told.
"""

from msgspec.structs import replace

from holdfire.model.tree import Tree
from holdfire.reading.english.mending.hanging import below

_CLAUSES = frozenset({"advcl", "xcomp", "ccomp", "acl"})
_HELPERS = frozenset({"aux", "aux:pass", "cop", "obl:agent"})
_TOLD = frozenset({"tell", "order", "instruct", "direct"})
_PARTIES = frozenset({"nsubj", "obj", "iobj"})


def with_infinitives(tree: Tree) -> Tree:
    """The tree, with "to" before a bare verb as the mark of an infinitive, and "used to" as a past tense."""
    if "to" not in tree.sentence.said:
        return tree
    tags, relations = list(tree.tags), list(tree.relations)
    for to in range(1, len(tags) - 1):
        if tree.lemmas[to] != "to":
            continue
        verb = tree.heads[to]
        marks = tree.relations[to] == "mark" and tags[to] == "IN" and verb == to + 1
        if marks and tags[verb] == "VB" and relations[verb] in _CLAUSES:
            tags[to] = "TO"
        if tree.relations[to] == "mark" and tags[to] == "TO" and verb == to + 1 and tags[verb] == "NN":
            tags[verb] = "VB"
            relations[verb] = "advcl" if relations[verb] == "obl" else relations[verb]
        if tags[to - 1] == "VBD" and _is_told_too(tree, to - 1):
            tags[to - 1] = "VBN"
        if tree.sentence.tokens[to - 1].text == "used" and tags[to - 1] == "VBN" and tags[to + 1] == "VB":
            _habit(tree, to - 1, tags, relations)
    if tags == list(tree.tags):
        return tree
    return replace(tree, tags=tuple(tags), relations=tuple(relations))


def _is_told_too(tree: Tree, verb: int) -> bool:
    """Whether "told" right before "to" goes on with a passive, and has nobody told of its own."""
    above, own = tree.heads[verb], below(tree, verb)
    passive = any(tree.relations[c] == "aux:pass" and head == above for c, head in enumerate(tree.heads))
    bare = not any(tree.relations[c] in _PARTIES for c in own)
    return tree.relations[verb] == "conj" and tree.lemmas[verb] in _TOLD and passive and bare


def _habit(tree: Tree, used: int, tags: list[str], relations: list[str]) -> None:
    """Make "used" a past tense, where nothing makes it a passive but its subject."""
    own = below(tree, used)
    subject = next((c for c in own if relations[c] == "nsubj:pass" and c < used), None)
    if subject is not None and not any(relations[c] in _HELPERS for c in own):
        tags[used], relations[subject] = "VBD", "nsubj"
