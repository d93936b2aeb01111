"""Sentences → trees: adds tags, lemmas, heads and relations (Universal Dependencies); drops nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from holdfire.reading.tokens import Sentence

ROOT = -1


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence as a dependency tree. All tuples are as long as `sentence.tokens`.

    `tags` are Penn Treebank tags, `heads` indices of tokens with ROOT (-1) for the one root, `relations`
    Universal Dependencies v2 labels with subtypes ("nsubj:pass", "obl:agent"), `lemmas` lower case.
    """

    sentence: Sentence
    tags: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]


class Syntax(Protocol):
    """Anything that makes trees of sentences: our parser, or another with the same labels."""

    name: str
    version: str

    def parse(self, sentences: Sequence[Sentence]) -> list[Tree]:
        """One tree a sentence, in order; every tree has exactly one root and no cycle."""
        ...
