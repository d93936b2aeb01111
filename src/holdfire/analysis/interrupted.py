"""A series of months and a day → by how much the level changed there, with over-dispersion and season.

An interrupted time series: Poisson counts with a log-linear trend and a step, the variance scaled by the
dispersion that is seen (quasi-Poisson), never below a Poisson's.
Season is two pairs of harmonics of the year. Bernal, Cummins and Gasparrini, *International Journal of
Epidemiology* 46 (2017) 348-355, whose figures the tests reproduce.
"""

from collections.abc import Sequence
from datetime import date
from math import exp
from statistics import NormalDist

import numpy as np
from scipy.special import stdtrit

from holdfire.analysis.answers import Interrupted
from holdfire.analysis.figures import LEVEL, Ratio, Withheld
from holdfire.analysis.loglinear import Numbers, dispersion, fit
from holdfire.analysis.series import Series, share_after

FEWEST_MONTHS = 12
FEWEST_ON_A_SIDE = 4
FEWEST_COUNTED = 20
COUNTED_ON_A_SIDE = 5
SEASON_MONTHS = 24
SEASON_COUNTED = 40
"""Below these no model is fitted: three coefficients, or seven with season, need that much."""
HARMONICS = 2
ANYTHING = 50.0
"""A logarithm: where an interval reaches so far, the model bounds nothing (all was counted in one month)."""
LARGE = 30
"""From so many degrees of freedom on the normal quantile stands for Student's t."""


def interrupted(series: Series, change: date, *, season: bool, slope: bool = False) -> Interrupted | Withheld:
    """The change of level at a day, or why the series cannot bear the model."""
    share = share_after(series.months, change)
    reason = too_little(series, share, season=season)
    if reason:
        return Withheld(reason)
    x = design(series.months, share[None], season=season, slope=slope)
    levels, errors, scale, coefficients, spread = steps(x, series)
    quantile = student(len(series.months) - x.shape[-1])
    told = slice(1, 4 if slope else 3)
    furthest = np.abs(coefficients[0, told]) + quantile * spread[0, told]
    if not furthest.max() < ANYTHING:
        return Withheld("the counts lie so that any step fits them")
    change_of_slope = None
    if slope:
        change_of_slope = _ratio(coefficients[0, 3], spread[0, 3], quantile)
    return Interrupted(
        _ratio(levels[0], errors[0], quantile),
        float(scale[0]),
        season,
        exp(float(coefficients[0, 2])),
        change_of_slope,
    )


def too_little(series: Series, share: Numbers, *, season: bool) -> str:
    """Why a series cannot bear the model; empty where it can."""
    months, counted = len(series.months), float(series.counts.sum())
    sides = min(int((share <= 0).sum()), int((share >= 1).sum()))
    need, enough = (SEASON_MONTHS, SEASON_COUNTED) if season else (FEWEST_MONTHS, FEWEST_COUNTED)
    if months < need:
        return f"{months} months are too few (it takes {need})"
    if sides < FEWEST_ON_A_SIDE:
        return f"{sides} whole months on one side of the day are too few (it takes {FEWEST_ON_A_SIDE})"
    if counted < enough:
        return f"{counted:.0f} counted are too few (it takes {enough})"
    on_a_side = float(counted_on_a_side(series, share[None])[0])
    if on_a_side < COUNTED_ON_A_SIDE:
        return f"{on_a_side:.0f} counted on one side of the day are too few (it takes {COUNTED_ON_A_SIDE})"
    return ""


def counted_on_a_side(series: Series, shares: Numbers) -> Numbers:
    """For each row of `shares` (B, n): how many were counted on the side that has fewer."""
    after = shares @ series.counts
    fewer: Numbers = np.minimum(after, series.counts.sum() - after)
    return fewer


def design(months: Sequence[int], shares: Numbers, *, season: bool, slope: bool = False) -> Numbers:
    """The columns for each row of `shares` (B, n): one, the step, years of trend, slope, season."""
    years = np.array(months, dtype=float) / 12
    years -= years[0]
    columns = [np.ones_like(shares), shares, np.broadcast_to(years, shares.shape)]
    if slope:
        starts = np.array([[years[np.argmax(share > 0)]] for share in shares])
        columns.append(shares * (years - starts))
    if season:
        angle = 2 * np.pi * (np.array(months) % 12) / 12
        for pair in range(1, HARMONICS + 1):
            waves = (np.sin(pair * angle), np.cos(pair * angle))
            columns += [np.broadcast_to(wave, shares.shape) for wave in waves]
    return np.stack(columns, axis=-1)


def steps(
    x: Numbers, series: Series, counts: Numbers | None = None
) -> tuple[Numbers, Numbers, Numbers, Numbers, Numbers]:
    """For each design: the step, its standard error, the dispersion; all coefficients and their errors.

    `counts` (B, n) stand for those of the series.
    """
    y = series.counts if counts is None else counts
    found = fit(x, y, offset=np.log(np.array(series.exposure)))
    scale = np.maximum(1.0, dispersion(np.atleast_2d(y), found.means, x.shape[-1]))
    variance = np.diagonal(found.covariance, axis1=1, axis2=2) * scale[:, None]
    spread = np.sqrt(variance)
    return found.coefficients[:, 1], spread[:, 1], scale, found.coefficients, spread


def student(freedom: int) -> float:
    """The quantile that makes an interval: Student's t, from LARGE degrees of freedom on the normal one."""
    if freedom >= LARGE:
        return NormalDist().inv_cdf((1 + LEVEL) / 2)
    return float(stdtrit(freedom, (1 + LEVEL) / 2))


def _ratio(log_ratio: float, error: float, quantile: float) -> Ratio:
    return Ratio(
        exp(float(log_ratio)),
        exp(float(log_ratio - quantile * error)),
        exp(float(log_ratio + quantile * error)),
    )
