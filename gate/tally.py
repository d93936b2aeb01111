"""Counts of agreement between a reader and a coder, and the figures that follow from them."""

from collections.abc import Iterable
from typing import NamedTuple


class Tally(NamedTuple):
    """How many values both agree on, the reader said, and the coder coded."""

    right: int = 0
    said: int = 0
    gold: int = 0

    def plus(self, other: "Tally") -> "Tally":
        """Both counts together."""
        return Tally(self.right + other.right, self.said + other.said, self.gold + other.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where nothing was said or coded."""
        return 2 * self.right / (self.said + self.gold) if self.said + self.gold else 0.0


def total(tallies: Iterable[Tally]) -> Tally:
    """All counts together."""
    out = Tally()
    for each in tallies:
        out = out.plus(each)
    return out
