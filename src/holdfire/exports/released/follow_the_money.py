"""Publication → FollowTheMoney entities, one a line: incidents and orders as Events, pages as Articles.

The pages that tell a group lie in a Folder, which is the proof of each incident of the group.
Dates of an Event are the first and the last day of its period. What it has no property for stands in
`summary` as `name=value`, as in our ACLED columns.
"""

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from holdfire.assessment.units import shipped_units
from holdfire.exports.released.acled_csv import notes
from holdfire.exports.released.addresses import page_id
from holdfire.exports.released.days import dated
from holdfire.exports.released.lines import lines
from holdfire.release.publication import Publication
from holdfire.release.released import ReleasedOrder, Row
from holdfire.views import released

Properties = dict[str, list[str]]


def follow_the_money(told: Publication) -> Iterator[bytes]:
    """The lines of the file."""
    units = {unit for _, row, _ in told.incidents.counted() for unit in row.telling.units}
    units |= {unit for order in told.orders for unit in (*order.units, *filter(None, (order.office,)))}
    for unit in sorted(units):
        known = shipped_units().get(unit)
        if known is not None:
            yield _line(
                _unit(unit), "Organization", {"name": [known.name], "country": [known.country.lower()]}
            )
    yield from _pages(told)
    cites = {group.id for group in told.groups if group.pages}

    def event(row: Row) -> bytes:
        proof = [_folder(row.group)] if row.group in cites else []
        return _line(f"hf-{row.id}", "Event", _incident(row, proof))

    yield from lines(told.incidents, event)
    for order in told.orders:
        proof = [page_id(told.pages[number - 1]) for number in order.pages]
        yield _line(f"hf-{order.id}", "Event", _order(order, proof))


def _pages(told: Publication) -> Iterator[bytes]:
    """A folder for each group that pages tell, and the pages in it."""
    within: dict[int, list[str]] = defaultdict(list)
    for group in told.groups:
        for number in group.pages:
            within[number].append(group.id)
        if group.pages:
            title = f"Pages that tell the {group.size} incidents of group {group.id}"
            yield _line(_folder(group.id), "Folder", {"title": [title]})
    for page in told.pages:
        said = {
            "title": [page.title or page.url], "sourceUrl": [page.url], "publisher": [page.outlet],
            "publishedAt": [_day(page.published)], "parent": list(map(_folder, within[page.number])),
        }  # fmt: skip
        yield _line(page_id(page), "Article", said)


def _folder(group: str) -> str:
    return f"hf-group-{group}"


def _line(made: str, schema: str, said: Properties) -> bytes:
    kept = {name: values for name, each in said.items() if (values := [value for value in each if value])}
    return msgspec.json.encode({"id": made, "schema": schema, "properties": kept}) + b"\n"


def _unit(unit: str) -> str:
    return f"hf-unit-{unit.lower()}"


def _day(period: str) -> str:
    """A date as FollowTheMoney has it: a year, a month or a day."""
    plain = period.rstrip("~?%").partition("T")[0]
    return plain if "/" not in plain and "X" not in plain and plain[5:7] <= "12" else ""


def _span(period: str) -> Properties:
    days = dated(period)
    return {"startDate": [days.first.isoformat()], "endDate": [days.last.isoformat()]} if days else {}


def _incident(row: Row, proof: list[str]) -> Properties:
    harm = ", ".join(released.tolls(row))
    return {
        "name": [f"{released.what(row)}, {released.where(row.region)}"],
        "country": row.region.country.lower().split("/") if row.region else [],
        "location": [released.where(row.region)] if row.region else [],
        "involved": [_unit(unit) for unit in row.told.units],
        "description": [harm],
        "summary": [f"{notes(row)}; group={row.group}"],
        "proof": proof,
        **_span(row.period),
    }


def _order(order: ReleasedOrder, proof: list[str]) -> Properties:
    by = [_unit(order.office)] if order.office else []
    return {
        "name": [released.order_title(order)],
        "country": sorted({code for each in order.regions for code in each.country.lower().split("/")}),
        "location": [released.where(region) for region in order.regions],
        "organizer": by,
        "involved": [_unit(unit) for unit in order.units],
        "summary": ["; ".join(map(released.clause, order.clauses))],
        "proof": proof,
        **_span(order.effective_from or order.issued),
    }
