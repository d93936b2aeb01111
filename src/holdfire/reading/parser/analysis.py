"""What a parser says of a sentence, as plain tuples; `holdfire.reading.syntax` makes trees of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

ROOT = -1


@dataclass(frozen=True, slots=True)
class Analysis:
    """Tags, heads (ROOT for the root) and relations, one a word; lemmas where the parser has its own."""

    tags: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    lemmas: tuple[str, ...] | None = None


class Parser(Protocol):
    """Anything that analyses tokenized sentences."""

    @property
    def name(self) -> str:
        """What the parser is called."""
        ...

    @property
    def version(self) -> str:
        """Which parser of that name."""
        ...

    def analyse(self, sentences: Sequence[Sequence[str]]) -> list[Analysis]:
        """One analysis a sentence, in order; one root each, no cycle."""
        ...
