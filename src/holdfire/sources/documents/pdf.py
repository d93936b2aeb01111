"""A PDF → its words, page after page: adds where each page begins; drops pictures and layout.

A line that stands well below the one above begins a paragraph. Hyphens at the end of a line are undone,
unless the word is written with a hyphen elsewhere in the file.
"""

import ctypes
import re
from statistics import median_low

import pypdfium2
import pypdfium2.raw as pdfium

from holdfire.errors import SourceError
from holdfire.sources.content import Content
from holdfire.sources.documents.properties import stated_date, stated_title
from holdfire.sources.limits import PDF_PAGES

_SOFT = "\ufffe"  # how pdfium shows a hyphen that ends a line
_BROKEN = re.compile(rf"([^\W\d_]+){_SOFT}([^\W\d_]+)")
_GAP = 1.35  # a paragraph begins where the step between lines is so many times the usual one
_ENDS = re.compile(r"[.!?…。\"”’»)\]]\s*$")


def read_pdf(raw: bytes) -> Content:
    """Read a PDF. SourceError where it is locked, damaged, too long, or holds pictures of words only."""
    document = _opened(raw)
    try:
        pages, faults = _pages(document)
        told = document.get_metadata_dict()
    finally:
        document.close()
    if not any(page.strip() for page in pages):
        raise SourceError(
            "holds no words, only pictures or drawings",
            remedy="recognise the words in it (OCR) and read that",
        )
    words, starts = _joined([_unbroken(page, pages) for page in pages])
    return Content(
        words,
        title=stated_title(told.get("Title")),
        created=stated_date(told.get("CreationDate")),
        pages=starts,
        faults=faults,
    )


def _opened(raw: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise SourceError(
                "is locked with a password", remedy="save it without one and read that"
            ) from None
        raise SourceError("is a damaged PDF", remedy="get it again from where it came") from None
    if len(document) > PDF_PAGES:
        pages = len(document)
        document.close()
        raise SourceError(f"has {pages:,} pages; the limit is {PDF_PAGES:,}", remedy="split it into reports")
    return document


def _pages(document: pypdfium2.PdfDocument) -> tuple[list[str], tuple[str, ...]]:
    pages: list[str] = []
    faults: list[str] = []
    for number in range(len(document)):
        try:
            pages.append(_page(document[number]))
        except pypdfium2.PdfiumError:
            pages.append("")
            faults.append(f"page {number + 1} of the PDF is damaged and was not read")
    return pages, tuple(faults)


def _page(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage()
    try:
        lines = text.get_text_range().split("\r\n")
        steps = _steps(text, lines)
    finally:
        text.close()
        page.close()
    usual = median_low([step for step in steps if step > 0] or [0.0])
    parts = [lines[0]]
    for above, step, line in zip(lines, steps, lines[1:], strict=False):
        parted = step > _GAP * usual or (step < 0 and _ENDS.search(above))  # upwards: to the next column
        parts += ("\n\n" if parted else "\n", line)
    return "".join(parts).replace("\x00", "")


def _steps(text: pypdfium2.PdfTextPage, lines: list[str]) -> list[float]:
    """How far below the end of each line the next one begins, baseline to baseline."""
    steps: list[float] = []
    at = 0
    for line in lines[:-1]:
        at += len(line.encode("utf-16-le")) // 2
        steps.append(_baseline(text, max(at - 1, 0)) - _baseline(text, at + 2))
        at += 2
    return steps


def _baseline(text: pypdfium2.PdfTextPage, index: int) -> float:
    across, up = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, across, up)
    return up.value


def _unbroken(page: str, pages: list[str]) -> str:
    """A page with the words put together that the ends of lines have parted."""
    if _SOFT not in page:
        return page

    def joined(found: re.Match[str]) -> str:
        hyphened = f"{found[1]}-{found[2]}"
        return hyphened if any(hyphened in other for other in pages) else found[1] + found[2]

    return _BROKEN.sub(joined, page).replace(_SOFT, "-")


def _joined(pages: list[str]) -> tuple[str, tuple[int, ...]]:
    """The words of all pages and where each begins; a sentence may run on over a page's end."""
    starts: list[int] = []
    parts: list[str] = []
    for page in pages:
        if parts:
            parts.append("\n\n" if _ENDS.search(parts[-1][-20:]) else "\n")
        starts.append(sum(map(len, parts)))
        parts.append(page)
    return "".join(parts), tuple(starts)
