"""Tree → Tree: adds the leave that somebody grants, where it has it for a part of a place; drops nothing.

"A memo granting troops at the border permission to fire": a tree may have a border permission, and in "a memo
granting troops permission" troops of a kind called granting.
"""

from holdfire.model.tree import Tree
from holdfire.reading.english.mending.hanging import below, hung

_GIVING = frozenset({"grant", "give"})
_LEAVE = frozenset(
    {"permission", "authority", "authorization", "authorisation", "clearance", "power", "right"}
)
_LED = frozenset({"case", "det", "amod", "nmod:poss"})


def with_granted_leave(tree: Tree) -> Tree:
    """The tree, with leave to do something as what is granted."""
    if _LEAVE.isdisjoint(tree.lemmas) or "to" not in tree.sentence.said:
        return tree
    for noun in range(2, len(tree.tags) - 1):
        if tree.lemmas[noun] in _LEAVE and tree.lemmas[noun + 1] == "to":
            tree = _with_verb(tree, noun)
            tree = _with_leave(tree, noun)
    return tree


def _with_verb(tree: Tree, noun: int) -> Tree:
    """Of "a memo granting troops permission to": the verb, which a tree has for a part of a noun."""
    verb = next((t for t in range(1, noun) if tree.sentence.tokens[t].text.lower() == "granting"), None)
    if verb is None or tree.tags[verb][0] == "V" or tree.relations[verb] != "compound":
        return tree
    whom, paper = tree.heads[verb], verb - 1
    beside = tree.heads[noun] == tree.heads[whom]
    if tree.tags[paper][0] != "N" or not (beside or tree.heads[noun] == whom):
        return tree
    links = {verb: (paper, "acl"), whom: (verb, "obj")} | ({noun: (verb, "obj")} if beside else {})
    return hung(tree, links, {verb: "VBG"}, {verb: "grant"})


def _with_leave(tree: Tree, noun: int) -> Tree:
    """Of "granting troops at the border permission to": the leave, which a tree has where the troops are."""
    place = noun - 1
    verb = next((t for t in range(noun - 1, -1, -1) if tree.lemmas[t] in _GIVING), None)
    if verb is None or tree.relations[place] != "compound" or tree.heads[place] != noun:
        return tree
    led = [t for t in below(tree, noun) if t < place and tree.relations[t] in _LED]
    if not any(tree.relations[t] == "case" for t in led) or tree.heads[noun] < verb:
        return tree
    links = {t: (place, tree.relations[t]) for t in led}
    links |= {place: (tree.heads[noun], tree.relations[noun]), noun: (verb, "obj")}
    return hung(tree, links)
