"""A table of counts and a day → a trend."""

from datetime import date
from pathlib import Path

from holdfire.analysis.answers import Halves, Trend
from holdfire.analysis.series import Series, month_name, split
from holdfire.analysis.trend import trend
from holdfire.errors import DataError, DateError
from holdfire.model.period import parse_period
from holdfire.workflows.analysis.counts import counted


def of_counts(
    path: Path, *, day: str, column: str, per: str | None = None, slope: bool = False
) -> tuple[Trend, tuple[DataError, ...]]:
    """The trend of a file of counts, and its faulty rows."""
    change, given = day_of(day), counted(path, column=column, per=per)
    require_within(given.series, change)
    outside = Halves(*split(given.outside, change)) if given.outside else None
    return trend(given.series, change, outside=outside, slope=slope), given.wrong


def day_of(given: str) -> date:
    """The first day of what a person names: 2022-01-17, 2022-01 or 2022."""
    found = parse_period(given).earliest
    if found is None:
        raise DateError(f"{given!r} has no first day", remedy="write it as 2022-01-17 or 2022-01")
    return found.date()


def require_within(series: Series, change: date) -> None:
    """DateError where a day has no month before it or none from it on."""
    before, after = split(series, change)
    if not before.months or not after.months:
        from_, to = series.months[0], series.months[-1]
        raise DateError(
            f"{change} has no counted month {'before' if not before.months else 'after'} it",
            remedy=f"choose a day between {month_name(from_)} and {month_name(to)}",
        )
