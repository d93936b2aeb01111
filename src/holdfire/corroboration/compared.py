"""Pairs of accounts by number, and how much speaks for the two of each telling of one thing.

Accounts go by their place in the order of ids, so that millions of pairs are three columns of numbers.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from holdfire.corroboration.columns import Floats, Index

UNCOMPARED = -6.0
"""Bits between two accounts that were not worth comparing, or were found to be different ones."""
DOUBTFUL = -4.0
"""From which mean of bits two clusters that stay apart are shown as possibly the same."""

Flags = npt.NDArray[np.bool_]
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

    def where(self, kept: Flags) -> "Compared":
        """Some of the pairs, of the same accounts."""
        return Compared(self.ids, self.left[kept], self.right[kept], self.bits[kept])

    def among(self, ids: tuple[str, ...]) -> "Compared":
        """The pairs that are of other accounts too, by their numbers there."""
        now = numbers_in(ids, self.ids)
        kept = self.where((now[self.left] >= 0) & (now[self.right] >= 0))
        return Compared(ids, now[kept.left], now[kept.right], kept.bits)


NOTHING = Compared((), np.empty(0, np.intp), np.empty(0, np.intp), np.empty(0))


def compared(ids: Iterable[str], bits: Mapping[Pair, float] | None = None) -> Compared:
    """The same out of ids and of bits by pairs of them, both in any order."""
    every, given = tuple(sorted(ids)), sorted((bits or {}).items())
    numbers = {each: number for number, each in enumerate(every)}
    left = np.array([numbers[a] for (a, _), _ in given], np.intp)
    right = np.array([numbers[b] for (_, b), _ in given], np.intp)
    return Compared(every, left, right, np.array([weight for _, weight in given], np.float64))


def numbers_in(ids: Sequence[str], those: Sequence[str]) -> Index:
    """Where each of `those` stands among the ids; -1 where it does not."""
    if ids is those:
        return np.arange(len(ids))
    numbers = {each: number for number, each in enumerate(ids)}
    return np.array([numbers.get(each, -1) for each in those], np.intp)


def changed_pairs(before: Compared, after: Compared, now: Index) -> Flags:
    """Which accounts have a pair that is new, gone or weighed otherwise; `now` renumbers those of before."""
    found = np.zeros(len(after.ids), np.bool_)
    if before is after:
        return found
    left, right = now[before.left], now[before.right]
    old, keys = left * len(after.ids) + right, after.keys
    at = np.minimum(np.searchsorted(keys, old), max(len(keys) - 1, 0))
    same = (left >= 0) & (right >= 0)
    if len(keys):
        same &= (keys[at] == old) & (after.bits[at] == before.bits)
    else:
        same[:] = False
    ends = np.concatenate([left[~same], right[~same]])
    found[ends[ends >= 0]] = True
    new = np.ones(len(keys), np.bool_)
    new[at[same]] = False
    found[after.left[new]] = found[after.right[new]] = True
    return found


@lru_cache(maxsize=256)
def all_two(size: int) -> tuple[Index, Index]:
    """Every two of so many, by their numbers, the smaller on the left."""
    return np.triu_indices(size, 1)


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
