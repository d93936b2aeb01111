"""The map and the timeline: nothing stands more exactly than its reports know."""

from datetime import date
from itertools import pairwise

import msgspec
import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from holdfire.corroboration.corroborating import corroborate
from holdfire.geography.base_map import Window, base_map, unwound
from holdfire.geography.lines import line_file
from holdfire.model.corroborated import Attested
from holdfire.model.place import Area, Place
from holdfire.views.atlas import EXACT, RING_KM, spot_of, stretches, window
from holdfire.views.corroborated import row
from holdfire.views.summary import row_of, summary
from holdfire.views.timeline import timeline
from tests.corroboration.telling import report, shooting
from tests.store.reports import story_record

TEXT = "Guards near Musan opened fire on a trader at dawn."


def incident(*places):
    (made,) = corroborate([report("a", shooting(TEXT), text=TEXT)]).incidents
    return msgspec.structs.replace(made, places=tuple(Attested(place, ("a",), 1) for place in places))


def place(precision, name="Musan"):
    return Place(name, "1", 42.2, 129.2, "city", precision)


@pytest.mark.parametrize("precision", range(1, 8))
def test_only_a_town_is_a_point(precision):
    spot = spot_of(incident(place(precision)))
    is_point, is_ring = spot is not None and spot[3] is None, spot is not None and spot[3] is not None
    assert (is_point, is_ring, spot is None) == (precision <= EXACT, precision in RING_KM, precision > 4)


@pytest.mark.parametrize(
    "bare", [Place("Nowhere"), Place("Half", lat=1.0, precision=1), Place("Vague", lat=1.0, lon=1.0)]
)
def test_what_has_no_known_point_is_put_nowhere(bare):
    assert spot_of(incident(bare)) is None
    assert window([], []) is None


def test_of_several_places_the_most_exact_counts():
    assert spot_of(incident(place(4, "North Hamgyong"), place(1))) == ("Musan", 42.2, 129.2, None)


def test_what_is_kept_of_an_incident_has_its_spot_and_gives_its_row_back():
    made = incident(place(3))
    kept = summary(made, {})
    assert (kept.spot, kept.lat, kept.lon, kept.ring_km) == ("Musan", 42.2, 129.2, RING_KM[3])
    assert row_of(kept) == row(made)


AREA = Area(
    "zone",
    error_km=2.5,
    derived_from="a line",
    geometry={"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]},
)


def ordered(**slots):
    order = corroborate([story_record()]).orders[0]
    return msgspec.structs.replace(order, areas=(Attested(AREA, ("a",), 1),), **slots)


def test_an_order_covers_its_stretch_with_its_error():
    (stretch,) = stretches([ordered()])
    assert (stretch.kind, stretch.error_km, stretch.derived_from) == ("ring", 2.5, "a line")
    assert window([], [stretch]) is not None


@pytest.mark.parametrize(
    ("start", "end", "during", "is_drawn"),
    [
        ("2022-01-18", None, ("2022-02-01", "2022-02-28"), True),
        ("2022-01-18", None, ("2021-12-01", "2021-12-31"), False),
        ("2022-01-18", "2022-01-31", ("2022-02-01", "2022-02-28"), False),
        (None, None, ("2022-02-01", "2022-02-28"), False),
    ],
)
def test_a_stretch_is_drawn_while_its_order_may_hold(start, end, during, is_drawn):
    said = {name: Attested(day, ("a",), 1) if day else None for name, day in
            (("effective_from", start), ("effective_to", end))}  # fmt: skip
    days = (date.fromisoformat(during[0]).toordinal(), date.fromisoformat(during[1]).toordinal())
    assert bool(stretches([ordered(issued=None, **said)], during=days)) == is_drawn


def test_no_more_stretches_are_drawn_than_asked_for():
    assert len(stretches([ordered()] * 5, most=2)) == 2


def test_the_base_map_lies_in_its_window():
    window = Window(124.0, 39.5, 131.0, 43.5)
    base = base_map(window)
    assert base.land
    assert base.borders
    assert base.provinces
    for ring in (*base.land, *base.borders, *base.provinces):
        assert ring.min(axis=0).tolist() >= [window.west, window.south]
        assert ring[:, 0].max() <= window.east
        assert ring[:, 1].max() <= window.north


@pytest.mark.parametrize("window", [Window(-180, -60, 180, 80), Window(20, 34, 30, 41)])
def test_coarser_land_is_where_the_land_is_and_no_island_is_lost(window):
    shipped = (shapely.Polygon(ring) for ring in line_file("land.bin").parts("land"))
    box = shapely.box(window.west, window.south, window.east, window.north)
    islands = [ring for ring in shipped if ring.is_valid and box.contains(ring)]
    drawn = np.array([shapely.LinearRing(ring) for ring in base_map(window).land])
    boxes = shapely.bounds(drawn)
    assert len(islands) > 30
    for island in islands:
        like = drawn[np.abs(boxes - island.bounds).max(axis=1) < window.width / 500]
        assert any(shapely.hausdorff_distance(island.exterior, each) < window.width / 500 for each in like)


days = st.integers(730_000, 740_000)


@given(st.lists(st.tuples(days, st.integers(0, 400))))
def test_every_dated_thing_is_counted_once_for_sure_or_in_each_month_perhaps(spans):
    months = timeline((first, first + more, 1) for first, more in spans).months
    inside = [sum(m.first <= first + more and m.last >= first for m in months) for first, more in spans]
    assert sum(month.sure for month in months) == sum(number == 1 for number in inside)
    assert sum(month.perhaps for month in months) == sum(number for number in inside if number > 1)
    assert all(a.last + 1 == b.first for a, b in pairwise(months))


def test_without_a_date_there_is_no_timeline():
    assert timeline([]).months == ()


def test_no_land_is_torn_across_a_map_of_the_world():
    whole = Window(-180.0, -60.0, 180.0, 80.0)
    rings = [shapely.polygons(ring) for ring in base_map(whole).land if len(ring) > 3]
    assert all(shapely.bounds(ring)[2] - shapely.bounds(ring)[0] < 300 for ring in rings)
    at = shapely.points([[-175.0, 66.5], [0.0, 66.9], [-40.0, 30.0], [100.0, 60.0]])
    assert [any(shapely.contains(ring, point) for ring in rings) for point in at] == [
        True,
        False,
        False,
        True,
    ]


@given(st.floats(-179, 179), st.floats(1, 60))
def test_a_ring_over_the_edge_of_the_map_is_whole_at_either_edge(middle, width):
    lons = np.array([middle - width, middle + width, middle + width, middle - width, middle - width])
    ring = np.column_stack(((lons + 180) % 360 - 180, [0.0, 0.0, 9.0, 9.0, 0.0]))
    made = [shapely.polygons(each) for each in unwound(ring)]
    inside = shapely.clip_by_rect(np.array(made), -180, -90, 180, 90)
    assert sum(shapely.area(inside)) == pytest.approx(2 * width * 9)
