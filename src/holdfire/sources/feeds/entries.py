"""An entry of a feed → its content: adds title, link and date; drops what is in it beside.

Imported only where there is a feed, for it loads the feed parser. The parser is given bytes alone: it would
take a text for an address to open.
"""

import html
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, cast
from urllib.parse import urljoin

import feedparser

from holdfire.errors import SourceError
from holdfire.sources.content import Content
from holdfire.sources.decoding import stated_charset
from holdfire.sources.pages.dates_shown import first_date
from holdfire.sources.pages.main_part import all_words

Entry = dict[str, Any]

_SPACES = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "media": "http://search.yahoo.com/mrss/",
    "atom": "http://www.w3.org/2005/Atom",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
}
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")  # names the charset that the words were in
_DECLARED = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())
_ATOM = f'<feed xmlns="{_SPACES["atom"]}" {_DECLARED}>', "</feed>"
_RSS = f'<rss version="2.0" {_DECLARED}><channel>', "</channel></rss>"


def read_entry(raw: bytes, media_type: str | None) -> Content:
    """Read an entry as it was cut out of its feed: the longest text it carries, whole or in short."""
    entry = _entry(raw, stated_charset(media_type) or "utf-8")
    words = max((_words(each) for each in _texts(entry)), key=len, default="")
    link = entry.get("link")
    if not words.strip():
        raise SourceError(
            "is an entry without content" + (f", only a link to {link}" if link else ""),
            remedy="read the page that it links to" if link else "leave it out",
        )
    return Content(words, title=_title(entry), url=link, published=_published(entry))


def link_of(raw: bytes, charset: str, *, base: str) -> str:
    """The address that an entry links to, `base` where it links to none."""
    return urljoin(base, str(_entry(raw, charset).get("link") or ""))


def feed_title(head: bytes, charset: str) -> str | None:
    """The title of a feed, from what stands before its entries."""
    words = _DECLARATION.sub("", head.decode(charset, "replace")).encode()
    return " ".join(str(_parsed(words).feed.get("title", "")).split()) or None


def _entry(raw: bytes, charset: str) -> Entry:
    """An entry as the parser sees it, in a feed that holds nothing else."""
    before, after = _ATOM if b"entry" in raw[:60].split(b">")[0].split()[0] else _RSS
    words = raw.decode(charset, "replace")
    entries = _parsed(f'<?xml version="1.0" encoding="utf-8"?>{before}{words}{after}'.encode()).entries
    if not entries:
        raise SourceError("is a damaged entry", remedy="get the feed again")
    return cast(Entry, entries[0])


def _parsed(feed: bytes) -> feedparser.FeedParserDict:
    return feedparser.parse(BytesIO(feed), sanitize_html=False, resolve_relative_uris=False)


def _texts(entry: Entry) -> Iterator[dict[str, Any]]:
    yield from entry.get("content", ())
    if "summary" in entry:
        yield entry.get("summary_detail") or {"value": entry["summary"]}


def _words(text: dict[str, Any]) -> str:
    value = str(text.get("value") or "")
    marked = "<" in value or "&" in value
    return all_words(value) if marked and text.get("type") != "text/plain" else value


def _title(entry: Entry) -> str | None:
    return " ".join(html.unescape(str(entry.get("title", ""))).split()) or None


def _published(entry: Entry) -> str | None:
    """The date as the entry writes it: in another zone than its own, it can be another day."""
    return first_date(entry.get(name) for name in ("published", "created", "updated"))
