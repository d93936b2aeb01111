"""A series and a day → a trend: did the rate change there, beside what else may explain it."""

from datetime import date

from holdfire.analysis.answers import Halves, Interrupted, Outlet, Trend
from holdfire.analysis.exact import odds_ratio, rate_ratio
from holdfire.analysis.figures import Ratio, Stretch, Withheld
from holdfire.analysis.interrupted import interrupted
from holdfire.analysis.placebo import placebo
from holdfire.analysis.power import power
from holdfire.analysis.series import Series, split


def trend(  # noqa: PLR0913 - a series, a day, and what is known beside them
    series: Series,
    change: date,
    *,
    halves: Halves | None = None,
    outside: Halves | None = None,
    outlets: tuple[Outlet, ...] = (),
    slope: bool = False,
) -> Trend:
    """Compare what was counted before a day and from it on; `halves` are exact to the day where given.

    `outlets` are handed on.
    """
    before, after = (halves.before, halves.after) if halves else split(series, change)
    level = interrupted(series, change, season=False, slope=slope)
    season = interrupted(series, change, season=True, slope=slope)
    scale = next((m.dispersion for m in (season, level) if isinstance(m, Interrupted)), 1.0)
    scale = max(scale, before.clump, after.clump)
    return Trend(
        change=change,
        series=series,
        before=before,
        after=after,
        ratio=_ratio(before, after),
        doubtful=_doubtful(before, after),
        per_report=_per_report(before, after),
        reporting=_reporting(before, after),
        level=level,
        season=season,
        placebo=placebo(series, change, season=isinstance(season, Interrupted)),
        power=power(before, after, dispersion=scale),
        outside=(outside.before, outside.after) if outside else None,
        contrast=_contrast(before, after, outside) if outside else None,
        outlets=outlets,
    )


def _ratio(before: Stretch, after: Stretch) -> Ratio | Withheld:
    if not before.exposure or not after.exposure:
        return Withheld(
            f"nothing was counted {'before' if not before.exposure else 'from'} the day on: no time"
        )
    found = _clumped(before, after, before.tally.expected, after.tally.expected)
    return found or Withheld("none was counted, before or after")


def _clumped(before: Stretch, after: Stretch, counted_before: float, counted_after: float) -> Ratio | None:
    """The ratio of rates; where several are counted at once, so many counts tell as much as one."""
    clump = max(before.clump, after.clump)
    return rate_ratio(counted_before / clump, counted_after / clump, before.exposure, after.exposure)


def _doubtful(before: Stretch, after: Stretch) -> Ratio | None:
    """The widest interval over all ways in which doubtful dates may have fallen; None without any."""
    b, a = before.tally, after.tally
    if (b.low, a.low) == (b.high, a.high):
        return None
    few = _clumped(before, after, b.high, a.low)
    many = _clumped(before, after, b.low, a.high)
    middle = _clumped(before, after, b.expected, a.expected)
    if few is None or many is None or middle is None:
        return None
    return Ratio(middle.value, few.low, many.high)


def _per_report(before: Stretch, after: Stretch) -> Ratio | Withheld | None:
    if before.reports is None or after.reports is None:
        return None
    if not before.reports or not after.reports:
        return Withheld("there are no reports on one side of the day")
    clump = max(before.clump, after.clump)
    found = rate_ratio(
        before.tally.expected / clump, after.tally.expected / clump, before.reports, after.reports
    )
    return found or Withheld("none was counted, before or after")


def _reporting(before: Stretch, after: Stretch) -> Ratio | Withheld | None:
    if before.reports is None or after.reports is None:
        return None
    found = rate_ratio(before.reports, after.reports, before.months, after.months)
    return found or Withheld("there are no reports")


def _contrast(before: Stretch, after: Stretch, outside: Halves) -> Ratio | Withheld:
    clump = max(each.clump for each in (before, after, outside.before, outside.after))
    found = odds_ratio(
        (before.tally.expected / clump, after.tally.expected / clump),
        (outside.before.tally.expected / clump, outside.after.tally.expected / clump),
    )
    return found or Withheld("it takes counts inside and outside, before and after")
