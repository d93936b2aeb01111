"""Tree → Tree: adds "fire" as a noun behind those whose it is; drops nothing.

In "a fisherman was killed by Israeli navy fire" a tree may have the navy killing him, and him firing; in
"fired one shot at him" it may have one man shot, and in "shelling and small arms fire" arms that fire.
"""

from msgspec.structs import replace

from holdfire.model.tree import Tree
from holdfire.reading.english.mending.hanging import SUBJECTS, below, has, hung

_LEADING = frozenset({"by", "in", "under", "from", "of", "during"})
_VERBS = frozenset({"VB", "VBP"})
_DONE = frozenset({"VBN", "VBD"})
_WITHIN = frozenset({"JJ", "NN", "NNS", "NNP", "NNPS", "POS", "DT", "PRP$", "CD"})
_OF_OWNER = frozenset({"amod", "compound"})
_ARMS = frozenset(
    {"arm", "arms", "gun", "machinegun", "mortar", "artillery", "rifle", "tank", "weapon", "weapons"}
)
"""Behind what "fire" is theirs: a gun fires nothing by itself."""
_OBLIQUE = frozenset({"obl", "obl:agent", "nmod"})


def with_gunfire(tree: Tree) -> Tree:
    """The tree, with "navy fire" behind a preposition as one noun, which hangs where the navy did."""
    if "fire" not in tree.lemmas:
        return tree
    for at in range(2, len(tree.lemmas)):
        if tree.lemmas[at] == "fire" and tree.tags[at] in _VERBS and tree.tags[at - 1][0] == "N":
            tree = _mended(tree, at)
            tree = _of_arms(tree, at) if tree.tags[at] in _VERBS else tree
    return tree


def _of_arms(tree: Tree, at: int) -> Tree:
    """The tree, with "small arms fire" as one noun, which stands where the arms did."""
    arms = at - 1
    own = (tree.relations[n] for n in below(tree, at) if n != arms)
    if (
        tree.lemmas[arms] not in _ARMS
        or tree.heads[arms] in (at, -1)
        or not {"obj", "aux", "mark"}.isdisjoint(own)
    ):
        return tree
    links = {at: (tree.heads[arms], tree.relations[arms]), arms: (at, "compound")}
    links |= {n: (at, tree.relations[n]) for n in below(tree, arms) if tree.relations[n] not in _OF_OWNER}
    return hung(tree, links, {at: "NN"}, {at: "fire"})


def with_single_shots(tree: Tree) -> Tree:
    """The tree, with "one shot" as what is fired, where it has one man shot: "fired one shot at him"."""
    for shot in range(2, len(tree.tags)):
        fired = shot - 2
        one = tree.lemmas[shot] == "shoot" and tree.tags[shot] in _DONE and tree.tags[shot - 1] == "CD"
        if one and tree.lemmas[fired] == "fire" and tree.tags[fired][0] == "V":
            links = {shot: (fired, "obj"), shot - 1: (shot, "nummod")}
            links |= {t: (fired, "obl") for t in below(tree, shot) if t > shot and tree.relations[t] == "obl"}
            tree = hung(tree, links, {shot: "NN"}, {shot: "shot"})
    return tree


def _mended(tree: Tree, at: int) -> Tree:
    owner, first, verb = at - 1, at - 1, tree.heads[at]
    while first > 0 and tree.tags[first] in _WITHIN:
        first -= 1
    below = (tree.relations[n] for n, head in enumerate(tree.heads) if head == at and n != owner)
    if tree.lemmas[first] not in _LEADING or verb < 0 or verb > first or not {"obj", "aux"}.isdisjoint(below):
        return tree
    if tree.relations[owner] in _OBLIQUE and tree.heads[owner] != verb:
        return tree
    tags, heads, relations = list(tree.tags), list(tree.heads), list(tree.relations)
    for child, head in enumerate(tree.heads):
        if first <= child < owner and head in (owner, at):
            heads[child] = owner if relations[child] in _OF_OWNER else at
        elif head == at and child > at:
            heads[child] = verb
        elif head == at and child < verb and relations[child] in SUBJECTS:
            heads[child] = verb
            relations[child] = "nsubj:pass" if has(tree, verb, ("aux:pass",)) else "nsubj"
    agent = tree.lemmas[first] == "by"
    tags[at], heads[at], relations[at] = "NN", verb, "obl:agent" if agent else "obl"
    heads[owner], relations[owner] = at, "compound"
    heads[first], relations[first] = at, "case"
    return replace(tree, tags=tuple(tags), heads=tuple(heads), relations=tuple(relations))
