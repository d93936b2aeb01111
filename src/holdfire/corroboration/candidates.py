"""Accounts → pairs worth comparing: by when and where they may meet, or by rare words that both use.

Two accounts are candidates where

- both say when within SPAN days and where within REACH kilometres, their days are no more than a day apart
  and their places no more than NEAR kilometres beyond what they reach; or
- they share a sign (a name, a quotation, one of their rarest words; of orders also a place), and were
  published within SOON days of each other; or
- they share two of their first TWICE signs, and were published within PATIENCE days of each other; or
- they are orders that share a norm ("obligation live_fire"), and their days, within WIDE days, may be one.

Those that share signs must not be dated more than WEEKS days apart. A sign, or two, that more than COMMON
accounts share (one sign: within SOON days) is no sign of one thing and is passed over. Of its signs an
account goes by the rarest, until they bring it together with ENOUGH others, so that pairs grow as accounts
do. So an account without date and place is compared only with those that use its rarest words.
Rows of one table are never compared.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

import numpy as np
import numpy.typing as npt

from holdfire.corroboration.account import Kind
from holdfire.corroboration.columns import OPEN, PAD, Columns, Index, Ints
from holdfire.corroboration.compared import all_two
from holdfire.corroboration.shared import days_apart, km_apart, published_apart

SPAN = 16
REACH = 40.0
NEAR = 25.0
SOON = 30
TWICE = 14
PATIENCE: dict[Kind, int] = {"incident": 500, "order": 4000}
WEEKS = 45
WIDE = 31
"""An order's day may be told as a month."""
COMMON = 60
ENOUGH = 24
"""An account goes by its rarest signs, until these bring it together with so many others."""
CROWDED = 2000
"""More accounts than this at one place in one span are compared by their signs alone."""
_KM_PER_DEGREE = 111.2
_CELL = 0.75
"""Degrees of latitude to a cell; a cell is about as wide as it is high."""
_FAR = 1 << 20
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
"""An odd number whose multiples are spread evenly."""

Keys = npt.NDArray[np.uint64]
Pairs = tuple[Index, Index]
"""The two sides of some pairs, the smaller number of each on the left."""


def candidate_pairs(accounts: Columns, kind: Kind) -> Pairs:
    """Every candidate pair, each once, in order."""
    found = [_meeting(accounts), _soon(accounts), _twice(accounts, kind)]
    if kind == "order":
        found.append(_of_one_day(accounts))
    every = _distinct(np.concatenate([left * len(accounts) + right for left, right in found]))
    left, right = every // max(len(accounts), 1), every % max(len(accounts), 1)
    apart = ~_of_one_table(accounts, left, right)
    return left[apart], right[apart]


def _of_one_table(accounts: Columns, left: Index, right: Index) -> npt.NDArray[np.bool_]:
    """Whether two accounts are rows of one table, which tells a thing once."""
    of = accounts.tables
    same: npt.NDArray[np.bool_] = (of[left] == of[right]) & (of[left] != PAD)
    return same


def may_meet(accounts: Columns, left: Index, right: Index) -> npt.NDArray[np.bool_]:
    """Whether two accounts may be at one place on one day, as far as both say when and where."""
    placed = _is_placed(accounts)
    apart, distance = days_apart(accounts, left, right), km_apart(accounts, left, right)
    return placed[left] & placed[right] & (apart <= 1) & (distance <= NEAR)


def may_be_one(accounts: Columns, left: Index, right: Index, *, patience: int) -> npt.NDArray[np.bool_]:
    """Whether two accounts that share a sign are near enough in time."""
    soon = published_apart(accounts, left, right) <= patience
    return soon & (days_apart(accounts, left, right) <= WEEKS)


def _is_placed(accounts: Columns) -> npt.NDArray[np.bool_]:
    dated: npt.NDArray[np.bool_] = (accounts.first != OPEN) & (accounts.last - accounts.first <= SPAN)
    placed: npt.NDArray[np.bool_] = dated & (np.fmin.reduce(accounts.points[:, :, 2], axis=1) <= REACH)
    return placed


def _meeting(accounts: Columns) -> Pairs:
    rows = [
        (number, key)
        for number in np.flatnonzero(_is_placed(accounts)).tolist()
        for key in _cells(accounts, number)
    ]
    who = np.array([number for number, _ in rows], np.intp)
    left, right = _sharing(np.array([key for _, key in rows], np.uint64), who, at_most=CROWDED)
    kept = may_meet(accounts, left, right)
    return left[kept], right[kept]


def _cells(accounts: Columns, number: int) -> set[int]:
    """Keys of the cells of time and place that an account touches, with a margin: who meets shares one."""
    first, last = int(accounts.first[number]), int(accounts.last[number])
    buckets = range((first - 1) // SPAN, (last + 1) // SPAN + 1)
    points = accounts.points[number]
    places = {
        cell
        for lat, lon, within in points[~np.isnan(points[:, 0])].tolist()
        for cell in _near(lat, lon, within)
    }
    return {(bucket * _FAR + row) * _FAR + column for bucket in buckets for row, column in places}


@lru_cache(maxsize=1 << 16)
def _near(lat: float, lon: float, within: float) -> tuple[tuple[int, int], ...]:
    """The rows and columns of cells within reach of a point; columns close round the earth."""
    return tuple(_near_cells(lat, lon, (within + NEAR) / _KM_PER_DEGREE))


def _near_cells(lat: float, lon: float, margin: float) -> Iterator[tuple[int, int]]:
    for row in range(int((lat + 90 - margin) // _CELL), int((lat + 90 + margin) // _CELL) + 1):
        widest = min(max(abs(row * _CELL - 90), abs((row + 1) * _CELL - 90)), 89.0)
        narrow = max(float(np.cos(np.radians(widest))), 0.02)
        around = max(round(360 * narrow / _CELL), 1)
        low = int((lon - margin / narrow) % 360 / 360 * around)
        for step in range(min(int(2 * margin / narrow / 360 * around) + 2, around)):
            yield row, (low + step) % around


def _soon(accounts: Columns) -> Pairs:
    """Those that share a sign and were published soon after each other."""
    when = _when(accounts)
    number, column = np.nonzero(accounts.signs != PAD)
    sign = accounts.signs[number, column].astype(np.uint64) << np.uint64(32)
    bucket = (when[number] // SOON).astype(np.uint64)
    keys = np.concatenate([sign | bucket, sign | (bucket + np.uint64(1))])
    left, right = _sharing(keys, np.concatenate([number, number]), at_most=COMMON, enough=ENOUGH)
    kept = (np.abs(when[left] - when[right]) <= SOON) & (days_apart(accounts, left, right) <= WEEKS)
    return left[kept], right[kept]


def _twice(accounts: Columns, kind: Kind) -> Pairs:
    """Those that share two signs."""
    signs = accounts.signs[:, :TWICE].astype(np.uint64)
    keys, numbers = [], []
    for one, other in combinations(range(signs.shape[1]), 2):
        a, b = signs[:, one], signs[:, other]
        both = np.flatnonzero((a != PAD) & (b != PAD))
        keys.append(np.minimum(a, b)[both] << np.uint64(32) | np.maximum(a, b)[both])
        numbers.append(both)
    left, right = _sharing(np.concatenate(keys), np.concatenate(numbers), at_most=COMMON)
    kept = may_be_one(accounts, left, right, patience=PATIENCE[kind])
    return left[kept], right[kept]


def _of_one_day(accounts: Columns) -> Pairs:
    """Those that share a norm and may be of one day, though neither says where."""
    dated = (accounts.first != OPEN) & (accounts.last - accounts.first <= WIDE)
    number, column = np.nonzero((accounts.acts != PAD) & dated[:, None])
    norm = accounts.acts[number, column].astype(np.uint64) << np.uint64(32)
    buckets = [(days[number] // WIDE).astype(np.uint64) for days in (accounts.first, accounts.last)]
    keys = np.concatenate([norm | bucket for bucket in buckets])
    left, right = _sharing(keys, np.concatenate([number, number]), at_most=COMMON)
    kept = days_apart(accounts, left, right) <= 0
    return left[kept], right[kept]


def _when(accounts: Columns) -> Ints:
    """The day an account was published, else the day it tells of, else none: 0."""
    told = np.where(accounts.first == OPEN, 0, accounts.first)
    return np.where(accounts.published == OPEN, told, accounts.published)


def _sharing(keys: Keys, numbers: Index, *, at_most: int, enough: int | None = None) -> Pairs:
    """The pairs of numbers that share a key, where no more than so many do; each once.

    With `enough`, a key that many share is passed over by those who share rarer ones with so many others; a
    pair is left out where both pass its key over.
    """
    keys, numbers = _perhaps_shared(keys, numbers)
    order = np.argsort(keys)
    keys, numbers = keys[order], numbers[order]
    starts = np.flatnonzero(np.concatenate([keys[:1] == keys[:1], keys[1:] != keys[:-1]]))
    sizes = np.diff(np.append(starts, len(keys)))
    wanted = _wanted(numbers, np.repeat(sizes, sizes), at_most, enough)
    found, number = [np.empty(0, np.intp)], int(numbers.max(initial=0)) + 1
    often = np.bincount(np.minimum(sizes, at_most + 1), minlength=at_most + 2)
    for size in (np.flatnonzero(often[2 : at_most + 1]) + 2).tolist():
        rows = starts[sizes == size][:, None] + np.arange(size)
        one, other = all_two(size)
        left, right = rows[:, one].ravel(), rows[:, other].ravel()
        kept = wanted[left] | wanted[right]
        left, right = numbers[left[kept]], numbers[right[kept]]
        found.append(np.minimum(left, right) * number + np.maximum(left, right))
    left, right = np.divmod(_distinct(np.concatenate(found)), number)
    two = left != right
    return left[two], right[two]


def _perhaps_shared(keys: Keys, numbers: Index) -> tuple[Keys, Index]:
    """Those whose key others may have: most keys are of one account alone, and need not be sorted."""
    bits = 2 + len(keys).bit_length()
    spread = ((keys * _SPREAD) >> np.uint64(64 - bits)).astype(np.intp)
    kept = np.bincount(spread)[spread] > 1
    return keys[kept], numbers[kept]


def _distinct(given: Index) -> Index:
    """Each number once, in order. Sorting them is several times as fast as NumPy's `unique`, which hashes."""
    given.sort()
    distinct: Index = given[np.concatenate([given[:1] == given[:1], given[1:] != given[:-1]])]
    return distinct


def _wanted(numbers: Index, sizes: Index, at_most: int, enough: int | None) -> npt.NDArray[np.bool_]:
    """Which rows a number goes by: those of its rarest keys, until they bring it together with enough."""
    if enough is None:
        return np.ones(len(numbers), np.bool_)
    others = np.where(sizes <= at_most, sizes - 1, 0)
    order = np.lexsort((sizes, numbers))
    met = np.cumsum(others[order]) - others[order]
    firsts = np.flatnonzero(np.diff(numbers[order], prepend=-1))
    met -= np.repeat(met[firsts], np.diff(np.append(firsts, len(numbers))))
    wanted = np.empty(len(numbers), np.bool_)
    wanted[order] = met < enough
    return wanted
