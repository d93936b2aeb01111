"""An order, or a group of incidents, of a publication → a dossier (PDF) to print or to file. Needs reportlab.

Latin is set in a font that every reader has, Korean, Japanese and Chinese in the reader's own.
It is not packed, so that what left can be searched for in its bytes.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from html import escape
from io import BytesIO

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from holdfire.release.released import Group, Publication, ReleasedOrder, Row
from holdfire.views import released
from holdfire.views.dates import say_date
from holdfire.views.released_facts import facts
from holdfire.views.wording import say

MOST_ROWS = 400
"""Incidents that a dossier lists; the rest are in the data files."""
_EAST = (
    ("HYSMyeongJo-Medium", re.compile("[\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f]+")),
    ("HeiseiMin-W3", re.compile("[\u3040-\u30ff\u4e00-\u9fff\u3000-\u303f]+")),
)
_SERIF = ParagraphStyle("body", fontName="Times-Roman", fontSize=10.5, leading=14)
_TITLE = ParagraphStyle("title", parent=_SERIF, fontName="Times-Bold", fontSize=18, leading=22, spaceAfter=4)
_HEAD = ParagraphStyle(
    "head", parent=_SERIF, fontName="Times-Bold", fontSize=12, spaceBefore=10, spaceAfter=3
)
_SMALL = ParagraphStyle(
    "small", parent=_SERIF, fontSize=8.5, leading=11, textColor=colors.HexColor("#444444")
)


def of_order(order: ReleasedOrder, told: Publication) -> bytes:
    """The dossier of an order."""
    row = released.order_row(order)
    slots = [
        ("Given by", released.issuer(order)), ("To", row.to_whom), ("Issued", row.issued),
        ("In force from", row.holds_from), ("In force to", row.holds_to), ("Where", row.where),
        ("Id", order.id),
    ]  # fmt: skip
    demands = [_paragraph(f"• {clause}") for clause in row.clauses] or [
        _paragraph("What it demands is told in words alone, which do not leave.")
    ]
    parts: list[Flowable] = [
        _slots(slots),
        _paragraph("What it demands", _HEAD),
        *demands,
        _paragraph("Conditions, exceptions, hours and stretches of an order do not leave.", _SMALL),
        *_cited(order.pages, told),
    ]
    return _bound(row.title, parts, told)


def of_group(group: Group, rows: Sequence[Row], told: Publication) -> bytes:
    """The dossier of a group of incidents."""
    title = f"{released.where(rows[0].region)}, {released.when(rows[0])}"
    against = released.whom(rows[0])
    said = (
        f"{group.size} incidents{f' against {against}' if against else ''}, alike in place, time and persons."
    )
    table = [["What", "By whom", "Harm", "With", "Told", "Id"], *(_cells(row) for row in rows[:MOST_ROWS])]
    more = len(rows) - MOST_ROWS
    parts: list[Flowable] = [
        _paragraph(said),
        Spacer(0, 3 * mm),
        _table(table),
        *([_paragraph(f"{more:,} more are in the data files.", _SMALL)] if more > 0 else []),
        _paragraph("Pages are cited for the group; which page tells which incident is not said.", _SMALL),
        *_cited(group.pages, told),
    ]
    return _bound(title, parts, told)


def _cells(row: Row) -> list[str]:
    means = say(row.told.means) if row.told.means else ""
    harm = ", ".join(released.tolls(row))
    return [released.what(row), released.who(row), harm, means, released.status(row), row.id]


def _cited(numbers: Sequence[int], told: Publication) -> Iterator[Flowable]:
    pages = [page for page in told.pages if page.number in numbers]
    if pages:
        yield _paragraph("Published pages that tell it", _HEAD)
    for page in pages:
        facts_of = ", ".join(filter(None, (page.outlet, say_date(page.published) if page.published else "")))
        yield _paragraph(f"[{page.number}] {page.title or page.url}. {facts_of}")
        yield _paragraph(page.url, _SMALL)


def _bound(title: str, parts: Sequence[Flowable], told: Publication) -> bytes:
    head, paper = facts(told), BytesIO()
    document = SimpleDocTemplate(
        paper, pagesize=A4, leftMargin=22 * mm, rightMargin=22 * mm, topMargin=20 * mm, bottomMargin=22 * mm,
        title=_latin(title), author=told.publisher, creator=told.by, invariant=1, pageCompression=0,
    )  # fmt: skip
    foot = f"{head.made} It says what reports tell and finds no one guilty. {head.licence}"

    def drawn(canvas: object, _document: object) -> None:
        note = _paragraph(foot, _SMALL)
        note.wrapOn(canvas, A4[0] - 44 * mm, 20 * mm)
        note.drawOn(canvas, 22 * mm, 10 * mm)

    top = [_paragraph(head.kicker, _SMALL), _paragraph(title, _TITLE)]
    document.build([*top, *parts], onFirstPage=drawn, onLaterPages=drawn)
    return paper.getvalue()


def _slots(slots: Sequence[tuple[str, str]]) -> Flowable:
    rows = [[_paragraph(name, _SMALL), _paragraph(said)] for name, said in slots if said]
    table = Table(rows, colWidths=[32 * mm, 134 * mm])
    table.setStyle(
        TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LINEBELOW", (0, 0), (-1, -1), 0.3, "#bbbbbb")])
    )
    return table


def _table(rows: Sequence[Sequence[str]]) -> Flowable:
    made = [[_paragraph(cell, _SMALL) for cell in row] for row in rows]
    table = Table(made, colWidths=[28 * mm, 32 * mm, 40 * mm, 20 * mm, 22 * mm, 24 * mm], repeatRows=1)
    style = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LINEBELOW", (0, 0), (-1, -1), 0.3, "#bbbbbb")]
    table.setStyle(TableStyle([*style, ("LINEBELOW", (0, 0), (-1, 0), 0.8, "#000000")]))
    return table


def _paragraph(text: str, style: ParagraphStyle = _SERIF) -> Paragraph:
    return Paragraph(_set(text), style)


def _set(text: str) -> str:
    """A text as reportlab takes it: escaped, and what is no Latin in a font of its own."""
    made = escape(text, quote=False)
    for font, found in _EAST:
        if found.search(made):
            registerFont(UnicodeCIDFont(font))
            made = found.sub(lambda part, font=font: f'<font name="{font}">{part[0]}</font>', made)  # type: ignore[misc]
    return "".join(c if _is_east(c) else _latin(c) for c in made)


def _is_east(letter: str) -> bool:
    return any(found.match(letter) for _, found in _EAST)


def _latin(text: str) -> str:
    """What the font has no letter for, without its marks, or as a question mark."""
    return "".join(
        c if _fits(c) else unicodedata.normalize("NFKD", c).encode("cp1252", "replace").decode("cp1252")[:1]
        for c in text
    )


def _fits(letter: str) -> bool:
    try:
        letter.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True
