"""Publication → a website that opens from its folder: no script, nothing fetched."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from jinja2 import Environment
from markupsafe import Markup

from holdfire.exports.released.file import File
from holdfire.exports.released.lines import lines
from holdfire.exports.templating import environment, inline_hash
from holdfire.release.publication import Publication
from holdfire.release.quotes import Quote
from holdfire.release.released import Group, ReleasedOrder
from holdfire.release.rows import Alike, Rows
from holdfire.views import released
from holdfire.views.dates import say_date
from holdfire.views.map_drawing import map_drawing
from holdfire.views.order_bars import order_bars
from holdfire.views.order_ledger import OrderRow
from holdfire.views.released_facts import Facts, facts
from holdfire.views.released_findings import AGAINST, SUMMED, findings_table
from holdfire.views.released_map import drawn_regions, is_short, released_atlas, released_timeline
from holdfire.views.verdicts import NOTE
from holdfire.views.wording import say

ROWS = 500
"""Incidents that a page holds."""
SHOWN = 8
"""Orders that the first page shows."""
PIECES = 200
"""Parts of a page that are written together."""
CITED = 60
"""Pages that are cited below a group; all of them stand in the data files."""
STYLES = ("look.css", "drawings.css", "site.css")


class Lot(NamedTuple):
    """A group and its rows, as far as they stand on one page."""

    group: Group
    rows: Rows

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages that are cited here."""
        return self.group.pages[:CITED]

    @property
    def more(self) -> int:
        """How many others tell it too."""
        return len(self.group.pages) - len(self.pages)


class Place(NamedTuple):
    """A region on the map, and where its incidents are told."""

    number: int
    name: str
    incidents: int
    span: str
    to: str


class OrderSheet(NamedTuple):
    """An order with what is told of it, in words."""

    order: ReleasedOrder
    row: OrderRow
    slots: tuple[tuple[str, str], ...]
    quotes: tuple[Quote, ...] = ()


class Site(NamedTuple):
    """What all pages are made of."""

    told: Publication
    facts: Facts
    leaves: Sequence[Sequence[Lot]]
    orders: Sequence[OrderSheet]
    dossiers: frozenset[str]


def website(told: Publication, downloads: Sequence[tuple[str, str]]) -> Iterator[File]:
    """Its files; `downloads` are the paths of others in the folder, and what they are."""
    dossiers = frozenset(path for path, _ in downloads if path.endswith(".pdf"))
    site = Site(told, facts(told), leaves_of(told), _sheets(told), dossiers)
    yield _file(site, "index.html", **_front(site))
    for number, lots in enumerate(site.leaves, 1):
        yield _file(site, leaf(number), "incidents.html", lots=lots, number=number, leaves=len(site.leaves))
    chart = order_bars([sheet.row for sheet in site.orders])
    yield _file(site, "orders.html", chart=chart, sheets=site.orders)
    table = findings_table(told)
    yield _file(site, "findings.html", table=table, note=NOTE, columns=[SUMMED[by] for by in AGAINST])
    leaves = max(1, -(-len(told.pages) // ROWS))
    for number in range(1, leaves + 1):
        some = told.pages[(number - 1) * ROWS : number * ROWS]
        yield _file(site, leaf(number, "sources"), "sources.html", pages=some, number=number, leaves=leaves)
    yield _file(site, "method.html")
    yield _file(site, "data.html", downloads=downloads)


def leaf(number: int, of: str = "incidents") -> str:
    """The path of a page of incidents, or of sources."""
    return f"{of}.html" if number == 1 else f"{of}-{number}.html"


def source(number: int) -> str:
    """Where a cited page is listed."""
    return f"{leaf((number - 1) // ROWS + 1, 'sources')}#s-{number}"


def leaves_of(told: Publication) -> list[list[Lot]]:
    """Groups by place and time, cut into pages; at least one page."""
    known = {group.id: group for group in told.groups}
    leaves: list[list[Lot]] = [[]]
    room = ROWS
    for alike, members in sorted(told.incidents.groups(), key=lambda item: _by_place(item[0])):
        left = members
        while len(left):
            if room == 0 or (room < len(left) <= ROWS):
                leaves.append([])
                room = ROWS
            leaves[-1].append(Lot(known[alike.group], left[:room]))
            left, room = left[room:], max(0, room - len(left))
    return leaves


def _by_place(alike: Alike) -> tuple[str, str, str]:
    return (released.where(alike.region), alike.period, alike.group)


def _front(site: Site) -> dict[str, Any]:
    told = site.told
    atlas = released_atlas(told.incidents, told.orders)
    drawing = map_drawing(atlas)
    return {
        "drawing": drawing,
        "places": _places(site) if drawing is not None else [],
        "elsewhere": len(told.incidents) - sum(spot.number for spot in atlas.spots),
        "time": released_timeline(told.incidents),
        "timeless": sum(n for each, _, n in told.incidents.counted() if not is_short(each.period)),
        "chart": order_bars([sheet.row for sheet in site.orders[:SHOWN]]),
        "more_orders": len(site.orders) if len(site.orders) > SHOWN else 0,
    }


def _places(site: Site) -> list[Place]:
    """The regions that are drawn, by name; each leads to the first of its groups."""
    first: dict[str, str] = {}
    periods: dict[str, set[str]] = defaultdict(set)
    for number, lots in enumerate(site.leaves, 1):
        for lot in lots:
            region = lot.rows[0].region
            if region is not None:
                first.setdefault(released.where(region), f"{leaf(number)}#g-{lot.group.id}")
                periods[released.where(region)].add(lot.rows[0].period)
    places = []
    for number, (region, incidents) in enumerate(drawn_regions(site.told.incidents)):
        name = released.where(region)
        shown = sorted(filter(None, periods[name]))
        span = say_date(shown[0]) if len(shown) == 1 else f"{len(shown)} periods" if shown else ""
        places.append(Place(number, name, incidents, span, first[name]))
    return places


def _by_time(orders: Sequence[ReleasedOrder]) -> list[ReleasedOrder]:
    return sorted(orders, key=lambda order: (order.issued or order.effective_from or "~", order.id))


def _sheets(told: Publication) -> list[OrderSheet]:
    quotes: dict[str, list[Quote]] = defaultdict(list)
    for quote in told.quotes:
        quotes[quote.of].append(quote)
    return [_sheet(order, tuple(quotes[order.id])) for order in _by_time(told.orders)]


def _sheet(order: ReleasedOrder, quotes: tuple[Quote, ...]) -> OrderSheet:
    row = released.order_row(order)
    told = (
        ("Given by", released.issuer(order)),
        ("To", row.to_whom),
        ("Issued", row.issued),
        ("In force from", row.holds_from),
        ("In force to", row.holds_to),
        ("Where", row.where),
        ("Demands", "; ".join(row.clauses) or released.IN_WORDS),
        ("Told by", "published pages" if order.published else "accounts that are not all public"),
    )
    return OrderSheet(order, row, tuple(slot for slot in told if slot[1]), quotes)


def _file(site: Site, path: str, template: str = "", **given: Any) -> File:  # noqa: ANN401 - what it needs
    page = _templates().get_template(f"site/{template or path}")
    common = {"told": site.told, "facts": site.facts, "dossiers": site.dossiers, "here": template or path}
    made = page.stream(**common, style=_style(), style_hash=inline_hash(_style()), **given)
    made.enable_buffering(PIECES)
    return File(path, (piece.encode() for piece in made))


def _lines(rows: Rows) -> Markup:
    """The lines of a table of incidents."""
    write = _templates().get_template("site/incident.html")
    made = lines(rows, lambda row: write.render(row=row).encode())
    return Markup(b"".join(made).decode())


@cache
def _style() -> str:
    folder = files("holdfire.exports") / "templates"
    return "".join((folder / name).read_text(encoding="utf-8") for name in STYLES)


@cache
def _templates() -> Environment:
    made = environment()
    words = ("named", "hurts", "what", "tolls", "who", "whom", "when", "where", "status")
    made.filters.update({name: getattr(released, name) for name in words})
    made.filters.update({"leaf": leaf, "say": say, "source": source, "lines": _lines})
    made.globals.update(not_given=released.NOT_GIVEN, in_words=released.IN_WORDS)
    return made
