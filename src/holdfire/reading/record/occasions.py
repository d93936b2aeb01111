"""What tells one occasion from another on one day: the quarter of a town, the hours, the rounds fired."""

import re

from holdfire.model.grounded import Grounded
from holdfire.reading.english.phrases.counts import NUMBERS
from holdfire.reading.resolving.events import Telling

_QUARTER = re.compile(
    r"\b(?:in|at|from|near|of) (?:the )?((?:[\w'’-]+ ){1,3})"
    r"(?:area|locality|neighbou?rhood|quarter|colony|suburb)\b"
)
_NO_NAME = frozenset({
    "same", "this", "that", "border", "whole", "entire", "their", "his", "its", "other", "another", "some",
    "residential", "rural", "urban", "surrounding", "affected", "sensitive", "of", "in", "and", "a", "an",
})  # fmt: skip
_COUNTED = frozenset({
    "round", "rounds", "shot", "shots", "bullet", "bullets", "shell", "shells", "rocket", "rockets",
    "mortars", "grenade", "grenades", "missiles",
})  # fmt: skip
_REACH, _WORDS = 24, 4
"""How far before the word for what was fired its number may stand."""
_PARTS = (
    ("midnight", (22, 30)), ("pre-dawn", (0, 8)), ("predawn", (0, 8)), ("dawn", (3, 9)),
    ("night", (18, 31)), ("morning", (0, 13)), ("afternoon", (11, 19)), ("noon", (10, 15)),
    ("evening", (16, 24)), ("dusk", (16, 22)),
)  # fmt: skip
_DAY = 24
Hours = tuple[int, int]


def quarters(telling: Telling, words: str) -> set[str]:
    """The parts of a town that the words of a telling name: "in the Tekri area"."""
    said = telling.deed.span.of(words).lower()
    found = (tuple(name.split()) for name in _QUARTER.findall(said))
    return {" ".join(name) for name in found if _NO_NAME.isdisjoint(name)}


def rounds(telling: Telling, words: str) -> int | None:
    """How many rounds or shells a telling has fired: "fired nine rounds"."""
    span = telling.deed.means_span
    if span is None or span.of(words).lower().rpartition(" ")[2] not in _COUNTED:
        return None
    before = words[max(telling.deed.span.start, span.start - _REACH) : span.end].lower().split()
    numbers = (w.replace(",", "") for w in reversed(before[-_WORDS:]))
    return next((int(n) if n.isdigit() else NUMBERS[n] for n in numbers if n.isdigit() or n in NUMBERS), None)


def hours(date: Grounded[str] | None, time: Grounded[str] | None) -> Hours | None:
    """The hours of a day within which an act was, as its words have them: "on Tuesday morning", "at 3 am"."""
    clock = time.value[:2] if time is not None else ""
    if clock.isdigit():
        return int(clock), int(clock) + 1
    said = date.quote.lower() if date is not None and date.basis != "inferred" else ""
    return next((span for word, span in _PARTS if word in said), None)


def hours_apart(a: Hours | None, b: Hours | None) -> bool:
    """Whether two stretches of hours share none, the night reaching into the next morning."""
    if a is None or b is None:
        return False
    return not any(max(a[0], b[0] + shift) < min(a[1], b[1] + shift) for shift in (-_DAY, 0, _DAY))
