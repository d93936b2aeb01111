"""Words → the border that they name by one of its countries: "the border with China"."""

import re
from collections.abc import Iterator

from holdfire.geography.entry import Entry
from holdfire.geography.gazetteer import Gazetteer
from holdfire.model.span import Span
from holdfire.reading.english.places.borders import ANY_EDGE, EDGE, NAME, country
from holdfire.reading.english.places.place_words import place_words

WITH = re.compile(rf"\b{EDGE} with ({NAME})")
ITS = re.compile(rf"\b({NAME})(?:'s|’s)? {EDGE}\b")


def find_neighbours(words: str, *, gazetteer: Gazetteer) -> Iterator[tuple[Span, Entry]]:
    """Each border that is named by one country, and that country; which side speaks is not told."""
    if ANY_EDGE.search(words) is None:
        return
    known = place_words()
    for pattern in (WITH, ITS):
        for found in pattern.finditer(words):
            named = country(found[1], gazetteer, known)
            if named is not None:
                yield Span(found.start(), found.end()), named
