"""Months and what was counted in them."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from holdfire.analysis.figures import Stretch, Tally
from holdfire.analysis.loglinear import Numbers

MONTH_DAYS = 365.2425 / 12


@dataclass(frozen=True, slots=True)
class Series:
    """Counts by month, in order; months that nobody counted are absent, which is not zero.

    `months` are numbers (see `month_of`). `exposure` is what rates are taken over: days, or a population.
    `reports` are all reports of each month, whatever they tell: the effort of those who report.
    """

    months: tuple[int, ...]
    tallies: tuple[Tally, ...]
    exposure: tuple[float, ...]
    reports: tuple[float, ...] | None = None

    @property
    def counts(self) -> Numbers:
        """The expected counts."""
        return np.array([tally.expected for tally in self.tallies])


def month_of(year: int, month: int) -> int:
    """The number of a month, so that neighbours differ by one."""
    return year * 12 + month - 1


def month_name(number: int) -> str:
    """A month as EDTF: 2022-01."""
    return f"{number // 12:04}-{number % 12 + 1:02}"


def first_day(number: int) -> date:
    """The first day of a month."""
    return date(number // 12, number % 12 + 1, 1)


def days_of(number: int) -> int:
    """How many days a month has."""
    return monthrange(number // 12, number % 12 + 1)[1]


def share_after(months: Sequence[int], change: date) -> Numbers:
    """Which share of each month's days lies on or after a day."""
    shares = [1 - (change.toordinal() - first_day(month).toordinal()) / days_of(month) for month in months]
    within: Numbers = np.clip(np.array(shares, dtype=float), 0.0, 1.0)
    return within


def split(series: Series, change: date) -> tuple[Stretch, Stretch]:
    """The whole months before a day, and those from it on; the month that holds both is left out."""
    share = share_after(series.months, change)
    return _together(series, share <= 0), _together(series, share >= 1)


def _together(series: Series, chosen: npt.NDArray[np.bool_]) -> Stretch:
    kept = [number for number, is_in in enumerate(chosen) if is_in]
    tally = sum((series.tallies[n] for n in kept), Tally(0.0, 0.0, 0.0))
    reports = None if series.reports is None else sum(series.reports[n] for n in kept)
    return Stretch(tally, float(len(kept)), sum(series.exposure[n] for n in kept), reports)
