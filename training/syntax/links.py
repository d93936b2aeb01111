"""Predicate-argument links: which of those annotated by hand a syntax gets right.

A row of the table is a sentence, a predicate, a relation and the head word of the argument. `obj` also
stands for `iobj`; `word#2` is the second such word of the sentence.
"""

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from holdfire.model.span import Span
from holdfire.model.text import Text
from holdfire.reading.syntax import Syntax, Tree
from holdfire.reading.tokens import split


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a sentence."""

    sentence: str
    predicate: str
    relation: str
    argument: str

    def holds(self, tree: Tree) -> bool:
        """Whether the tree has it."""
        argument, predicate = position(tree, self.argument), position(tree, self.predicate)
        relation = tree.relations[argument].replace("iobj", "obj")
        return tree.heads[argument] == predicate and relation == self.relation


def position(tree: Tree, word: str) -> int:
    """Where a word stands in a tree."""
    form, _, nth = word.partition("#")
    found = [i for i, token in enumerate(tree.sentence.tokens) if token.text == form]
    return found[int(nth or 1) - 1]


def read(path: Path) -> list[Link]:
    """The links of a table."""
    lines = path.read_text("utf-8").splitlines()
    return [Link(*line.split("\t")) for line in lines if line and not line.startswith("#")]


def wrong(links: list[Link], syntax: Syntax) -> list[Link]:
    """The links that the syntax does not give; those of a sentence that is split are all wrong."""
    missed = []
    for words, group in groupby(links, key=lambda link: link.sentence):
        sentences = split(Text(words, (Span(0, len(words)),)))
        if len(sentences) != 1:
            missed += list(group)
            continue
        (tree,) = syntax.parse(sentences)
        missed += [link for link in group if not link.holds(tree)]
    return missed
