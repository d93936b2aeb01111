"""Times of day, parts of dates, and stretches from one date to another, in their context."""

import re
from collections.abc import Callable
from datetime import date
from typing import TypeAlias

import msgspec

from holdfire.reading.english.dates import stretch as units
from holdfire.reading.english.dates.context import Context, because
from holdfire.reading.english.dates.meaning import (
    About,
    At,
    Between,
    Clock,
    Daypart,
    Era,
    Hours,
    Meaning,
    Month,
    Part,
    Shifted,
    Year,
)  # fmt: skip
from holdfire.reading.english.dates.stretch import Stretch

_DAY_OF_YEAR = re.compile(r"XXXX-[0-9]{2}-[0-9]{2}")
Resolve: TypeAlias = Callable[[Meaning, Context], Stretch | None]


def written(time: Clock) -> str:
    """Write a time of day as exactly as the words do: T20, T20:15, T20:15:30."""
    minute = f":{time.minute:02}" if time.minute is not None else ""
    return f"T{time.hour:02}{minute}" + (f":{time.second:02}" if time.second is not None else "")


def full(time: Clock) -> str:
    """Write a time of day with its minutes, as EDTF needs them."""
    return written(time) + (":00" if time.minute is None else "")


def clock(meaning: Clock, context: Context) -> Stretch:
    """Put a bare time on the day spoken of, which is an inference."""
    rivals = _other_half(meaning)
    if not context.completing:
        return Stretch(0, 0, "time", full(meaning), written(meaning), "no date is stated", rivals)
    spoken = context.then is not None and context.then.unit in ("day", "time")
    on = units.day(context.base if spoken else context.published)
    reason = f"on the day spoken of, {on.timex}" if spoken else "on the day of publication"
    return msgspec.structs.replace(_on(on, meaning, reason, rivals), timex=written(meaning))


def _on(on: Stretch, time: Clock, reason: str | None, rivals: tuple[str, ...]) -> Stretch:
    edtf = f"{on.edtf}{full(time)}" if on.edtf and on.first else None
    others = tuple(f"{on.edtf}{t}" for t in rivals) if edtf else rivals
    return Stretch(
        on.first, on.last, "time", edtf, f"{on.timex}{written(time)}", reason, others, reason is not None
    )


def _other_half(time: Clock) -> tuple[str, ...]:
    if time.half:
        return ()
    return (full(msgspec.structs.replace(time, hour=(time.hour + 12) % 24)),)


def daypart(meaning: Daypart, context: Context) -> Stretch:
    """Put a part of the day on its day: of publication, or the one spoken of."""
    if not context.published or (meaning.shift is None and not context.complete):
        return Stretch(0, 0, "time", None, meaning.code, "no date is stated")
    spoken = context.then is not None and context.then.unit in ("day", "time")
    told = meaning.origin == "then" or meaning.shift is None
    base = context.base if told and spoken else context.published
    on = units.day(base + (meaning.shift or 0))
    reason = "counted from the day spoken of" if told and spoken else "counted from publication"
    timex = meaning.code if meaning.shift is None else f"{on.timex}{meaning.code}"
    return Stretch(on.first, on.last, "time", on.edtf, timex, reason, inferred=meaning.shift is None)


def at(meaning: At, context: Context, resolve: Resolve) -> Stretch | None:
    """Put a time on its date."""
    if isinstance(meaning.time, About):
        return about(About(At(meaning.date, meaning.time.of)), context, resolve)
    on = resolve(meaning.date, context)
    if on is None:
        return None
    if isinstance(meaning.time, Clock):
        moment = _on(on, meaning.time, on.because, _other_half(meaning.time))
        midnight = (f"{on.edtf}T24:00",) if meaning.time.hour == 0 and on.first else ()
        return msgspec.structs.replace(
            moment, rivals=midnight or moment.rivals or on.rivals, inferred=on.inferred
        )
    if isinstance(meaning.time, Hours):
        return _hours_on(on, meaning.time)
    code = meaning.time.code if isinstance(meaning.time, Daypart) else ""
    return msgspec.structs.replace(on, unit="time", timex=on.timex + code)


def _hours_on(on: Stretch, hours: Hours) -> Stretch | None:
    """Hours of one day, which run into the next where the second comes before the first."""
    start, end = hours.start, hours.end
    if not isinstance(start, Clock) or not isinstance(end, Clock) or on.first != on.last:
        return on
    minutes = _minutes(written(end)) - _minutes(written(start))
    last = units.day(on.first + (minutes < 0)).timex if on.first else on.timex
    timex = f"({on.timex}{written(start)},{last}{written(end)},{clock_length(minutes)})"
    edtf = f"{on.edtf}{full(start)}/{last}{full(end)}" if on.first and on.edtf else None
    return Stretch(on.first, on.last, "time", edtf, timex, on.because, on.rivals, on.inferred)


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
    first, last = _third(of, meaning.part)
    return msgspec.structs.replace(of, edtf=f"{first}~/{last}~")


def _third(of: Stretch, which: str) -> tuple[str, str]:
    """Bounds of a third: of a month 1-10, 11-20, 21-end; of a year four months; of the rest by days."""
    number = ("START", "MID", "END").index(which)
    if of.unit == "year":
        year = of.timex
        return f"{year}-{number * 4 + 1:02}", f"{year}-{number * 4 + 4:02}"
    size = 10 if of.unit == "month" else max((of.last - of.first + 1) // 3, 1)
    first = of.first + size * number
    last = of.last if number == 2 else first + size - 1
    return units.day(first).timex, units.day(last).timex


def about(meaning: About, context: Context, resolve: Resolve) -> Stretch | None:
    """Mark a value as approximate."""
    of = resolve(meaning.of, context)
    if of is None or of.edtf is None or of.edtf.endswith(("~", "..")) or of.edtf.startswith("T"):
        return of
    return msgspec.structs.replace(of, edtf="/".join(f"{end}~" for end in of.edtf.split("/")))


def between(meaning: Between, context: Context, resolve: Resolve) -> Stretch | None:
    """Join two ends; a year that only one of them states holds for both."""
    if meaning.start is None or meaning.end is None:
        return _open(meaning, context, resolve)
    start, end = _share_year(meaning.start, meaning.end)
    b = resolve(end, context)
    a = resolve(start, context)
    if a is None or b is None:
        return None
    if a.first and b.first and b.first < a.first and not _states_year(start):
        year = date.fromordinal(b.first).year
        tries = [resolve(_with_year(start, y), context) for y in (year, year - 1)]
        a = next((t for t in tries if t is not None and 0 < t.first <= b.first), a)
    return _joined(a, b)


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
        minutes = _minutes(b.timex) - _minutes(a.timex) + 1440 * (b.first - a.first)
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


def _minutes(timex: str) -> int:
    hour, _, minute = timex.partition("T")[2].partition(":")
    return int(hour) * 60 + int(minute[:2] or 0)


def clock_length(minutes: int) -> str:
    """Write minutes as an ISO 8601 duration; less than none runs over midnight."""
    hours, rest = divmod(minutes % 1440, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest else "")


def _open(meaning: Between, context: Context, resolve: Resolve) -> Stretch | None:
    end = resolve(meaning.start or meaning.end, context)  # type: ignore[arg-type]
    if end is None or end.edtf is None:
        return end
    edtf = f"{end.edtf.split('/')[0]}/.." if meaning.start is not None else f"../{end.edtf.split('/')[-1]}"
    if edtf in ("/..", "../"):
        return end
    return (
        because(msgspec.structs.replace(end, edtf=edtf), end.because or "")
        if end.because
        else msgspec.structs.replace(end, edtf=edtf)
    )


def _states_year(meaning: Meaning) -> bool:
    if isinstance(meaning, Year | Era | Shifted) or getattr(meaning, "shift", None) is not None:
        return True
    if isinstance(meaning, At):
        return _states_year(meaning.date)
    if isinstance(meaning, Part | About):
        return _states_year(meaning.of)
    return getattr(meaning, "year", 0) is not None or getattr(meaning, "within", None) is not None


def _share_year(start: Meaning, end: Meaning) -> tuple[Meaning, Meaning]:
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
