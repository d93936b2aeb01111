"""Trees → trees: joins the two words of a means that a tree takes apart ("a warning shot"); drops nothing.

A parser that never saw "warning shot" may have the shot as a verb, and then somebody was shot. Which two
words are one thing the table of means knows.
"""

from collections.abc import Mapping

import msgspec

from holdfire.model.tree import ROOT, Tree, is_tree
from holdfire.reading.english.mending.hanging import below, hung
from holdfire.reading.english.words.lemmas import lemma

OWN = frozenset({"compound", "amod"})
"""How the first of two words hangs from the second where the tree has them as one."""
LOOSE = frozenset({"obl", "obl:unmarked", "obl:agent", "advcl", "advmod", "nsubj", "aux", "aux:pass"})
"""What hangs from a verb and from no noun."""


def with_ceasefires(tree: Tree) -> Tree:
    """The tree, with "cease-fire" as one noun: its last word is a ceasefire, and no fire.

    In "resorted to ceasefire violations" nobody ceasefires violations.
    """
    if "ceasefire" in tree.sentence.said:
        tree = _violated(tree)
    if "cease" not in tree.sentence.said:
        return tree
    relations = list(tree.relations)
    for at in range(1, len(relations)):
        ceasing = tree.lemmas[at - 1] == "cease" and tree.heads[at] == at - 1 and tree.tags[at] == "VBG"
        relations[at] = "xcomp" if ceasing and relations[at] == "advcl" else relations[at]
    if (linked := tuple(relations)) != tree.relations:
        tree = msgspec.structs.replace(tree, relations=linked)
    lemmas = list(tree.lemmas)
    for at in range(2, len(lemmas)):
        words = [token.text.lower() for token in tree.sentence.tokens[at - 2 : at + 1]]
        if words[:2] == ["cease", "-"] and words[2] in ("fire", "fires") and tree.tags[at][0] == "N":
            lemmas[at] = "ceasefire"
    made = tuple(lemmas)
    return tree if made == tree.lemmas else msgspec.structs.replace(tree, lemmas=made)


def _violated(tree: Tree) -> Tree:
    for at in range(1, len(tree.tags) - 1):
        noun = at + 1
        if tree.lemmas[at] != "ceasefire" or tree.tags[at][0] != "V":
            continue
        if tree.heads[noun] != at or tree.relations[noun] != "obj":
            continue
        links = {n: (noun, tree.relations[n]) for n in below(tree, at) if n != noun}
        links |= {n: (noun, "case") for n in links if tree.relations[n] == "mark"}
        links |= {noun: (tree.heads[at], "obl" if links else "obj"), at: (noun, "compound")}
        tree = hung(tree, links, {at: "NN"})
    return tree


class Joining:
    """The means of two words, by both: made once for a lexicon."""

    def __init__(self, means: Mapping[str, str]) -> None:
        pairs = [words for key in means if len(words := key.split()) == 2]
        self._pairs = {(first, form) for first, noun in pairs for form in _forms(noun)}
        self._first = frozenset(first for first, _ in self._pairs)
        self._second = frozenset(second for _, second in self._pairs)

    def __call__(self, tree: Tree) -> Tree:
        """The tree, with every pair that it takes apart as one noun."""
        said = tree.sentence.said
        if self._first.isdisjoint(said) or self._second.isdisjoint(said):
            return tree
        low = [token.text.lower() for token in tree.sentence.tokens]
        for noun in [n for n, word in enumerate(low) if n and word in self._second]:
            if (low[noun - 1], low[noun]) in self._pairs and not _is_joined(tree, noun):
                made = _joined(tree, noun)
                tree = made if is_tree(made.heads) else tree
        return tree


def _forms(noun: str) -> tuple[str, ...]:
    """One and many; of "fire" only the one, for a sniper "fires"."""
    return (noun,) if noun == "fire" else (noun, f"{noun}s")


def _is_joined(tree: Tree, noun: int) -> bool:
    first = noun - 1
    one = tree.heads[first] == noun and tree.relations[first] in OWN
    return one and tree.tags[noun][0] == "N"


def _joined(tree: Tree, noun: int) -> Tree:
    """A noun and the word before it as one phrase, which stands where either stood; it may make a ring."""
    first = noun - 1
    heads, relations = list(tree.heads), list(tree.relations)
    tags, lemmas = list(tree.tags), list(tree.lemmas)
    word = tree.sentence.tokens[noun].text
    tags[noun] = "NNS" if word.lower().endswith("s") else "NN"
    lemmas[noun] = lemma(word, tags[noun])
    if tags[first][0] == "V":
        tags[first], lemmas[first] = "NN", tree.sentence.tokens[first].text.lower()
    if heads[first] != noun and relations[first] not in OWN:
        heads[noun], relations[noun] = heads[first], relations[first]
    above = heads[noun]
    for child, head in enumerate(tree.heads):
        if child not in (first, noun) and head == first:
            up = relations[child] == "obl" and child > noun and 0 <= above < first
            heads[child] = above if up else noun
        elif head == noun and relations[child] in LOOSE and child != first and above not in (ROOT, child):
            heads[child] = above
    heads[first], relations[first] = noun, "compound"
    if relations[noun] in ("conj", "advcl", "ccomp", "xcomp", "acl") and above != ROOT:
        heads[noun], relations[noun] = _place(tree, noun, above)
    return msgspec.structs.replace(
        tree, heads=tuple(heads), relations=tuple(relations), tags=tuple(tags), lemmas=tuple(lemmas)
    )


def _place(tree: Tree, noun: int, verb: int) -> tuple[int, str]:
    """Where a noun hangs that stood as a verb under another: beside that one's object, or as its object."""
    objects = [t for t in range(verb + 1, noun - 1) if tree.heads[t] == verb and tree.relations[t] == "obj"]
    return (objects[-1], "conj") if objects else (verb, "obj")
