"""Tree → Tree: adds the verb of those "believed to be" something, where the tree has none; drops nothing.

In "two men thought to be rebels were shot" a tree may have the men thinking, and nobody shot.
"""

from holdfire.model.tree import Tree
from holdfire.reading.english.mending.hanging import SUBJECTS, below, has, hung

_HELD_FOR = frozenset({
    "believe", "think", "say", "suspect", "know", "presume", "report", "allege", "assume", "claim",
})  # fmt: skip
_BARE = ("VBN", "VBD")
_FINITE = ("VBD", "VBN", "VB")
_HELP = frozenset({"aux", "aux:pass"})
_REACH = 8
"""Words from "to" on within which the verb stands."""


def with_believed_people(tree: Tree) -> Tree:
    """The tree, with the verb behind "believed to …" for that of those of whom it is believed."""
    if _HELD_FOR.isdisjoint(tree.lemmas) or "to" not in tree.lemmas:
        return tree
    for at in range(1, len(tree.tags) - 2):
        if tree.lemmas[at] in _HELD_FOR and tree.tags[at] in _BARE and tree.lemmas[at + 1] == "to":
            tree = _mended(tree, at)
    return tree


def _mended(tree: Tree, at: int) -> Tree:
    who, what = at - 1, at + 2
    own = tree.heads[who] == at and tree.relations[who] in SUBJECTS
    if not own or tree.tags[what] != "VB" or has(tree, at, _HELP):
        return tree
    verb = _verb_behind(tree, at, what)
    if verb is None:
        return tree
    heads = {t: (verb, tree.relations[t]) for t in below(tree, at) if t > verb or t < who}
    above = (tree.heads[at], tree.relations[at]) if tree.heads[at] != verb else None
    if tree.heads[verb] in range(at, verb):
        heads[verb] = above or (tree.heads[verb], tree.relations[verb])
    done = "nsubj:pass" if has(tree, verb, ("aux:pass",)) else "nsubj"
    tags = {} if has(tree, verb, _HELP) else {verb: "VBD"}
    return hung(tree, heads | _parted(tree, at, verb) | {who: (verb, done), at: (who, "acl")}, tags)


def _verb_behind(tree: Tree, at: int, what: int) -> int | None:
    """The verb without a subject behind what is believed, beside or below it."""
    for verb in range(what + 1, min(len(tree.tags), what + 1 + _REACH)):
        if tree.tags[verb] in ("WDT", "WP", ",", "CC") or tree.lemmas[verb] == "that":
            return None
        beside = tree.heads[verb] == tree.heads[at] or tree.heads[verb] in range(at, verb)
        if tree.tags[verb] not in _FINITE or verb == what or not beside:
            continue
        subjects = [t for t in below(tree, verb) if tree.relations[t] in SUBJECTS]
        taken = all(at < t < verb and tree.tags[t][0] == "N" for t in subjects)
        behind = any(t > verb and tree.relations[t] in ("obj", "obl") for t in below(tree, verb))
        return verb if taken and (has(tree, verb, _HELP) or behind) else None
    return None


def _parted(tree: Tree, at: int, verb: int) -> dict[int, tuple[int, str]]:
    """What is believed of them, where a tree has a part of it below the verb: "said to be rebels shot"."""
    inside = [t for t in below(tree, verb) if at < t < verb and tree.relations[t] in SUBJECTS]
    inside += [t for t in below(tree, at) if at + 2 < t < verb and tree.tags[t][0] in "NJ"]
    if not inside:
        return {}
    noun = inside[0]
    led = [t for t in below(tree, verb) if at < t < noun]
    roles = {at + 1: "mark", at + 2: "cop" if tree.lemmas[at + 2] == "be" else tree.relations[at + 2]}
    return {t: (noun, roles.get(t, tree.relations[t])) for t in led} | {noun: (at, "xcomp")}
