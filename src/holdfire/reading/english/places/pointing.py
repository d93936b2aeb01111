"""Words that point to a place named before ("in the same area", "there"), or away from it."""

import re

from holdfire.reading.grammar.pattern import any_of

_SITES = (
    "area", "place", "spot", "location", "site", "sector", "district", "village", "town", "camp",
    "neighborhood", "neighbourhood", "checkpoint", "post", "crossing", "gate", "bridge", "stretch",
    "section", "region", "valley", "hill", "hamlet", "road", "field", "island", "beach", "river",
    "point", "position", "city", "quarter", "locality",
)  # fmt: skip
_DONE = (
    "wounded", "shot", "killed", "hit", "hurt", "beaten", "detained", "fired", "died", "gas", "held",
    "stopped", "seized", "again", "arrested",
)  # fmt: skip
_SAME = re.compile(
    rf"\b(?i:in|at|on|near|along|from|of) (?:the|that|this) (?:very )?same (?:[a-z-]+ ){{0,2}}?"
    rf"{any_of(_SITES)}\b"
    rf"|\b{any_of(_DONE)} there\b"
    r"|(?:^|\s)(?:There,? (?!is|are|was|were|has|have|had|will|would|can|could|may|might|must)|Nearby,? )"
    r"|\bat the (?:scene|site|spot)\b|\bon the spot\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:elsewhere|in an?other|separately|in an? (?:separate|similar|earlier|previous)"
    r"|(?:another|similar) (?:incident|case|attack|shooting|village|sector)"
    r"|neighbou?ring|adjacent|farther|further|to the (?:north|south|east|west))\b",
    re.IGNORECASE,
)


def points_to_place(sentence: str) -> bool:
    """Whether a sentence says that what it tells was where the one before was: "at the same checkpoint"."""
    return _SAME.search(sentence) is not None


def is_elsewhere(before: str) -> bool:
    """Whether the words before an act say that it was at another place."""
    return _ELSEWHERE.search(before) is not None
