"""Pairs of accounts by number, and how much speaks for the two of each telling of one thing.

Accounts go by their place in the order of ids, so that millions of pairs are three columns of numbers.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from holdfire.corroboration.columns import Floats, Index

UNCOMPARED = -6.0
"""Bits between two accounts that were not worth comparing, or were found to be different ones."""
DOUBTFUL = -4.0
"""From which mean of bits two clusters that stay apart are shown as possibly the same."""

Pair = tuple[str, str]
"""Two ids, the smaller first."""


@dataclass(frozen=True, slots=True)
class Compared:
    """All `ids` in order; pairs of them by number, each once, the smaller on the left; bits, a pair each.

    The pairs stand in order: by the left, then by the right.
    """

    ids: tuple[str, ...]
    left: Index
    right: Index
    bits: Floats

    def __len__(self) -> int:
        return len(self.bits)

    @property
    def keys(self) -> Index:
        """One number for each pair, rising."""
        return self.left * len(self.ids) + self.right

    def where(self, kept: npt.NDArray[np.bool_]) -> "Compared":
        """Some of the pairs, of the same accounts."""
        return Compared(self.ids, self.left[kept], self.right[kept], self.bits[kept])

    def among(self, ids: tuple[str, ...]) -> "Compared":
        """The pairs that are of other accounts too, by their numbers there."""
        numbers = {each: number for number, each in enumerate(ids)}
        now = np.array([numbers.get(each, -1) for each in self.ids], np.intp)
        kept = self.where((now[self.left] >= 0) & (now[self.right] >= 0))
        return Compared(ids, now[kept.left], now[kept.right], kept.bits)


def compared(ids: Iterable[str], bits: Mapping[Pair, float] | None = None) -> Compared:
    """The same out of ids and of bits by pairs of them, both in any order."""
    every, given = tuple(sorted(ids)), sorted((bits or {}).items())
    numbers = {each: number for number, each in enumerate(every)}
    left = np.array([numbers[a] for (a, _), _ in given], np.intp)
    right = np.array([numbers[b] for (_, b), _ in given], np.intp)
    return Compared(every, left, right, np.array([weight for _, weight in given], np.float64))


def hanging_together(left: Index, right: Index, number: int) -> Index:
    """The group of each of so many accounts, by the least in it: whom pairs lead to, one after the other."""
    group = np.arange(number)
    while True:
        least = group.copy()
        np.minimum.at(least, left, group[right])
        np.minimum.at(least, right, group[left])
        least = least[least]
        if np.array_equal(least, group):
            return group
        group = least
