"""Two counts, or four, → a ratio with an exact interval.

Given their sum, one of two Poisson counts is binomial: Clopper and Pearson's interval of its share becomes
one of the ratio of rates (Przyborowski and Wilenski, *Biometrika* 31, 1940). Given all margins of a
two-by-two table, one cell is non-central hypergeometric (Fisher 1935; Cornfield 1956). Exact intervals
cover at least as often as they say, with small counts more often.
"""

from collections.abc import Callable
from math import exp, inf

import numpy as np
from scipy.special import betaincinv, gammaln

from holdfire.analysis.figures import LEVEL, Ratio

TAIL = (1 - LEVEL) / 2
_WIDEST = 40.0


def rate_ratio(before: float, after: float, exposure_before: float, exposure_after: float) -> Ratio | None:
    """The rate after over the rate before; None where nothing was counted. Counts need not be whole."""
    if before + after <= 0 or min(exposure_before, exposure_after) <= 0:
        return None
    scale = exposure_before / exposure_after
    low = float(betaincinv(after, before + 1, TAIL)) if after else 0.0
    high = float(betaincinv(after + 1, before, 1 - TAIL)) if before else 1.0
    value = scale * after / before if before else inf
    return Ratio(value, scale * low / (1 - low), scale * high / (1 - high) if high < 1 else inf)


def odds_ratio(inside: tuple[float, float], outside: tuple[float, float]) -> Ratio | None:
    """(After over before) inside over the same outside; None where a side or a time has no count.

    Counts that are spread over a doubtful date are rounded to whole ones.
    """
    (a, b), (c, d) = (tuple(map(round, pair)) for pair in (inside, outside))
    if not (a + b and c + d and a + c and b + d):
        return None
    value = inf if a == 0 or d == 0 else b * c / (a * d)
    fewest, most = max(0, b - c), min(a + b, b + d)
    low = 0.0 if b == fewest else exp(_rising(lambda t: tails(a, b, c, d, log_odds=t)[1] - TAIL))
    high = inf if b == most else exp(_rising(lambda t: TAIL - tails(a, b, c, d, log_odds=t)[0]))
    return Ratio(value, low, high)


def tails(a: int, b: int, c: int, d: int, *, log_odds: float) -> tuple[float, float]:
    """The chances of b or fewer, and of b or more, given the margins of the table and its log odds ratio."""
    x = np.arange(max(0, b - c), min(a + b, b + d) + 1, dtype=float)
    ways = -(gammaln(x + 1) + gammaln(b + d - x + 1) + gammaln(a + b - x + 1) + gammaln(c - b + x + 1))
    weight = ways + x * log_odds
    share = np.exp(weight - weight.max())
    total = share.sum()
    return float(share[x <= b].sum() / total), float(share[x >= b].sum() / total)


def _rising(of: Callable[[float], float]) -> float:
    """Where a rising function crosses zero, by halving."""
    low, high = -_WIDEST, _WIDEST
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if of(middle) < 0 else (low, middle)
    return (low + high) / 2
