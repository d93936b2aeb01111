# mypy: disable-error-code="union-attr,index,arg-type,operator,no-untyped-call"
from itertools import pairwise
from math import radians, sin

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfire.errors import PlaceError
from holdfire.geography.areas import admin_area, lies_in, strip_area, unit_area, within
from holdfire.geography.corridor import corridor
from holdfire.geography.entry import Entry
from holdfire.geography.gazetteer import shipped_gazetteer
from holdfire.geography.geojson import strip_polygon
from holdfire.geography.lines import border_line
from holdfire.geography.zone import line_strip, strip
from holdfire.model.place import Width
from holdfire.model.truth import Truth

PLACES = shipped_gazetteer()
STRETCH = corridor(border_line("CN-KP"), PLACES.lookup("Hoeryong")[0], PLACES.lookup("Musan")[0])
A, E2 = 6378.137, 0.0066943799901413165


def equal_area_y(lat):
    """The northing of a cylindrical equal-area projection of WGS 84 (Snyder 10-15)."""
    e, s = E2**0.5, sin(radians(lat))
    q = (1 - E2) * (s / (1 - E2 * s * s) - np.log((1 - e * s) / (1 + e * s)) / (2 * e))
    return A * q / 2


def geodesic_area(ring):
    points = [(A * radians(lon), equal_area_y(lat)) for lon, lat in ring]
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(points))) / 2


def point(lat, lon, error_km=0.0):
    return Entry("own:x", "X", "city", lat, lon, error_km=error_km)


@pytest.mark.parametrize("width", [0.5, 1.0, 2.0, 5.0])
def test_the_area_is_that_of_the_ellipsoid(width):
    zone = strip(STRETCH, width=Width(low=width, high=width), side="KP")
    shape = strip_polygon(zone)
    assert shape["type"] == "Polygon"
    assert zone.area_km2[1] == pytest.approx(geodesic_area(shape["coordinates"][0]), rel=0.01)


def test_a_strip_of_one_to_two_kilometres():
    zone = strip(STRETCH, width=Width(low=1.0, high=2.0), side="KP")
    low, high = zone.area_km2
    assert low == pytest.approx(82.9, rel=0.02)
    assert high == pytest.approx(155.3, rel=0.02)
    area = strip_area(zone, along="Tuman River", corridor=STRETCH).area
    assert (area.kind, area.width_km) == ("zone", Width(low=1.0, high=2.0))
    assert "1-2 km on the side of KP" in area.derived_from


@settings(max_examples=25)
@given(st.floats(0.1, 4.0), st.floats(0.1, 4.0))
def test_a_wider_strip_holds_a_narrower_one(one, other):
    narrow, wide = sorted((one, other))
    zone = strip(STRETCH, width=Width(low=narrow, high=wide), side="KP")
    assert zone.area_km2[0] <= zone.area_km2[1] * (1 + 1e-9)
    assert zone.pieces[0].inner.difference(zone.pieces[0].outer).area < 1e-3 * zone.pieces[0].inner.area


@settings(max_examples=40)
@given(st.floats(41.9, 42.7), st.floats(128.8, 130.0), st.floats(0, 5), st.floats(0, 5))
def test_more_doubt_never_makes_an_answer_surer(lat, lon, one, other):
    zone = strip(STRETCH, width=Width(low=2.0, high=8.0), side="KP")
    less, more = sorted((one, other))
    answer = zone.contains(point(lat, lon, less))
    assert zone.contains(point(lat, lon, more)) in (answer, Truth.POSSIBLY)


def test_the_two_sides_do_not_overlap():
    ours = strip(STRETCH, width=Width(low=2.0, high=2.0), side="KP")
    theirs = strip(STRETCH, width=Width(low=2.0, high=2.0), side="CN")
    assert ours.pieces[0].outer.intersection(theirs.pieces[0].outer).area < 0.02 * ours.area_km2[1]


def test_answers_respect_the_error():
    zone = strip(STRETCH, width=Width(low=10.0, high=20.0), side="KP")
    assert zone.contains(point(42.32, 129.538)) is Truth.YES
    assert zone.contains(point(41.0, 129.5)) is Truth.NO
    assert zone.contains(point(42.6, 129.4)) is Truth.NO, "that is China"
    assert zone.contains(PLACES.lookup("Hoeryong")[0]) is Truth.POSSIBLY
    assert zone.contains(PLACES.lookup("Yalu")[0]) is Truth.POSSIBLY


@pytest.mark.parametrize(("low", "high", "side"), [(0, 1, "KP"), (2, 1, "KP"), (1, 2, "RU")])
def test_a_width_or_side_that_cannot_be_is_refused(low, high, side):
    with pytest.raises(PlaceError):
        strip(STRETCH, width=Width(low=low, high=high), side=side)


def test_a_strip_along_a_whole_border_is_drawn_in_pieces():
    line = border_line("CN-KP")
    whole = line_strip(line, width=Width(low=1.0, high=2.0), side="KP")
    assert len(whole.pieces) == 4
    assert whole.area_km2[1] == pytest.approx(1004 * 2, rel=0.12)
    assert whole.error_km == 3.0
    shape = strip_polygon(whole)
    measured = sum(geodesic_area(rings[0]) for rings in shape["coordinates"])
    assert whole.area_km2[1] == pytest.approx(measured, rel=0.01)
    assert whole.contains(point(39.0, 125.7)) is Truth.NO


def test_an_answer_says_why():
    zone = strip(STRETCH, width=Width(low=10.0, high=20.0), side="KP")
    assert zone.judge(point(42.32, 129.538)).because == (
        "4.4 km inside it; line and point may be off by 3.1 km"
    )
    assert "km outside it; line and point may be off by 3.1 km" in zone.judge(point(41.0, 129.5)).because
    assert zone.judge(PLACES.lookup("Yalu")[0]).because == "no point is known for Amnok River"


def test_divisions_whose_outline_is_known():
    ryanggang = PLACES.lookup("Yanggang")[0]
    drawn = admin_area(ryanggang)
    assert drawn.area.geometry["type"] == "MultiPolygon"
    assert drawn.size == "about 13,901 km²"
    with pytest.raises(PlaceError, match=r"no outline of Texas \(province\) is known"):
        admin_area(PLACES.lookup("Texas")[0])
    assert drawn.judge(point(41.3, 128.4)).truth is Truth.YES
    assert drawn.judge(point(39.0, 125.7)).truth is Truth.NO
    assert drawn.judge(PLACES.lookup("Hyesan")[0]).truth is Truth.POSSIBLY, "it stands on the edge"


@given(
    name=st.sampled_from(["Yanggang", "North Hamgyong", "Jilin", "Chagang"]),
    lat=st.floats(36, 46),
    lon=st.floats(119, 134),
)
def test_what_lies_far_from_a_division_is_told_as_if_it_were_measured(name, lat, lon):
    division = PLACES.lookup(name)[0]
    assert lies_in(division, point(lat, lon)) is within(division, point(lat, lon)).truth


def test_divisions_known_by_code_only():
    texas, paris = PLACES.by_code("US.TX"), PLACES.lookup("Paris")
    assert within(texas, next(e for e in paris if e.province == "US.TX")).truth is Truth.YES
    assert within(texas, next(e for e in paris if e.country == "FR")).truth is Truth.NO


def test_the_area_of_a_unit_is_the_hull_of_its_places():
    towns = [PLACES.lookup(n)[0] for n in ("Hyesan", "Samsu", "Paegam")]
    drawn = unit_area(towns, unit="25th Brigade")
    assert drawn.area.geometry["type"] == "MultiPolygon"
    assert drawn.judge(towns[0]).truth is Truth.YES
    assert drawn.judge(point(41.32, 128.3)).truth is Truth.POSSIBLY, "between its places"
    assert drawn.judge(PLACES.lookup("Pyongyang")[0]).truth is Truth.NO
    assert unit_area(towns[:1], unit="25th Brigade").area.geometry["type"] == "MultiPoint"
    with pytest.raises(PlaceError):
        unit_area([PLACES.lookup("Yalu")[0]], unit="25th Brigade")
