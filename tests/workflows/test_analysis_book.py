"""What a casebook's records say of a trend and of the unreported, without a store."""

import msgspec
import pytest

from holdfire.errors import HoldfireError
from holdfire.model.incident import Count
from holdfire.workflows.analysis.casebook_estimate import lists_in
from holdfire.workflows.analysis.casebook_trend import Asked, of_book
from holdfire.workflows.analysis.counting import counting_of
from holdfire.workflows.areas import Atlas
from holdfire.workflows.casebook.corroborating import gathered_of
from holdfire.workflows.casebook.ordering import case_of
from holdfire.workflows.casebook.selecting import Held
from holdfire.workflows.own.folder import NOTHING
from tests.corroboration.telling import TOWNS, ordering, report, said, shooting

REAL = {name: Atlas().places([name])[0].place for name in ("Musan", "Hoeryong", "Sinuiju")}
HOW = (
    "at dawn",
    "from a tower",
    "near the weir",
    "by the mill",
    "on the ice",
    "in fog",
    "at noon",
    "in snow",
)


def real(thing):
    """A thing with the gazetteer's places in place of those made by hand."""
    known = {place.id: REAL.get(name, place) for name, place in TOWNS.items()}
    places = tuple(said(known[each.value.id], each.quote) for each in thing.places)
    return msgspec.structs.replace(thing, places=places)


def one(number, date, town="Musan", outlet="Desk", published=None, **more):
    words = (
        f"Guards number {number} {HOW[number % 8]} fired shot{number} upon trader{number} of village{number}."
    )
    made = real(shooting(words, name=f"i{number}", date=date, town=town, actor=f"guards{number}", **more))
    return report(f"r{number}-{outlet}", made, text=words, published=published or date, outlet=outlet)


def trend(of, asked):
    """The trend of a casebook."""
    return of_book(counting_of(of), asked).trend


def held(*records):
    return Held(case_of(gathered_of(records)), tuple(each.report for each in records), NOTHING)


@pytest.fixture(scope="module")
def border():
    """Twelve shootings in Musan, the most of them before an order for Musan; four in Hoeryong."""
    musan = [one(n, f"2021-{1 + n:02}-{3 + 2 * n:02}") for n in range(10)]
    later = [one(20 + n, f"2022-{3 + 4 * n:02}-11") for n in range(2)]
    hoeryong = [
        one(30 + n, f"202{1 + n // 2}-0{2 + n}-21", town="Hoeryong", outlet="Radio") for n in range(4)
    ]
    words = "The state ordered flares in Musan from 17 January 2022."
    order = report("order", real(ordering(words)), text=words, published="2022-01-20", outlet="Desk")
    last = report("z", text="Nothing happened.", published="2022-12-31", outlet="Radio")
    return held(*musan, *later, *hoeryong, order, last)


def test_an_order_brings_its_day_its_scope_and_what_lies_outside(border):
    (order,) = border.case.told.orders
    found = trend(border, Asked(order=order.id))
    assert str(found.change) == "2022-01-17"
    assert (found.before.tally.expected, found.after.tally.expected) == (10, 2)
    before, after = found.outside
    assert (before.tally.expected, after.tally.expected) == (2, 2)
    assert found.contrast.value < 1
    assert "where the order holds" in of_book(counting_of(border), Asked(order=order.id)).title


def test_all_reports_stand_beside_the_counts(border):
    found = trend(border, Asked(day="2022-01-17"))
    assert found.before.reports == 12 and found.after.reports == 6
    assert sum(found.series.reports) == pytest.approx(18)
    assert [each.name for each in found.outlets] == ["Desk", "Radio"]
    assert sum(found.outlets[1].reports) == pytest.approx(5)


def test_places_and_kinds_narrow_the_count(border):
    hoeryong = trend(border, Asked(day="2022-01-17", places=("Hoeryong",), outside=("Musan",)))
    assert hoeryong.before.tally.expected == 2
    assert hoeryong.outside[0].tally.expected == 10
    province = trend(border, Asked(day="2022-01-17", places=("North Hamgyong",)))
    assert province.before.tally.expected == 12
    assert trend(border, Asked(day="2022-01-17", kinds=("live fire",))).before.tally.high == 12
    with pytest.raises(HoldfireError, match="told of here: fire, force, live_fire"):
        of_book(counting_of(border), Asked(day="2022-01-17", kinds=("flood",)))


def test_what_is_doubtful_or_left_out_is_said():
    records = [
        one(1, "2021-03"),
        one(2, None),
        one(3, "2021-05-02", town="North Hamgyong"),
        one(4, "2019-05-02", published="2021-01-01"),
        one(5, "2021-08-01"),
    ]
    found = of_book(counting_of(held(*records)), Asked(day="2021-06-01", places=("Musan",)))
    notes = " ".join(found.notes)
    assert "more than a year open: 1." in notes
    assert "may have been elsewhere: 1." in notes
    assert "before or after what the reports cover: 1." in notes
    tally = found.trend.before.tally
    assert tally.expected == pytest.approx(1) and tally.high == 2


@pytest.mark.parametrize(
    ("asked", "said_so"),
    [
        (Asked(day="2031-01"), "does not lie within what the reports cover"),
        (Asked(day="soon"), "is no date"),
        (Asked(day="2022-01", since="x"), "is no date"),
        (Asked(day="2022-01", places=("Nowheresville",)), "no place is known"),
        (Asked(order="zzzz"), "no incident or order"),
        (Asked(), "name an order with --order"),
    ],
)
def test_what_cannot_be_asked_is_said(border, asked, said_so):
    with pytest.raises(HoldfireError, match=said_so):
        of_book(counting_of(border), asked)


def test_an_order_without_a_day_needs_one():
    words = "The state ordered flares in Musan."
    order = report("order", real(ordering(words, issued=None)), text=words, published="2022-01-20")
    records = held(order, one(1, "2021-03-02"), one(2, "2022-08-01"))
    (known,) = records.case.told.orders
    with pytest.raises(HoldfireError, match="took effect is not told"):
        of_book(counting_of(records), Asked(order=known.id))
    assert trend(records, Asked(order=known.id, day="2022-01-17")).before.tally.expected == 1


def test_reports_without_a_day_cover_nothing():
    record = report("r", text="Nothing.", published=None)
    with pytest.raises(HoldfireError, match="says when it came out"):
        of_book(counting_of(held(record)), Asked(day="2022-01-17"))


def test_a_list_is_an_outlet_by_its_own_lines():
    words = (
        "Guards near Musan opened fire on Ri Chunsok, a ginseng trader, at the Kwanmo sandbank before dawn."
    )
    told, copy = (
        report(name, real(shooting(words, date="2021-03-02")), text=words, published=day, outlet=name)
        for name, day in (("Desk", "2021-03-03"), ("Copier", "2021-03-09"))
    )
    lists, _, notes = lists_in(held(told, copy, one(2, "2021-04-01", outlet="Radio")), Asked())
    assert lists.names == ("Desk", "Radio")
    assert lists.seen == 2 and lists.on(0, 1) == 0
    assert "share a source" in notes[0]


def test_many_outlets_are_joined_and_time_and_place_narrow():
    records = [one(n, f"2021-0{1 + n}-02", outlet=f"Outlet {n}") for n in range(8)]
    lists, title, notes = lists_in(held(*records), Asked())
    assert len(lists.names) == 5 and lists.names[-1] == "(other outlets)"
    assert any("4 outlets are one list together" in note for note in notes)
    narrowed, _, left = lists_in(held(*records), Asked(since="2021-03", until="2021-05", places=("Musan",)))
    assert narrowed.seen == 3 and any("elsewhere or at another time: 5." in note for note in left)
    with pytest.raises(HoldfireError, match="of that kind, place and time"):
        lists_in(held(*records), Asked(places=("Sinuiju",)))
    assert "use of force" in title


def test_people_are_counted_where_they_are_asked_for():
    records = [
        one(1, "2021-03-01", killed=3),
        one(2, "2021-04-01", killed=Count(low=1, high=4)),
        one(3, "2021-05-01"),
        one(4, "2021-09-01", killed=1),
    ]
    found = of_book(counting_of(held(*records)), Asked(day="2021-07-01", people="killed"))
    assert found.what == "people killed" and found.title.startswith("People killed (all acts)")
    tally = found.trend.before.tally
    assert (tally.expected, tally.low, tally.high) == (4, 4, 7)
    assert found.trend.before.clump == pytest.approx(11 / 5)
    assert any("do not tell how many: 1." in note for note in found.notes)
