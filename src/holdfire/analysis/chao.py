"""Chao's lower bound: how many there are at least, from how many stand on one list and how many on two.

Chao, *Biometrics* 43 (1987) 783-791, for lists of unequal reach (Chao 1989, *Biometrics* 45, 427-438): with
f2 on two lists and Z(i) on list i alone, at least the sum over pairs of Z(i) Z(j) / f2 are on none. It
needs no model of which things are hard to see: that some are harder than others makes the truth larger, not
smaller. Lists that avoid each other break it. The correction for bias divides by f2 + 1; the interval is
log-normal.
"""

from math import exp, log, sqrt
from statistics import NormalDist

import numpy as np

from holdfire.analysis.figures import LEVEL, Size, Withheld
from holdfire.analysis.lists import Lists

_QUANTILE = NormalDist().inv_cdf((1 + LEVEL) / 2)


def at_least(lists: Lists) -> Size | Withheld:
    """The lower bound with its interval; Withheld where nothing stands on two lists."""
    alone = np.array([lists.histories.get(_only(number, lists), 0.0) for number in range(len(lists.names))])
    twice = sum(n for history, n in lists.histories.items() if sum(history) == 2)
    if not twice:
        return Withheld("nothing stands on exactly two lists")
    pairs = (alone.sum() ** 2 - np.square(alone).sum()) / 2
    unseen = float(pairs / (twice + 1))
    total = lists.seen + unseen
    if not unseen:
        return Size(float(lists.seen), float(lists.seen), float(lists.seen))
    return _around(lists.seen, unseen, _variance(alone, twice, unseen, lists.seen, total))


def _only(number: int, lists: Lists) -> tuple[bool, ...]:
    return tuple(number == other for other in range(len(lists.names)))


def _variance(
    alone: "np.typing.NDArray[np.float64]", twice: float, unseen: float, seen: int, total: float
) -> float:
    """By the delta method, the histories being multinomial over all, the unseen among them."""
    by_alone = 1 + (alone.sum() - alone) / (twice + 1)
    by_twice = 1 - unseen / (twice + 1)
    others = seen - alone.sum() - twice
    square = (np.square(by_alone) * alone).sum() + by_twice**2 * twice + others
    mean = (by_alone * alone).sum() + by_twice * twice + others
    return float(square - mean**2 / total)


def _around(seen: float, unseen: float, variance: float) -> Size:
    spread = exp(_QUANTILE * sqrt(log(1 + max(variance, 0.0) / unseen**2)))
    return Size(seen + unseen, seen + unseen / spread, seen + unseen * spread)
