"""Text without capitals → names of places, where a word next to them says so or the name is plain."""

import re
from collections.abc import Iterator, Sequence

from holdfire.geography.entry import Entry
from holdfire.geography.gazetteer import Gazetteer
from holdfire.geography.naming import fold
from holdfire.geography.resolution import Named
from holdfire.reading.english.places.place_words import KINDS, PlaceWords

WORD = re.compile(r"[^\W\d_][\w'’-]*")
LONGEST = 4
LARGE = 100_000
SIZEABLE = 15_000
BARE = frozenset(
    ["us", "uk", "eu", "san", "santa", "santo", "puerto", "la", "el", "los", "saint", "fort", "new"]
)
"""Beginnings of names, and abbreviations, that without capitals are no names by themselves."""
JOINS = frozenset([", ", " and ", ", and ", " or "])


def find_lower(words: str, gazetteer: Gazetteer, known: PlaceWords) -> list[Named]:
    """The names of places in a text without capitals, in order."""
    return list(scan(words, [(m.start(), m.end()) for m in WORD.finditer(words)], gazetteer, known))


def scan(
    words: str, spans: Sequence[tuple[int, int]], gazetteer: Gazetteer, known: PlaceWords
) -> Iterator[Named]:
    """Names left to right, longest first; a name is looked at where it may begin."""
    at, last = 0, -1
    while at < len(spans):
        start = spans[at][0]
        before = words[spans[at - 1][0] : spans[at - 1][1]] if at else ""
        led = (
            before in known.locative or before in known.loosely or (last >= 0 and words[last:start] in JOINS)
        )
        taken = 0
        for n in range(min(LONGEST, len(spans) - at), 0, -1):
            end = spans[at + n - 1][1]
            name = words[start:end]
            if (name.count(" ") == n - 1 and gazetteer.begins(fold(name.partition(" ")[0]))) or n == 1:
                found = chosen(gazetteer.lookup(name), name, led or kind_after(words, end), known)
                if found:
                    yield Named(start, end, name, found, rule="place.lower_case")
                    taken, last = n, end
                    break
        at += taken or 1


def kind_after(words: str, end: int) -> bool:
    """Whether a word such as "province" stands after a name."""
    m = WORD.search(words, end, end + 16)
    return m is not None and m.start() == end + 1 and m[0] in KINDS


def chosen(found: Sequence[Entry], name: str, led: bool, known: PlaceWords) -> tuple[Entry, ...]:
    """The places that a name may mean, given whether a word next to it says that it is a place."""
    parts = name.lower().split(" ")
    if not found or any(p in known.calendar for p in parts) or name in known.never or name in BARE:
        return ()
    if parts[0] in ("the", "a"):
        found = [e for e in found if e.level not in ("city", "county")]
    if all(p in known.ordinary or p in known.frequent for p in parts) and not (led and len(parts) > 1):
        return ()
    if led and not all(p in known.given for p in parts):
        return tuple(e for e in found if e.population >= SIZEABLE or e.level != "city")
    if led or name not in known.given:
        return tuple(e for e in found if e.level == "country" or (len(parts) > 1 and e.population >= LARGE))
    return ()
