"""A trend → a page: what it says in plain words, its figures, the chart's data, and the caveats.

A terminal, a picture and a web page draw the same `TrendPage`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isinf

from holdfire.analysis.answers import Interrupted, Placebo, Trend
from holdfire.analysis.figures import Ratio, Stretch, Withheld
from holdfire.analysis.series import month_name, month_of, share_after
from holdfire.views.dates import say_date
from holdfire.views.timeline import years_in

YEARS = 12
"""So many years can be named below a chart."""
BUSIEST = 6
"""So many outlets are shown."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of a table: what, how much, and what to know of it. Without a figure `withheld` says why."""

    label: str
    value: str
    note: str = ""
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """One month: how many, at the least and at the most, and all reports of that month (if known)."""

    month: str
    expected: float
    low: float
    high: float
    reports: float | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars in order, one for every month from the first to the last; None stands for one nobody counted.

    `change` is where the day lies: 2.5 is the middle of the third bar.
    """

    bars: tuple[Bar | None, ...]
    first: int
    change: float
    what: str

    @property
    def years(self) -> tuple[tuple[int, int], ...]:
        """Before which bar each year begins; not every one where there are many."""
        return years_in(self.first, len(self.bars), YEARS)

    @property
    def most(self) -> float:
        """The highest bar."""
        return max((bar.high for bar in self.bars if bar), default=0.0)

    @property
    def most_reports(self) -> float | None:
        """The most reports of a month; None where they are not known."""
        known = [bar.reports for bar in self.bars if bar and bar.reports is not None]
        return max(known) if known else None


@dataclass(frozen=True, slots=True)
class OutletRow:
    """An outlet and how many reports of it came out: in each month of the chart, before and after."""

    name: str
    months: tuple[float, ...]
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class TrendPage:
    """`said` answers in sentences; `caveats` always stand beside them; `outlets` are the busiest."""

    title: str
    said: tuple[str, ...]
    figures: tuple[Figure, ...]
    chart: Chart
    caveats: tuple[str, ...]
    outlets: tuple[OutletRow, ...] = ()


def trend_page(found: Trend, *, what: str, title: str, notes: tuple[str, ...] = ()) -> TrendPage:
    """A trend in words; `what` names what was counted, in the plural (or nothing does).

    `notes` are caveats of the caller.
    """
    return TrendPage(
        title,
        tuple(_said(found, what)),
        tuple(_figures(found)),
        _chart(found, what),
        (*_caveats(found), *notes),
        tuple(_outlets(found)),
    )


def _outlets(found: Trend) -> Iterator[OutletRow]:
    """The busiest outlets; the month that holds the day is shared out by its days."""
    share = share_after(found.series.months, found.change).tolist()
    for each in found.outlets[:BUSIEST]:
        after = sum(told * part for told, part in zip(each.reports, share, strict=True))
        yield OutletRow(each.name, each.reports, sum(each.reports) - after, after)


def times(ratio: Ratio) -> str:
    """A ratio with its interval: 0.89 (0.84 to 0.93); "at least 0.08" where there were none before."""
    if isinf(ratio.value):
        return f"at least {number(ratio.low)}"
    return f"{number(ratio.value)} ({number(ratio.low)} to {number(ratio.high)})"


def number(value: float) -> str:
    """A figure to three digits at most."""
    if isinf(value):
        return "no bound"
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.3f}" if value < 10 else f"{value:.1f}"


def _said(found: Trend, what: str) -> Iterator[str]:
    best, day = found.best, say_date(found.change.isoformat())
    if isinstance(best, Withheld):
        yield f"Nothing can be said of {day}: {best.reason}."
        return
    apart = _apart(found)
    if best.shown:
        direction = "fewer" if best.value < 1 else "more"
        yield f"From {day} on there were {direction}{_of(what, '')}: {times(best)} times as many{apart}."
    else:
        yield f"No change{_of(what, 'in ')} can be told from {day} on: {times(best)} times as many{apart}."
    if not best.shown:
        yield _power(found)
    if isinstance(found.reporting, Ratio) and found.reporting.shown:
        fewer = "fewer" if found.reporting.value < 1 else "more"
        yield f"But there were {fewer} reports of any kind too: {times(found.reporting)} times as many."


def _of(what: str, word: str) -> str:
    return f" {word}{what}" if what else ""


def _apart(found: Trend) -> str:
    if isinstance(found.season, Interrupted):
        return ", trend and season apart"
    return ", trend apart" if isinstance(found.level, Interrupted) else ""


def _power(found: Trend) -> str:
    seen = f"{found.power.share * 100:.0f} of 100 cases"
    if not found.before.tally.expected:
        return "With none before, no fall could show."
    total = found.before.tally.expected + found.after.tally.expected
    if found.power.enough:
        return f"A halving would have been seen in {seen}, so one is unlikely."
    return f"{_many(total)} cannot show a halving: it would have been seen in {seen}."


def _many(total: float) -> str:
    words = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    rounded = round(total)
    return (words[rounded] if rounded < len(words) else f"{rounded:,}").capitalize()


def _figures(found: Trend) -> Iterator[Figure]:
    yield Figure("before", _stretch(found.before), _reports(found.before))
    yield Figure("after", _stretch(found.after), _reports(found.after))
    yield _ratio("after over before", found.ratio, "exact; as if nothing else had changed")
    if found.doubtful is not None:
        yield _ratio("doubtful dates", found.doubtful, "whichever way every doubtful date fell")
    if found.reporting is not None:
        yield _ratio("all reports", found.reporting, "how many were published, whatever they tell")
    if found.per_report is not None:
        yield _ratio("per report", found.per_report, "after over before, over the number of reports")
    yield _level("step beside a trend", found.level)
    if isinstance(found.level, Interrupted):
        yield _level("step, trend, season", found.season)
    yield _placebo(found.placebo)
    if found.contrast is not None:
        yield from _outside(found)
    seen = f"seen in {found.power.share * 100:.0f} of 100 cases"
    yield Figure("a halving", seen, "had there been one, given the rate before")


def _stretch(stretch: Stretch) -> str:
    tally = stretch.tally
    doubt = f" ({number_of(tally.low)} to {number_of(tally.high)})" if tally.low != tally.high else ""
    return f"{number_of(tally.expected)}{doubt} in {number_of(stretch.months)} months"


def number_of(count: float) -> str:
    """A count: whole, or with one digit where doubtful dates make it none."""
    return f"{count:,.0f}" if abs(count - round(count)) < 0.05 else f"{count:,.1f}"


def _reports(stretch: Stretch) -> str:
    rate = f"{number(stretch.a_month)} a month"
    return rate if stretch.reports is None else f"{rate}; {number_of(stretch.reports)} reports of any kind"


def _ratio(label: str, found: Ratio | Withheld, note: str) -> Figure:
    if isinstance(found, Withheld):
        return Figure(label, "", found.reason, withheld=True)
    return Figure(label, times(found), note)


def _level(label: str, found: Interrupted | Withheld) -> Figure:
    if isinstance(found, Withheld):
        return Figure(label, "", found.reason, withheld=True)
    note = f"variance {found.dispersion:.2g} times a Poisson's, allowed for"
    if found.slope is not None:
        note += f"; then {times(found.slope)} a year beside the trend"
    return Figure(label, times(found.ratio), note)


def _placebo(found: Placebo | Withheld) -> Figure:
    if isinstance(found, Withheld):
        return Figure("other dates", "", found.reason, withheld=True)
    note = "how clear the step is, among the same question asked of every other month"
    return Figure("other dates", f"rank {found.rank} of {found.of}", note)


def _outside(found: Trend) -> Iterator[Figure]:
    if found.outside is not None:
        before, after = found.outside
        yield Figure("outside, before", _stretch(before))
        yield Figure("outside, after", _stretch(after))
    if found.contrast is not None:
        yield _ratio("inside over outside", found.contrast, "exact; what changed everywhere alike drops out")


def _chart(found: Trend, what: str) -> Chart:
    series = found.series
    reports = series.reports or (None,) * len(series.months)
    bars = {
        month: Bar(month_name(month), tally.expected, tally.low, tally.high, told)
        for month, tally, told in zip(series.months, series.tallies, reports, strict=True)
    }
    first, last = series.months[0], series.months[-1]
    here = month_of(found.change.year, found.change.month)
    within = 1 - float(share_after([here], found.change)[0])
    every = tuple(bars.get(month) for month in range(first, last + 1))
    return Chart(every, first, here - first + within, what)


def _caveats(found: Trend) -> Iterator[str]:
    if found.per_report is None:
        yield (
            "Fewer reports is not fewer acts. How many reports there were of any kind is not known here, so "
            "a fall may be one of reporting."
        )
    else:
        yield "Fewer reports is not fewer acts: hold the counts against all reports of the same months."
    yield "A change from a day on is not yet a change because of what was ordered on it."
    if found.dispersion > 1.5 and isinstance(found.ratio, Ratio):
        yield (
            f"Counts vary {found.dispersion:.2g} times as much as chance alone would have it: the exact "
            "intervals are too narrow, the step's is not."
        )
    clump = max(found.before.clump, found.after.clump)
    if clump > 1:
        yield (
            f"People are harmed several at a time: intervals are as wide as if {clump:.2g} of them were one."
        )
    missing = found.series.months[-1] - found.series.months[0] + 1 - len(found.series.months)
    if missing:
        were = "1 month between the first and the last was" if missing == 1 else f"{missing} months were"
        yield f"{were} not counted, which is not zero."
