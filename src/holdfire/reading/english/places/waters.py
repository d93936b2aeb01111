"""Names with "the" before them → rivers: those that gazetteers have, and those that are crossed."""

import re

from holdfire.geography.gazetteer import Gazetteer
from holdfire.reading.english.places.runs import Hit

_BY = re.compile(
    r"\b(?:on|across|over|into|in|along|of|from|near|at|beside|by|cross(?:ed|ing|es)?|ford(?:ed|ing)?|sw[aiu]m"
    r"|swimming) the $"
)
_CROSSED = re.compile(
    r"\b(?:across|back over|into|along|cross(?:ed|ing|es)?|ford(?:ed|ing)?|sw[aiu]m|banks? of|bridges? over"
    r"|waters of) the $"
)
_AFTER = re.compile(
    r"(?:[.,;:)”\"]|$|\s+(?:on|in|at|near|and|to|from|by|with|after|before|where|when|which|as|had|was|were|who|or"
    r"|during|last|this|between|under|while|since|into|towards?|for|that|is|are|said|says|a|an|the|early|late"
    r"|yesterday)\b)"
)
_REACH = 20


def river_at(words: str, start: int, run: str, gazetteer: Gazetteer) -> Hit | None:
    """The river that a name with "the" before it stands for: "on the Evros", not "the Ohio governor"."""
    if " " in run or _BY.search(words, max(0, start - _REACH), start) is None:
        return None
    end = start + len(run)
    known = (*gazetteer.lookup(f"{run} River"), *gazetteer.lookup(run))
    rivers = tuple(dict.fromkeys(e for e in known if e.level == "river"))
    if not rivers or _AFTER.match(words, end) is None:
        return None
    return Hit(0, len(run), run, rivers, "place", rule="place.river")


def is_crossed(words: str, start: int, end: int) -> bool:
    """Whether a name stands where a river does: "across the Moei", "on the bank of the Korana"."""
    before = _CROSSED.search(words, max(0, start - _REACH), start)
    return before is not None and _AFTER.match(words, end) is not None
