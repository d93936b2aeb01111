"""Whether a verb is done to its subject or by it, where its own words do not say so."""

from holdfire.reading.grammar.dependents import Dependents

FINITE = frozenset({"VBD", "VBZ", "VBP"})


def is_passive(tree: Dependents, head: int) -> bool:
    """Whether a verb is passive: by its own words, as a bare participle, or through its first conjunct."""
    if _acts_after_participle(tree, head):
        return False
    if tree.one(head, "nsubj:pass", "aux:pass", "csubj:pass", "obl:agent") is not None:
        return True
    if trails(tree, head):
        return True
    if tree.tags[head] != "VBN" or tree.one(head, "aux", "nsubj") is not None:
        return False
    if tree.relations[head] == "conj":
        return is_passive(tree, tree.heads[head]) or tells_of_object(tree, head)
    return tree.one(head, "obj") is None


def _acts_after_participle(tree: Dependents, head: int) -> bool:
    """Whether a subject with a participle of its own acts: "a bomb placed by rebels destroyed two trucks"."""
    subject = tree.one(head, "nsubj:pass")
    if (
        subject is None
        or tree.one(head, "obj") is None
        or tree.one(head, "aux:pass", "obl:agent") is not None
    ):
        return False
    own = tree.one(subject, "acl")
    return own is not None and tree.tags[own] == "VBN" and max(tree.branch(subject)) == head - 1


def trails(tree: Dependents, head: int) -> bool:
    """Whether a bare verb is told of the noun right before it: "came on a report of a person shot"."""
    before = head - 1
    if (
        before < 0
        or tree.tags[head] not in ("VBD", "VBN")
        or tree.relations[head] not in ("advcl", "parataxis")
    ):
        return False
    alone = all(tree.relations[c] == "punct" for c in tree.children[head])
    return alone and tree.tags[before] == "NN" and tree.relations[before] in ("nmod", "obl")


def tells_of_object(tree: Dependents, head: int) -> bool:
    """Whether a participle is told of one more object: "guards found two men dead and a boy wounded"."""
    above, before = tree.heads[head], head - 1
    finite = tree.tags[above] in FINITE and tree.one(above, "aux") is None
    return finite and tree.tags[before][0] == "N" and tree.one(head, "obj", "advmod", "cc") is None
