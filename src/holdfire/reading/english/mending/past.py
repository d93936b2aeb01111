"""Tree → Tree: makes a past tense what can be nothing else ("sank", "bit" behind dogs); drops nothing.

A parser may take "the navy sank two boats" for what the navy is wont to do, and in "police dogs bit a boy" a
bit for a thing.
"""

from msgspec.structs import replace

from holdfire.model.tree import Tree
from holdfire.reading.english.mending.hanging import hung
from holdfire.reading.english.words.lemmas import verb_tables

_HURTS = frozenset({"injury", "wound", "burn", "fracture"})
_SUFFERERS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD"})
_BEHIND = frozenset({"DT", "CD", "PRP", "PRP$", "NNS", "NNP", "JJ"})


def with_past_tense(tree: Tree) -> Tree:
    """The tree, with "sank" and the like as past tense, and "bit" behind dogs as a verb."""
    if "sustained" in tree.lemmas:
        tree = _sustained(tree, tree.lemmas.index("sustained"))
    bitten = "bit" in tree.lemmas
    if not bitten and "VBP" not in tree.tags:
        return tree
    for at, tag in enumerate(tree.tags):
        if tag == "VBP":
            tree = _as_past(tree, at)
        elif bitten and tag == "NN" and tree.lemmas[at] == "bit" and 0 < at < len(tree.tags) - 1:
            tree = _bitten(tree, at)
    return tree


def _sustained(tree: Tree, at: int) -> Tree:
    """What somebody suffered: in "a soldier sustained injuries" a tree may have sustained injuries of his."""
    wound = next((n for n in range(at + 1, min(at + 5, len(tree.tags))) if tree.lemmas[n] in _HURTS), None)
    if wound is None or at == 0 or tree.tags[at] != "JJ" or tree.tags[at - 1] not in _SUFFERERS:
        return tree
    whom = _before_of(tree, at - 1)
    above, relation = tree.heads[at], tree.relations[at]
    if above == wound:
        top = whom if tree.heads[wound] == whom else wound
        above, relation = tree.heads[top], tree.relations[top]
    loose = {
        n: (whom, "nmod") for n in range(whom + 1, at) if tree.heads[n] == wound and tree.tags[n][0] == "N"
    }
    own = {at: (above, "ccomp" if relation.startswith("nsubj") else relation), wound: (at, "obj")}
    return hung(tree, loose | own | {whom: (at, "nsubj")}, {at: "VBD"}, {at: "sustain"})


def _before_of(tree: Tree, noun: int) -> int:
    """The noun that another one belongs to by "of": the driver in "the driver of the truck"."""
    for of in range(noun - 1, max(noun - 4, 0), -1):
        if tree.lemmas[of] == "of" and tree.tags[of - 1] in _SUFFERERS:
            return of - 1
    return noun


def _as_past(tree: Tree, at: int) -> Tree:
    word = tree.sentence.tokens[at].text.lower()
    known, irregular = verb_tables()
    lemma = irregular.get(word)
    return tree if lemma is None or word in known else hung(tree, {}, {at: "VBD"}, {at: lemma})


def _bitten(tree: Tree, at: int) -> Tree:
    """What dogs did; whom they bit may be what the tree has above it."""
    if tree.lemmas[at - 1] != "dog" or tree.tags[at + 1] not in _BEHIND:
        return tree
    above = tree.heads[at]
    made = hung(tree, {}, {at: "VBD"}, {at: "bite"})
    if above < at:
        return made
    heads, relations = list(made.heads), list(made.relations)
    heads[at], relations[at] = heads[above], relations[above]
    if 0 <= heads[at] < at and relations[heads[at]] == "nsubj":
        one = heads[at]
        heads[at], relations[at], heads[one] = heads[one], "parataxis", at
    heads[above], relations[above] = at, "obj"
    for n, head in enumerate(tree.heads):
        if head == above and n < at:
            heads[n] = at
    return replace(made, heads=tuple(heads), relations=tuple(relations))
