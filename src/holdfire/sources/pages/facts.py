"""An HTML page → what it says of itself: title, outlet, address, date; drops what no one can rely on.

Said in this order of trust: <meta>, linked data (JSON-LD), <time>, words beside "published" or 입력, the
address. All searches are bounded, so that a page made to be slow is not.
"""

import html
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple
from urllib.parse import urlsplit

from holdfire.sources.pages.dates_shown import date_in_address, first_date, labelled_date
from holdfire.sources.pages.linked_data import NOTHING, Linked, linked_data

_HEAD = 400_000  # characters within which a page says what it is
_MOST = 500  # <meta> and <link> that are looked at
_TAG = re.compile(r"<(?:meta|link|META|LINK)\s[^<>]{1,2000}>")  # twice as fast as one without regard to case
_NAME = re.compile(r"""\b(?:property|name|itemprop|rel)\s*=\s*["']?([^"'>\s]{1,60})""", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([a-zA-Z:_-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{1,1000})", re.IGNORECASE)
_TIME = re.compile(r"""<time\s[^>]{0,300}?datetime\s*=\s*["']?([^"'>]{4,40})""", re.IGNORECASE)

_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publishdate",
    "publish-date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "sailthru.date",
    "parsely-pub-date", "article.published", "publication_date", "cxenseparse:recs:publishtime",
    "article:published", "og:regdate", "dd:published_time", "citation_publication_date",
)  # fmt: skip
_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher", "article:media_name")
_CANONICAL = "canonical"
_KNOWN = frozenset({*_DATES, *_TITLES, *_OUTLETS, _CANONICAL, "og:url"})


class Facts(NamedTuple):
    """What a page says of itself; `published` is EDTF."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None


def facts_of(source: str, *, url: str | None = None) -> Facts:
    """What a page that was got from `url` says of itself."""
    head = source[:_HEAD]
    told = _told(head)
    linked = linked_data(source) if "ld+json" in source else NOTHING
    address = _address(told, url)
    outlet = _first(told, _OUTLETS) or linked.publisher or host_of(address)
    return Facts(
        title=_first(told, _TITLES) or linked.headline or _title(head, outlet),
        outlet=outlet,
        url=address,
        published=_published(told, linked, source, address),
    )


def host_of(url: str | None) -> str | None:
    """The site that an address names, without its www."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _told(head: str) -> dict[str, str]:
    """The first content that <meta> gives for each name that we know, and the canonical address."""
    told: dict[str, str] = {}
    for found in islice(_TAG.finditer(head), _MOST):
        named = _NAME.search(found[0])
        name = named[1].lower() if named else ""
        if name in _KNOWN and name not in told:
            attributes = {
                key.lower(): one or two or bare for key, one, two, bare in _ATTRIBUTE.findall(found[0])
            }
            content = attributes.get("href" if name == _CANONICAL else "content")
            if content:
                told[name] = content
    return told


def _address(told: dict[str, str], url: str | None) -> str | None:
    """The page's own name for itself, where that is a whole address, else where it was got."""
    named = (_clean(told.get(name)) for name in (_CANONICAL, "og:url"))
    return next((each for each in named if each and each.startswith(("http://", "https://"))), url)


def _title(head: str, outlet: str | None) -> str | None:
    found = _TITLE.search(head)
    title = _clean(found[1]) if found else None
    for sign in ("|", "-", "–", "—", ":"):
        title = title.removesuffix(f" {sign} {outlet}") if title and outlet else title
    return title


def _published(told: dict[str, str], linked: Linked, source: str, address: str | None) -> str | None:
    return (
        first_date(told[name] for name in _DATES if name in told)
        or first_date((linked.published,))
        or first_date(_times(source))
        or labelled_date(source)
        or date_in_address(address)
    )


def _times(source: str) -> Iterator[str]:
    return (found[1] for found in islice(_TIME.finditer(source[:_HEAD]), 3))


def _first(told: dict[str, str], names: Iterable[str]) -> str | None:
    return next((clean for name in names if (clean := _clean(told.get(name)))), None)


def _clean(text: str | None) -> str | None:
    return " ".join(html.unescape(text).split()) or None if text else None
