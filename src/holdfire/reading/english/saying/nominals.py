"""What nouns and adjectives hand on: "the claim that", "denial of", "its view is", "sure that", "wary of"."""

from collections.abc import Iterator

from holdfire.reading.english.saying.shape import ABOUT, Shape, cue_of, owner_of, without
from holdfire.reading.grammar.dependents import SUBJECTS, Dependents


def shapes_of_noun(tree: Dependents, noun: int) -> Iterator[Shape]:
    """Every shape of what a noun may hand on."""
    source = owner_of(tree, noun)
    for child in tree.all(noun, "ccomp", "acl", "acl:relcl"):
        yield Shape("claim_that", noun, tuple(tree.branch(child)), (noun,), source)
    for child in tree.all(noun, "nmod"):
        case = next(iter(tree.all(child, "case")), None)
        if case is not None and child > noun and tree.lemmas[case] in ABOUT:
            content = tuple(t for t in tree.branch(child) if t != case)
            yield Shape(f"claim_{tree.lemmas[case]}", noun, content, (noun, case), source)
    above = tree.heads[noun]
    if tree.relations[noun] == "nsubj" and tree.one(above, "cop") is not None:
        yield Shape("claim_is", noun, without(tree, above, noun), (noun,), source)


def shapes_of_adjective(tree: Dependents, word: int) -> Iterator[Shape]:
    """Every shape of what an adjective may hand on."""
    source, cue = tree.one(word, *SUBJECTS), cue_of(tree, word)
    if source is None and tree.relations[word] == "xcomp":
        source = tree.one(tree.heads[word], *SUBJECTS)
    for child in tree.all(word, "ccomp", "xcomp", "csubj"):
        yield Shape("sure_that", word, tuple(tree.branch(child)), cue, source)
    for child in tree.all(word, "obl", "advcl"):
        case = next(iter(tree.all(child, "case", "mark")), None)
        if case is not None and child > word:
            content = tuple(t for t in tree.branch(child) if t != case)
            yield Shape(f"sure_{tree.lemmas[case]}", word, content, tuple(sorted({*cue, case})), source)
