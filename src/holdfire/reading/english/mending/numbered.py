"""Tree → Tree: adds the number of a unit or a post to its name; drops nothing.

"Soldiers of Infantry Battalion 97 shot at villagers": a tree may have 97 of them, who were shot at; and in
"guards at Post 25 fired at a man" guards who were fired.
"""

from msgspec.structs import replace

from holdfire.model.tree import Tree, is_tree
from holdfire.reading.english.mending.hanging import SUBJECTS, below, hung

_UNITS = frozenset({
    "battalion", "brigade", "division", "regiment", "company", "platoon", "corps", "unit", "squadron", "post",
    "outpost", "camp", "base", "pillar", "checkpoint", "sector", "zone", "command",
})  # fmt: skip
_AT = frozenset({"at", "on", "into", "toward", "towards"})


def with_numbered_units(tree: Tree) -> Tree:
    """The tree, with a number behind a unit as part of its name, and who is of it as who acts."""
    if "CD" not in tree.tags or _UNITS.isdisjoint(tree.lemmas):
        return tree
    for number in range(1, len(tree.tags) - 1):
        unit = number - 1
        if tree.tags[number] == "CD" and tree.tags[unit][0] == "N" and tree.lemmas[unit] in _UNITS:
            made = _named(tree, number)
            tree = _active(made, number) if is_tree(made.heads) else tree
    return tree


def _named(tree: Tree, number: int) -> Tree:
    """The tree with the number below its unit, and the unit where the number was that it hangs from."""
    unit, above = number - 1, tree.heads[number]
    heads, relations = list(tree.heads), list(tree.relations)
    before = [t for t in range(unit) if heads[t] == above and relations[t] in SUBJECTS]
    second = relations[number] in SUBJECTS and bool(before)
    if heads[unit] != number:
        astray = second or relations[number] == "nmod"
        return hung(tree, {number: (unit, "flat")}) if astray else tree
    if not second:
        heads[unit], relations[unit] = above, relations[number]
    elif tree.tags[unit - 1][0] == "N" and tree.heads[unit - 1] != unit:
        heads[unit], relations[unit] = unit - 1, "flat"
    else:
        heads[unit], relations[unit] = before[-1], "nmod"
    for token, head in enumerate(tree.heads):
        if head == number and token != unit:
            heads[token] = unit
    heads[number], relations[number] = unit, "flat"
    return replace(tree, heads=tuple(heads), relations=tuple(relations))


def _active(tree: Tree, number: int) -> Tree:
    """The tree with those of a unit as who fires, where they were said to be fired at somebody."""
    top = number
    while top >= 0 and tree.relations[top] != "nsubj:pass":
        top = tree.heads[top]
    if top < 0 or top >= number or not _aims(tree, tree.heads[top], number):
        return tree
    verb = tree.heads[top]
    return hung(tree, {top: (verb, "nsubj")}, {verb: "VBD"})


def _aims(tree: Tree, verb: int, number: int) -> bool:
    """Whether a participle right behind a unit, without an auxiliary, has "at" or the like behind it."""
    passive = any(tree.relations[t].startswith("aux") for t in below(tree, verb))
    aimed = verb + 1 < len(tree.lemmas) and tree.lemmas[verb + 1] in _AT
    return verb == number + 1 and tree.tags[verb] == "VBN" and aimed and not passive
