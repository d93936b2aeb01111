"""Words → the border that they name, such as "the border between India and Pakistan"."""

import re
from collections.abc import Iterator

from holdfire.geography.entry import Entry
from holdfire.geography.gazetteer import Gazetteer
from holdfire.geography.lines import pair_of
from holdfire.geography.resolution import Named
from holdfire.reading.english.places.place_words import PlaceWords, place_words

NAME = r"[A-Z][\w.]*(?: [A-Z][\w.]*)?"
EDGE = r"(?:border(?:line)?|frontier|boundary)"
ANY_EDGE = re.compile(EDGE)
JOINED = re.compile(rf"(?!(?:The|A|An) )({NAME})[-–/]({NAME}) {EDGE}\b")
BETWEEN = re.compile(rf"{EDGE} between ({NAME}) and ({NAME})")
SHARED = re.compile(rf"({NAME})(?:'s|’s)? {EDGE} with ({NAME})")
PREFIXES = {"Sino": "CN", "Indo": "IN", "Pak": "PK", "Russo": "RU", "Turco": "TR", "Greco": "GR"}


def country(name: str, gazetteer: Gazetteer, words: PlaceWords) -> Entry | None:
    """The country that a name, an adjective or a prefix means; a word before it ("The") is passed over."""
    for said in dict.fromkeys((name, name.rpartition(" ")[2])):
        code = words.demonyms.get(said) or PREFIXES.get(said)
        found = (gazetteer.by_code(code),) if code else gazetteer.lookup(said)
        whole = next((e for e in found if e and e.level == "country"), None)
        if whole:
            return whole
    return None


def border(first: Entry, second: Entry) -> Entry:
    """The border of two countries as a place: a line, so precision 5."""
    pair = pair_of(first.id, second.id)
    names = sorted((first.name, second.name))
    return Entry(
        f"LINE-{pair}",
        f"{names[0]}-{names[1]} border",
        "line",
        None,
        None,
        pair.replace("-", "/"),
        source="Holdfire",
    )


def find_borders(words: str, *, gazetteer: Gazetteer) -> Iterator[Named]:
    """Every border named by its two countries."""
    if ANY_EDGE.search(words) is None:
        return
    known = place_words()
    for pattern in (JOINED, BETWEEN, SHARED):
        for m in pattern.finditer(words):
            first, second = country(m[1], gazetteer, known), country(m[2], gazetteer, known)
            if first and second and first.id != second.id:
                yield Named(m.start(), m.end(), m[0], (border(first, second),), rule="place.border")
