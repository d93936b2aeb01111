"""Two releases of a casebook that grows: what is added singles out nobody, and nothing becomes finer."""

from datetime import date

import pytest
from hypothesis import given as each_of
from hypothesis import strategies as st
from msgspec import json
from msgspec.structs import replace

from holdfire.model.party import Party
from holdfire.release.coarsening import LEVELS, days_of
from holdfire.release.compiling import compiled
from holdfire.release.frozen import Earlier, Past, as_json, from_json
from tests.release.telling import PLACES, PUBLIC, att, given, incident, order, page, place
from tests.release.test_disclosure import casebooks, many

FINENESS = {level: n for n, level in enumerate(LEVELS)}


def _finer(before, after):
    """Whether a row says more exactly where and when than it did."""
    if before.region is None or after.region is None:
        place = before.region is None and after.region is not None
    else:
        place = FINENESS[after.region.level] < FINENESS[before.region.level]
    if not before.period or not after.period:
        return place or (not before.period and bool(after.period))
    old, new = days_of(before.period), days_of(after.period)
    assert old and new
    return place or old.first < new.first or new.last < old.last


@st.composite
def growing(draw):
    """A casebook, and the same with more incidents and more reports of those it has."""
    first = draw(casebooks(most=25))
    later = [
        incident(
            f"j{n:03}",
            date=draw(st.dates(date(2018, 1, 1), date(2022, 12, 31)).map(str)),
            where=draw(st.sampled_from(PLACES)),
            killed=draw(st.sampled_from((None, 1))),
        )
        for n in range(draw(st.integers(0, 25)))
    ]
    told_more = [
        replace(
            each,
            accounts=(*each.accounts, f"more-{each.id}"),
            killed=att(draw(st.integers(0, 3)), low=0, high=3),
        )
        if draw(st.booleans())
        else each
        for each in first
    ]
    return first, told_more + later


@pytest.mark.slow
@each_of(growing(), st.integers(2, 5))
def test_what_is_added_stands_in_groups_of_k_and_nothing_becomes_finer(books, k):
    policy = replace(PUBLIC, k=k)
    one = compiled(given(books[0], policy=policy))
    two = compiled(given(books[1], policy=policy, pasts=[one.past]))
    before, after = ({row.id: row for row in made.rows} for made in (one, two))
    added: dict[str, int] = {}
    for name in after.keys() - before.keys():
        added[after[name].group] = added.get(after[name].group, 0) + 1
    assert all(number >= k for number in added.values())
    assert not {row.group for row in one.rows} & set(added)
    assert before.keys() <= after.keys()
    for name, row in before.items():
        assert not _finer(row, after[name])
        assert after[name] == row


def test_what_was_kept_is_read_back_as_it_was():
    one = compiled(given([*many(7, killed=1), *many(6)], orders=[order("o")], headers=[page("o")]))
    gone = compiled(given(many(6, killed=1), pasts=[one.past])).past
    assert any(kept.batch for kept in gone.kept)
    for past in (one.past, gone):
        back = from_json(b"".join(as_json(past)))
        assert isinstance(back, Past)
        assert list(back.kept) == [back.kept[n] for n in range(len(back.kept))] == list(past.kept)
        assert replace(back, kept=()) == replace(past, kept=(), quotes=tuple(past.quotes))


def test_a_release_of_before_2026_11_is_read_too():
    past = compiled(given(many(5))).past
    back = from_json(json.encode(list(past.kept)))
    assert isinstance(back, Earlier)
    assert list(back) == list(past.kept)


def test_a_group_that_grows_by_less_than_k_grows_not_at_all():
    one = compiled(given(many(5)))
    two = compiled(given([*many(5), incident("new")], pasts=[one.past]))
    assert two.rows == one.rows
    assert two.withheld[0].number == 1


def test_what_was_withheld_of_an_outcome_stays_withheld():
    one = compiled(given(many(5, killed=1)))
    two = compiled(given([*many(4, killed=1), incident("i004", killed=3)], pasts=[one.past]))
    assert two.rows == one.rows
    assert {row.outcome.killed for row in two.rows} == {None}


def test_a_row_that_holds_no_more_is_withdrawn_and_its_group_with_it_if_too_few_are_left():
    one = compiled(given(many(5)))
    moved = [*many(4), incident("i004", where="Sinuiju")]
    two = compiled(given(moved, pasts=[one.past]))
    assert (list(two.rows), len(two.withdrawn)) == ([], 5)
    assert {w.why for w in two.withheld} == {
        "too few of its group are left", "what is known of it now does not fit what an earlier release said",
    }  # fmt: skip
    three = compiled(given(many(5), pasts=[two.past]))
    assert three.rows == one.rows


def test_incidents_that_became_one_keep_the_row_of_the_first_and_the_other_does_not_go_alone():
    one = compiled(given(many(12)))
    ids = {kept.accounts[0]: kept.row.id for kept in one.past.kept}
    joined = [*many(4), incident("i004", accounts=("i004", "i005")), *many(12)[6:]]
    two = compiled(given(joined, pasts=[one.past]))
    assert ids["i005"] in two.withdrawn
    assert (len(two.rows), len(two.withdrawn)) == (7, 5)
    assert {row.id for row in two.rows} < set(ids.values())
    assert {w.why for w in two.withheld} == {
        "goes with a row that was withdrawn, so that this one does not stand alone",
    }  # fmt: skip
    three = compiled(given(joined, pasts=[two.past]))
    assert (three.rows, three.withdrawn) == (two.rows, two.withdrawn)
    four = compiled(given(many(12), pasts=[three.past]))
    assert {row.id for row in four.rows} == set(ids.values())


def test_an_order_is_placed_and_dated_again_as_it_was():
    one = compiled(given(orders=[order("o", issued=att("2021-01"))], headers=[page("o")]))
    told = order("o", issued=att("2021-01-17"), places=(att(place("Musan")), att(place("Hyesan"))))
    two = compiled(given(orders=[told], headers=[page("o")], pasts=[one.past]))
    assert (two.orders[0].issued, two.orders[0].regions) == ("2021-01", one.orders[0].regions)
    assert two.orders[0].id == one.orders[0].id


def test_an_order_that_holds_no_more_is_withdrawn_and_comes_back_when_it_does():
    one = compiled(given(orders=[order("o")], headers=[page("o")]))
    moved = order("o", issued=att("2022-05-01"))
    two = compiled(given(orders=[moved], headers=[page("o")], pasts=[one.past]))
    assert (two.orders, two.withdrawn) == ((), (one.orders[0].id,))
    assert [(w.what, w.number) for w in two.withheld] == [("order", 1)]
    three = compiled(given(orders=[order("o")], headers=[page("o")], pasts=[two.past]))
    assert (three.orders, three.withdrawn) == (one.orders, ())


def test_a_start_that_only_follows_from_the_issue_is_not_told():
    inferred = order("o", issued=att("2022-05-12"), effective_from=att("2022-05-12?"))
    told = order("p", issued=att("2022-01-17"), effective_from=att("2022-01-18"))
    made = compiled(given(orders=[inferred, told], headers=[page("o"), page("p")])).orders
    assert {(each.issued, each.effective_from) for each in made} == {
        ("2022-05-12", ""),
        ("2022-01-17", "2022-01-18"),
    }


@pytest.mark.parametrize(
    ("issuer", "where", "units"),
    [
        ("North Korean government", "Hyesan", ("BG-25",)),
        ("government", "Hyesan", ("BG-25",)),
        ("Pakistani government", "Hyesan", ()),
        ("government", "Dandong", ()),
        ("government", None, ()),
    ],
)
def test_a_unit_is_named_only_where_its_country_is_sure(issuer, where, units):
    told = order(
        "o",
        issuer=att(Party(issuer, "state")),
        addressees=(att(Party("25th Brigade", "border guard")),),
        places=(att(place(where)),) if where else (),
    )
    (made,) = compiled(given(orders=[told], headers=[page("o")])).orders
    assert made.units == units


def test_ids_say_nothing_of_what_they_stand_for():
    made = compiled(given(many(5), orders=[order("o")], headers=[page("o")]))
    ids = [row.id for row in made.rows] + [group.id for group in made.groups] + [o.id for o in made.orders]
    assert len(set(ids)) == 7
    assert all(len(each) == 12 and set(each) <= set("0123456789abcdef") for each in ids)
