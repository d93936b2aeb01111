"""The article that Holdfire was born from, where it is at hand: what it says, each value with its words."""

import os
from pathlib import Path

import pytest

from holdfire.sources.reports import open_report
from holdfire.workflows.readers import english_reader

SHARED = Path(os.environ.get("HOLDFIRE_SHARED", Path(__file__).parents[3] / "shared"))
ARTICLES = sorted(SHARED.glob("seed/*.txt"))
pytestmark = pytest.mark.skipif(not ARTICLES, reason="the article is not at hand")


@pytest.fixture(scope="module")
def record():
    report = open_report(ARTICLES[0], published="2022-01-26", outlet="Daily NK")
    return english_reader()(report).record


@pytest.fixture(scope="module")
def order(record):
    return record.orders[0]


def test_one_order_of_the_government_to_the_border_patrol(record, order):
    assert [o.salience for o in record.orders] == ["main"]
    assert order.kind.value == "order"
    assert "government" in order.issuer.value.name
    addressees = " ".join(a.value.name for a in order.addressees)
    assert "border patrol units in North Hamgyong and Yanggang provinces" in addressees


def test_its_dates_are_resolved_by_the_date_of_publication(order):
    assert (order.issued.value, order.issued.quote, order.issued.basis) == (
        "2022-01-17",
        "Jan. 17",
        "resolved",
    )
    assert order.effective_from.value == "2022-01-18"


def test_without_a_date_of_publication_the_year_stays_open():
    record = english_reader()(open_report(ARTICLES[0])).record
    assert record.orders[0].issued is not None
    assert record.orders[0].issued.value == "XXXX-01-17"
    assert any(w.kind == "open year" and w.quote == "Jan. 17" for w in record.warnings)


CLAUSES = [
    ("obligation", "flare", "use flares|fire flares", ""),
    ("prohibition", "live_fire", "live ammunition", ""),
    ("prohibition", "live_fire", "randomly opening fire", ""),
    ("obligation", None, "analyze", "no choice but to use their weapons"),
    ("obligation", None, "kill", "refuse to comply with orders or resist to the very end"),
    ("prohibition", None, "rely solely on guns", ""),
    ("obligation", "surveillance", "surveillance", ""),
    ("obligation", None, "react quickly", "something out of the ordinary"),
    ("prohibition", "live_fire", "gunfire", "something out of the ordinary"),
]


@pytest.mark.parametrize(("modality", "means", "words", "condition"), CLAUSES, ids=str)
def test_every_clause_is_there_with_its_condition(order, modality, means, words, condition):
    found = [
        c
        for c in order.clauses
        if c.modality == modality
        and (c.means.value if c.means else None) == means
        and any(w in c.act.quote for w in words.split("|"))
        and condition in (c.condition.quote if c.condition else "")
    ]
    assert found


def test_the_stretch_is_drawn_from_hoeryong_on(order):
    area = order.area.value
    assert (area.kind, area.from_, area.via[0]) == ("corridor", "Hoeryong", "Musan")
    assert area.geometry["type"] == "LineString"
    assert area.error_km == 3.2


def test_its_places_carry_their_former_names_and_the_picture_none_of_them(record, order):
    named = {p.value.name: p.quote for p in order.places}
    assert {"Hoeryong", "Musan", "Kimhyongjik", "Kimjongsuk", "North Hamgyong", "Ryanggang"} <= named.keys()
    assert named["Kimhyongjik"] == "Hujang"
    everywhere = [*record.orders, *record.incidents, *record.practices]
    assert all(p.value.name != "Pungso" for x in everywhere for p in x.places)
    [picture] = record.media
    assert (picture.place.value.name, picture.taken.value) == ("Pungso", "2019-02")


def test_who_says_so_from_the_outlet_to_the_source(order):
    outlet, source = order.attribution[:2]
    assert (outlet.value.kind, outlet.value.speaker) == ("outlet", "Daily NK")
    assert (source.value.kind, source.value.place) == ("anonymous source", "North Hamgyong")
    assert source.value.told_on == "2022-01-25"


def test_what_is_wont_to_be_done_is_no_incident(record):
    assert record.incidents == ()
    practice = next(p for p in record.practices if p.act.value == "fire")
    assert "sensed a human presence" in practice.condition.quote


def test_the_zone_the_review_the_fears_and_the_words_left_out(record):
    [zone] = record.zones
    assert (zone.width_km.value.low, zone.width_km.value.high) == (1.0, 2.0)
    [review] = record.reviews
    assert "leadership" in review.reviewer.value.name
    assert any("defections" in e.content.quote for e in record.expectations)
    assert {x.reason for x in record.left_out} >= {"tags", "contact", "navigation"}
    assert "incidents of reckless firing" in record.orders[0].purpose.quote
