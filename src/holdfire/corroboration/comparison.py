"""Comparisons as values: what two accounts are held against each other by, and what each outcome weighs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
import numpy.typing as npt

from holdfire.corroboration.account import Kind
from holdfire.corroboration.columns import Columns, Floats, Index
from holdfire.errors import DataError

Outcomes = npt.NDArray[np.int8]
"""Numbers of outcomes, a pair each; BARE where one of the two accounts leaves the matter open."""
BARE = -1
AT_ONCE = 8192
"""How many pairs are compared at once: enough to be fast, few enough to stay in the cache."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One thing to compare by: its name, what it asks, its outcomes, and the function that tells which.

    The function is given the accounts and the two sides of some pairs, and returns numbers of `outcomes`.
    """

    name: str
    note: str
    outcomes: tuple[str, ...]
    compare: Callable[[Columns, Index, Index], Outcomes]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one comparison said of two accounts, and its weight in bits: above 0 speaks for one thing."""

    comparison: str
    outcome: str
    bits: float


Weights = Mapping[tuple[str, str], float]
"""Bits by comparison and outcome; those of ("prior", "") say how seldom two candidates are one thing."""


class Weighing:
    """Comparisons with their weights: the table by which two accounts of one kind are judged."""

    def __init__(self, comparisons: Sequence[Comparison], weights: Weights) -> None:
        self.comparisons = tuple(comparisons)
        try:
            self.prior = weights["prior", ""]
            tables = [[weights[c.name, outcome] for outcome in c.outcomes] for c in self.comparisons]
        except KeyError as missing:
            raise DataError(f"no weight for {missing}", remedy="install Holdfire again") from missing
        self._tables = [np.array([*table, 0.0]) for table in tables]  # BARE is the last: it weighs nothing

    def bits(self, accounts: Columns, left: Index, right: Index) -> Floats:
        """How much speaks for each pair telling of one thing, in bits: 0 is even odds."""
        found = [self._bits(accounts, left[at], right[at]) for at in _slices(len(left))]
        return np.concatenate(found) if found else np.empty(0)

    def _bits(self, accounts: Columns, left: Index, right: Index) -> Floats:
        total = np.full(len(left), self.prior)
        for comparison, table in zip(self.comparisons, self._tables, strict=True):
            total += table[comparison.compare(accounts, left, right)]
        return total

    def evidence(self, accounts: Columns, one: int, other: int) -> tuple[Evidence, ...]:
        """What each comparison says of two accounts, those that cannot be made left out."""
        left, right = np.array([one]), np.array([other])
        said = [Evidence("prior", "", self.prior)]
        for comparison, table in zip(self.comparisons, self._tables, strict=True):
            number = int(comparison.compare(accounts, left, right)[0])
            if number != BARE:
                outcome = comparison.outcomes[number]
                said.append(Evidence(comparison.name, outcome, float(table[number])))
        return tuple(said)


def probability(bits: float) -> float:
    """Bits of log odds as a probability."""
    return 1 / (1 + float(2.0 ** min(-bits, 1000.0)))


@cache
def shipped_weights(kind: Kind) -> Weights:
    """The weights that come with Holdfire."""
    lines = resources.files(__package__).joinpath(f"{kind}s.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {(name, outcome): float(bits) for name, outcome, bits in rows}


def _slices(length: int) -> Iterator[slice]:
    return (slice(at, at + AT_ONCE) for at in range(0, length, AT_ONCE))
