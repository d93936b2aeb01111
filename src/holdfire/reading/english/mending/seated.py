"""Tree → Tree: adds the subject that stands between a conjunction and its verb; drops nothing.

"Not to return fire after tank shells struck a tower": a tree may have the shells in what is forbidden, and
whoever is told of before striking the tower. "Villagers near the border with Niger set fire to a post": it
may have Niger burning the post beside them. Of "members of the Corps (CRG)" it may have both.
"""

from holdfire.model.tree import Tree
from holdfire.reading.english.acts.act_words import MONTHS
from holdfire.reading.english.mending.hanging import SUBJECTS, below, hung

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_LOOSE = frozenset({"obl", "obl:unmarked", "obj", "nmod", "nmod:unmarked"})
_NAMES = frozenset({"NNP", "NNPS"})
_LEADING = frozenset({
    "with", "of", "in", "at", "near", "on", "from", "behind", "inside", "under", "across",
})  # fmt: skip
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "expl"})


def with_seated_subjects(tree: Tree) -> Tree:
    """The tree, with such a noun as the subject of the verb right behind it."""
    if "VBD" not in tree.tags or "advcl" not in tree.relations:
        return tree
    for verb in range(2, len(tree.tags)):
        if tree.tags[verb] != "VBD" or tree.relations[verb] != "advcl" or tree.tags[verb - 1] not in _NOUNS:
            continue
        if _stands_between(tree, verb):
            tree = hung(tree, {verb - 1: (verb, "nsubj")})
        elif (subject := _named_between(tree, verb)) is not None:
            tree = hung(tree, {subject: (verb, "nsubj")})
    return tree


def with_subjects_behind_deeds(tree: Tree) -> Tree:
    """The tree, with who did two things as the subject: "after killing a man the gang fled" kills no gang."""
    if "VBG" not in tree.tags:
        return tree
    for deed in range(1, len(tree.tags) - 3):
        if tree.tags[deed] != "VBG" or tree.relations[deed] != "advcl" or tree.heads[deed] < deed:
            continue
        verb = tree.heads[deed]
        done_to = [t for t in below(tree, deed) if tree.relations[t] == "obj"]
        free = not any(tree.relations[t] in _SUBJECTS for t in below(tree, verb))
        if len(done_to) == 2 and free and deed < done_to[1] < verb and _reaches(tree, done_to[1], verb):
            tree = hung(tree, {done_to[1]: (verb, "nsubj")})
    return tree


def _reaches(tree: Tree, noun: int, verb: int) -> bool:
    """Whether nothing stands between a noun, with what belongs to it, and a verb of the past."""
    return tree.tags[verb] == "VBD" and all(
        tree.heads[t] == noun or tree.relations[t] in ("aux", "advmod") for t in range(noun + 1, verb)
    )


def without_led_subjects(tree: Tree) -> Tree:
    """The tree, with what "with", "of" or "in" leads as no second subject of a verb."""
    for noun in range(3, len(tree.tags)):
        if tree.relations[noun] not in SUBJECTS or tree.tags[noun] not in _NOUNS:
            continue
        if tree.lemmas[noun] in MONTHS:
            continue  # "the order of last August remains in force"
        case = next((t for t in range(noun) if tree.heads[t] == noun and tree.relations[t] == "case"), None)
        verb = tree.heads[noun]
        first = any(tree.heads[t] == verb and tree.relations[t] in SUBJECTS for t in range(case or 0))
        if case is None or tree.lemmas[case] not in _LEADING:
            continue
        if not first:
            tree = _with_who_hid(tree, noun, case, verb)
            continue
        before = tree.tags[case - 1]
        if before[0] == "N" or before in ("VBG", "VBN"):
            tree = hung(tree, {noun: (case - 1, "nmod" if before[0] == "N" else "obl")})
    return tree


def _with_who_hid(tree: Tree, place: int, case: int, verb: int) -> Tree:
    """The tree with those before a place for the subject: "before rebels hiding in the bush opened fire"."""
    where = case - 1
    who = tree.heads[where]
    if tree.tags[where] not in ("VBG", "VBN") or tree.relations[where] != "acl" or not 0 <= who < where:
        return tree
    beside = tree.heads[who] == verb and tree.relations[who] in _LOOSE
    if not beside or any(tree.relations[t] == "case" for t in below(tree, who)):
        return tree
    return hung(tree, {who: (verb, "nsubj"), place: (where, "obl")})


def _named_between(tree: Tree, verb: int) -> int | None:
    """A name right before a verb without a subject, where the tree has it for a time: "after Kos ordered"."""
    own = below(tree, verb)
    if any(tree.relations[t] in _SUBJECTS for t in own):
        return None
    mark = next((t for t in own if tree.relations[t] == "mark"), verb)
    named = (t for t in own if mark < t < verb and tree.relations[t] in _LOOSE and tree.tags[t] in _NAMES)
    name = next(named, None)
    if name is None or any(tree.relations[t] == "case" for t in below(tree, name) if t < mark + 2):
        return None
    parts = {name}
    for token in range(name + 1, verb):
        if tree.heads[token] not in parts:
            return None
        parts.add(token)
    return name if len(parts) > 1 else None


def _stands_between(tree: Tree, verb: int) -> bool:
    """Whether all between a conjunction and its verb is one phrase, and the verb has no subject."""
    noun, own = verb - 1, below(tree, verb)
    mark = next((t for t in own if tree.relations[t] == "mark" and t < noun), None)
    if mark is None or any(tree.relations[t] in _SUBJECTS for t in own):
        return False
    if tree.relations[noun] not in _LOOSE or tree.heads[noun] == verb:
        return False
    within = (t for t in range(mark + 1, noun))
    return all(tree.heads[t] == noun and tree.relations[t] != "case" for t in within)
