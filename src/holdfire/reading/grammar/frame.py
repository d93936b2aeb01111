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
    if not frame.needs and not frame.lacks:
        return True
    below = {tree.relations[c] for c in tree.children[anchor]}
    return all(below & set(need.split("|")) for need in frame.needs) and not below & set(frame.lacks)


def table_of(words: object, name: str) -> Mapping[str, Any]:
    """A word table by its name; "cues.zone" is one of the tables in `cues`."""
    first, _, inner = name.partition(".")
    table: Mapping[str, Any] = getattr(words, first)
    return table.get(inner, {}) if inner else table


class RuleIndex(Generic[K, V]):
    """The rules of a grammar by the words that anchor them, so that a tree is looked through once.

    `words` holds the tables: an attribute for each name that a frame may use.
    """

    def __init__(self, rules: Iterable[Rule[Frame, Site[K], V]], words: K) -> None:
        self.words = words
        self._by_lemma: dict[str, list[tuple[Rule[Frame, Site[K], V], Any]]] = {}
        for rule in rules:
            for lemma, row in table_of(words, rule.pattern.table).items():
                self._by_lemma.setdefault(lemma, []).append((rule, row))

    def produced(self, tree: Dependents, sentence: int) -> Iterator[V]:
        """What the rules make of a tree, in the order of the tokens and, at each, of the rules."""
        for anchor, lemma in enumerate(tree.lemmas):
            for rule, row in self._by_lemma.get(lemma, ()):
                if fits(rule.pattern, tree, anchor):
                    made = rule.produce(Site(tree, anchor, row, self.words, sentence))
                    if made is not None:
                        yield made
