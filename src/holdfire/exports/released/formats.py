"""The files of a publication, by their names: what each format makes of it, in pieces."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec

from holdfire.exports.released.acled_csv import acled_csv
from holdfire.exports.released.annotations import annotations
from holdfire.exports.released.dataset_json import dataset_json
from holdfire.exports.released.file import File
from holdfire.exports.released.findings_files import findings_csv, findings_json
from holdfire.exports.released.follow_the_money import follow_the_money
from holdfire.exports.released.geojson import geojson
from holdfire.exports.released.odrl import odrl
from holdfire.exports.released.ro_crate import PATH as CRATE
from holdfire.exports.released.ro_crate import ro_crate
from holdfire.exports.released.sheets import Sheet, group_sheet, order_sheet, printed
from holdfire.exports.released.ucdp_csv import ucdp_csv
from holdfire.exports.released.website import website
from holdfire.exports.templating import plural
from holdfire.release.publication import Publication
from holdfire.views.released import group_title, order_title
from holdfire.views.released_facts import facts

Made = Callable[[Publication], Iterable[bytes]]
Bind = Callable[[Iterable[Sheet]], Iterable[bytes]]
"""Makes dossiers of sheets, one after the other; where, is its own affair."""
FORMATS: dict[str, tuple[str, Made]] = {
    "release.json": ("all of it", dataset_json),
    "incidents-ucdp.csv": ("lethal incidents, with the columns of UCDP GED", ucdp_csv),
    "incidents-acled.csv": ("incidents, with the columns of ACLED", acled_csv),
    "incidents.geojson": ("incidents on a map", geojson),
    "entities.ftm.json": (
        "incidents, orders and pages as FollowTheMoney entities, one a line",
        follow_the_money,
    ),
    "annotations.jsonld": ("cited pages with what they tell, as W3C Web Annotations", annotations),
    "orders-odrl.jsonld": ("orders as ODRL policies", odrl),
    "findings.csv": ("findings on two axes, an incident a line", findings_csv),
    "findings.json": ("findings on incidents and clauses, with the standards", findings_json),
}
PARQUET = "incidents.parquet"
DOSSIERS = 300
"""Dossiers that are made at most: first of orders, then of the largest groups."""
EXTRA = "pip install pyarrow reportlab"
_NEEDED = (("pyarrow", "Parquet"), ("reportlab", "dossiers (PDF)"))


def left_out() -> list[str]:
    """The formats that are left out because what makes them is not installed (EXTRA installs it)."""
    return [name for package, name in _NEEDED if find_spec(package) is None]


def bound(sheets: Iterable[Sheet]) -> Iterator[bytes]:
    """The dossiers that sheets make."""
    return map(printed, sheets)


def files(publication: Publication, *, bind: Bind = bound) -> Iterator[File]:
    """All files, one after the other; the last one lists the others."""
    listed: list[tuple[str, str]] = []
    for path, words, pieces in _data(publication, bind):
        listed.append((path, words))
        yield File(path, pieces)
    shown = [*listed, (CRATE, "what each file is, by whom and under what licence (RO-Crate)")]
    for file in website(publication, shown):
        listed.append((file.path, "a page of the website"))
        yield file
    yield File(CRATE, ro_crate(publication, listed))


def _data(publication: Publication, bind: Bind) -> Iterator[tuple[str, str, Iterable[bytes]]]:
    for path, (words, made) in FORMATS.items():
        yield path, words, made(publication)
    if find_spec("pyarrow") is not None:
        made = import_module("holdfire.exports.released.parquet").parquet
        yield PARQUET, "incidents as a table with typed columns (Parquet)", made(publication)
    if find_spec("reportlab") is not None:
        yield from _dossiers(publication, bind)


def _dossiers(publication: Publication, bind: Bind) -> Iterator[tuple[str, str, Iterable[bytes]]]:
    called = deque[tuple[str, str]]()

    def sheets() -> Iterator[Sheet]:
        for path, words, sheet in _sheets(publication):
            called.append((path, words))
            yield sheet

    for made in bind(sheets()):
        yield (*called.popleft(), (made,))


def _sheets(publication: Publication) -> Iterator[tuple[str, str, Sheet]]:
    head, orders = facts(publication), publication.orders[:DOSSIERS]
    for order in orders:
        sheet = order_sheet(order, publication, head)
        yield f"dossiers/order-{order.id}.pdf", f"{order_title(order)}: to print (PDF)", sheet
    groups = sorted(publication.groups, key=lambda group: (-group.size, group.id))[: DOSSIERS - len(orders)]
    wanted = {group.id: group for group in groups}
    for alike, rows in publication.incidents.groups():
        if alike.group in wanted:
            sheet = group_sheet(wanted[alike.group], rows, publication, head)
            where = f"{group_title(rows[0])}, {plural(wanted[alike.group].size, 'incident')}"
            yield f"dossiers/group-{alike.group}.pdf", f"{where}: to print (PDF)", sheet
