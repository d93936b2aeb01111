"""The places of one text as `holdfire find places` prints them."""

from typing import Any
from urllib.parse import urlsplit

from msgspec import to_builtins

from holdfire.geography.entry import Entry
from holdfire.geography.resolution import resolve
from holdfire.reading.english.places.finding import PlaceFinder, shipped_finder
from holdfire.reading.english.places.outlets import country_of, places_of_outlet


def value(entry: Entry | None) -> dict[str, Any] | None:
    """A place as the format of records has it; None where it is unresolved."""
    if entry is None:
        return None
    return {**dict.fromkeys(("name", "lat", "lon", "id")), **to_builtins(entry.place)}


def places_of(
    text: str,
    *,
    url: str | None = None,
    outlet: str | None = None,
    finder: PlaceFinder | None = None,
) -> list[dict[str, Any]]:
    """The places of a text in order: `start`, `end`, `quote`, `value`, `kind` and `rule`.

    `url` and `outlet` weigh for places near the outlet's own; the words of the text outweigh them.
    """
    finder = finder or shipped_finder()
    mentions = finder.find(text)
    host = urlsplit(url).hostname or "" if url else ""
    near = places_of_outlet(host, outlet or "", finder.gazetteer)
    meant = resolve(mentions, outlet=near, country=country_of(host))
    return [
        {
            "start": m.start,
            "end": m.end,
            "quote": text[m.start : m.end],
            "value": value(e),
            "kind": m.kind,
            "rule": m.rule,
        }
        for m, e in zip(mentions, meant, strict=True)
    ]
