"""Attested slots: the best value, who supports it, who dissents; nothing that was told is lost."""

from hypothesis import given
from hypothesis import strategies as st

from holdfire.corroboration.attestation import Said, attested, count, date, places
from holdfire.model.incident import Count
from tests.corroboration.telling import TOWNS

LINES = {name: number for number, name in enumerate("abcdef")}
names = st.sampled_from("abcdef")
counts = st.integers(0, 5) | st.builds(Count, st.none() | st.integers(0, 5), st.none() | st.integers(5, 9))


def _said(**values):
    return [Said(value, name, at) for at, (name, value) in enumerate(values.items())]


def _filled(slot):
    assert slot is not None
    return slot


def test_the_value_of_most_lines_is_best_however_many_reports_repeat_another():
    lines = {"a": 0, "b": 0, "c": 0, "d": 1, "e": 2}
    told = [*(Said("x", name, 0) for name in "abc"), Said("y", "d", 0), Said("y", "e", 0)]
    best = _filled(attested(told, lines))
    assert (best.value, best.lines, best.reports) == ("y", 2, ("d", "e"))
    assert [(other.value, other.lines, len(other.reports)) for other in best.others] == [("x", 1, 3)]


def test_a_wider_date_supports_the_finer_one_within_it():
    best = _filled(date(_said(a="2022-01", b="2022-01-17", c="2022-01-18"), LINES))
    assert best.value in {"2022-01-17", "2022-01-18"}
    assert best.lines == 2
    agreeing = {other.value: other.agrees for other in best.others}
    assert agreeing == {"2022-01": True, ("2022-01-18" if best.value[-1] == "7" else "2022-01-17"): False}


def test_midnight_between_two_days_is_kept_as_told():
    best = _filled(date(_said(a="2022-01-26", b="2022-01-27"), LINES))
    assert {best.value, *(other.value for other in best.others)} == {"2022-01-26", "2022-01-27"}


def test_counts_have_a_least_a_best_and_a_most():
    best = _filled(count(_said(a=3, b=Count(2, None), c=3, d=5), LINES))
    assert (best.value, best.lines) == (3, 3)
    assert (best.low, best.high) == (2, None)
    assert _filled(count(_said(a=3, d=5), LINES)).high == 5


def test_of_two_numbers_told_as_often_the_later_stands():
    assert _filled(count([Said(4, "a", 9), Said(3, "b", 5)], LINES)).value == 4


def test_places_are_listed_by_their_support():
    told = [Said(TOWNS["Musan"], "a", 0), Said(TOWNS["Hoeryong"], "b", 0), Said(TOWNS["Musan"], "c", 0)]
    assert [(p.value.name, p.lines) for p in places(told, LINES)] == [("Musan", 2), ("Hoeryong", 1)]


def test_an_open_slot_stays_open():
    assert attested([], LINES) is None
    assert count([], LINES) is None
    assert places([], LINES) == ()


@given(st.lists(st.builds(Said, counts, names, st.integers(0, 9)), min_size=1), st.randoms())
def test_nothing_told_is_lost_and_order_does_not_matter(told, chance):
    best = _filled(count(told, LINES))
    kept = {repr(best.value), *(repr(other.value) for other in best.others)}
    assert kept == {repr(each.value) for each in told}
    who = {*best.reports, *(report for other in best.others for report in other.reports)}
    assert who == {each.report for each in told}
    again = list(told)
    chance.shuffle(again)
    assert count(again, LINES) == best
