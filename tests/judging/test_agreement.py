"""Krippendorff's alpha against the published examples, and which judgements count for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfire.judging import state
from holdfire.judging.agreement import agreement, alpha
from holdfire.model.judgement import Accept, Correct, Reject

# Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, sections A, B and C
BINARY = ("0100000000", "1110010100")
NOMINAL = ("aabbdcccedda", "babbbccceddd")


def units(coders):
    return [[each for each in column if each not in " ."] for column in zip(*coders, strict=True)]


def test_binary_data_of_two_coders():
    assert alpha(units(BINARY)) == pytest.approx(0.095, abs=0.0005)


def test_nominal_data_of_two_coders():
    assert alpha(units(NOMINAL)) == pytest.approx(0.692, abs=0.0005)


def test_nominal_data_of_four_coders_with_gaps():
    a = [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None]
    b = [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3]
    c = [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None]
    d = [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None]
    told = [[each for each in unit if each is not None] for unit in zip(a, b, c, d, strict=True)]
    assert alpha(told) == pytest.approx(0.743, abs=0.0005)


@given(st.lists(st.lists(st.sampled_from("ab"), min_size=2, max_size=4), min_size=1, max_size=30))
def test_alpha_is_one_only_where_all_agree(told):
    found = alpha(told)
    alike = all(len(set(unit)) == 1 for unit in told)
    assert found is None or (found <= 1 + 1e-9 and (found > 1 - 1e-9) == alike)


def test_nothing_to_compare_gives_no_figure():
    assert alpha([]) is None
    assert alpha([["a"], ["b"]]) is None
    assert alpha([["a", "a"]]) is None


def said(kind, who, path, minute, **more):
    return kind(
        target=f"report/{'a' * 64}/{path}", reading="r", who=who, when=f"2026-01-01T10:{minute:02}", **more
    )


def test_the_last_verdict_of_each_person_counts():
    found = agreement(
        state(
            [
                said(Reject, "ada", "orders.0", 1),
                said(Accept, "ada", "orders.0", 2),
                said(Accept, "ben", "orders.0", 3),
                said(Correct, "ada", "orders.1", 4, value=1),
                said(Correct, "ben", "orders.1", 5, value=2),
                said(Accept, "ada", "orders.2", 6),
            ]
        )
    )
    assert (found.values, found.alike) == (2, 1)
