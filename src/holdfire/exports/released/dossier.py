"""The sheet of an order, or of a group of incidents → a dossier (PDF) to print or to file. Needs reportlab.

Latin is set in a font that every reader has, Korean, Japanese and Chinese in the reader's own.
It is not packed, so that what left can be searched for in its bytes.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import escape
from io import BytesIO

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from holdfire.exports.released.sheets import Gap, Listed, Part, Said, Sheet, Slots, Style

PADDING = 6
"""What reportlab leaves free round what stands in a frame, in points."""
_WIDTHS = (28, 32, 37, 20, 22, 22)
_EDGE = (("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (0, -1), 0))
_EAST = (
    ("HYSMyeongJo-Medium", re.compile("[\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f]+")),
    ("HeiseiMin-W3", re.compile("[\u3040-\u30ff\u4e00-\u9fff\u3000-\u303f]+")),
)
_INK, _LINE, _BLACK = (colors.HexColor(each) for each in ("#222222", "#bbbbbb", "#000000"))
_SERIF = ParagraphStyle("body", fontName="Times-Roman", fontSize=10.5, leading=14)
_TITLE = ParagraphStyle("title", parent=_SERIF, fontName="Times-Bold", fontSize=18, leading=22, spaceAfter=4)
_HEAD = ParagraphStyle(
    "head", parent=_SERIF, fontName="Times-Bold", fontSize=12, spaceBefore=10, spaceAfter=3
)
_SMALL = ParagraphStyle(
    "small", parent=_SERIF, fontSize=8.5, leading=11, textColor=colors.HexColor("#444444")
)
_STYLES: dict[Style, ParagraphStyle] = {
    "body": _SERIF,
    "head": _HEAD,
    "small": _SMALL,
    "address": ParagraphStyle("address", parent=_SMALL, spaceAfter=4),
}


def bound(sheet: Sheet) -> bytes:
    """The dossier that a sheet makes."""
    paper = BytesIO()
    document = SimpleDocTemplate(
        paper, pagesize=A4, leftMargin=22 * mm, rightMargin=22 * mm, topMargin=20 * mm, bottomMargin=22 * mm,
        title=_latin(sheet.title), author=sheet.author, creator=sheet.creator, invariant=1, pageCompression=0,
    )  # fmt: skip
    edge = 22 * mm + PADDING

    def drawn(canvas: object, _document: object) -> None:
        note = _paragraph(sheet.foot, _SMALL)
        note.wrapOn(canvas, A4[0] - 2 * edge, 20 * mm)
        note.drawOn(canvas, edge, 10 * mm)

    top = [_paragraph(sheet.kicker, _SMALL), _paragraph(sheet.title, _TITLE)]
    document.build([*top, *map(_drawn, sheet.parts)], onFirstPage=drawn, onLaterPages=drawn)
    return paper.getvalue()


def _drawn(part: Part) -> Flowable:
    match part:
        case Said(text, style):
            return _paragraph(text, _STYLES[style])
        case Slots(rows):
            return _slots(rows)
        case Listed(rows):
            return _table(rows)
        case Gap(high):
            return Spacer(0, high * mm)


def _slots(slots: Sequence[tuple[str, str]]) -> Flowable:
    rows = [[_paragraph(name, _SMALL), _paragraph(said)] for name, said in slots if said]
    table = Table(rows, colWidths=[32 * mm, 129 * mm], hAlign="LEFT")
    table.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (0, -1), 0),
                ("LINEBELOW", (0, 0), (-1, -1), 0.3, _LINE),
            ]
        )
    )
    return table


def _table(rows: Iterable[Sequence[str]]) -> Flowable:
    """A table whose cells are words of ours: lines are broken once for all cells that say the same."""
    made = [[_broken(cell, mm * wide) for cell, wide in zip(row, _WIDTHS, strict=True)] for row in rows]
    table = Table(made, colWidths=[mm * wide for wide in _WIDTHS], repeatRows=1, hAlign="LEFT")
    table.setStyle(
        TableStyle([
            *_EDGE, ("FONT", (0, 0), (-1, -1), "Times-Roman", 8.5, 11),
            ("TEXTCOLOR", (0, 0), (-1, -1), _INK), ("LINEBELOW", (0, 0), (-1, -1), 0.3, _LINE),
            ("LINEBELOW", (0, 0), (-1, 0), 0.8, _BLACK), ("FONT", (0, 0), (-1, 0), "Times-Bold", 8.5, 11),
        ])
    )  # fmt: skip
    return table


@lru_cache(maxsize=4096)
def _broken(cell: str, wide: float) -> str:
    """A cell in lines that fit."""
    return "\n".join(simpleSplit(_latin(cell), "Times-Roman", 8.5, wide - 4 * mm))


def _paragraph(text: str, style: ParagraphStyle = _SERIF) -> Paragraph:
    return Paragraph(_set(text), style)


@lru_cache(maxsize=4096)
def _set(text: str) -> str:
    """A text as reportlab takes it: escaped, and what is no Latin in a font of its own."""
    made = escape(text, quote=False)
    if made.isascii():
        return made
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
