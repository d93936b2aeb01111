"""Worlds whose truth is known: counts by month that a rate, a change, a season and chance make.

For testing that intervals hold the truth as often as they say. Chance comes from the Generator that is given.
"""

from dataclasses import dataclass

import numpy as np

from holdfire.analysis.loglinear import Numbers


@dataclass(frozen=True, slots=True)
class World:
    """`rate` a month at the start, times `trend` a year, times `ratio` from the month `change` on.

    `season` is the amplitude of a yearly wave on the scale of logarithms; the variance is `dispersion` times
    the mean.
    """

    months: int
    change: int
    rate: float
    ratio: float = 1.0
    trend: float = 1.0
    season: float = 0.0
    dispersion: float = 1.0

    @property
    def means(self) -> Numbers:
        """The mean of each month."""
        month = np.arange(self.months)
        logs = np.log(self.rate) + np.log(self.trend) * month / 12
        logs = logs + np.log(self.ratio) * (month >= self.change)
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
