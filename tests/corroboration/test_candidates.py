"""Candidates are complete: no pair that the stated rule names is passed over."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfire.corroboration import candidates
from holdfire.corroboration.account import Account, Days, Point
from holdfire.corroboration.candidates import NEAR, PATIENCE, SOON, TWICE, WEEKS, candidate_pairs
from holdfire.corroboration.columns import columns
from holdfire.corroboration.telling import Telling
from holdfire.geography.distance import km

DAY = 738_000
numbers = st.integers(1, 40)


@st.composite
def accounts(draw: st.DrawFn) -> Account:
    day = draw(st.none() | st.integers(DAY, DAY + 60))
    span = draw(st.sampled_from([0, 0, 1, 10, 16, 17, 400]))
    near_pole = draw(st.sampled_from([0.0, 42.0, 84.5, -89.0]))
    points = st.builds(
        Point,
        st.floats(-0.9, 0.9).map(lambda lat: near_pole + lat),
        st.sampled_from([129.0, 129.3, 179.9, -179.9]),
        st.sampled_from([3.0, 30.0, 120.0]),
    )
    signs = tuple(draw(st.lists(numbers, max_size=4, unique=True)))
    return Account(
        id=str(draw(st.integers(0, 10**9))),
        kind="incident",
        report=str(draw(st.integers(0, 3))),
        main=True,
        published=draw(st.none() | st.integers(DAY, DAY + 700)),
        days=None if day is None else Days(day, day + span),
        points=tuple(draw(st.lists(points, max_size=2))),
        places=frozenset(),
        acts=frozenset(["fire"]),
        means=frozenset(),
        who=frozenset(),
        target=None,
        again=False,
        counts={},
        telling=Telling(signs, tuple(8.0 for _ in signs), (), (), signs, ()),
    )


def _apart(a: Account, b: Account) -> int | None:
    if a.days is None or b.days is None:
        return None
    return max(a.days.first - b.days.last, b.days.first - a.days.last, 0)


def _may_meet(a: Account, b: Account) -> bool:
    apart = _apart(a, b)
    if apart is None or apart > 1 or not a.days or not b.days:
        return False
    if max(a.days.last - a.days.first, b.days.last - b.days.first) > candidates.SPAN:
        return False
    if not all(any(p.within <= candidates.REACH for p in x.points) for x in (a, b)):
        return False
    gaps = [km((p.lat, p.lon), (q.lat, q.lon)) - max(p.within, q.within) for p in a.points for q in b.points]
    return min(gaps) < NEAR - 0.001  # the same sum in another order may differ in its last place


def _when(a: Account) -> int:
    return a.published if a.published is not None else a.days.first if a.days else 0


def _signalled(a: Account, b: Account) -> bool:
    both = set(a.telling.signs) & set(b.telling.signs)
    apart = _apart(a, b)
    if not both or (apart is not None and apart > WEEKS):
        return False
    if abs(_when(a) - _when(b)) <= SOON:
        return True
    twice = set(a.telling.signs[:TWICE]) & set(b.telling.signs[:TWICE])
    if a.published is None or b.published is None:
        return len(twice) > 1
    return len(twice) > 1 and abs(a.published - b.published) <= PATIENCE["incident"]


@pytest.mark.slow
@given(st.lists(accounts(), max_size=12))
@settings(max_examples=300)
def test_every_pair_that_the_rule_names_is_found(some):
    left, right = candidate_pairs(columns(some), "incident")
    found = set(zip(left.tolist(), right.tolist(), strict=True))
    assert all(i < j for i, j in found)
    named = {
        (i, j)
        for j in range(len(some))
        for i in range(j)
        if _may_meet(some[i], some[j]) or _signalled(some[i], some[j])
    }
    assert named <= found


def _of_one_day(a: Account, b: Account) -> bool:
    wide = [x.days is None or x.days.last - x.days.first > candidates.WIDE for x in (a, b)]
    return not any(wide) and _apart(a, b) == 0 and bool(a.acts & b.acts)


@pytest.mark.slow
@given(st.lists(accounts(), max_size=12))
@settings(max_examples=100, deadline=None)
def test_orders_of_one_day_that_say_the_same_are_found(some):
    left, right = candidate_pairs(columns(some), "order")
    found = set(zip(left.tolist(), right.tolist(), strict=True))
    named = {(i, j) for j in range(len(some)) for i in range(j) if _of_one_day(some[i], some[j])}
    assert named <= found


def _bare(name: str, telling: Telling) -> Account:
    nothing: frozenset[str] = frozenset()
    return Account(
        name,
        "incident",
        name,
        True,
        DAY,
        None,
        (),
        nothing,
        nothing,
        nothing,
        nothing,
        None,
        False,
        {},
        telling,
    )


def test_a_sign_that_too_many_share_is_none():
    one = Telling((7,), (8.0,), (), (), (7,), ())
    many = [_bare(str(n), one) for n in range(candidates.COMMON + 1)]
    assert len(candidate_pairs(columns(many), "incident")[0]) == 0
    assert len(candidate_pairs(columns(many[:3]), "incident")[0]) == 3


def test_none_and_one_have_no_pairs():
    assert [len(side) for side in candidate_pairs(columns([]), "incident")] == [0, 0]
    assert np.array_equal(columns([]).published, np.empty(0))


def test_signs_bring_an_account_together_with_enough_others_and_no_more():
    chance = random.Random(3)
    for words in (60, 200, 900):
        own = [range(1000 + TWICE * n, 1000 + TWICE * (n + 1)) for n in range(400)]
        told = [(*its, *chance.sample(range(1, words), 20)) for its in own]
        many = [_bare(f"{n:03}", Telling((), (), (), (), signs, ())) for n, signs in enumerate(told)]
        left, _ = candidate_pairs(columns(many), "incident")
        assert len(left) < len(many) * (candidates.ENOUGH + candidates.COMMON)


def test_an_account_goes_by_its_rarest_signs():
    crowd = [(1, *range(100 + 50 * n, 130 + 50 * n)) for n in range(candidates.COMMON)]
    rivals = [(2, 100 + 50 * n + m) for n in range(candidates.COMMON) for m in range(30)]
    told = [_bare(f"{n:05}", Telling((), (), (), (), signs, ())) for n, signs in enumerate([*crowd, *rivals])]
    left, right = candidate_pairs(columns(told), "incident")
    both = set(zip(left.tolist(), right.tolist(), strict=True))
    assert not any((0, n) in both for n in range(1, candidates.COMMON)), "a sign of 60, and rarer ones enough"
    assert all((0, candidates.COMMON + m) in both for m in range(20))
