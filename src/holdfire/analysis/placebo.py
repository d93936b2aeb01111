"""The same question at every other month: where the real day ranks among days on which nothing was ordered.

Abadie, Diamond and Hainmueller, *JASA* 105 (2010) 493-505, for the idea of placebos in time.
"""

from datetime import date

import numpy as np

from holdfire.analysis.answers import Placebo
from holdfire.analysis.figures import Withheld
from holdfire.analysis.interrupted import COUNTED_ON_A_SIDE, counted_on_a_side, design, steps, too_little
from holdfire.analysis.series import Series, share_after

MARGIN = 6
"""Months that a placebo day keeps from either end of the series."""
FEWEST = 10
"""With fewer other days a rank says nothing."""


def placebo(series: Series, change: date, *, season: bool) -> Placebo | Withheld:
    """Rank the step at a day among those at the first of every other month.

    Steps are compared by their size in standard errors, whatever their direction. Months beside the real one
    share in its step, so the rank is a cautious one.
    """
    real = share_after(series.months, change)
    reason = too_little(series, real, season=season)
    if reason:
        return Withheld(reason)
    months = np.array(series.months)
    others = np.array(
        [(months >= at).astype(float) for at in series.months[MARGIN:-MARGIN] if _is_other(at, change)]
    ).reshape(-1, len(months))
    others = others[counted_on_a_side(series, others) >= COUNTED_ON_A_SIDE]
    if len(others) < FEWEST:
        return Withheld(f"{len(others)} other months to ask about are too few (it takes {FEWEST})")
    level, error, *_ = steps(design(series.months, np.vstack([real, others]), season=season), series)
    clear = np.abs(level / error)
    return Placebo(1 + int((clear[1:] > clear[0]).sum()), len(clear))


def _is_other(month: int, change: date) -> bool:
    return month != change.year * 12 + change.month - 1
