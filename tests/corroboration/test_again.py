"""Bringing together again: whatever comes, changes, goes or is decided, it is what all at once would give."""

from itertools import combinations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfire.corroboration.clusters import Clusters, Decisions, cluster
from holdfire.corroboration.compared import compared
from holdfire.corroboration.comparison import Weighing
from holdfire.corroboration.corroborating import (
    Changes,
    Corroborated,
    Corroboration,
    by_date,
    corroborate,
    severity,
)
from holdfire.corroboration.memory import Memory, own_id
from holdfire.model.judgement import pair
from tests.corroboration.telling import ordering, report, shooting

LEADS = (
    "Guards near Musan opened fire on Ri Chunsok, a ginseng trader, at the Kwanmo sandbank before dawn.",
    "A ginseng trader, Ri Chunsok, was shot before dawn by guards at the Kwanmo sandbank, a relative said.",
    "A conscript of the Hyesan garrison killed his sergeant beside the paper mill after a quarrel over rice.",
)
ORDER = (
    "The Kwanmo command told its posts to fire flares at the Chilsong weir, and the 1999 rule is at an end."
)
DAYS = ("2022-01-20", "2022-01-21", "2022-02-03", None)
NAMES = ("one", "two", "three", "four", "five", "six")


def _record(name, lead, day, town, shared):
    made = report(
        name,
        shooting(LEADS[lead], name="a", date=day, town=town),
        shooting(LEADS[-1 - lead], name="b", date=day, town=town, killed=lead),
        ordering(ORDER, name="o"),
        text=f"{LEADS[lead]}\n{LEADS[-1 - lead]}\n{ORDER}",
        published=day or "2022-01-26",
    )
    if not shared:
        return made
    same = msgspec.structs.replace(made.incidents[0], id="shared")
    return msgspec.structs.replace(made, incidents=(same, *made.incidents[1:]))


records = st.builds(
    _record,
    st.sampled_from(NAMES),
    st.integers(0, 2),
    st.sampled_from(DAYS),
    st.sampled_from(("Musan", "Hyesan", None)),
    st.booleans(),
)
things = st.sampled_from([*(f"{name}-{thing}" for name in NAMES for thing in "abo"), "shared"])
pairs = st.tuples(things, things).filter(lambda two: two[0] != two[1]).map(lambda two: pair(*two))
steps = st.lists(
    st.tuples(
        st.lists(records, max_size=3),
        st.lists(st.sampled_from(NAMES), max_size=1),
        st.builds(
            Decisions, same=st.frozensets(pairs, max_size=2), different=st.frozensets(pairs, max_size=2)
        ),
    ),
    min_size=1,
    max_size=6,
)


class Kept:
    """What is kept of all that was told, as changes come in."""

    def __init__(self):
        self.corroboration = Corroboration()
        self.records, self.things = {}, {}

    def again(self, changed, decisions):
        self.records = {k: r for k, r in (self.records | changed).items() if r is not None}
        self.corroboration.take(changed)
        made = self.corroboration.again(decisions, lambda keys: [(k, self.records[k]) for k in keys])
        self.things = {i: each for i, each in self.things.items() if i not in made.gone}
        self.things |= {each.id: each for each in made.incidents}
        self.things |= {each.id: each for each in made.orders}
        return made

    @property
    def told(self):
        every = self.things.values()
        orders = tuple(sorted((each for each in every if hasattr(each, "clauses")), key=by_date))
        incidents = tuple(sorted((each for each in every if not hasattr(each, "clauses")), key=severity))
        return Corroborated(incidents, orders)


@pytest.mark.slow
@settings(deadline=None, max_examples=60)
@given(steps)
def test_it_is_what_all_at_once_would_give(steps):
    kept = Kept()
    for coming, going, decisions in steps:
        kept.again(dict.fromkeys(going) | {r.report.source_id: r for r in coming}, decisions)
        assert kept.told == corroborate(kept.records.values(), decisions)


NUMBERS = "abcdefgh"
some_pairs = st.sampled_from(sorted(combinations(NUMBERS, 2)))
worlds = st.lists(
    st.tuples(
        st.frozensets(st.sampled_from(NUMBERS)),
        st.dictionaries(some_pairs, st.floats(-12, 12).map(lambda x: round(x, 2)), max_size=28),
        st.builds(
            Decisions,
            same=st.frozensets(some_pairs, max_size=4),
            different=st.frozensets(some_pairs, max_size=4),
        ),
    ),
    min_size=2,
    max_size=4,
)


@pytest.mark.slow
@given(worlds)
def test_clusters_made_again_in_part_are_those_made_anew(worlds):
    kept = Clusters()
    for ids, bits, decisions in worlds:
        of = compared(ids, {two: each for two, each in bits.items() if set(two) <= ids})
        assert kept.again(of, decisions) == cluster(of, decisions)


def test_only_what_is_new_is_compared_and_only_what_it_touches_is_made_anew(monkeypatch):
    compared_now, kept = [], Kept()
    bits = Weighing.bits

    def counted(self, table, left, right):
        compared_now.append(len(left))
        return bits(self, table, left, right)

    monkeypatch.setattr(Weighing, "bits", counted)
    near = [report(name, shooting(text), text=text) for name, text in zip(NAMES, LEADS[:2], strict=False)]
    far = report("far", shooting(LEADS[2], town="Hyesan", date="2010-06-02"), text=LEADS[2])
    kept.again({each.report.source_id: each for each in (*near, far)}, Decisions())
    assert sorted(kept.things) == ["far-i", "one-i"]
    compared_now.clear()
    assert [each.id for each in kept.again({"one": near[0]}, Decisions()).incidents] == ["one-i"]
    decided = Decisions(different=frozenset([pair("one-i", "two-i")]))
    assert {each.id for each in kept.again({}, decided).incidents} == {"one-i", "two-i"}
    assert kept.again({}, decided) == Changes((), (), frozenset())
    assert sum(compared_now) == 0


def test_an_id_stands_for_the_accounts_that_have_it_now():
    memory = Memory()
    one, other = (_record(name, 0, "2022-01-20", "Musan", shared=True) for name in NAMES[:2])
    memory.take({"one": one})
    assert memory.named("shared") == ("shared",)
    memory.take({"two": other})
    owned = tuple(sorted(own_id(each.report.id, "shared") for each in (one, other)))
    assert memory.named("shared") == owned
    assert [memory.named(each) for each in owned] == [(owned[0],), (owned[1],)]
    assert memory.named("one-b") == (own_id(one.report.id, "one-b"),)
    memory.take({"two": None})
    assert memory.named(own_id(one.report.id, "shared")) == ("shared",)
    assert memory.named(own_id(other.report.id, "shared")) == ()
    assert memory.named("nothing") == ()
