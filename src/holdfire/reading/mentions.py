"""Text → mentions: adds the dates and places that the words name; drops nothing.

Dates are found without a reference date, which `resolving` brings; places are looked up and told apart here,
for that takes all of a text's names together.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

import msgspec

from holdfire.geography.entry import Entry, unresolved
from holdfire.geography.resolution import resolve
from holdfire.model.place import Place
from holdfire.model.report import Report
from holdfire.model.span import Span
from holdfire.model.text import Text
from holdfire.reading.english.dates import DateMention, find_dates
from holdfire.reading.english.places.borders import find_borders
from holdfire.reading.english.places.finding import PlaceFinder
from holdfire.reading.english.places.outlets import country_of, places_of_outlet


class PlaceMention(msgspec.Struct, frozen=True):
    """A place that the words name, resolved or not; `candidates` are all places of the name."""

    span: Span
    place: Place
    rule: str
    entry: Entry | None = None
    candidates: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Mentions:
    """What the words of a text name, in the order of the words; captions have their own."""

    dates: tuple[DateMention, ...]
    places: tuple[PlaceMention, ...]
    caption_dates: tuple[DateMention, ...] = ()
    caption_places: tuple[PlaceMention, ...] = ()


def find(report: Report, text: Text, finder: PlaceFinder) -> Mentions:
    """The mentions in a report's own paragraphs and in its captions."""
    skipped = [x.span for x in text.left_out if x.reason != "dateline" and x.span not in text.captions]
    borders = list(_borders(text.words, finder))
    named = (
        p
        for p in _places(report, text.words, finder, skipped)
        if not _in_any(p.span, [b.span for b in borders])
    )
    places = sorted([*borders, *named], key=lambda p: p.span)
    return Mentions(
        dates=find_dates(text.words, text.paragraphs),
        places=tuple(p for p in places if not _in_any(p.span, text.captions)),
        caption_dates=find_dates(text.words, text.captions) if text.captions else (),
        caption_places=tuple(p for p in places if _in_any(p.span, text.captions)),
    )


def _in_any(span: Span, spans: Iterable[Span]) -> bool:
    return any(s.contains(span) for s in spans)


def _places(
    report: Report, words: str, finder: PlaceFinder, skipped: Sequence[Span]
) -> Iterator[PlaceMention]:
    named = finder.find(words, skip=skipped)
    host = urlsplit(report.url).hostname or "" if report.url else ""
    near = places_of_outlet(host, report.outlet or "", finder.gazetteer)
    meant = resolve(named, outlet=near, country=country_of(host))
    for one, entry in zip(named, meant, strict=True):
        if one.kind == "place":
            place = entry.place if entry is not None else unresolved(one.name)
            yield PlaceMention(Span(one.start, one.end), place, one.rule, entry, one.candidates)


def _borders(words: str, finder: PlaceFinder) -> Iterator[PlaceMention]:
    """Borders named by their two countries ("the China-North Korea border")."""
    for one in find_borders(words, gazetteer=finder.gazetteer):
        entry = one.candidates[0]
        yield PlaceMention(Span(one.start, one.end), entry.place, one.rule, entry)
