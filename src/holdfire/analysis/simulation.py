"""Worlds whose truth is known: counts by month, and lists of things.

For testing that intervals hold the truth as often as they say. Chance comes from the Generator that is given.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from holdfire.analysis.happenings import Happening
from holdfire.analysis.lists import histories_of
from holdfire.analysis.loglinear import Numbers


@dataclass(frozen=True, slots=True)
class World:
    """`rate` a month at the start, times `trend` a year, times `ratio` from the month `change` on.

    `season` is the amplitude of a yearly wave on the scale of logarithms; the variance is `dispersion` times
    the mean. From that month on only the share `reporting` of what was reported before is reported at all.
    """

    months: int
    change: int
    rate: float
    ratio: float = 1.0
    trend: float = 1.0
    season: float = 0.0
    dispersion: float = 1.0
    reporting: float = 1.0

    @property
    def means(self) -> Numbers:
        """The mean of each month."""
        month = np.arange(self.months)
        logs = np.log(self.rate) + np.log(self.trend) * month / 12
        logs = logs + np.log(self.ratio * self.reporting) * (month >= self.change)
        means: Numbers = np.exp(logs + self.season * np.sin(2 * np.pi * month / 12))
        return means


def counts_of(world: World, chance: np.random.Generator, *, worlds: int) -> Numbers:
    """Counts (worlds, months): Poisson, or with a gamma-distributed rate where they are over-dispersed."""
    means = np.broadcast_to(world.means, (worlds, world.months))
    if world.dispersion > 1:
        scale = world.dispersion - 1
        means = chance.gamma(means / scale, scale)
    drawn: Numbers = chance.poisson(means).astype(np.float64)
    return drawn


def reports_of(world: World, rate: float, chance: np.random.Generator, *, worlds: int) -> Numbers:
    """All reports (worlds, months), `rate` a month at first; they fall with `reporting`, not with acts."""
    means = rate * np.where(np.arange(world.months) >= world.change, world.reporting, 1.0)
    drawn: Numbers = chance.poisson(means, (worlds, world.months)).astype(np.float64)
    return drawn


def happenings_of(
    before: float, after: float, days: int, doubtful: float, chance: np.random.Generator
) -> list[Happening]:
    """Happenings around day `days`: so many before and after, on as many days, a share with a doubtful date.

    A doubtful date is a month that holds the true day anywhere in it.
    """
    true = np.concatenate(
        [
            chance.integers(1, days + 1, chance.poisson(before)),
            chance.integers(days + 1, 2 * days + 1, chance.poisson(after)),
        ]
    )
    vague = chance.random(len(true)) < doubtful
    firsts = np.where(vague, true - chance.integers(0, 30, len(true)), true)
    return [
        Happening(int(first), int(first) + (30 if is_vague else 1))
        for first, is_vague in zip(firsts, vague, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Listing:
    """`size` things, each on each list with a chance of its own; `odds` of two lists multiply those of both.

    Odds of 3: who stands on the one list stands on the other as if that were three times as likely.
    """

    size: int
    chances: tuple[float, ...]
    odds: Mapping[tuple[int, int], float] = field(default_factory=dict)

    @property
    def shares(self) -> Numbers:
        """How likely each history is, in the order of `lists.histories_of`."""
        on = np.array(histories_of(len(self.chances)), dtype=float)
        chance = np.array(self.chances)
        weight = np.where(on > 0, chance / (1 - chance), 1.0).prod(-1)
        for (one, other), times in self.odds.items():
            weight = weight * np.where(on[:, one] * on[:, other] > 0, times, 1.0)
        shares: Numbers = weight / weight.sum()
        return shares


def listed(listing: Listing, chance: np.random.Generator, *, worlds: int) -> Numbers:
    """Counts of each history (worlds, histories); those on no list, which nobody sees, come first."""
    drawn: Numbers = chance.multinomial(listing.size, listing.shares, size=worlds).astype(np.float64)
    return drawn
