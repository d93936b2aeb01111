"""A publication → the map and the timeline of a website: regions as rings, orders as outlines of provinces.

What is told of no region stands beside the map, what is told by years alone beside the timeline.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from holdfire.errors import PlaceError
from holdfire.geography.areas import admin_area
from holdfire.geography.gazetteer import shipped_gazetteer
from holdfire.model.place import Area
from holdfire.release.coarsening import Days, Region, days_of
from holdfire.release.policy import PlaceLevel
from holdfire.release.released import ReleasedOrder
from holdfire.release.rows import Rows
from holdfire.views import corroborated
from holdfire.views.atlas import RING_KM, Atlas, Dated, Spot, Stretch, stretch_of, window
from holdfire.views.dates import say_date
from holdfire.views.released import order_title
from holdfire.views.timeline import Timeline, timeline

RINGS: dict[PlaceLevel, float] = {"county": RING_KM[3], "province": RING_KM[4], "country": 200.0}
"""How large a ring stands for a region: not its border."""
LONGEST = 100
"""Days: what is told by longer periods is on no timeline by months."""


def released_atlas(incidents: Rows, orders: Iterable[ReleasedOrder]) -> Atlas:
    """The map of all incidents and orders that leave; incidents are counted, not named."""
    spots = tuple(_spot(region, number) for region, number in drawn_regions(incidents))
    stretches = tuple(_stretches(orders))
    return Atlas(window(spots, stretches), spots, stretches, ())


def drawn_regions(incidents: Rows) -> list[tuple[Region, int]]:
    """The regions on the map by their names, and how many incidents stand in each."""
    at = Counter[Region]()
    for alike, _, number in incidents.counted():
        if alike.region is not None and _is_drawn(alike.region):
            at[alike.region] += number
    return sorted(at.items(), key=lambda item: (item[0].name, item[0].id))


def released_timeline(incidents: Rows) -> Timeline:
    """The months of those incidents that are told by at most a season."""
    days = Counter[Days]()
    for alike, _, number in incidents.counted():
        if is_short(alike.period):
            days[days_of(alike.period)] += number  # type: ignore[index]
    return timeline((each.first, each.last, number) for each, number in days.items())


def is_short(period: str) -> bool:
    """Whether a period is at most a season."""
    days = _days(period)
    return days is not None and days.last - days.first < LONGEST


def _is_drawn(region: Region) -> bool:
    return region.lat is not None and region.lon is not None and region.level in RINGS


def _spot(region: Region, number: int) -> Spot:
    assert region.lat is not None
    assert region.lon is not None
    return Spot(region.name, region.lat, region.lon, RINGS[region.level], (), number)


def _stretches(orders: Iterable[ReleasedOrder]) -> Iterator[Stretch]:
    for order in orders:
        start = order.effective_from or order.issued
        began, ended = _days(start), _days(order.effective_to)
        told = say_date(start) if start else "day not told"
        shown = corroborated.Row(order.id, "order", told, "", order_title(order), "", 0, 0, ())
        dated = Dated(shown, began.first if began else None, ended.last if ended else None)
        for region in order.regions:
            area = outline(region)
            if area is not None:
                yield from stretch_of(dated, area)


@cache
def outline(region: Region) -> Area | None:
    """The outline of a province, where we have it."""
    if region.level != "province":
        return None
    entry = next((e for e in shipped_gazetteer().lookup(region.name) if e.id == region.id), None)
    try:
        return admin_area(entry).area if entry is not None else None
    except PlaceError:
        return None


def _days(period: str) -> Days | None:
    return days_of(period) if period else None
