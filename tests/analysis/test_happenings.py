"""Incidents with doubtful dates → counts: expected, at the least, at the most."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfire.analysis import happenings
from holdfire.analysis.happenings import Happening, by_month, counted, days_between, outlet, stretch, within
from holdfire.analysis.series import days_of, first_day, month_of
from holdfire.model.corroborated import Attested, Incident
from holdfire.model.incident import Count, Status

FIRST = first_day(month_of(2022, 1)).toordinal()
YEAR = range(month_of(2022, 1), month_of(2023, 1))


def incident(date):
    said = Attested(date, ("r",), 1) if date else None
    told: Attested[Status] = Attested("happened", ("r",), 1)
    return Incident("i", ("a",), ("r",), (), "main", told, Attested("fire", ("r",), 1), date=said)


def happening(date, *published, sure=True):
    return happenings.happening(incident(date), published, sure=sure)


@pytest.mark.parametrize(
    ("date", "published", "days"),
    [
        ("2022-01-17", (), 1),
        ("2022-01", (), 31),
        ("2022-01", ("2022-01-10",), 10),
        ("2022-01-17?", (), 3),
        ("2022", ("2022-01-10", "2022-03"), 10),
        ("2022-01-17", ("2022-01-10",), 1),
    ],
)
def test_a_date_is_a_stretch_of_days_that_ends_when_it_was_told_of(date, published, days):
    found = happening(date, *published)
    assert found.last - found.first == days


@pytest.mark.parametrize("date", [None, "XXXX-06-03", "199X", "../2022-01-17"])
def test_a_date_that_leaves_more_than_a_year_open_is_none(date):
    assert happening(date) is None


def test_an_open_beginning_is_bounded_by_no_report():
    assert happening("XXXX-06-03", "2022-06-20") is None
    assert days_between("soon") is None


def test_a_doubtful_date_is_spread_evenly():
    halves = [
        counted([Happening(FIRST, FIRST + 10)], FIRST + start, FIRST + start + 4) for start in (0, 4, 8)
    ]
    assert [each.expected for each in halves] == pytest.approx([0.4, 0.4, 0.2])
    assert all((each.low, each.high) == (0, 1) for each in halves)


def test_what_may_have_been_elsewhere_counts_at_the_most():
    tally = counted([Happening(FIRST, FIRST + 1), Happening(FIRST, FIRST + 1, sure=False)], FIRST, FIRST + 31)
    assert (tally.expected, tally.low, tally.high) == (1, 1, 2)


SPAN = st.tuples(st.integers(0, 364), st.integers(1, 60)).map(
    lambda s: Happening(FIRST + s[0], FIRST + sum(s))
)


@given(st.lists(SPAN, max_size=20))
def test_months_share_out_every_happening_once(made):
    inside = [each for each in made if each.last <= FIRST + 365]
    series = by_month(inside, YEAR, inside)
    assert sum(tally.expected for tally in series.tallies) == pytest.approx(len(inside))
    assert sum(series.reports or ()) == pytest.approx(len(inside))
    assert all(tally.low <= tally.expected + 1e-9 <= tally.high + 2e-9 for tally in series.tallies)
    assert series.exposure == tuple(float(days_of(month)) for month in YEAR)


@given(st.lists(SPAN, max_size=20), st.integers(1, 364))
def test_the_two_sides_of_a_day_are_all(made, day):
    first, second = stretch(made, [], FIRST, FIRST + day), stretch(made, [], FIRST + day, FIRST + 500)
    assert first.tally.expected + second.tally.expected == pytest.approx(len(made))
    assert first.exposure == day and first.reports == 0


def test_outlets_have_their_reports_by_month():
    told = [Happening(FIRST, FIRST + 1), Happening(FIRST + 31, FIRST + 59)]
    assert list(outlet("X", told, YEAR).reports[:3]) == pytest.approx([1, 1, 0])
    assert within(told, FIRST, FIRST + 5) == told[:1]


def test_equal_counts_are_equal_values():
    assert msgspec.json.encode(happening("2022-01-17")) == msgspec.json.encode(happening("2022-01-17"))


@pytest.mark.parametrize(
    ("harmed", "counts"),
    [
        (Attested(2, ("r",), 1, low=1, high=10), (2, 1, 10)),
        (Attested(3, ("r",), 1), (3, 3, 3)),
        (Attested(Count(low=2), ("r",), 1, low=2), (2, 2, 2)),
        (Attested(Count(low=2, high=4), ("r",), 1, low=2, high=4), (2, 2, 4)),
    ],
)
def test_people_are_counted_as_told_with_the_least_and_the_most(harmed, counts):
    found = happenings.harming(Happening(FIRST, FIRST + 1), happenings.harm(harmed))
    assert found is not None
    assert (found.weight, found.least, found.most) == counts
    assert counted([found], FIRST, FIRST + 31).high == counts[2]


def test_nobody_harmed_is_not_counted_among_people():
    nobody = happenings.harm(Attested(0, ("r",), 1, low=0, high=0))
    assert happenings.harming(Happening(FIRST, FIRST + 1), nobody) is None


def test_several_at_once_vary_more_than_chance():
    one, four = Happening(FIRST, FIRST + 1), Happening(FIRST, FIRST + 1, weight=4, least=4, most=4)
    assert stretch([one, one], [], FIRST, FIRST + 9).clump == 1
    assert stretch([one, four], [], FIRST, FIRST + 9).clump == pytest.approx(17 / 5)
    assert stretch([], [], FIRST, FIRST + 9).clump == 1
