"""Stretches from one date to another, and those with one end open."""

import re
from collections.abc import Callable
from datetime import date
from typing import TypeAlias

import msgspec

from holdfire.reading.english.dates import stretch as units
from holdfire.reading.english.dates.context import Context
from holdfire.reading.english.dates.meaning import (
    About,
    At,
    Between,
    Day,
    Era,
    Meaning,
    Month,
    Part,
    Shifted,
    Weekday,
    Year,
)
from holdfire.reading.english.dates.moments import clock_length, minutes_of
from holdfire.reading.english.dates.stretch import Stretch

_DAY_OF_YEAR = re.compile(r"XXXX-[0-9]{2}-[0-9]{2}")
Resolve: TypeAlias = Callable[[Meaning, Context], Stretch | None]


def between(meaning: Between, context: Context, resolve: Resolve) -> Stretch | None:
    """Join two ends; a year that only one of them states holds for both."""
    if meaning.start is None or meaning.end is None:
        return _open(meaning, context, resolve)
    start, end = _shared(meaning.start, meaning.end)
    b = resolve(end, context)
    a = resolve(start, context)
    if a is None or b is None:
        return None
    if a.first > b.first > 0:
        a, b = _in_order(start, a, end, b, lambda m: resolve(m, context))
    return _joined(a, b)


def _in_order(
    start: Meaning, a: Stretch, end: Meaning, b: Stretch, resolve: Callable[[Meaning], Stretch | None]
) -> tuple[Stretch, Stretch]:
    """Two ends of which the second came out first: the week or the year of one is another."""
    if isinstance(start, Weekday) and start.within is None:
        return units.day(b.first - (b.first - a.first) % 7), b
    if not _states_year(start):
        year = date.fromordinal(b.first).year
        tries = [resolve(_with_year(start, y)) for y in (year, year - 1)]
        a = next((t for t in tries if t is not None and 0 < t.first <= b.first), a)
    if b.first < a.first and not _states_year(end):
        year = date.fromordinal(a.first).year
        tries = [resolve(_with_year(end, y)) for y in (year, year + 1)]
        b = next((t for t in tries if t is not None and t.first >= a.first), b)
    return a, b


def _joined(a: Stretch, b: Stretch) -> Stretch | None:
    edtf = None
    if a.edtf and b.edtf and (not a.first or not b.first or a.first <= b.last):
        edtf = f"{a.edtf.split('/')[0]}/{b.edtf.split('/')[-1]}"
    reason = a.because or b.because
    first, last = _edge(a), _edge(b)
    timex = f"({first},{last}{_gap(a, b)})"
    return Stretch(a.first, b.last, "range", edtf, timex, reason, inferred=a.inferred or b.inferred)


def _edge(end: Stretch) -> str:
    if end.timex == "PRESENT_REF" and end.first:
        return units.day(end.first).timex
    if end.unit in ("day", "time", "open", "ref") or not end.first:
        return end.timex
    return units.day(end.first).timex


def _gap(a: Stretch, b: Stretch) -> str:
    """The length between two starts, in the ISO form; nothing where it is not known."""
    if "T" in a.timex and "T" in b.timex and a.timex[-1:].isdigit() and b.timex[-1:].isdigit():
        minutes = minutes_of(b.timex) - minutes_of(a.timex) + 1440 * (b.first - a.first)
        return f",{clock_length(minutes)}"
    if not a.first or not b.first:
        return _open_gap(a.timex, b.timex)
    if a.unit == b.unit == "month":
        x, y = date.fromordinal(a.first), date.fromordinal(b.first)
        return f",P{(y.year - x.year) * 12 + y.month - x.month}M"
    if a.unit == b.unit == "year":
        return f",P{date.fromordinal(b.first).year - date.fromordinal(a.first).year}Y"
    return f",P{b.first - a.first}D"


def _open_gap(first: str, last: str) -> str:
    """The length between two dates without a year, in a year of 365 days."""
    if not (_DAY_OF_YEAR.fullmatch(first) and _DAY_OF_YEAR.fullmatch(last)):
        return ""
    try:
        a, b = (
            date.fromisoformat(
                t.replace("XXXX", "2020" if "02-29" in (first[5:], last[5:]) else "2019")
            ).toordinal()
            for t in (first, last)
        )
    except ValueError:
        return ""
    return f",P{(b - a) % 365}D"


def _open(meaning: Between, context: Context, resolve: Resolve) -> Stretch | None:
    end = resolve(meaning.start or meaning.end, context)  # type: ignore[arg-type]
    if end is None or end.edtf is None:
        return end
    edtf = f"{end.edtf.split('/')[0]}/.." if meaning.start is not None else f"../{end.edtf.split('/')[-1]}"
    if edtf in ("/..", "../"):
        return end
    return msgspec.structs.replace(end, edtf=edtf)


def _states_year(meaning: Meaning) -> bool:
    if isinstance(meaning, Year | Era | Shifted) or getattr(meaning, "shift", None) is not None:
        return True
    if isinstance(meaning, At):
        return _states_year(meaning.date)
    if isinstance(meaning, Part | About):
        return _states_year(meaning.of)
    return getattr(meaning, "year", 0) is not None or getattr(meaning, "within", None) is not None


def _shared(start: Meaning, end: Meaning) -> tuple[Meaning, Meaning]:
    """The two ends of a stretch, each with the month and the year that only the other states."""
    if isinstance(start, Day) and isinstance(end, Day) and start.month is None and start.day < end.day:
        start = msgspec.structs.replace(start, month=end.month)
    known = [getattr(m, "year", None) for m in (start, end)]
    if known[0] is None and known[1] is not None and not _states_year(start):
        month = (getattr(start, "month", 0) or 0, getattr(end, "month", 0) or 0)
        return _with_year(start, known[1] - (month[0] > month[1] and isinstance(start, Month))), end
    if known[1] is None and known[0] is not None and not _states_year(end):
        return start, _with_year(end, known[0])
    return start, end


def _with_year(meaning: Meaning, year: int) -> Meaning:
    if "year" in meaning.__struct_fields__:
        return msgspec.structs.replace(meaning, year=year)
    if isinstance(meaning, Part | About):
        return msgspec.structs.replace(meaning, of=_with_year(meaning.of, year))
    return meaning
