"""The day of publication that a report's own byline or dateline tells: "Posted: Tuesday, May 28, 2014"."""

import re

from holdfire.errors import DateError
from holdfire.model.report import Report
from holdfire.sources.published import published_date

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = re.compile(
    rf"\b(?:{_MONTH}\s\d\d?(?:st|nd|rd|th)?,?\s\d{{4}}|\d\d?(?:st|nd|rd|th)?\s{_MONTH},?\s\d{{4}}"
    r"|\d{4}-\d\d-\d\d)\b"
)
_REASONS = frozenset({"byline", "dateline"})


def day_told(words: str) -> str | None:
    """The first whole day in a report's bylines and datelines (EDTF), None where they tell none.

    Days in figures alone, which two countries read in two ways, are not taken, but for ISO 8601.
    """
    from holdfire.reading.text import clean

    for piece in clean(Report(id="", words=words, raw_sha256="")).left_out:
        found = _DAY.search(words, piece.start, piece.end) if piece.reason in _REASONS else None
        if found is not None and (day := _day(found[0])) is not None:
            return day
    return None


def _day(written: str) -> str | None:
    try:
        return published_date(written.replace(".", ""))
    except DateError:
        return None  # "February 30, 2014"
