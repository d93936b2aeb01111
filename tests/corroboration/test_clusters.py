"""The laws of clusters: order does not matter, decisions always hold, weak chains do not."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from holdfire.corroboration.clusters import Decisions
from holdfire.corroboration.clusters import cluster as of_compared
from holdfire.corroboration.compared import compared
from holdfire.model.judgement import pair

NAMES = "abcdefgh"
pairs = st.sampled_from(sorted(combinations(NAMES, 2)))
some_bits = st.dictionaries(pairs, st.floats(-12, 12).map(lambda x: round(x, 2)), max_size=28)
decisions = st.builds(
    Decisions,
    same=st.frozensets(pairs, max_size=4),
    different=st.frozensets(pairs, max_size=4),
)


def cluster(ids, bits, decided=None):
    return of_compared(compared(ids, bits), decided)


def _with(members, clusters):
    return next(found for found in clusters if members in found)


@given(some_bits, decisions, st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(bits, decided, chance):
    shuffled = list(bits.items())
    chance.shuffle(shuffled)
    names = list(NAMES)
    chance.shuffle(names)
    assert cluster(names, dict(shuffled), decided) == cluster(NAMES, bits, decided)


@given(some_bits, decisions)
def test_every_account_is_in_one_cluster(bits, decided):
    found = cluster(NAMES, bits, decided).clusters
    assert sorted(each for members in found for each in members) == list(NAMES)


@given(some_bits, decisions)
def test_what_is_different_is_never_together(bits, decided):
    found = cluster(NAMES, bits, decided).clusters
    assert not any(set(two) <= set(members) for two in decided.different for members in found)


@given(some_bits, decisions)
def test_what_is_the_same_is_together_unless_people_contradict_themselves(bits, decided):
    result = cluster(NAMES, bits, decided)
    contradicted = any(each.reason == "contradiction" for each in result.apart)
    apart = [two for two in decided.same if two[1] not in _with(two[0], result.clusters)]
    assert not apart or contradicted


@given(some_bits, st.frozensets(pairs, max_size=3), pairs)
def test_saying_the_same_parts_nobody(bits, same, two):
    before = cluster(NAMES, bits, Decisions(same=same)).clusters
    after = cluster(NAMES, bits, Decisions(same=same | {two})).clusters
    assert two[1] in _with(two[0], after)
    assert all(set(members) <= set(_with(members[0], after)) for members in before)


@given(some_bits, pairs)
def test_saying_different_parts_those_two_and_joins_neither_with_the_other_s(bits, two):
    before = cluster(NAMES, bits).clusters
    after = cluster(NAMES, bits, Decisions(different=frozenset([two]))).clusters
    assert two[1] not in _with(two[0], after)
    if two[1] not in _with(two[0], before):
        assert after == before


@given(some_bits, decisions)
def test_a_decision_taken_back_leaves_no_trace(bits, decided):
    before = cluster(NAMES, bits)
    cluster(NAMES, bits, decided)
    assert cluster(NAMES, bits) == before


@given(some_bits)
def test_to_confirm_what_was_found_changes_nothing(bits):
    found = cluster(NAMES, bits).clusters
    same = frozenset(two for members in found for two in combinations(members, 2))
    again = cluster(NAMES, bits, Decisions(same=same)).clusters
    assert all(any(set(members) <= set(now) for now in again) for members in found)


def test_a_chain_of_weak_links_is_split_and_says_so():
    bits = {("a", "b"): 2.0, ("b", "c"): 2.0, ("a", "c"): -9.0}
    result = cluster("abc", bits)
    assert result.clusters == (("a", "b"), ("c",))
    (apart,) = result.apart
    assert (apart.one, apart.other, apart.reason) == ("a", "c", "chained")


def test_accounts_that_were_not_compared_do_not_chain():
    assert cluster("abc", {("a", "b"): 3.0, ("b", "c"): 3.0}).clusters == (("a", "b"), ("c",))


def test_what_is_doubtful_is_kept_apart_and_shown():
    (apart,) = cluster("ab", {("a", "b"): -1.0}).apart
    assert (apart.bits, apart.reason) == (-1.0, "doubtful")
    assert cluster("ab", {("a", "b"): -9.0}).apart == ()


def test_people_who_contradict_themselves_are_told():
    decided = Decisions(same=frozenset([("a", "b"), ("b", "c")]), different=frozenset([("a", "c")]))
    result = cluster("abc", {}, decided)
    assert result.clusters == (("a", "b"), ("c",))
    assert [each.reason for each in result.apart] == ["contradiction"]


def test_decisions_about_what_is_no_longer_there_do_no_harm():
    assert cluster("ab", {}, Decisions(same=frozenset([pair("z", "a")]))).clusters == (("a",), ("b",))
