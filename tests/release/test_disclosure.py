"""Groups of k: alike in place, period and persons; what stands alone does not leave."""

from datetime import date

import pytest
from hypothesis import given as each_of
from hypothesis import strategies as st
from msgspec.structs import replace

from holdfire.release.compiling import compiled
from holdfire.release.released import Outcome
from tests.release.telling import PLACES, PUBLIC, TODAY, att, given, incident, order, page


def many(number, **slots):
    return [incident(f"i{n:03}", **slots) for n in range(number)]


def test_five_of_a_county_and_a_month_stand_together():
    made = compiled(given(many(5)))
    (group,) = made.groups
    assert group.size == 5
    assert {row.region and row.region.name for row in made.rows} == {"Musan"}
    assert {row.period for row in made.rows} == {"2021-05"}


def test_four_do_not_leave_and_the_reason_is_told():
    made = compiled(given(many(4)))
    assert made.rows == ()
    assert [(w.number, w.why) for w in made.withheld] == [(4, "fewer than k stand together, however coarse")]


def test_what_may_be_told_twice_counts_once():
    twice = [*many(4), incident("i900", same=("i000",))]
    assert compiled(given(twice)).rows == ()


def test_what_may_be_told_twice_counts_once_also_by_way_of_a_third():
    chain = [*many(3), incident("i100", same=("i000",)), incident("i200", same=("i100",))]
    assert compiled(given(chain)).rows == ()
    assert compiled(given([*chain, *many(5)[3:]])).rows != ()


def test_place_and_time_are_coarsened_before_anything_is_left_out():
    spread = [incident(f"i{n}", date=f"2021-0{n + 1}-03", where="Hyesan") for n in range(5)]
    made = compiled(given(spread))
    assert {(row.region and row.region.level, row.period) for row in made.rows} == {("province", "2021")}


def test_a_group_with_one_outcome_does_not_tell_it():
    same = compiled(given(many(5, killed=1)))
    assert {(row.outcome, row.kind) for row in same.rows} == {(Outcome(), "force")}
    mixed = compiled(given([*many(4, killed=1), incident("x", killed=2)]))
    assert {row.outcome.killed and row.outcome.killed.best for row in mixed.rows} == {1, 2}


def test_outcomes_that_pages_tell_are_told():
    headers = [page(f"i{n:03}") for n in range(5)]
    made = compiled(given(many(5, killed=1), headers=headers))
    assert {row.outcome.act for row in made.rows} == {"fire"}
    assert [page.outlet for page in made.pages] == ["Daily NK"] * 5
    assert made.groups[0].pages == (1, 2, 3, 4, 5)


def test_what_pages_tell_and_what_they_do_not_are_never_in_one_group():
    headers = [page(f"i{n:03}") for n in range(3)]
    assert compiled(given(many(6), headers=headers)).rows == ()


def test_what_is_told_of_a_river_alone_is_placed_on_it():
    spread = [incident(f"i{n}", date=f"2021-0{n + 1}-03", where="Tuman River") for n in range(5)]
    made = compiled(given(spread))
    assert {(row.region and (row.region.level, row.region.id)) for row in made.rows} == {
        ("river", "RV-TUMAN")
    }
    assert {row.period for row in made.rows} == {"2021"}
    held = compiled(given([replace(each, act=att("hold_fire")) for each in spread]))
    assert held.rows == ()


def test_restraint_is_placed_by_country_alone():
    made = compiled(given(many(6, act="hold_fire")))
    assert {row.region and row.region.level for row in made.rows} == {"country"}


def test_what_may_be_going_on_does_not_leave():
    made = compiled(given(many(6, date="2023-03-01")))
    assert made.rows == ()
    assert made.withheld[0].why == "less than 30 days have passed"
    assert compiled(given(many(6, date=None))).withheld[0].why.startswith("has no date")


def test_what_a_report_under_embargo_tells_does_not_leave_before_the_day():
    headers = [page(f"i{n:03}") for n in range(6)]
    book = given(many(6), orders=[order("i000")], headers=headers, embargoes={headers[0].id: TODAY + 1})
    made = compiled(book)
    assert (len(made.rows), made.orders) == (5, ())
    assert {(w.what, w.why) for w in made.withheld} == {
        ("incident", "a report of it is held back"), ("order", "a report of it is held back"),
    }  # fmt: skip
    assert "i000" not in {page.url.split("/")[-2] for page in made.pages}
    assert len(compiled(replace(book, embargoes={headers[0].id: TODAY})).rows) == 6


def test_codes_alone_leave():
    made = compiled(given([*many(5), incident("x", act="hide in the barn of Ri")]))
    assert (len(made.rows), made.withheld[0].why) == (5, "the act is none of our codes")


def test_orders_that_no_page_tells_stay_and_those_that_forbid_force_are_placed_by_country():
    assert compiled(given(orders=[order("o")])).orders == ()
    made = compiled(given(orders=[order("o")], headers=[page("o")]))
    assert (made.orders[0].issued, made.orders[0].regions[0].name) == ("2021-01-17", "North Hamgyong")
    told = order("o").clauses[0]
    forbids = replace(told, value=replace(told.value, modality="prohibition"))
    made = compiled(given(orders=[order("o", clauses=(forbids,))], headers=[page("o")]))
    assert [region.level for region in made.orders[0].regions] == ["country"]


def test_two_reports_of_one_name_are_a_page_only_together():
    both = [page("o"), replace(page("o"), url=None)]
    assert compiled(given(orders=[order("o")], headers=both)).orders == ()


DAYS = st.dates(date(2018, 1, 1), date(2022, 12, 31))


@st.composite
def casebooks(draw, most=40):
    number = draw(st.integers(0, most))
    return [
        incident(
            f"i{n:03}",
            date=draw(st.one_of(st.none(), DAYS.map(str), DAYS.map(lambda day: str(day)[:7]))),
            where=draw(st.sampled_from((*PLACES, None))),
            killed=draw(st.sampled_from((None, 1, 2))),
            act=draw(st.sampled_from(("fire", "detain", "hold_fire"))),
        )
        for n in range(number)
    ]


@pytest.mark.slow
@each_of(casebooks(), st.integers(2, 7))
def test_no_row_is_below_k_and_each_is_told_or_counted_among_the_withheld(told, k):
    policy = replace(PUBLIC, k=k)
    made = compiled(given(told, policy=policy))
    alike: dict[tuple[object, ...], int] = {}
    for row in made.rows:
        key = (row.group, row.region, row.period, row.role, row.sex, row.age)
        alike[key] = alike.get(key, 0) + 1
    assert all(number >= k for number in alike.values())
    assert len({key[0] for key in alike}) == len(alike)
    assert len(made.rows) + sum(w.number for w in made.withheld) == len(told)
