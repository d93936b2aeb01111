"""Towns that speak: capitals, where governments do, and those that stand before the word for their police."""

import re
from functools import cache

from holdfire.geography.naming import fold
from holdfire.reading.english.places.lists import listed

_POLICE = re.compile(
    r"(?:\s+(?:City|County|Metropolitan|Metro))?\s+(?:[Pp]olice|[Ss]heriff|POLICE|PD)\b(?! [Aa]cademy)"
)


def is_of_police(words: str, end: int) -> bool:
    """Whether a name that ends at an offset is followed by a word for police ("Boscobel police")."""
    return _POLICE.match(words, end) is not None


def is_capital(name: str) -> bool:
    """Whether a town is one where a government sits, so that a dateline of it says nothing of an act."""
    return fold(name) in _capitals()


@cache
def _capitals() -> frozenset[str]:
    return frozenset(fold(line) for line in listed("capitals.txt") if line[:1] != "#")
