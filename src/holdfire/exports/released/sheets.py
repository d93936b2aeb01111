"""An order, or a group of incidents, of a publication → the sheet of its dossier, in words.

A sheet holds no more than is printed on it, so that it can be printed in another process.
"""

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Literal, NamedTuple

from holdfire.release.publication import Publication
from holdfire.release.released import Group, ReleasedOrder, Row
from holdfire.release.rows import Rows
from holdfire.views import released
from holdfire.views.dates import say_date
from holdfire.views.released_facts import Facts
from holdfire.views.wording import say

MOST_ROWS = 400
"""Incidents that a dossier lists; the rest are in the data files."""
MOST_PAGES = 40
"""Pages that a dossier cites; the rest are in the data files."""
OF_ALL = "Pages are cited for the group; which page tells which incident is not said."
Style = Literal["body", "head", "small", "address"]


class Said(NamedTuple):
    """A paragraph, and how it is set."""

    text: str
    style: Style = "body"


class Slots(NamedTuple):
    """Names with what is said of each."""

    rows: tuple[tuple[str, str], ...]


class Listed(NamedTuple):
    """A table: its head, and its rows."""

    rows: tuple[tuple[str, ...], ...]


class Gap(NamedTuple):
    """Room between two parts, in millimetres."""

    high: float


Part = Said | Slots | Listed | Gap


class Sheet(NamedTuple):
    """All that a dossier says; `kicker` stands above its title, `foot` below each page."""

    title: str
    kicker: str
    foot: str
    author: str
    creator: str
    parts: tuple[Part, ...]


def printed(sheet: Sheet) -> bytes:
    """The dossier of a sheet (PDF). Needs reportlab, which is loaded for it."""
    made: bytes = import_module("holdfire.exports.released.dossier").bound(sheet)
    return made


def words_of(sheet: Sheet) -> str:
    """All words of a sheet, as they would be printed."""
    rows = (part.rows if isinstance(part, Slots | Listed) else [part[:1]] for part in sheet.parts)
    cells = (str(cell) for some in rows for row in some for cell in row)
    return "\n".join((*sheet[:-1], *cells))


def order_sheet(order: ReleasedOrder, told: Publication, head: Facts) -> Sheet:
    """The sheet of an order."""
    row = released.order_row(order)
    slots = (
        ("Given by", released.issuer(order)), ("To", row.to_whom), ("Issued", row.issued),
        ("In force from", row.holds_from), ("In force to", row.holds_to), ("Where", row.where),
        ("Id", order.id),
    )  # fmt: skip
    demands = [Said(f"• {clause}") for clause in row.clauses] or [
        Said(f"What it demands is {released.IN_WORDS}.")
    ]
    quotes = [Said(f"“{quote.exact}” [{quote.page}]") for quote in told.quotes if quote.of == order.id]
    parts = (
        Slots(slots),
        Said("What it demands", "head"),
        *demands,
        *quotes[:MOST_PAGES],
        Said("Conditions, exceptions, hours and stretches of an order are not published.", "small"),
        *_cited(order.pages, told),
    )
    return _sheet(row.title, parts, told, head)


def group_sheet(group: Group, rows: Rows, told: Publication, head: Facts) -> Sheet:
    """The sheet of a group of incidents."""
    against = f" against {whom}" if (whom := released.whom(rows[0])) else ""
    alike = f"{group.size} incidents{against}, alike in place, time and persons."
    said = f"{alike if group.size > 1 else f'One incident{against}.'} Group {group.id}."
    cells = ((*made, name) for name, made in rows[:MOST_ROWS].each(_cells))
    more = len(rows) - MOST_ROWS
    parts = (
        Said(said),
        Gap(3),
        Listed((("What", "By whom", "Harm", "With", "How told", "Id"), *cells)),
        *([Said(f"{more:,} more are in the data files.", "small")] if more > 0 else []),
        Gap(2),
        *([Said(OF_ALL, "small")] if group.size > 1 else []),
        *_cited(group.pages, told),
    )
    return _sheet(released.group_title(rows[0]), parts, told, head)


def _sheet(title: str, parts: tuple[Part, ...], told: Publication, head: Facts) -> Sheet:
    foot = f"{head.made} It says what reports tell and finds no one guilty. {head.licence}"
    return Sheet(title, head.kicker, foot, told.publisher, told.by, parts)


def _cells(row: Row) -> tuple[str, ...]:
    means = say(row.told.means) if row.told.means else ""
    harm = ", ".join(released.tolls(row))
    told = (released.who(row), harm, means, released.status(row))
    return (released.what(row), *(each or released.NOT_GIVEN for each in told))


def _cited(numbers: Sequence[int], told: Publication) -> Iterator[Part]:
    pages = [told.pages[number - 1] for number in numbers[:MOST_PAGES]]
    if pages:
        yield Said("Published pages that tell it", "head")
    for page in pages:
        facts_of = ", ".join(filter(None, (page.outlet, say_date(page.published) if page.published else "")))
        title = f"{page.title}. " if page.title else ""
        yield Said(f"[{page.number}] {title}{facts_of}")
        yield Said(page.url, "address")
    if len(numbers) > MOST_PAGES:
        yield Said(f"{len(numbers) - MOST_PAGES:,} more are in the data files.", "small")
