# mypy: disable-error-code="union-attr,index,arg-type,operator,no-untyped-call"
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfire.errors import PlaceError
from holdfire.geography.areas import corridor_area, line_area
from holdfire.geography.corridor import corridor, measured
from holdfire.geography.gazetteer import shipped_gazetteer
from holdfire.geography.lines import BorderLine, border_line, named_line, pairs
from holdfire.geography.standing import common_line
from holdfire.model.truth import Truth

PLACES = shipped_gazetteer()
LINE = border_line("CN-KP")
TOWNS = ["Sinuiju", "Manpo", "Hyesan", "Hujang", "Sinpa", "Musan", "Hoeryong", "Onsong"]


def place(name):
    return PLACES.lookup(name)[0]


def test_the_shipped_line_of_china_and_dprk():
    assert len(LINE.parts) == 1
    assert len(LINE.parts[0]) == 495
    assert measured(LINE, ()).along[0][-1] == pytest.approx(1004, abs=5)


def test_china_lies_on_the_left():
    assert LINE.left("CN")
    assert not LINE.left("KP")
    points = LINE.parts[0]
    assert points[0][0] < points[-1][0], "from the Yellow Sea to the east, China is to the north"


def test_hoeryong_to_musan():
    stretch = corridor(LINE, place("Hoeryong"), place("Musan"))
    assert stretch.length_km == pytest.approx(86, abs=2)
    assert {stretch.low.name, stretch.high.name} == {"Hoeryong", "Musan"}
    assert stretch.error_km == pytest.approx(3.1, abs=0.6)
    assert "Hoeryong 3.1 km off the line" in stretch.derived_from


def test_via_lengthens_a_corridor():
    short = corridor(LINE, place("Hoeryong"), place("Musan"))
    long = corridor(LINE, place("Hoeryong"), place("Musan"), via=[place("Hujang"), place("Sinpa")])
    assert long.length_km > short.length_km
    assert long.low.name == "Kimhyongjik"


@given(st.sampled_from(TOWNS), st.sampled_from(TOWNS))
def test_the_order_of_the_ends_does_not_matter(one, other):
    there, back = corridor(LINE, place(one), place(other)), corridor(LINE, place(other), place(one))
    assert there.length_km == pytest.approx(back.length_km)
    assert np.allclose(there.points, back.points)


@given(st.sampled_from(TOWNS), st.sampled_from(TOWNS), st.sampled_from(TOWNS))
def test_what_is_named_on_the_way_is_on_the_corridor(one, other, way):
    assert corridor(LINE, place(one), place(other), via=[place(way)]).contains(place(way)) is Truth.YES


def test_a_place_is_on_a_stretch_beyond_it_or_near_its_end():
    stretch = corridor(LINE, place("Hoeryong"), place("Hujang"))
    assert stretch.contains(place("Hyesan")) is Truth.YES
    assert stretch.contains(place("Sinuiju")) is Truth.NO
    assert stretch.contains(place("Pungso")) is Truth.NO
    assert stretch.contains(
        PLACES.lookup("Tumen River")[0] if PLACES.lookup("Tumen River") else place("Yalu")
    ) is (Truth.POSSIBLY)


def test_a_place_on_another_continent_is_refused():
    with pytest.raises(PlaceError, match=r"Paris lies [\d,]+ km from the line CN-KP"):
        corridor(LINE, place("Hoeryong"), next(e for e in PLACES.lookup("Paris") if e.country == "FR"))


def test_a_place_without_a_point_is_refused():
    with pytest.raises(PlaceError, match="no known point"):
        corridor(LINE, place("Hoeryong"), place("Yalu"))


def test_ends_on_two_parts_of_a_line_are_refused():
    points = LINE.parts[0]
    torn = BorderLine("CN-KP", (points[:150], points[350:]), 0.3, "torn.geojson")
    with pytest.raises(PlaceError, match="two separate parts"):
        corridor(torn, place("Sinuiju"), place("Hoeryong"))


def test_ends_on_two_borders_are_refused():
    with pytest.raises(PlaceError, match="stand on no one border"):
        common_line([place("Hoeryong"), place("Paju")])
    assert common_line([place("Hoeryong"), place("Musan")]).pair == "CN-KP"


def test_rivers_are_halves_of_the_border():
    west, east = named_line("RV-AMNOK"), named_line("RV-TUMAN")
    assert len(west.parts[0]) + len(east.parts[0]) == len(LINE.parts[0]) + 1
    assert named_line("L-DMZ").pair == "KP-KR"
    assert named_line("LINE-AF-PK").pair == "AF-PK"
    assert named_line("RV-NOWHERE") is None


def test_stretches_of_borders_with_names_of_their_own():
    control, radcliffe = named_line("L-LOC"), named_line("L-RADCLIFFE")
    whole = border_line("IN-PK")
    assert len(control.parts[0]) + len(radcliffe.parts[0]) == len(whole.parts[0]) + 1
    assert control.parts[0][:, 1].min() > 32.5
    fence, green = named_line("L-GAZAFENCE"), named_line("L-GREENLINE")
    assert fence.parts[0][:, 0].max() < 34.7 < green.parts[0][:, 0].min()
    assert named_line("L-NLL") is None


def test_a_line_of_ones_own_is_cut_where_ours_is():
    own = BorderLine("CN-KP", (LINE.parts[0][::5],), 0.05, "mine.geojson")
    half = named_line("RV-TUMAN", own={"CN-KP": own})
    assert 0 < len(half.parts[0]) < len(own.parts[0])
    assert half.source.startswith("mine.geojson")
    assert half.doubt_km == 0.05


def test_a_whole_line_says_how_far_off_it_may_be():
    drawn = line_area(LINE, along="China-North Korea border")
    assert drawn.size == "about 1,005 km long"
    assert drawn.area.error_km == 3.0
    assert drawn.judge(place("Pyongyang")).truth is Truth.NO
    assert drawn.judge(place("Musan")).truth is Truth.POSSIBLY
    assert drawn.judge(place("Yalu")).because == "no point is known for Amnok River"


def test_land_borders_of_the_world():
    assert {"IN-PK", "MX-US", "SY-TR", "KP-KR", "KP-RU"} <= set(pairs())
    assert border_line("KP-US") is None


def test_a_corridor_in_a_record():
    area = corridor_area(corridor(LINE, place("Hoeryong"), place("Musan")), along="Tumen River").area
    assert (area.kind, area.along, area.from_, area.to) == ("corridor", "Tumen River", "Hoeryong", "Musan")
    assert area.geometry["type"] == "LineString"
    lon, lat = area.geometry["coordinates"][0]
    assert 127 < lon < 131
    assert 41 < lat < 43
    assert area.error_km == pytest.approx(3.1, abs=0.1)
    assert "Natural Earth" in area.derived_from
