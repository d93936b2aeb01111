"""Corroborated incidents → happenings: adds between which days each lies; drops those that none is told of.

A doubtful date is spread evenly over its stretch: an incident of "early December" counts a tenth on each of
ten days. What was told of on a day had happened by then.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from holdfire.analysis.answers import Outlet
from holdfire.analysis.figures import Stretch, Tally
from holdfire.analysis.loglinear import Numbers
from holdfire.analysis.series import MONTH_DAYS, Series, days_of, first_day
from holdfire.errors import DateError
from holdfire.model.corroborated import Attested, Incident
from holdfire.model.incident import Count
from holdfire.model.moment import DAY
from holdfire.model.period import parse_period

LONGEST = 366
"""A date that leaves more days open than this is none."""


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that took place on one of the days from `first` up to `last` (ordinals, half-open).

    `sure` is False where it may have been elsewhere: then it counts at the most, never as expected. It counts
    `weight`, at the least `least` and at the most `most`: one incident, or how many people it harmed. Such
    happenings there are `number`.
    """

    first: int
    last: int
    sure: bool = True
    weight: float = 1.0
    least: float = 1.0
    most: float = 1.0
    number: int = 1


class Harm(NamedTuple):
    """How many people were harmed: as told, at the least, at the most."""

    best: float
    least: float
    most: float


def happening(incident: Incident, published: Iterable[str], *, sure: bool = True) -> Happening | None:
    """Between which days an incident lies; None where its date leaves more than a year open.

    `published` are the days (EDTF) on which its reports came out.
    """
    found = days_between(incident.date.value) if incident.date else None
    if found is None:
        return None
    known = [days[1] for each in published if (days := days_between(each)) is not None]
    first, last = found[0], min([found[1], *known])
    last = max(last, first + 1)
    return Happening(first, last, sure) if last - first <= LONGEST else None


def harming(of: Happening, how: Harm) -> Happening | None:
    """A happening that counts people; None where it harmed nobody."""
    return replace(of, weight=how.best, least=how.least, most=how.most) if how.most else None


def harm(harmed: Attested[int | Count]) -> Harm:
    """How many people were harmed, where that is told."""
    best = _best(harmed.value)
    least = float(harmed.low if harmed.low is not None else best)
    most = float(harmed.high if harmed.high is not None else max(best, least))
    return Harm(best, min(least, best), max(most, best)) if most else Harm(0.0, 0.0, 0.0)


def _best(told: int | Count) -> float:
    """The number told; of a range the lower end, which is what is known."""
    if isinstance(told, int):
        return float(told)
    return float(told.low if told.low is not None else told.high or 0)


@lru_cache(maxsize=16_384)
def days_between(edtf: str) -> tuple[int, int] | None:
    """The days (ordinals, half-open) that a date may stand for; None where it is no date, or bounds none."""
    try:
        bounds = parse_period(edtf).bounds
    except DateError:
        return None
    first, last = bounds.earliest_start // DAY, -(-bounds.latest_end // DAY)
    return (first, last) if first > 0 and last < 3_652_060 else None


def counted(happenings: Sequence[Happening], first: int, last: int) -> Tally:
    """How many lie in a stretch of days (half-open)."""
    return _tally(_days(happenings), first, last)


def by_month(happenings: Sequence[Happening], months: Sequence[int], reports: Sequence[Happening]) -> Series:
    """The series of some months, with the reports that came out in each."""
    spans = [(first_day(month).toordinal(), days_of(month)) for month in months]
    these, told = _days(happenings), _days(reports)
    return Series(
        tuple(months),
        tuple(_tally(these, day, day + days) for day, days in spans),
        tuple(float(days) for _, days in spans),
        tuple(_expected(told, day, day + days) for day, days in spans),
    )


def stretch(happenings: Sequence[Happening], reports: Sequence[Happening], first: int, last: int) -> Stretch:
    """What was counted in a stretch of days, and how many reports came out in it."""
    days = float(max(0, last - first))
    these = _days(happenings)
    told = _expected(_days(reports), first, last)
    return Stretch(_tally(these, first, last), days / MONTH_DAYS, days, told, _clump(these))


def outlet(name: str, reports: Sequence[Happening], months: Sequence[int]) -> Outlet:
    """How many reports of an outlet came out in each month."""
    spans, told = [(first_day(month).toordinal(), days_of(month)) for month in months], _days(reports)
    return Outlet(name, tuple(_expected(told, day, day + days) for day, days in spans))


def within(happenings: Iterable[Happening], first: int, last: int) -> list[Happening]:
    """Those that may lie in a stretch of days."""
    return [each for each in happenings if each.first < last and each.last > first]


def _days(happenings: Sequence[Happening]) -> Numbers:
    """A row each for first, last, sure, weight, least, most, number."""
    rows = [(h.first, h.last, h.sure, h.weight, h.least, h.most, h.number) for h in happenings]
    return np.array(rows, dtype=np.float64).reshape(-1, 7).T


def _tally(days: Numbers, first: int, last: int) -> Tally:
    _, _, sure, _, least, most, number = days
    share = _share(days, first, last)
    return Tally(
        _expected(days, first, last),
        float(((share >= 1) * sure * least * number).sum()),
        float(((share > 0) * most * number).sum()),
    )


def _expected(days: Numbers, first: int, last: int) -> float:
    return float((_share(days, first, last) * days[2] * days[3] * days[6]).sum())


def _share(days: Numbers, first: int, last: int) -> Numbers:
    """How much of each lies in a stretch of days."""
    start, end = days[0], days[1]
    share: Numbers = np.maximum(0.0, np.minimum(end, last) - np.maximum(start, first)) / (end - start)
    return share


def _clump(days: Numbers) -> float:
    """How many times the variance of a sum exceeds a Poisson's, because several are counted at once."""
    sure, weight, number = days[2], days[3], days[6]
    total = float((sure * weight * number).sum())
    return max(1.0, float((sure * weight**2 * number).sum()) / total) if total else 1.0
