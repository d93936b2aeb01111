"""Zones in records: drawn where a width, a line and one side are known."""

import pytest

from holdfire.model.place import Width
from holdfire.model.report import Report
from holdfire.workflows.readers import english_reader

READ = english_reader()
SET_UP = (
    "The army has set up a buffer zone of one to two kilometers along the {}, a source in {} said on Tuesday."
)


def zone_of(words):
    (zone,) = READ(Report(id="r", words=words, raw_sha256="r", published="2022-01-26")).record.zones
    return zone


@pytest.mark.parametrize(
    ("line", "where", "side"),
    [
        ("Tumen River", "Musan", "KP"),
        ("Tumen River", "Hunchun", "CN"),
        ("India-Pakistan border", "Jammu", "IN"),
    ],
)
def test_a_zone_lies_on_the_side_whose_places_are_named(line, where, side):
    area = zone_of(SET_UP.format(line, where)).area
    assert area.basis == "inferred"
    assert (area.value.side, area.value.width_km) == (side, Width(low=1.0, high=2.0))
    assert area.value.geometry["type"] in ("Polygon", "MultiPolygon")
    assert area.value.error_km == 3.0
    assert line.rsplit(" ", 1)[1] in area.quote


@pytest.mark.parametrize(
    "words",
    [
        SET_UP.format("Tumen River", "Berlin"),
        SET_UP.format("Tumen River", "Musan") + " In Hunchun nobody knew of it.",
        SET_UP.format("Moon River", "Musan"),
        "The army has set up a buffer zone along the Tumen River, a source in Musan said.",
    ],
)
def test_without_one_side_a_line_or_a_width_nothing_is_drawn(words):
    assert zone_of(words).area is None
