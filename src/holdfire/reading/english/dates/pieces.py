"""Parts of dates, what is about them, and what lies beside a time of day."""

from collections.abc import Callable
from typing import TypeAlias

import msgspec

from holdfire.reading.english.dates import stretch as units
from holdfire.reading.english.dates.context import Context, because
from holdfire.reading.english.dates.meaning import (
    About,
    Beside,
    Meaning,
    Part,
)
from holdfire.reading.english.dates.stretch import Stretch

Resolve: TypeAlias = Callable[[Meaning, Context], Stretch | None]


def part(meaning: Part, context: Context, resolve: Resolve) -> Stretch | None:
    """Narrow a unit to its beginning, middle or end; the value keeps its TIMEX3 name."""
    of = resolve(meaning.of, context)
    if of is not None and of.unit == "day" and meaning.edge and meaning.part == "END":
        edtf = f"{of.edtf}T23:59:59" if of.first and of.edtf else None
        return msgspec.structs.replace(of, edtf=edtf, timex=f"{of.timex}T23:59:59")
    if of is None or not of.first or of.first == of.last:
        return of
    if meaning.side and of.first <= context.published <= of.last:
        now = units.day(context.published).timex
        first, last = units.day(of.first).timex, units.day(of.last).timex
        return msgspec.structs.replace(of, edtf=f"{first}/{now}" if meaning.side < 0 else f"{now}/{last}")
    if meaning.days is not None or meaning.shares == 2:
        return _counted_part(of, meaning)
    first, last = _third(of, meaning.part)
    return msgspec.structs.replace(of, edtf=f"{first}~/{last}~")


def _third(of: Stretch, which: str) -> tuple[str, str]:
    """Bounds of a third: of a month 1-10, 11-20, 21-end; of a year four months; of the rest by days."""
    number = ("START", "MID", "END").index(which)
    if of.unit == "year":
        year = of.timex
        return f"{year}-{number * 4 + 1:02}", f"{year}-{number * 4 + 4:02}"
    if of.unit in ("decade", "century"):
        span = (of.edtf or "").count("X")
        low, high = ((0, 3), (4, 6), (7, 9))[number]
        fill = "9" * (span - 1)
        return f"{of.timex}{low}{fill.replace('9', '0')}", f"{of.timex}{high}{fill}"
    size = 10 if of.unit == "month" else max((of.last - of.first + 1) // 3, 1)
    first = of.first + size * number
    last = of.last if number == 2 else first + size - 1
    return units.day(first).timex, units.day(last).timex


def _counted_part(of: Stretch, meaning: Part) -> Stretch:
    """So many days from the start or the end, or a half: of a month its first 15 days, or the rest."""
    size = meaning.days or (15 if of.unit == "month" else (of.last - of.first + 1) // 2)
    if meaning.part == "START":
        first, last = of.first, min(of.first + size - 1, of.last)
    else:
        first, last = (of.last - size + 1 if meaning.days else of.first + size), of.last
    if first == last:
        return because(units.day(first), of.because)
    return because(units.days(max(first, of.first), last, "range", of.timex), of.because)


def about(meaning: About, context: Context, resolve: Resolve) -> Stretch | None:
    """Mark a value as approximate."""
    of = resolve(meaning.of, context)
    if of is None or of.edtf is None or of.edtf.endswith(("~", "..")) or of.edtf.startswith("T"):
        return of
    return msgspec.structs.replace(of, edtf="/".join(f"{end}~" for end in of.edtf.split("/")))


def beside(meaning: Beside, context: Context, resolve: Resolve) -> Stretch | None:
    """Bound what lies before or after a time of day by its day."""
    of = resolve(meaning.of, context)
    if of is None or of.edtf is None or not of.first or "/" in of.edtf:
        return of
    day = units.day(of.first).timex
    edtf = f"{day}T00:00/{of.edtf}" if meaning.side < 0 else f"{of.edtf}/{day}T23:59"
    return msgspec.structs.replace(of, edtf=edtf, rivals=())
