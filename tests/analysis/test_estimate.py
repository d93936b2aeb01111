"""How many there are in all: published tables, laws, and what is refused."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from holdfire.analysis.figures import Size, Withheld
from holdfire.analysis.lists import Lists, histories_of, lists_of
from holdfire.analysis.models import fitted, hierarchical, search
from holdfire.analysis.simulation import Listing
from holdfire.workflows.analysis.lists_file import lists_given
from tests.analysis.asking import bounded, estimated
from tests.analysis.published import CORPORA, needs_corpora


def made(counts, names="abcdefgh"):
    """Lists with these counts, in the order of histories, those on no list left out."""
    number = (len(counts) + 1).bit_length() - 1
    return Lists(tuple(names[:number]), dict(zip(histories_of(number)[1:], map(float, counts), strict=True)))


@needs_corpora
def test_killings_in_kosovo():
    """Ball et al. 2002: 10,356 (9,002 to 12,122), from four lists."""
    lists, wrong = lists_given(CORPORA / "mse" / "kosovo.csv")
    found = estimated(lists)
    assert lists.seen == 4400 and not wrong
    assert 9_002 <= found.selected.value <= 12_122
    assert round(found.selected.value) == pytest.approx(10_356, abs=1)
    assert found.selected.low == pytest.approx(9_002, rel=0.01)
    assert found.selected.high == pytest.approx(12_122, rel=0.01)
    assert found.averaged.low < 10_356 < found.averaged.high


@needs_corpora
def test_modern_slavery_in_the_united_kingdom():
    """Bales, Hesketh and Silverman 2015: 10 to 13 thousand, from six lists."""
    found = estimated(lists_given(CORPORA / "mse" / "uk.csv")[0])
    assert 10_000 <= found.selected.value <= 13_000
    assert 10_000 <= found.averaged.value <= 13_000


@pytest.mark.slow
@needs_corpora
def test_eight_lists_that_hardly_overlap_still_have_an_answer():
    found = estimated(lists_given(CORPORA / "mse" / "new_orleans.csv")[0])
    assert found.averaged.low < 1_000 < found.averaged.high


def test_the_models_are_all_the_hierarchical_ones():
    assert len(list(hierarchical(3))) == 8
    assert len(list(hierarchical(4))) == 113
    assert len(set(hierarchical(4))) == 113


def test_what_is_expected_gives_back_the_truth():
    expected = 2000 * Listing(2000, (0.3, 0.25, 0.2), {(0, 1): 3.0}).shares
    lists = made(expected[1:])
    model = fitted(lists, [((0, 1),)])
    assert lists.seen + model.unseen[0] == pytest.approx(2000, abs=1)
    assert search(lists)[0].terms[0] == ((0, 1),)


def test_the_bound_of_independent_lists_is_their_total_but_for_the_correction():
    expected = 20_000 * Listing(20_000, (0.3, 0.25, 0.2)).shares
    assert bounded(made(expected[1:])).value == pytest.approx(20_000, rel=0.001)


@pytest.mark.slow
@settings(deadline=None, max_examples=30)
@given(st.lists(st.integers(0, 40), min_size=7, max_size=7))
@example([16, 24, 1, 25, 1, 1, 26])
def test_whatever_the_table_there_is_a_sound_answer(counts):
    if not sum(counts):
        return
    found = estimated(made(counts))
    for each in (found.selected, found.averaged, found.lower_bound):
        assert isinstance(each, Withheld) or sum(counts) - 1e-6 <= each.low <= each.value <= each.high


@pytest.mark.slow
@settings(deadline=None, max_examples=10)
@given(st.lists(st.integers(1, 40), min_size=7, max_size=7), st.sampled_from(list(permutations(range(3)))))
def test_the_names_and_the_order_of_lists_do_not_matter(counts, order):
    lists = made(counts)
    turned = {tuple(history[i] for i in order): n for history, n in lists.histories.items()}
    one, other = estimated(lists), estimated(Lists(("x", "y", "z"), turned))
    if isinstance(one.averaged, Size):
        assert other.averaged.high == pytest.approx(one.averaged.high, rel=1e-3)
    assert other.lower_bound.value == pytest.approx(one.lower_bound.value)


@pytest.mark.parametrize(
    ("counts", "reason"),
    [
        ([30, 20, 10], "2 lists are too few"),
        ([5, 4, 0, 3, 0, 0, 0], "12 seen are too few"),
        ([50, 40, 2, 30, 1, 0, 0], "on more than one list are too few"),
        ([50, 40, 0, 30, 0, 0, 8], ""),
    ],
)
def test_what_the_data_cannot_bear_is_refused_with_the_reason(counts, reason):
    found = estimated(made(counts))
    if reason:
        assert reason in found.averaged.reason and found.averaged == found.selected


def test_no_overlap_leaves_no_bound_either():
    assert isinstance(bounded(made([9, 8, 0, 7, 0, 0, 0])), Withheld)


def test_an_interval_that_nothing_bounds_is_refused():
    found = estimated(made([200, 180, 3, 150, 2, 1, 0]))
    if isinstance(found.averaged, Size):
        assert found.averaged.high < 100 * 537
    else:
        assert "nothing bounds it" in found.averaged.reason


def test_lists_are_made_of_what_each_thing_is_on():
    lists = lists_of(("a", "b"), [frozenset("a"), frozenset("ab"), frozenset("ab"), frozenset("c")])
    assert lists.seen == 3 and lists.on(0, 1) == 2 and lists.on(1) == 2
    assert lists.counts.tolist() == [0, 0, 1, 2]
    assert np.array(histories_of(2)).shape == (4, 2)
