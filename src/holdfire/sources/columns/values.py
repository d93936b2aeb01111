"""Cells → dates, counts, places, parties, each tied to its words. SourceError where a cell is none."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import cast

from holdfire.assessment.units import shipped_units
from holdfire.errors import DateError
from holdfire.geography.entry import Entry
from holdfire.geography.gazetteer import Gazetteer, apart
from holdfire.model.grounded import Grounded
from holdfire.model.incident import Count
from holdfire.model.party import Party, PartyKind
from holdfire.model.period import parse_period
from holdfire.model.place import Place
from holdfire.sources.columns.cells import Cells, Told, code_of
from holdfire.sources.columns.column_map import Cell, CountCell, DateCell, PlaceCells
from holdfire.sources.published import published_date

EPOCH = re.compile(r"1\d{9}")
NEAR_KM = 150.0
"""How far a place of the gazetteer may lie from the point that a row gives for a region of its name."""
_NUMBER = re.compile(r"-?\d+(?:\.0+)?")
_POINT = re.compile(r"(-?\d+(?:\.\d+)?)\s*[|,; ]\s*(-?\d+(?:\.\d+)?)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def date_told(cells: Cells, places: Iterable[DateCell]) -> Grounded[str] | None:
    """The first date that some places give, as EDTF."""
    for each in places:
        told = cells.found(Cell(each.column, key=each.key))
        if told is None:
            continue
        if each.key:
            return cells.grounded(_period(cells, told), told)
        first = day_of(cells, told)
        last = cells.get(each.last) if each.last else None
        if last is not None and (end := day_of(cells, last)) != first:
            return cells.grounded(_span(cells, told, first, end), told, basis="resolved")
        return cells.grounded(
            _as_exact(cells, each, first), told, basis="resolved" if each.exact else "stated"
        )
    return None


def day_of(cells: Cells, told: Told) -> str:
    """A day as tables write it, without its hour; seconds since 1970 count as one."""
    if EPOCH.fullmatch(told.text):
        return datetime.fromtimestamp(int(told.text), UTC).date().isoformat()
    text = told.text.replace("/", "-") if re.fullmatch(r"\d{4}/\d\d/\d\d", told.text) else told.text
    try:
        return published_date(text).partition("T")[0]
    except DateError as error:
        raise cells.refused(told, error.problem, error.remedy) from None


def _period(cells: Cells, told: Told) -> str:
    try:
        return parse_period(told.text).edtf
    except DateError as error:
        raise cells.refused(told, error.problem, error.remedy) from None


def _span(cells: Cells, told: Told, first: str, last: str) -> str:
    if first > last:
        raise cells.refused(told, f"begins on {first}, after its end on {last}", "put the earlier day first")
    return f"{first}/{last}"


def _as_exact(cells: Cells, place: DateCell, day: str) -> str:
    told = cells.found(place.exact) if place.exact is not None else None
    how = code_of(place.exact, told.text) if place.exact is not None and told is not None else "day"
    if not _DAY.fullmatch(day) or how not in ("about", "month", "year"):
        return day
    return {"about": f"{day}~", "month": day[:7], "year": day[:4]}[how]


def count_told(cells: Cells, places: Iterable[CountCell]) -> Grounded[int | Count] | None:
    """The first number of people that some places give; a range where the least and the most differ."""
    for each in places:
        told = cells.get(each.column)
        if told is None:
            continue
        best = _whole(cells, told)
        low, high = (
            _whole(cells, end) if (end := cells.get(name)) else best for name in (each.low, each.high)
        )
        if low > high:
            raise cells.refused(told, f"the least ({low}) is above the most ({high})")
        value: int | Count = best if low == high == best else Count(low, high)
        return cells.grounded(value, told)
    return None


def _whole(cells: Cells, told: Told) -> int:
    if not _NUMBER.fullmatch(told.text):
        raise cells.refused(told, f"{told.text!r} is no number of people")
    number = int(float(told.text))
    if number < 0:
        raise cells.refused(told, f"{number} is below nought")
    return number


def places_told(cells: Cells, at: PlaceCells, known: Gazetteer) -> tuple[Grounded[Place], ...]:
    """The place of a row: one of the gazetteer where its name and point fit, else as the row gives it."""
    point, told = _point(cells, at), cells.get(at.names) or cells.get(at.country)
    country = cells.get(at.country)
    region = cells.found(at.region) if at.region is not None else None
    if told is None:
        return ()
    precise = _precision(cells, at)
    entry = _entry(known, told.text, country.text if country else "", point, region.text if region else "")
    if entry is not None and (region is not None or precise is None or precise >= entry.precision):
        return (cells.grounded(entry.place, told, basis="resolved"),)
    lat, lon = point or (None, None)
    return (cells.grounded(Place(told.text, None, lat, lon, None, precise), told),)


def _entry(
    known: Gazetteer, name: str, country: str, point: tuple[float, float] | None, region: str
) -> Entry | None:
    found = known.lookup(name)
    if region:
        return next((e for e in found if e.id == region), None) or known.by_code(region)
    code = next((e.id for e in known.lookup(country) if e.level == "country"), country.upper())
    there = [e for e in found if e.country == code] if code else list(found)
    if point is None:
        return next(iter(there), None)
    there = [e for e in there if e.located and apart(e, Entry("", "", "city", *point)) <= NEAR_KM]
    return min(there, key=lambda e: apart(e, Entry("", "", "city", *point)), default=None)


def _point(cells: Cells, at: PlaceCells) -> tuple[float, float] | None:
    lat, lon = cells.get(at.lat), cells.get(at.lon)
    if lat is not None and lon is not None:
        return _degrees(cells, lat, lat.text, lon.text)
    told = cells.get(at.point)
    if told is None:
        return None
    found = _POINT.search(told.text)
    if found is None:
        raise cells.refused(told, f"{told.text!r} is no point", "write latitude|longitude, as 42.23|129.21")
    return _degrees(cells, told, found[1], found[2])


def _degrees(cells: Cells, told: Told, lat: str, lon: str) -> tuple[float, float]:
    try:
        point = float(lat), float(lon)
    except ValueError:
        raise cells.refused(told, f"{lat!r}, {lon!r} are no degrees") from None
    if not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180):
        raise cells.refused(told, f"{lat}, {lon} lies outside the world", "latitude comes first")
    return point


def _precision(cells: Cells, at: PlaceCells) -> int | None:
    told = cells.found(at.precision) if at.precision is not None else None
    code = code_of(at.precision, told.text) if at.precision is not None and told is not None else ""
    return int(code) if code in {*"1234567"} else None


def parties_told(
    cells: Cells, places: Iterable[Cell], units: Iterable[Cell] = ()
) -> tuple[Grounded[Party], ...]:
    """Those that act or are acted upon, by the words of the row, with the kind that a code gives them."""
    found: list[Grounded[Party]] = []
    for each in places:
        told = cells.found(each)
        for part in told.parts(each.split) if told is not None and each.split else [told] if told else []:
            kind = cast("PartyKind", _kind(each, part.text))
            found.append(cells.grounded(Party(part.text, kind), part))
        if found:
            break
    kind = next((each.value.kind for each in found), "unknown")
    for each in units:
        told = cells.found(each)
        for part in told.parts(each.split or " ") if told is not None else []:
            unit = shipped_units().get(part.text)
            if unit is not None:
                found.append(cells.grounded(Party(unit.name, kind, None, unit.id), part, basis="resolved"))
    return tuple(found)


def _kind(cell: Cell, text: str) -> str:
    return code_of(cell, text) if cell.codes or cell.holding or cell.value else "unknown" if text else ""
