"""A capture → Report: adds hash, words, charset and language; drops what of a page is not its main part."""

import hashlib
import importlib
import re
from pathlib import Path

from holdfire.errors import HoldfireError, SourceError
from holdfire.model.capture import Capture, Told
from holdfire.model.report import Report
from holdfire.sources.captures import captures
from holdfire.sources.decoding import declared_charset, decode, mark_of
from holdfire.sources.kinds import binary_kind, is_page
from holdfire.sources.languages import language_of
from holdfire.sources.published import published_date

_A_LETTER = re.compile(r"[^\W\d_]")
NOTHING = Told()


def open_report(
    path: str | Path, *, published: str | None = None, outlet: str | None = None, title: str | None = None
) -> Report:
    """The report in a source that holds one; what the caller says goes before what the report says of itself.

    SourceError, with the path, where it is missing, empty, binary, too large, undecodable, without a word or
    more than one report; DateError where `published` is no date.
    """
    day = published_date(published) if published is not None else None
    found = captures(path)
    capture = next(found, None)
    if isinstance(capture, SourceError):
        raise capture
    if capture is None or next(found, None) is not None:
        number = "no report" if capture is None else "more than one report"
        raise SourceError(f"holds {number}", where=str(path), remedy="name a file that holds one")
    return report_of(capture, Told(title, outlet, day))


def report_of(capture: Capture, told: Told = NOTHING) -> Report:
    """The report that a capture holds; what the user tells of it goes before what it says of itself.

    SourceError, with the place of the capture, where it holds none.
    """
    try:
        return _report_of(capture, told)
    except HoldfireError as error:
        where = f"{capture.where}, {error.where}" if error.where else capture.where
        raise type(error)(error.problem, where=where, remedy=error.remedy) from None


def _report_of(capture: Capture, told: Told) -> Report:
    raw = capture.raw
    _require_text(raw)
    known = {"published": told.published, "outlet": told.outlet, "title": told.title, "url": None}
    decoded = decode(raw, declared=declared_charset(raw))
    words = decoded.words
    if is_page(words):
        # The HTML parser is loaded only where there is HTML: a plain text must not wait for it.
        page = importlib.import_module("holdfire.sources.pages").read_page(words)
        words = page.words
        known = {name: value or getattr(page, name) for name, value in known.items()}
    digest = hashlib.sha256(raw).hexdigest()
    report = Report(
        id=digest,
        words=words,
        raw_sha256=digest,
        language=language_of(words),
        encoding=decoded.encoding,
        undecodable=decoded.undecodable,
        **known,
    )
    require_words(report)
    return report


def require_words(report: Report) -> None:
    """SourceError where the words hold no letter of any script."""
    if not _A_LETTER.search(report.words):
        raise SourceError("holds no words", remedy="check that it is the text of a report")


def _require_text(raw: bytes) -> None:
    if not raw.strip():
        raise SourceError("is empty", remedy="check that the text was saved")
    kind = binary_kind(raw, marked=bool(mark_of(raw)[1]))
    if kind:
        raise SourceError(f"is not text but {kind.name}", remedy=kind.remedy)
