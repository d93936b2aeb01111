"""Patterns over trees: a frame names the word table that anchors it and the relations it needs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import compress, count
from typing import Any, Generic, TypeVar

import msgspec

from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.rule import Rule

V = TypeVar("V")
K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a rule may apply: at a word of a table, with or without certain relations below it.

    `table` is the name of a word table, `tags` the first letters of the Penn tags that the anchor may have
    ("V", "N", "VN"); each of `needs` ("ccomp|xcomp") must hang from the anchor, none of `lacks` may.
    One of the words `beside` must stand somewhere in the sentence, where a rule cannot read it without.
    """

    table: str
    tags: str = "V"
    needs: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    beside: frozenset[str] = frozenset()


class Site(msgspec.Struct, Generic[K], frozen=True):
    """A place where a frame fits: the tree, the anchoring token, its row of the word table, all tables."""

    tree: Dependents
    anchor: int
    row: Any
    words: K
    sentence: int


@dataclass(frozen=True, slots=True)
class Entry(Generic[K, V]):
    """A rule at one of its words: the row of the table, and what its frame asks for, made ready."""

    rule: Rule[Frame, Site[K], V]
    row: Any
    needs: tuple[frozenset[str], ...]
    lacks: frozenset[str]
    beside: frozenset[str]
    asks: bool

    def fits(self, tree: Dependents, anchor: int) -> bool:
        """Whether a sentence has the words, and an anchor the relations below it, that the frame wants."""
        if self.beside and self.beside.isdisjoint(tree.lemmas):
            return False
        if not self.needs and not self.lacks:
            return True
        below = [tree.relations[c] for c in tree.children[anchor]]
        for need in self.needs:
            if need.isdisjoint(below):
                return False
        return self.lacks.isdisjoint(below)


def entry_of(rule: Rule[Frame, Site[K], V], row: Any) -> Entry[K, V]:  # noqa: ANN401
    """A rule made ready for one row of its table."""
    frame = rule.pattern
    needs = tuple(frozenset(need.split("|")) for need in frame.needs)
    asks = bool(frame.needs or frame.lacks or frame.beside)
    return Entry(rule, row, needs, frozenset(frame.lacks), frame.beside, asks)


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
        self._by_lemma: dict[str, dict[str, list[Entry[K, V]]]] = {}
        for rule in rules:
            for lemma, row in table_of(words, rule.pattern.table).items():
                by_tag, entry = self._by_lemma.setdefault(lemma, {}), entry_of(rule, row)
                for letter in rule.pattern.tags:
                    by_tag.setdefault(letter, []).append(entry)

    @property
    def lemmas(self) -> frozenset[str]:
        """Every word that anchors a rule."""
        return frozenset(self._by_lemma)

    def produced(self, tree: Dependents, sentence: int) -> Iterator[V]:
        """What the rules make of a tree, in the order of the tokens and, at each, of the rules."""
        lemmas, tags, by_lemma = tree.lemmas, tree.tags, self._by_lemma
        for anchor in compress(count(), map(by_lemma.__contains__, lemmas)):
            for entry in by_lemma[lemmas[anchor]].get(tags[anchor][0], ()):
                if not entry.asks or entry.fits(tree, anchor):
                    made = entry.rule.produce(Site(tree, anchor, entry.row, self.words, sentence))
                    if made is not None:
                        yield made
