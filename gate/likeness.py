"""When what a reader says and what a coder coded count as the same name, days or number."""

import re
from datetime import date

from holdfire.errors import DateError
from holdfire.model.incident import Count
from holdfire.model.moment import DAY
from holdfire.model.period import BEGINNING, END, parse_period

# Words that name nothing by themselves: two names that share only these are not alike.
EMPTY = """
a an the this that these those of in on at to for and or all any each some by from with near along into
his her its their our my who whom which as s it he she they one
"""
EMPTY_WORDS = frozenset(EMPTY.split())
OF_PLACES = "province county district city town village river region area border sector zone post line"
PLACE_WORDS = frozenset(OF_PLACES.split())
HALF = 0.5


def words_of(name: str) -> frozenset[str]:
    """The words of a name that tell something, in small letters, without a plural's s."""
    found = re.findall(r"\w+", name.lower())
    return frozenset(_singular(word) for word in found if word not in EMPTY_WORDS)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def same_name(said: str, coded: str) -> bool:
    """Whether at least half the words of the shorter name are in the other."""
    return _half_shared(words_of(said), words_of(coded))


def same_place(said: str, coded: str) -> bool:
    """Whether they are alike without "province", "river" and the like, where something is left of both."""
    a, b = words_of(said), words_of(coded)
    if a - PLACE_WORDS and b - PLACE_WORDS:
        a, b = a - PLACE_WORDS, b - PLACE_WORDS
    return _half_shared(a, b)


def _half_shared(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and len(a & b) / min(len(a), len(b)) >= HALF


def same_days(said: str, coded: str) -> bool:
    """Whether the days they share are at least half the days of both together."""
    a, b = days(said), days(coded)
    if a is None or b is None:
        return False
    shared = min(a[1], b[1]) - max(a[0], b[0]) + 1
    return shared > 0 and shared / (max(a[1], b[1]) - min(a[0], b[0]) + 1) >= HALF


def days(edtf: str) -> tuple[int, int] | None:
    """The first and last day of an EDTF date, marks of doubt put aside; None where it names no days.

    An open end is taken as no longer than the end that is given. Midnight as the end of a day (24:00)
    belongs to that day and to the next.
    """
    try:
        bounds = parse_period(re.sub(r"[~?%]", "", edtf)).bounds
    except DateError:
        return None
    first, last = bounds.earliest_start, bounds.latest_end
    if first in (BEGINNING, END):
        first = bounds.earliest_end - DAY
    if last in (BEGINNING, END):
        last = bounds.latest_start + DAY
    first -= DAY if "T24:00" in edtf else 0
    if not DAY <= first < last <= (date.max.toordinal() + 1) * DAY:
        return None
    return first // DAY, (last - 1) // DAY


def same_count(said: int | Count, coded: int | Count) -> bool:
    """Whether both ends are the same: "at least three" is neither three nor three to five."""
    return _ends(said) == _ends(coded)


def _ends(count: int | Count) -> tuple[int | None, int | None]:
    return (count, count) if isinstance(count, int) else (count.low, count.high)
