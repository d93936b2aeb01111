"""What the methods of this package give: figures with their intervals, or the reason why there is none."""

from dataclasses import dataclass
from math import inf, log

LEVEL = 0.95
"""The level of every interval."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times as often: a ratio of rates with its interval; `high` is inf where nothing bounds it."""

    value: float
    low: float
    high: float

    @property
    def shown(self) -> bool:
        """Whether the interval leaves "no change" out."""
        return not self.low <= 1.0 <= self.high

    def factor(self) -> float:
        """How far it lies from no change, on the scale of logarithms."""
        return abs(log(self.value)) if 0 < self.value < inf else inf


@dataclass(frozen=True, slots=True)
class Size:
    """How many there are in all, seen and unseen, with its interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Withheld:
    """No figure, and why: what is missing and how much of it there would have to be."""

    reason: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many: as expected with doubtful dates spread over their stretch, at the least and at the most."""

    expected: float
    low: float
    high: float

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.expected + other.expected, self.low + other.low, self.high + other.high)


@dataclass(frozen=True, slots=True)
class Stretch:
    """How many there were in a stretch of time, of how many months, told by how many reports (if known).

    `clump` is how many times the variance exceeds a Poisson's because several are counted at once (people).
    """

    tally: Tally
    months: float
    exposure: float
    reports: float | None = None
    clump: float = 1.0

    @property
    def a_month(self) -> float:
        """How many a month."""
        return self.tally.expected / self.months if self.months else 0.0
