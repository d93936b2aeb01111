"""Where an order holds: its areas, else the places it names, else the areas of its units, else not told."""

from collections.abc import Iterator

from holdfire.assessment.home import Home
from holdfire.assessment.reason import Reason
from holdfire.assessment.units import Units
from holdfire.assessment.versions import Version
from holdfire.geography.areas import lies_in
from holdfire.geography.distance import km
from holdfire.geography.entry import Entry
from holdfire.geography.gazetteer import Gazetteer
from holdfire.geography.judged import Judged
from holdfire.model.place import Place
from holdfire.model.truth import Truth, any_of, between, unanimous

EXACT = frozenset({"city", "district", "county"})
NEAR_KM = 10.0
"""A place this near to one that an order names is the same for it."""


def in_space(version: Version, place: Entry | None, *, units: Units, known: Gazetteer, home: Home) -> Reason:
    """Whether an order holds at a place."""
    if place is None:
        return Reason("place", Truth.YES, "no place was asked about")
    if version.order.areas:
        return _reason(_in_areas(version, place))
    named = _places(version)
    if named:
        return _reason(_in_any(place, named, known))
    told = _areas_of_units(version, units, home)
    held = [(entry, sure) for code, sure in told if (entry := known.by_code(code)) is not None]
    if held:
        return _reason(_held(place, held))
    return Reason("place", Truth.POSSIBLY, "the reports do not say where it holds", "place not told")


def scope_of(version: Version) -> object:
    """What `in_space` goes by: orders for which it is the same hold at the same places."""
    order = version.order
    if order.areas:
        return order.id
    places = tuple(place.value for place in order.places)
    return places, tuple(addressee.value.name for addressee in order.addressees)


def _reason(judged: Judged) -> Reason:
    return Reason("place", judged.truth, judged.because, "" if judged.truth is not Truth.NO else "elsewhere")


def _in_areas(version: Version, place: Entry) -> Judged:
    """Areas that one report tells are held together; where reports differ, what all of them say."""
    judged = [reach.judge(place) for reach in version.reaches]
    if len(judged) == 1:
        (area,), (one,) = version.order.areas, judged
        return Judged(one.truth, f"{_name(area.value.kind, area.value.along)}: {one.because}")
    told = [frozenset(area.reports) for area in version.order.areas]
    names = [
        f"{_name(area.value.kind, area.value.along)}: {j.because}"
        for area, j in zip(version.order.areas, judged, strict=True)
    ]
    reports = sorted(frozenset().union(*told))
    each = (any_of(j.truth for j, by in zip(judged, told, strict=True) if report in by) for report in reports)
    best = max(
        range(len(judged)), key=lambda n: (judged[n].truth is Truth.YES, judged[n].truth is Truth.POSSIBLY)
    )
    return Judged(unanimous(each), names[best])


def _name(kind: str, along: str | None) -> str:
    word = {"unit_area": "the unit's area", "admin": "the division"}.get(kind, f"the {kind}")
    return f"{word} along {along}" if along and kind in ("corridor", "zone", "line") else word


def _places(version: Version) -> list[Place]:
    """The most exact places that it names: towns, else provinces. A country is not taken for its scope."""
    named = [place.value for place in version.order.places]
    exact = [place for place in named if place.level in EXACT]
    return exact or [place for place in named if place.level == "province"]


def _in_any(place: Entry, named: list[Place], known: Gazetteer) -> Judged:
    judged = [_at(place, each, known) for each in named]
    names = ", ".join(each.name for each in named)
    truth = any_of(judged)
    where = {Truth.YES: "it names", Truth.NO: "it names only", Truth.POSSIBLY: "it names"}[truth]
    return Judged(truth, f"{where} {names}")


def _at(place: Entry, named: Place, known: Gazetteer) -> Truth:
    if named.id is not None and named.id in (place.id, place.county):
        return Truth.YES
    if named.level == "province":
        division = known.row(named)
        return lies_in(division, place) if division is not None else Truth.POSSIBLY
    if None in (named.lat, named.lon, place.lat, place.lon):
        return Truth.POSSIBLY
    assert named.lat is not None and named.lon is not None and place.lat is not None and place.lon is not None
    apart = km((named.lat, named.lon), (place.lat, place.lon))
    doubt = (place.error_km or 0.0) + (15.0 if named.level == "county" else 3.0)
    return between(surely=apart <= NEAR_KM / 2, ruled_out=apart > NEAR_KM + doubt)


def _areas_of_units(version: Version, units: Units, home: Home) -> Iterator[tuple[str, Truth]]:
    """The places that its units hold, each with how surely the unit is the one of our table."""
    for addressee in version.order.addressees:
        of_it = home.of(addressee.value.name)
        unit = units.find(addressee.value.name, of_it)
        if unit is not None:
            sure = of_it.is_in(unit.country)
            yield from ((area, sure) for area in unit.areas)


def _held(place: Entry, held: list[tuple[Entry, Truth]]) -> Judged:
    """Where a unit may be another of its name, elsewhere, no place is ruled out."""
    truth = any_of(lies_in(entry, place) | (Truth.POSSIBLY & ~sure) for entry, sure in held)
    if any(sure is not Truth.YES for _, sure in held):
        truth &= Truth.POSSIBLY
    names = ", ".join(entry.name for entry, _ in held)
    doubtful = truth if truth is not Truth.YES or len(held) == 1 else Truth.POSSIBLY
    return Judged(doubtful, f"its place is not told; the units it names are held to stand in {names}")
