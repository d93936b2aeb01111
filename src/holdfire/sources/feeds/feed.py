"""A feed (RSS, Atom) → a capture of each entry: adds its place in the feed; drops nothing of an entry.

An entry is cut out of the feed to the byte, so that a damaged one harms no other, and so that the same entry
is the same capture when the feed is got again.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import structs

from holdfire.errors import SourceError
from holdfire.model.capture import Capture, Told, Within, place
from holdfire.sources.decoding import decode, stated_charset
from holdfire.sources.feeds.entries import feed_title, link_of
from holdfire.sources.limits import ENTRIES

_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})""")
_TAG = re.compile(rb"<!\[CDATA\[|<!--|<(/?)(?:[\w.-]{1,40}:)?(item|entry)(?=[\s>])")
_CLOSINGS = {b"<![CDATA[": b"]]>", b"<!--": b"-->"}


class _Part(NamedTuple):
    """Where an entry stands in the bytes of its feed; `whole` is False for one that is cut off."""

    start: int
    end: int
    whole: bool


def captures_in_feed(feed: Capture) -> Iterator[Capture | SourceError]:
    """The entries of a feed in their order; SourceErrors where one is cut off or there is none."""
    raw, charset, moved = _in_bytes(feed)
    parts = _parts(raw)
    outlet = feed_title(raw[: parts[0].start] if parts else raw, charset)
    if not parts:
        yield SourceError("is a feed without entries", where=feed.where, remedy="name the page itself")
    for part in parts[:ENTRIES]:
        offset = None if moved else part.start
        within = Within(feed.origin, offset=offset, length=part.end - part.start, outer=feed.within)
        if not part.whole:
            yield SourceError("the last entry is cut off", where=place(within), remedy="get the feed again")
            continue
        entry = raw[part.start : part.end]
        yield structs.replace(
            feed,
            raw=entry,
            origin=link_of(entry, charset, base=feed.origin),
            way="feed",
            media_type=f"application/xml; charset={charset}",
            within=within,
            told=Told(outlet=outlet),
        )
    if len(parts) > ENTRIES:
        yield SourceError(f"holds more than {ENTRIES:,} entries", where=feed.where, remedy="split the feed")


def _in_bytes(feed: Capture) -> tuple[bytes, str, bool]:
    """The bytes of a feed in a charset that writes tags in ASCII, and whether they had to be changed."""
    told = _DECLARED.search(feed.raw[:1000])
    declared = (told[1].decode() if told else None, stated_charset(feed.media_type))
    words, encoding, _ = decode(feed.raw, declared=declared)
    if encoding.startswith(("utf-16", "utf-32")):
        return words.encode(), "utf-8", True
    return feed.raw, encoding, False


def _parts(raw: bytes) -> list[_Part]:
    """The entries, as they follow one another; what stands in comments and quoted text is no tag."""
    parts: list[_Part] = []
    start, at = None, 0
    while found := _TAG.search(raw, at):
        at = found.end()
        if found[0] in _CLOSINGS:
            closing = _CLOSINGS[found[0]]
            end = raw.find(closing, at)
            at = end + len(closing) if end >= 0 else len(raw)
        elif not found[1]:
            start = found.start() if start is None else start
        elif start is not None:
            end = raw.find(b">", at) + 1 or len(raw)
            parts.append(_Part(start, end, whole=True))
            start = None
    return parts if start is None else [*parts, _Part(start, len(raw), whole=False)]
