"""Sentences → trees: adds tags, lemmas, heads and relations (Universal Dependencies); drops nothing."""

from collections.abc import Sequence
from functools import cache
from typing import Protocol

from holdfire.model.sentence import Sentence
from holdfire.model.tree import Tree
from holdfire.reading.english.words.lemmas import lemma
from holdfire.reading.parser.analysis import ROOT, Analysis, Parser
from holdfire.reading.parser.neural import NeuralParser

__all__ = ["ROOT", "NeuralSyntax", "Parsing", "Syntax", "Tree", "load"]


class Syntax(Protocol):
    """Anything that makes trees of sentences: our parser, or another with the same labels."""

    @property
    def name(self) -> str:
        """What it is called."""
        ...

    @property
    def version(self) -> str:
        """Which one of that name."""
        ...

    def parse(self, sentences: Sequence[Sentence]) -> list[Tree]:
        """One tree a sentence, in order; every tree has exactly one root and no cycle."""
        ...


class Parsing:
    """A Syntax made of a parser; it adds lemmas where the parser has none."""

    def __init__(self, parser: Parser) -> None:
        self.parser = parser

    @property
    def name(self) -> str:
        """The parser's name."""
        return self.parser.name

    @property
    def version(self) -> str:
        """The parser's version."""
        return self.parser.version

    def parse(self, sentences: Sequence[Sentence]) -> list[Tree]:
        """One tree a sentence, in order."""
        words = [[token.text for token in s.tokens] for s in sentences]
        return list(map(_tree, sentences, words, self.parser.analyse(words)))


class NeuralSyntax(Parsing):
    """Holdfire's own syntax. Cheap to make: the weights are read when it first parses."""

    def __init__(self) -> None:
        super().__init__(NeuralParser())


@cache
def load() -> NeuralSyntax:
    """Holdfire's own syntax, the same object for the whole process."""
    return NeuralSyntax()


def _tree(sentence: Sentence, words: Sequence[str], analysis: Analysis) -> Tree:
    lemmas = analysis.lemmas
    if lemmas is None:
        lemmas = tuple(map(lemma, words, analysis.tags))
    return Tree(sentence, analysis.tags, lemmas, analysis.heads, analysis.relations)
