"""How often a change of a given size would have been seen, had there been one: what silence is worth.

The chance that the exact interval of `exact.rate_ratio` leaves "no change" out, over all pairs of Poisson
counts. Over-dispersion divides both means: counts of variance f times the mean tell as much as 1/f of them.
"""

from math import log, sqrt

import numpy as np
from scipy.special import betainc, pdtr

from holdfire.analysis.answers import Power
from holdfire.analysis.exact import TAIL
from holdfire.analysis.figures import Stretch
from holdfire.analysis.loglinear import Numbers

HALVING = 0.5
WIDE = 9.0
CERTAIN = 8.0
"""A change of so many standard errors is seen in every case."""


def power(before: Stretch, after: Stretch, *, factor: float = HALVING, dispersion: float = 1.0) -> Power:
    """Given the rate before, how often the exact interval would have shown a change by a factor."""
    if before.exposure <= 0 or after.exposure <= 0:
        return Power(factor, 0.0)
    times = after.exposure / before.exposure
    mean = before.tally.expected / max(dispersion, 1.0)
    return Power(factor, seen(mean, mean * factor * times, times))


def seen(mean_before: float, mean_after: float, times: float) -> float:
    """The chance that two Poisson counts show their change; `times` is exposure after over before."""
    if min(mean_before, mean_after) > 0:
        apart = abs(log(mean_after / mean_before / times))
        if apart > CERTAIN * sqrt(1 / mean_before + 1 / mean_after):
            return 1.0
    x, y = _likely(mean_before), _likely(mean_after)
    chance_x, chance_y = _chances(x, mean_before), _chances(y, mean_after)
    before, after = np.meshgrid(x, y, indexing="ij")
    share = times / (1 + times)
    fewer = betainc(np.maximum(before, 1e-9), after + 1, 1 - share)
    more = betainc(np.maximum(after, 1e-9), before + 1, share)
    falls = mean_after < mean_before * times
    tail = np.where(before > 0, fewer, 1.0) if falls else np.where(after > 0, more, 1.0)
    return float(chance_x @ (tail < TAIL) @ chance_y)


def _likely(mean: float) -> Numbers:
    around = WIDE * np.sqrt(mean + 1)
    return np.arange(max(0.0, np.floor(mean - around)), np.ceil(mean + around) + 1)


def _chances(x: Numbers, mean: float) -> Numbers:
    upto = pdtr(x, mean)
    under = np.where(x > 0, pdtr(np.maximum(x - 1, 0), mean), 0.0)
    return np.asarray(upto - under)
