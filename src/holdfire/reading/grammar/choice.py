"""Candidates → choice: where readings overlap, one is kept."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Protocol, TypeVar


class Extent(Protocol):
    """Anything that stands between two offsets."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


C = TypeVar("C", bound=Extent)


def choose(candidates: Iterable[C]) -> list[C]:
    """Keep the longest of those that overlap, then the earliest, then the first given; in text order."""
    given = list(candidates)
    if all(a.end <= b.start for a, b in pairwise(given)):
        return given
    kept: list[C] = []
    for one in sorted(given, key=lambda c: (c.start - c.end, c.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda c: c.start)
