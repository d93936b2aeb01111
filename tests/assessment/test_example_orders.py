"""The example reports, read and asked: which order was in force, as the reports tell it."""

import msgspec
import pytest

from holdfire.model.corroborated import Attested
from holdfire.workflows.casebook.assessing import assessed, standards_in, suppose, supposed
from holdfire.workflows.casebook.corroborating import gathered_of
from holdfire.workflows.casebook.ordering import answer, case_of, question
from holdfire.workflows.examples import read_examples
from holdfire.workflows.readers import english_reader

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def case():
    readings = [each.reading for each in read_examples(english_reader()) if each.reading is not None]
    records = [msgspec.structs.replace(r.record, text=r.text.words) for r in readings]
    return case_of(gathered_of(records))


def _answers(case, at, on, **asked):
    found = answer(case, question(case.ledger, at=at, on=on, **asked))
    return found, {order.title: order for order in found.orders}


AUGUST = "Proclamation of 25 August 2020 (uncertain), Ministry of Social Security"
FLARES = "Order of 17 January 2022, North Korean government"
AGAIN = "Order of 12 May 2022, North Korea"


def test_musan_in_june_2021_live_fire_by_the_august_2020_order(case):
    found, orders = _answers(case, "Musan", "2021-06-01")
    assert (orders[AUGUST].truth, orders[AUGUST].state) == ("yes", "in force")
    assert orders[FLARES].state == "not yet issued"
    (row,) = [g for g in found.governing if g.act == "live_fire"]
    assert row.order == orders[AUGUST].id and row.said.startswith("must fire live rounds")
    assert (row.lines, orders[AUGUST].lines) == (1, 2)

    _, orders = _answers(case, "Musan", "2022-01-17")
    assert (orders[FLARES].truth, orders[FLARES].state) == ("no", "issued, not yet in force")
    assert orders[AUGUST].truth == "yes"


def test_musan_in_march_2022_flares_on_one_line_and_the_earlier_order_replaced(case):
    found, orders = _answers(case, "Musan", "2022-03-01")
    assert (orders[FLARES].truth, orders[FLARES].lines) == ("yes", 1)
    assert orders[AUGUST].state == "in force, in part replaced by implication"
    governing = {row.act: row for row in found.governing}
    assert governing["live_fire"].said == "must not fire live rounds"
    assert governing["live_fire"].exceptions == ("must kill those who refuse to obey or resist to the end",)
    assert governing["flare"].order == orders[FLARES].id
    _, on_fire = _answers(case, "Musan", "2022-03-01", act="live_fire")
    assert (on_fire[AUGUST].truth, on_fire[AUGUST].state) == ("no", "replaced by implication")


def test_sinuiju_in_march_2022_the_flares_order_does_not_reach_it(case):
    _, orders = _answers(case, "Sinuiju", "2022-03-01", act="live_fire")
    assert (orders[FLARES].truth, orders[FLARES].state) == ("no", "elsewhere")
    assert (orders[AUGUST].truth, orders[AUGUST].state) == ("yes", "in force")


def test_hyesan_in_june_2022_live_fire_again_and_flares_possibly_still(case):
    found, orders = _answers(case, "Hyesan", "2022-06-01", unit="25th Brigade", act="live_fire")
    assert (orders[AGAIN].truth, orders[AGAIN].state) == ("yes", "in force")
    because = {each.dimension: each.words for each in orders[AGAIN].because}
    assert "25th Brigade" in because["unit"]
    assert (orders[FLARES].truth, orders[FLARES].state) == ("possibly", "possibly replaced by implication")
    (row,) = found.governing
    assert row.order == orders[AGAIN].id
    _, asked = _answers(case, "Hyesan", "2022-06-01", act="flare")
    assert (asked[FLARES].truth, asked[FLARES].state) == ("possibly", "possibly replaced by implication")
    assert [(b.order, b.rule) for b in row.before] == [(orders[FLARES].id, "later")]


def test_every_governing_clause_is_quoted(case):
    found, _ = _answers(case, "Musan", "2022-03-01")
    assert all(row.quotes and row.quotes[0].outlet for row in found.governing)


def test_a_person_shot_at_hyesan_in_june_2022_on_two_axes(case):
    shot = suppose(at="Hyesan", on="2022-06", killed=1)
    (one,) = supposed(case, shot, standards_in([])).incidents
    assert one.supposed and one.conduct.verdict == "undetermined"
    assert one.conduct.order_title == AGAIN
    assert any("approaches" in missing for missing in one.conduct.missing)
    held = {p.id: p for p in one.principles}
    assert {p.verdict for p in held.values()} == {"unsettled"}
    assert "was anyone in danger" in held["BP9"].missing
    unwarned = msgspec.structs.replace(shot, warning_given=Attested("no", (), 0))
    (other,) = supposed(case, unwarned, standards_in([])).incidents
    assert {p.id: p.verdict for p in other.principles}["BP10"] == "departs"


def test_the_example_incidents_and_orders_on_two_axes(case):
    found = assessed(case, standards_in([]))
    killings = (each for each in found.incidents if "killed" in each.incident.toll)
    verdicts = {each.incident.where: each.conduct.verdict for each in killings}
    assert verdicts["Taehongdan"] == verdicts["Kimjongsuk"] == "consistent"
    assert verdicts["Hoeryong"] == "undetermined"
    (resist,) = [c for c in found.clauses if "resist to the end" in c.clause]
    assert {p.id: p.verdict for p in resist.principles}["BP9"] == "departs"
    assert resist.quotes
