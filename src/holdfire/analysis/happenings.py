"""Corroborated incidents → happenings: adds between which days each lies; drops those that none is told of.

A doubtful date is spread evenly over its stretch: an incident of "early December" counts a tenth on each of
ten days. What was told of on a day had happened by then.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from holdfire.analysis.answers import Outlet
from holdfire.analysis.figures import Stretch, Tally
from holdfire.analysis.series import MONTH_DAYS, Series, days_of, first_day
from holdfire.errors import DateError
from holdfire.model.corroborated import Incident
from holdfire.model.moment import DAY
from holdfire.model.period import parse_period

LONGEST = 366
"""A date that leaves more days open than this is none."""


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that took place on one of the days from `first` up to `last` (ordinals, half-open).

    `sure` is False where it may have been elsewhere: then it counts at the most, never as expected.
    """

    first: int
    last: int
    sure: bool = True


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
    each = [_share(one, first, last) for one in happenings]
    return Tally(
        sum(share for share, one in zip(each, happenings, strict=True) if one.sure),
        float(sum(share >= 1 and one.sure for share, one in zip(each, happenings, strict=True))),
        float(sum(share > 0 for share in each)),
    )


def by_month(happenings: Sequence[Happening], months: Sequence[int], reports: Sequence[Happening]) -> Series:
    """The series of some months, with the reports that came out in each."""
    spans = [(first_day(month).toordinal(), days_of(month)) for month in months]
    return Series(
        tuple(months),
        tuple(counted(happenings, day, day + days) for day, days in spans),
        tuple(float(days) for _, days in spans),
        tuple(counted(reports, day, day + days).expected for day, days in spans),
    )


def stretch(happenings: Sequence[Happening], reports: Sequence[Happening], first: int, last: int) -> Stretch:
    """What was counted in a stretch of days, and how many reports came out in it."""
    days = float(max(0, last - first))
    told = counted(reports, first, last).expected
    return Stretch(counted(happenings, first, last), days / MONTH_DAYS, days, told)


def outlet(name: str, reports: Sequence[Happening], months: Sequence[int]) -> Outlet:
    """How many reports of an outlet came out in each month."""
    spans = [(first_day(month).toordinal(), days_of(month)) for month in months]
    return Outlet(name, tuple(counted(reports, day, day + days).expected for day, days in spans))


def within(happenings: Iterable[Happening], first: int, last: int) -> list[Happening]:
    """Those that may lie in a stretch of days."""
    return [each for each in happenings if each.first < last and each.last > first]


def _share(one: Happening, first: int, last: int) -> float:
    return max(0, min(one.last, last) - max(one.first, first)) / (one.last - one.first)
