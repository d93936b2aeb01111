"""How wide a strip is: "one to two kilometers", "1-2 km", "within a kilometer of the border"."""

import re
from collections.abc import Iterator

from holdfire.model.place import Width
from holdfire.model.span import Span
from holdfire.reading.english.phrases.noun_phrases import NUMBERS

_NUMBER = (
    r"(?:\d+(?:[.,]\d+)?|"
    + "|".join(sorted((n for n in NUMBERS if n.isalpha()), key=len, reverse=True))
    + r"|an?|half a)"
)
_UNIT = r"(?P<unit>kilomet(?:er|re)s?|km|k\.m\.|met(?:er|re)s?|m|miles?|mi|yards?|feet|ft)"
WIDTH = re.compile(
    rf"\b(?P<low>{_NUMBER})(?:[ -]?(?:to|or|–|—|-)[ -]?(?P<high>{_NUMBER}))?[ -]?{_UNIT}(?![\w])",
    re.IGNORECASE,
)
KILOMETRES = {"k": 1.0, "m": 0.001, "mi": 1.609344, "y": 0.0009144, "f": 0.0003048}


def find_widths(words: str, span: Span) -> Iterator[tuple[Span, Width]]:
    """The lengths in a stretch of text, in kilometres, with their words."""
    for match in WIDTH.finditer(words, span.start, span.end):
        unit = match["unit"].lower()
        scale = KILOMETRES["mi" if unit.startswith("mi") else unit[0]]
        low = _number(match["low"]) * scale
        high = _number(match["high"]) * scale if match["high"] else low
        yield Span(*match.span()), Width(low=round(low, 4), high=round(high, 4))


def _number(word: str) -> float:
    word = word.lower()
    if word in ("a", "an"):
        return 1.0
    if word == "half a":
        return 0.5
    return float(NUMBERS[word]) if word in NUMBERS else float(word.replace(",", "."))
