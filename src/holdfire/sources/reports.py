"""A capture → Report: adds hash, words, charset and language; drops what of a page is not its main part."""

import hashlib
import re
from pathlib import Path

from holdfire.errors import HoldfireError, SourceError
from holdfire.model.capture import UNTOLD, Capture, Told
from holdfire.model.report import Report
from holdfire.sources.bylines import day_told
from holdfire.sources.captures import captures
from holdfire.sources.forms import open_capture
from holdfire.sources.languages import language_of
from holdfire.sources.published import published_date

_A_LETTER = re.compile(r"[^\W\d_]")


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


def report_of(capture: Capture, told: Told = UNTOLD, *, careful: bool = False) -> Report:
    """The report that a capture holds; what the user tells of it goes before what it says of itself.

    So does what a table told of it; what a feed says of its entry comes last. `careful` takes ten times as
    long over which part of a page is the report. SourceError, with the place of the capture, where it holds
    no report.
    """
    try:
        report = _report_of(capture, told, careful=careful)
        require_words(report)
    except HoldfireError as error:
        where = f"{capture.where}, {error.where}" if error.where else capture.where
        raise type(error)(error.problem, where=where, remedy=error.remedy) from None
    return report


def _report_of(capture: Capture, told: Told, *, careful: bool) -> Report:
    content, encoding, undecodable = open_capture(capture, careful=careful)
    known = told if capture.way == "feed" else told.before(capture.told)
    digest = hashlib.sha256(capture.raw).hexdigest()
    return Report(
        id=digest,
        words=content.words,
        raw_sha256=digest,
        title=known.title or content.title or capture.told.title,
        outlet=known.outlet or content.outlet or capture.told.outlet,
        url=known.url or content.url or capture.url,
        published=known.published or content.published or capture.told.published or day_told(content.words),
        language=language_of(content.words),
        encoding=encoding,
        undecodable=undecodable,
        created=content.created,
        pages=content.pages,
        faults=(*capture.faults, *content.faults),
    )


def require_words(report: Report) -> None:
    """SourceError where the words hold no letter of any script."""
    if not _A_LETTER.search(report.words):
        raise SourceError("holds no words", remedy="check that it is the text of a report")
