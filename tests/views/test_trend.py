"""What a trend says in words, and what always stands beside it."""

from datetime import date

from holdfire.analysis.trend import trend
from holdfire.views.trend import YEARS, number, trend_page
from tests.analysis.series import series

MAY = date(2020, 5, 1)


def page(counts, day=MAY, **more):
    return trend_page(trend(series(counts, **more), day), what="incidents", title="Musan")


def test_nine_incidents_cannot_show_a_halving():
    said = " ".join(page([1, 2, 1, 2, 1, 1, 0, 1]).said)
    assert "No change in incidents can be told from 1 May 2020 on" in said
    assert "Nine cannot show a halving: it would have been seen in" in said


def test_a_chart_says_where_years_begin():
    chart = page([1] * 40).chart
    assert all((chart.first + bar) == 12 * year for bar, year in chart.years)
    assert len(chart.years) in (3, 4)
    assert len(page([1] * 400).chart.years) <= YEARS


def test_a_clear_fall_is_said_with_its_interval():
    (sentence,) = page([40, 42, 38, 41, 8, 9, 7, 8]).said
    assert sentence.startswith("From 1 May 2020 on there were fewer incidents: 0.19")


def test_fewer_reports_of_any_kind_are_said_in_the_same_breath():
    said = page([40, 42, 38, 41, 8, 9, 7, 8], reports=[90] * 4 + [20] * 4).said
    assert said[-1].startswith("But there were fewer reports of any kind too")


def test_the_caveats_are_always_there():
    for counts in ([1] * 8, [0] * 8, [50] * 8):
        caveats = page(counts).caveats
        assert any("Fewer reports is not fewer acts" in each for each in caveats)
        assert any("not yet a change because of" in each for each in caveats)


def test_a_figure_that_cannot_be_had_says_why():
    withheld = [each for each in page([1] * 8).figures if each.withheld]
    assert withheld and all(each.note and not each.value for each in withheld)


def test_months_that_nobody_counted_are_gaps_and_not_zeros():
    given = series([3, 3, 3, 3, 3, 3])
    holed = type(given)(
        (*given.months[:2], *given.months[3:]),
        (*given.tallies[:2], *given.tallies[3:]),
        (*given.exposure[:2], *given.exposure[3:]),
    )
    made = trend_page(trend(holed, date(2020, 5, 1)), what="incidents", title="")
    assert [bar is None for bar in made.chart.bars] == [False, False, True, False, False, False]
    assert made.chart.change == 4
    assert any("1 month between" in each for each in made.caveats)


def test_numbers_have_three_digits_or_say_that_they_have_no_bound():
    assert [number(x) for x in (0.8944, 12.34, 1234.5, float("inf"))] == [
        "0.894",
        "12.3",
        "1,234",
        "no bound",
    ]
