"""The map and the timeline: nothing stands more exactly than its reports know."""

from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfire.corroboration.corroborating import Corroborated, corroborate
from holdfire.geography.base_map import Window, base_map
from holdfire.model.corroborated import Attested
from holdfire.model.place import Area, Place
from holdfire.views.atlas import EXACT, RING_KM, Dated, atlas
from holdfire.views.corroborated import row
from holdfire.views.timeline import timeline
from tests.corroboration.telling import report, shooting
from tests.store.reports import story_record

TEXT = "Guards near Musan opened fire on a trader at dawn."


def told(*places):
    made = corroborate([report("a", shooting(TEXT), text=TEXT)])
    (incident,) = made.incidents
    attested = tuple(Attested(place, ("a",), 1) for place in places)
    return Corroborated((msgspec.structs.replace(incident, places=attested),), ())


def place(precision, name="Musan"):
    return Place(name, "1", 42.2, 129.2, "city", precision)


@pytest.mark.parametrize("precision", range(1, 8))
def test_only_a_town_is_a_point(precision):
    made = atlas(told(place(precision)))
    points = [spot for spot in made.spots if spot.ring_km is None]
    rings = [spot for spot in made.spots if spot.ring_km is not None]
    assert (len(points), len(rings), len(made.elsewhere)) == (
        precision <= EXACT, precision in RING_KM, precision > 4,
    )  # fmt: skip


@pytest.mark.parametrize(
    "bare", [Place("Nowhere"), Place("Half", lat=1.0, precision=1), Place("Vague", lat=1.0, lon=1.0)]
)
def test_what_has_no_known_point_is_put_nowhere(bare):
    made = atlas(told(bare))
    assert (made.spots, made.window, len(made.elsewhere)) == ((), None, 1)


def test_of_several_places_the_most_exact_counts():
    made = atlas(told(place(4, "North Hamgyong"), place(1)))
    assert [(spot.name, spot.ring_km) for spot in made.spots] == [("Musan", None)]


def test_an_order_covers_its_stretch_with_its_error():
    made = corroborate([story_record()])
    order = made.orders[0]
    area = Area(
        "zone",
        error_km=2.5,
        derived_from="a line",
        geometry={"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]},
    )
    changed = msgspec.structs.replace(order, areas=(Attested(area, ("a",), 1),))
    (stretch,) = atlas(Corroborated((), (changed,))).stretches
    assert (stretch.kind, stretch.error_km, stretch.derived_from) == ("ring", 2.5, "a line")


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


days = st.integers(730_000, 740_000)


@given(st.lists(st.tuples(days, st.integers(0, 400))))
def test_every_dated_thing_is_counted_once_for_sure_or_in_each_month_perhaps(spans):
    some = row(told(place(1)).incidents[0])
    months = timeline(Dated(some, first, first + more) for first, more in spans).months
    inside = [sum(m.first <= first + more and m.last >= first for m in months) for first, more in spans]
    assert sum(month.sure for month in months) == sum(number == 1 for number in inside)
    assert sum(month.perhaps for month in months) == sum(number for number in inside if number > 1)
    assert all(a.last + 1 == b.first for a, b in pairwise(months))


def test_what_has_no_date_is_on_no_timeline():
    assert timeline([Dated(row(told(place(1)).incidents[0]), None, None)]).months == ()
