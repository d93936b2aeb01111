"""The dates that a page shows → EDTF of its publication: drops dates that nothing calls that."""

import html
import re
from collections.abc import Iterable
from itertools import islice

from holdfire.errors import DateError
from holdfire.sources.published import published_date

_MOST = 20  # labels that are looked at
_SHOWN = 200_000  # characters of a page that are looked through
_TAGS = re.compile(r"<[^<>]{0,200}>|&nbsp;|\s+")
_LABEL = re.compile(
    r"\b(?:published|posted|date of publication|publication date|first published)\b(?: (?:on|at))?[^\w<]{0,3}"
    r"|(?:기사\s?입력|입력|등록일?|승인|발행일?|게재|게시|작성일?)[^\w<]{0,3}",
    re.IGNORECASE,
)
_NUMBERS = r"\d{4}[-./년] ?\d{1,2}[-./월] ?\d{1,2}[.일]?"
_CLOCK = r"(?: ?(?:\(\w\))? ?(?:오전|오후)?[ T]?\d{1,2}:\d{2}(?::\d{2})?)?"
_ENGLISH = r"[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}"
_DATE = re.compile(rf"\W{{0,6}}((?:[A-Z]\w+,? )?(?:{_NUMBERS}{_CLOCK}|{_ENGLISH}))")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=\D|$)")


def first_date(texts: Iterable[str | None]) -> str | None:
    """The first of the texts that is a date, or begins with one."""
    for text in texts:
        given = html.unescape(text or "")
        begins = _DATE.match(given)
        date = _date(given) or (_date(begins[1]) if begins else None)
        if date:
            return date
    return None


def labelled_date(source: str) -> str | None:
    """The date that stands beside a word for publication."""
    shown = source[:_SHOWN]
    for label in islice(_LABEL.finditer(shown), _MOST):
        beside = _TAGS.sub(" ", shown[label.end() : label.end() + 300])
        found = _DATE.match(beside)
        date = first_date((found[1],)) if found else None
        if date:
            return date
    return None


def date_in_address(url: str | None) -> str | None:
    """The day that an address names, as those of news sites do."""
    found = _IN_ADDRESS.search(url or "")
    return first_date(("-".join(found.groups()),)) if found else None


def _date(text: str) -> str | None:
    try:
        return published_date(text)
    except DateError:
        return None
