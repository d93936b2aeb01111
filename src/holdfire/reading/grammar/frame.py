"""Patterns over trees: a frame names the word table that anchors it and the relations it needs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.rule import Rule

V = TypeVar("V")
K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a rule may apply: at a word of a table, with or without certain relations below it.

    `table` is the name of a word table, `tags` the first letters of the Penn tags that the anchor may have
    ("V", "N", "VN"); each of `needs` ("ccomp|xcomp") must hang from the anchor, none of `lacks` may.
    """

    table: str
    tags: str = "V"
    needs: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Site(Generic[K]):
    """A place where a frame fits: the tree, the anchoring token, its row of the word table, all tables."""

    tree: Dependents
    anchor: int
    row: Any
    words: K
    sentence: int


def fits(frame: Frame, tree: Dependents, anchor: int) -> bool:
    """Whether the relations under an anchor are those that the frame wants."""
    if tree.tags[anchor][0] not in frame.tags:
        return False
    below = {tree.relations[c] for c in tree.children[anchor]}
    return all(below & set(need.split("|")) for need in frame.needs) and not below & set(frame.lacks)


def sites(
    rules: Iterable[Rule[Frame, Site[K], V]], tree: Dependents, words: K, sentence: int
) -> Iterator[tuple[Rule[Frame, Site[K], V], Site[K]]]:
    """Every rule at every token of a tree where its frame fits, in the order of the tokens.

    `words` holds the tables: an attribute for each name that a frame may use.
    """
    rules = tuple(rules)
    tables: list[Mapping[str, Any]] = [getattr(words, rule.pattern.table) for rule in rules]
    for anchor, lemma in enumerate(tree.lemmas):
        for rule, table in zip(rules, tables, strict=True):
            row = table.get(lemma)
            if row is not None and fits(rule.pattern, tree, anchor):
                yield rule, Site(tree, anchor, row, words, sentence)
