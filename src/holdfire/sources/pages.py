"""An HTML page → its main words: adds the title, date and outlet it gives; drops all else on the page.

Imported only where there is a page, for it loads the HTML parser.
"""

import html
import re
from typing import NamedTuple

from resiliparse.extract.html2text import extract_plain_text

from holdfire.errors import DateError
from holdfire.sources.published import published_date

_META = re.compile(r"<meta\s[^>]{1,2000}>", re.IGNORECASE)
_LINK = re.compile(r"<link\s[^>]{1,1000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([a-zA-Z:_-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_TITLE = re.compile(r"<title[^>]*>([^<]{1,1000})", re.IGNORECASE)
_TIME = re.compile(r"""<time\s[^>]*?datetime\s*=\s*["']?([^"'>]{4,40})""", re.IGNORECASE)
_LINKED_DATA = re.compile(
    r"""<script[^>]{0,200}application/ld\+json[^>]{0,200}>(.{1,100000}?)</script""", re.IGNORECASE | re.DOTALL
)
_PUBLISHED_IN_DATA = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_PUBLISHER_IN_DATA = re.compile(r'"publisher"\s*:\s*\{[^{}]{0,500}?"name"\s*:\s*"([^"]{1,200})"')
_HEADLINE_IN_DATA = re.compile(r'"headline"\s*:\s*"((?:[^"\\]|\\.){1,500})"')

_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publishdate",
    "publish-date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "sailthru.date",
    "parsely-pub-date", "article.published", "publication_date", "cxenseparse:recs:publishtime",
)  # fmt: skip
_TITLE_NAMES = ("og:title", "twitter:title", "dc.title", "parsely-title")
_OUTLET_NAMES = ("og:site_name", "application-name", "dc.publisher", "publisher")


class Page(NamedTuple):
    """The main words of a page and what it says of itself; `published` is EDTF."""

    words: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None


def read_page(source: str) -> Page:
    """Read decoded HTML. Where no part stands out as the main one, all visible words are taken."""
    words = main_words(source)
    told = _meta(source)
    data = " ".join(_LINKED_DATA.findall(source))
    return Page(
        words,
        title=_first(told, _TITLE_NAMES)
        or _clean(_found(_TITLE, source))
        or _clean(_found(_HEADLINE_IN_DATA, data)),
        published=_published(told, data, source),
        outlet=_first(told, _OUTLET_NAMES) or _clean(_found(_PUBLISHER_IN_DATA, data)),
        url=_first(told, ("og:url",)) or _canonical(source),
    )


def main_words(source: str) -> str:
    """The words of the page's main part, a blank line between paragraphs."""
    words = _extract(source, main=True)
    return words if sum(map(str.isalpha, words[:400])) >= 40 else _extract(source, main=False)


def _extract(source: str, *, main: bool) -> str:
    words = extract_plain_text(
        source, main_content=main, alt_texts=False, links=False, list_bullets=False, comments=False
    )
    return str(words)


def _meta(source: str) -> dict[str, str]:
    """The first content that <meta> gives for each name, names in lower case."""
    told: dict[str, str] = {}
    for tag in _META.findall(source):
        attributes = _attributes(tag)
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if name and attributes.get("content"):
            told.setdefault(name.lower(), attributes["content"])
    return told


def _attributes(tag: str) -> dict[str, str]:
    return {name.lower(): one or two or bare for name, one, two, bare in _ATTRIBUTE.findall(tag)}


def _canonical(source: str) -> str | None:
    for tag in _LINK.findall(source):
        attributes = _attributes(tag)
        if attributes.get("rel", "").lower() == "canonical":
            return _clean(attributes.get("href"))
    return None


def _published(told: dict[str, str], data: str, source: str) -> str | None:
    """The first of the page's statements about its date that is a date: <meta>, JSON-LD, <time>."""
    said = [told[name] for name in _DATE_NAMES if name in told]
    for text in (*said, _found(_PUBLISHED_IN_DATA, data), _found(_TIME, source)):
        try:
            return published_date(html.unescape(text or ""))
        except DateError:
            continue
    return None


def _found(pattern: re.Pattern[str], source: str) -> str | None:
    found = pattern.search(source)
    return found[1] if found else None


def _first(told: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((clean for name in names if (clean := _clean(told.get(name)))), None)


def _clean(text: str | None) -> str | None:
    return " ".join(html.unescape(text).split()) or None if text else None
