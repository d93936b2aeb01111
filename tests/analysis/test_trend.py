"""Did the rate change: published figures, power, placebo dates, places outside, too little data."""

from datetime import date

import numpy as np
import pytest

from holdfire.analysis.answers import Halves
from holdfire.analysis.figures import Ratio, Stretch, Tally, Withheld
from holdfire.analysis.power import power, seen
from holdfire.analysis.series import share_after, split
from holdfire.analysis.simulation import World, counts_of
from holdfire.workflows.analysis.counts import counted
from tests.analysis.asking import asked, ranked, rates
from tests.analysis.published import CORPORA, needs_corpora
from tests.analysis.series import series

CHANGE = date(2022, 1, 1)


@needs_corpora
def test_the_smoking_ban_of_sicily():
    """Bernal et al. 2017: 0.894 (0.839 to 0.953) with over-dispersion, 0.885 with season."""
    given = counted(CORPORA / "its" / "sicily.csv", column="aces", per="stdpop")
    found = asked(given.series, date(2005, 1, 1))
    level, season = found.level.ratio, found.season.ratio
    assert [round(x, 3) for x in (level.value, level.low, level.high)] == [0.894, 0.839, 0.953]
    assert round(season.value, 3) == 0.885
    assert found.best == season


def of(count, months=12.0):
    return Stretch(Tally(count, count, count), months, months * 30)


@pytest.mark.parametrize(("total", "low", "high"), [(5, 0.0, 0.1), (20, 0.2, 0.5), (100, 0.95, 1.0)])
def test_few_reports_cannot_show_a_halving(total, low, high):
    assert low <= power(of(total), of(total)).share <= high


def test_power_is_what_a_simulation_sees():
    chance = np.random.default_rng(5)
    drawn = zip(chance.poisson(20, 2000), chance.poisson(10, 2000), strict=True)
    found = [rates(x, y, 1, 1) for x, y in drawn]
    share = np.mean([ratio is not None and ratio.high < 1 for ratio in found])
    assert seen(20, 10, 1) == pytest.approx(share, abs=0.03)
    assert seen(20, 20, 1) <= 0.025


@pytest.mark.slow
def test_many_counts_show_a_halving_for_certain():
    assert power(of(50_000), of(20_000, 5.0)).share == 1.0
    assert power(of(50_000, 120.0), of(100, 0.3)).share > 0.99
    assert power(of(300), of(300)).share == pytest.approx(1.0, abs=1e-6)


def test_over_dispersion_takes_power_away():
    assert power(of(40), of(40), dispersion=3).share < power(of(40), of(40)).share
    assert power(of(0), of(5)).share == 0


def test_the_month_that_holds_the_day_is_on_neither_side():
    months = series([3, 4, 5])
    before, after = split(months, date(2020, 2, 11))
    assert (before.tally.expected, after.tally.expected) == (3, 5)
    assert share_after(months.months, date(2020, 2, 11)).tolist() == pytest.approx([0, 19 / 29, 1])


def test_a_real_step_ranks_first_and_chance_does_not():
    clear = World(48, 24, 30, ratio=0.4)
    found = ranked(series(counts_of(clear, np.random.default_rng(2), worlds=1)[0]), CHANGE)
    assert found.rank == 1 and found.of == 36
    none = [
        ranked(series(counts), CHANGE).rank
        for counts in counts_of(World(48, 24, 30), np.random.default_rng(3), worlds=40)
    ]
    assert 10 < np.mean(none) < 26


def test_too_little_is_said_and_the_rest_computed():
    found = asked(series([1, 0, 2, 0, 1, 0, 0, 1]), date(2020, 5, 1))
    assert isinstance(found.level, Withheld) and "8 months are too few" in found.level.reason
    assert isinstance(found.ratio, Ratio) and found.best == found.ratio
    assert isinstance(found.placebo, Withheld)
    assert isinstance(asked(series([0] * 8), date(2020, 5, 1)).ratio, Withheld)


@pytest.mark.parametrize("slope", [False, True])
def test_where_all_was_counted_in_the_month_of_the_day_any_step_fits(slope):
    found = asked(series([0] * 7 + [26] + [0] * 4), date(2020, 8, 26), slope=slope)
    assert found.level == Withheld("the counts lie so that any step fits them")


def test_where_all_of_it_stops_the_exact_ratio_is_gone_by():
    for counts in ([10] * 12 + [0] * 12, [0] * 12 + [10] * 12, [10] * 12 + [0] * 11 + [1]):
        found = asked(series(counts), date(2021, 1, 1))
        assert "counted on one side of the day are too few" in found.level.reason
        assert found.best == found.ratio and found.best.shown
        assert isinstance(found.placebo, Withheld)


def test_counts_more_even_than_chance_do_not_narrow_the_interval():
    even = asked(series([10] * 12 + [9] * 12), date(2021, 1, 1)).level
    assert even.dispersion == 1 and not even.ratio.shown


def test_what_changes_everywhere_alike_drops_out():
    inside, elsewhere = series([40] * 12 + [20] * 12), series([60] * 12 + [30] * 12)
    halves = Halves(*split(elsewhere, date(2021, 1, 1)))
    found = asked(inside, date(2021, 1, 1), outside=halves)
    assert found.ratio.shown and not found.contrast.shown
    assert found.contrast.value == pytest.approx(1)


def test_fewer_reports_explain_fewer_counts():
    found = asked(series([10] * 6 + [5] * 6, reports=[100] * 6 + [50] * 6), date(2020, 7, 1))
    assert found.ratio.shown and found.reporting.shown
    assert found.per_report.value == pytest.approx(1)


def test_doubtful_dates_widen_the_interval():
    given = series([4] * 8)
    before, after = split(given, date(2020, 5, 1))
    vague = Halves(
        Stretch(Tally(16, 12, 20), before.months, before.exposure),
        Stretch(Tally(16, 12, 20), after.months, after.exposure),
    )
    found = asked(given, date(2020, 5, 1), halves=vague)
    assert found.doubtful.low < found.ratio.low and found.doubtful.high > found.ratio.high


def test_a_slope_is_found_where_it_is_asked_for():
    month = np.arange(48)
    means = 50 * np.exp(np.where(month >= 24, -0.5 * (month - 24) / 12, 0.0))
    found = asked(series(np.round(means)), CHANGE, slope=True).level
    assert found.slope.value == pytest.approx(np.exp(-0.5), rel=0.05)
    assert asked(series(np.round(means)), CHANGE).level.slope is None
