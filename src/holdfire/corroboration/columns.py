"""Accounts → columns: the same, a column a slot, so that many pairs can be compared at once.

Sets become rows of fixed width, sorted, padded with PAD, which stands for nothing. What a row has no room for
is left out, the same each time.
"""

import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt

from holdfire.corroboration.account import Account, Range
from holdfire.corroboration.families import FAMILIES, families
from holdfire.corroboration.telling import AT_MOST

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint32]
Floats = npt.NDArray[np.float64]
Index = npt.NDArray[np.intp]

OPEN = -1
"""A day or number that a report leaves open."""
PAD = 0
COUNTED = ("killed", "injured", "detained")
KINDS = ("army", "border guard", "police", "state", "armed group", "civilian", "person crossing")
TARGETS = ("person", "animal", "vehicle", "object")
SIGNS, NAMES, QUOTES, PLACES, ACTS, MEANS, POINTS = 40, 12, 24, 8, 8, 4, 3
"""How wide the rows are."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Accounts by columns; row n is account n. Days are ordinals; points are (lat, lon, within km) or NaN.

    `who`, `families` and `target` are bits; `counts` has low and high of each of COUNTED. `words` are sorted
    by hash with their weights, of length 1 together, beside them. `signs` stand in the order of their rarity.
    """

    reports: Hashes
    tables: Hashes
    published: Ints
    first: Ints
    last: Ints
    points: Floats
    places: Hashes
    acts: Hashes
    families: Ints
    means: Hashes
    who: Ints
    target: Ints
    again: Ints
    counts: Ints
    words: Hashes
    weights: Floats
    names: Hashes
    quotes: Hashes
    signs: Hashes

    def __len__(self) -> int:
        return len(self.published)


def columns(accounts: Sequence[Account]) -> Columns:
    """The columns of some accounts."""
    words, weights = _told(accounts)
    return Columns(
        reports=np.array([_hash(a.report) for a in accounts], np.uint32),
        tables=np.array([_hash(a.table) if a.table else PAD for a in accounts], np.uint32),
        published=_ints(accounts, lambda a: OPEN if a.published is None else a.published),
        first=_ints(accounts, lambda a: a.days.first if a.days else OPEN),
        last=_ints(accounts, lambda a: a.days.last if a.days else OPEN),
        points=_points(accounts),
        places=_sets([_hashed(a.places) for a in accounts], PLACES),
        acts=_sets([_hashed(a.acts) for a in accounts], ACTS),
        families=_ints(accounts, lambda a: _bits(families(a.acts), FAMILIES)),
        means=_sets([_hashed(a.means) for a in accounts], MEANS),
        who=_ints(accounts, lambda a: _bits(a.who, KINDS)),
        target=_ints(accounts, lambda a: _bits((a.target,) if a.target else (), TARGETS)),
        again=_ints(accounts, lambda a: int(a.again)),
        counts=_counts(accounts),
        words=words,
        weights=weights,
        names=_sets([a.telling.names for a in accounts], NAMES),
        quotes=_sets([a.telling.quotes for a in accounts], QUOTES),
        signs=_rows([a.telling.signs for a in accounts], SIGNS),
    )


def taken(table: Columns, rows: Index) -> Columns:
    """Some rows, in this order."""
    return Columns(**{each.name: getattr(table, each.name)[rows] for each in fields(Columns)})


def joined(one: Columns, other: Columns) -> Columns:
    """The rows of one behind those of the other."""
    both = {each.name: (getattr(one, each.name), getattr(other, each.name)) for each in fields(Columns)}
    return Columns(**{name: np.concatenate(two) for name, two in both.items()})


def shared(a: Hashes, b: Hashes) -> Ints:
    """How many members the sets in the rows of `a` have in common with those in the same rows of `b`."""
    row, _, _ = _common(a, b)
    number: Ints = np.bincount(row, minlength=len(a))
    return number


def products(a: Hashes, of_a: Floats, b: Hashes, of_b: Floats) -> Floats:
    """The sum over the members common to each row of the product of what stands beside them."""
    row, at_a, at_b = _common(a, b)
    both: Floats = of_a.ravel()[at_a] * of_b.ravel()[at_b]
    return np.bincount(row, both, minlength=len(a)).astype(np.float64)


def _common(a: Hashes, b: Hashes) -> tuple[Index, Index, Index]:
    """The row of each member common to both, and where it stands in each (flattened); rows are sorted."""
    row = np.arange(len(a), dtype=np.uint64)[:, None] << np.uint64(32)
    left, right = (row | a).ravel(), (row | b).ravel()
    at = np.minimum(np.searchsorted(right, left), max(right.size - 1, 0))
    hit = np.flatnonzero((right[at] == left) & (a.ravel() != PAD)) if right.size else np.empty(0, np.intp)
    return hit // a.shape[1], hit, at[hit]


def _ints(accounts: Sequence[Account], value: Callable[[Account], int]) -> Ints:
    return np.fromiter((value(a) for a in accounts), np.int64, len(accounts))


def _bits(found: Iterable[str], names: Sequence[str]) -> int:
    return sum(1 << names.index(name) for name in found if name in names)


def _hash(name: str) -> int:
    return zlib.crc32(name.encode("utf-8", "surrogatepass")) or 1


def _hashed(names: Iterable[str]) -> list[int]:
    return [_hash(name) for name in names]


def _sets(rows: Sequence[Iterable[int]], width: int) -> Hashes:
    return np.sort(_rows([sorted(row) for row in rows], width), axis=1)


def _rows(rows: Sequence[Sequence[int]], width: int) -> Hashes:
    made = np.full((len(rows), width), PAD, np.uint32)
    for number, row in enumerate(rows):
        made[number, : len(row)] = row[:width]
    return made


def _told(accounts: Sequence[Account]) -> tuple[Hashes, Floats]:
    """The words of the accounts by their hashes, and their weights so that a row's squares add up to 1."""
    words = _rows([a.telling.words for a in accounts], AT_MOST)
    weights = np.zeros(words.shape)
    for number, account in enumerate(accounts):
        weights[number, : len(account.telling.weights)] = account.telling.weights
    order = np.argsort(words, axis=1, kind="stable")
    lengths = np.sqrt((weights**2).sum(axis=1, keepdims=True))
    weights = np.divide(weights, lengths, out=weights, where=lengths > 0)
    return np.take_along_axis(words, order, 1), np.take_along_axis(weights, order, 1)


def _points(accounts: Sequence[Account]) -> Floats:
    made = np.full((len(accounts), POINTS, 3), np.nan)
    for number, account in enumerate(accounts):
        for at, point in enumerate(account.points[:POINTS]):
            made[number, at] = point.lat, point.lon, point.within
    return made


def _counts(accounts: Sequence[Account]) -> Ints:
    made = np.full((len(accounts), len(COUNTED), 2), OPEN, np.int64)
    for number, account in enumerate(accounts):
        for at, name in enumerate(COUNTED):
            made[number, at] = _ends(account.counts.get(name))
    return made


def _ends(count: Range | None) -> tuple[int, int]:
    """Low and high; both OPEN where nothing is said, and the high where it is left open."""
    return (OPEN, OPEN) if count is None else (count.low, OPEN if count.high is None else count.high)
