"""A stretch of border in words: "along the Tumen River from Hoeryong to Musan – and on to Hujang"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from holdfire.model.place import Area, Place
from holdfire.model.span import Span

_FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?(?:\w+\s+of\s+)?$", re.IGNORECASE)
_TO = re.compile(r"\b(?:to|through|until|as far as|up to|and)\s+(?:the\s+)?(?:\w+\s+of\s+)?$", re.IGNORECASE)
_ALONG = re.compile(r"\b(?:along|on|by)\s+(?:the\s+)?$", re.IGNORECASE)
GAP = 60
LINES = frozenset({"river", "line"})

PlaceAt = tuple[Span, Place]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A corridor in words: its area without a geometry, its words, and its places by their numbers."""

    area: Area
    span: Span
    start: int
    via: tuple[int, ...]
    end: int


def find_corridor(words: str, places: Sequence[PlaceAt]) -> Stretch | None:
    """The corridor that the places of one sentence make; None where there is none."""
    for n, (span, place) in enumerate(places):
        if place.level in LINES or not _FROM.search(words[max(0, span.start - 30) : span.start]):
            continue
        ends = _ends(words, places, n)
        if ends:
            return _area(words, places, n, ends)
    return None


def _ends(words: str, places: Sequence[PlaceAt], first: int) -> list[int]:
    """The places that the words lead on to, one after the other."""
    ends: list[int] = []
    last = places[first][0].end
    for n in range(first + 1, len(places)):
        span, place = places[n]
        if span.start - last > GAP or place.level in LINES:
            break
        if _TO.search(words[last : span.start]) and place.level != "province":
            ends.append(n)
        elif place.level == "province":
            break
        last = span.end
    return ends


def _area(words: str, places: Sequence[PlaceAt], first: int, ends: list[int]) -> Stretch:
    along = next(
        (
            (span, place)
            for span, place in places
            if place.level in LINES and _ALONG.search(words[max(0, span.start - 20) : span.start])
        ),
        None,
    )
    start = places[first][0].start
    if along is not None and abs(start - along[0].end) < GAP:
        start = min(start, along[0].start)
    area = Area(
        kind="corridor",
        along=along[1].name if along is not None else None,
        from_=places[first][1].name,
        to=places[ends[-1]][1].name,
        via=tuple(places[n][1].name for n in ends[:-1]),
    )
    return Stretch(area, Span(start, places[ends[-1]][0].end), first, tuple(ends[:-1]), ends[-1])
