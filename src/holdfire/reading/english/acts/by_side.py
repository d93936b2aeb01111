"""A toll told by side: "two died on the Thai side and three on the other", "one was hurt on each side"."""

from collections.abc import Sequence

from msgspec.structs import replace

from holdfire.model.statement import Deed
from holdfire.reading.grammar.dependents import Dependents

TOLLS = frozenset({"killed", "injured"})


def on_sides(tree: Dependents, victims: Sequence[int], anchor: int, harm: str | None) -> list[int]:
    """The victims, with the numbers of those who suffered the same "on the … side" named after theirs."""
    if harm not in TOLLS or not victims or tree.lemmas.count("side") < 2:
        return [*victims]
    sides = [t for t in _sides(tree) if t > anchor]
    before = (tree.all(t, "case")[0] - 1 for t in sides[1:])
    more = [n for n in before if n > anchor and tree.tags[n] == "CD" and n not in victims]
    return [*victims, *more] if len(sides) > 1 else [*victims]


def on_each_side(tree: Dependents, told: Deed) -> Deed:
    """A deed of which as many suffered "on each side" as its words count: twice as many."""
    if not told.harms or "side" not in tree.lemmas:
        return told
    if not any(_is_each(tree, t) and told.span.contains(tree.word(t)) for t in _sides(tree)):
        return told
    harms = tuple(
        replace(h, phrase=replace(h.phrase, count=2 * h.phrase.count))
        if h.kind in TOLLS and isinstance(h.phrase.count, int)
        else h
        for h in told.harms
    )
    return replace(told, harms=harms)


def _sides(tree: Dependents) -> list[int]:
    return [t for t, lemma in enumerate(tree.lemmas) if lemma == "side" and tree.case(t) == "on"]


def _is_each(tree: Dependents, side: int) -> bool:
    return tree.has(side, ("each",), "det")
