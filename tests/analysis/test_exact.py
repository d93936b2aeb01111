"""Exact intervals against scipy's, and what they promise."""

from math import inf, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfire.analysis.exact import TAIL, tails
from tests.analysis.asking import odds, rates

COUNT = st.integers(0, 60)


@pytest.mark.slow
def test_the_ratio_of_rates_is_the_binomial_interval_of_the_share():
    from scipy.stats import binomtest

    found = rates(9, 4, 12, 6)
    share = binomtest(4, 13).proportion_ci(0.95, method="exact")
    assert found.value == pytest.approx(2 * 4 / 9)
    assert found.low == pytest.approx(2 * share.low / (1 - share.low))
    assert found.high == pytest.approx(2 * share.high / (1 - share.high))


@pytest.mark.slow
def test_the_ratio_of_ratios_is_scipys_conditional_odds():
    from scipy.stats.contingency import odds_ratio as theirs

    expected = theirs([[4, 10], [9, 8]]).confidence_interval()
    found = odds((10, 4), (8, 9))
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high))


def test_none_on_a_side_leaves_an_end_open():
    assert rates(0, 4, 1, 1).high == inf and rates(0, 4, 1, 1).low > 0
    assert rates(4, 0, 1, 1).low == 0 and rates(4, 0, 1, 1).high < inf
    assert rates(0, 0, 1, 1) is None
    assert odds((0, 0), (3, 3)) is None
    assert odds((5, 0), (3, 3)).low == 0


@given(COUNT, COUNT.filter(bool), st.floats(0.1, 10), st.floats(0.1, 10))
def test_to_ask_the_other_way_round_turns_the_interval_over(before, after, one, other):
    there, back = rates(before, after, one, other), rates(after, before, other, one)
    assert there.low == pytest.approx(1 / back.high if back.high else inf, rel=1e-6)
    assert there.low <= there.value <= there.high


@given(COUNT, COUNT, COUNT, COUNT)
def test_each_end_of_the_odds_ratio_leaves_a_tail_out(a, b, c, d):
    found = odds((a, b), (c, d))
    if found is None:
        return
    if found.low > 0:
        assert tails(a, b, c, d, log_odds=log(found.low))[1] == pytest.approx(TAIL, rel=1e-4)
    if found.high < inf:
        assert tails(a, b, c, d, log_odds=log(found.high))[0] == pytest.approx(TAIL, rel=1e-4)


@given(COUNT, COUNT)
def test_more_time_with_the_same_counts_is_a_smaller_ratio(before, after):
    if before and after:
        assert rates(before, after, 1, 2).high < rates(before, after, 1, 1).high
