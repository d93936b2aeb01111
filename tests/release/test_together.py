"""Pairs, triples and more of releases to several audiences: held together they single out nobody."""

from collections import defaultdict
from datetime import date

import pytest
from hypothesis import given as each_of
from hypothesis import settings
from hypothesis import strategies as st
from msgspec.structs import replace

from holdfire.release.audience import Said, audiences
from holdfire.release.compiling import compiled
from holdfire.release.frozen import Past
from holdfire.release.policy import Step
from tests.release.telling import PLACES, PUBLIC, given, incident, page
from tests.release.test_disclosure import many

WHO = audiences([Said("press", "public"), Said("ngo", "partner"), Said("court", "partner")])
FINE = replace(PUBLIC, k=3, k_published=3, l=1, steps=(Step("county", "week", "persons"), *PUBLIC.steps))


def policy(audience):
    return replace(PUBLIC if audience.name == "public" else FINE, k=audience.k, k_published=audience.k, l=1)


def released(stages):
    """The releases of a growing and changing casebook, one after the other."""
    pasts: dict[str, Past] = {}
    made = []
    for name, told, headers in stages:
        audience = WHO[name]
        release = compiled(
            given(
                told, headers=headers, policy=policy(audience), audience=audience, pasts=list(pasts.values())
            )
        )
        pasts[name] = release.past
        made.append((audience, release))
    return made


def singled_out(viewer, made):
    """Parts of fewer than k rows that somebody can tell apart who has all releases that the viewer knows.

    Rows are taken to be known again in every release: more than anybody can.
    """
    where: dict[str, dict[int, str]] = defaultdict(dict)
    for number, (audience, release) in enumerate(made):
        if viewer.knows(audience.width):
            accounts = {kept.row.id: min(kept.accounts) for kept in release.past.kept}
            for row in release.rows:
                where[accounts[row.id]][number] = row.group
    parts: dict[frozenset[tuple[int, str]], set[str]] = defaultdict(set)
    for account, groups in where.items():
        parts[frozenset(groups.items())].add(account)
    return [part for part in parts.values() if len(part) < viewer.k]


@st.composite
def histories(draw):
    """Two to four releases: what is told of, who is told, and what changed in between."""
    number = draw(st.integers(0, 30))
    facts = {
        f"i{n:03}": (
            draw(st.dates(date(2020, 1, 1), date(2021, 12, 31))),
            draw(st.sampled_from(PLACES[:3])),
            draw(st.booleans()),
        )
        for n in range(number)
    }
    known = draw(st.integers(0, number))
    stages = []
    for _ in range(draw(st.integers(2, 4))):
        there = list(facts)[:known]
        for name in draw(st.lists(st.sampled_from(there), max_size=2)) if there else ():
            facts[name] = (draw(st.dates(date(2020, 1, 1), date(2021, 12, 31))), *facts[name][1:])
        gone = draw(st.sets(st.sampled_from(there), max_size=1)) if there else set()
        told = [
            incident(name, date=str(facts[name][0]), where=facts[name][1])
            for name in there
            if name not in gone
        ]
        headers = [page(name) for name in there if facts[name][2]]
        stages.append((draw(st.sampled_from(("public", "press", "ngo", "court"))), told, headers))
        known = draw(st.integers(known, number))
    return stages


@pytest.mark.slow
@settings(max_examples=300)
@each_of(histories())
def test_no_audience_can_single_out_a_row_by_all_that_it_knows(stages):
    made = released(stages)
    for number, (audience, _) in enumerate(made):
        told = made[: number + 1]
        for viewer in {each.name: each for each, _ in told}.values():
            assert singled_out(viewer, told) == [], (audience.name, viewer.name)


def test_another_name_for_the_public_tells_no_more_than_the_public_can_stand():
    """Five of a week and two of another, told by their month; told by their weeks, two would stand alone."""
    seven = [incident(f"i{n:03}", date=f"2021-05-{5 + n:02}") for n in range(7)]
    alone = released([("press", seven, ())])[0][1]
    assert [row.period for row in alone.rows] == ["2021-05-03/2021-05-09"] * 5
    both = released([("public", seven, ()), ("press", seven, ())])
    assert [row.period for row in both[1][1].rows] == ["2021-05"] * 7


def test_what_an_inner_circle_was_told_binds_what_all_are_told():
    """Partners know three of a month; in a group of five with these the other two would stand alone."""
    made = released([("ngo", many(3), ()), ("public", many(5), ())])
    assert len(made[0][1].rows) == 3
    assert made[1][1].rows == ()
    six = released([("ngo", many(3), ()), ("public", many(6), ())])
    assert len(six[1][1].rows) == 6


def test_what_was_told_inside_a_circle_is_unknown_outside_of_it():
    """A partner's release is no reason to tell the public less, where partners can tell nobody apart."""
    alone = released([("public", many(8), ())])[0][1]
    after = released([("ngo", many(8), ()), ("public", many(8), ())])[1][1]
    assert [row.period for row in after.rows] == [row.period for row in alone.rows]


def test_rows_have_other_ids_for_other_audiences():
    one, two = (made.rows for _, made in released([("public", many(5), ()), ("ngo", many(5), ())]))
    assert not {row.id for row in one} & {row.id for row in two}
