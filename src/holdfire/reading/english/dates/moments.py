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
    Beside,
    Between,
    Clock,
    Day,
    Daypart,
    Era,
    Hours,
    Meaning,
    Month,
    Part,
    Shifted,
    Weekday,
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
    eve = (units.day(on.first - 1).timex,) if meaning.shift is None and meaning.code == "TNI" else ()
    return Stretch(on.first, on.last, "time", on.edtf, timex, reason, eve, inferred=meaning.shift is None)


def at(meaning: At, context: Context, resolve: Resolve) -> Stretch | None:
    """Put a time on its date; in TIMEX3 a time by the clock leaves open what the words leave open."""
    if isinstance(meaning.time, About):
        return about(About(At(meaning.date, meaning.time.of)), context, resolve)
    on = resolve(meaning.date, context)
    if on is None:
        return None
    if isinstance(meaning.time, Daypart):
        name = units.day(on.first).timex if on.unit == "range" and on.first else on.timex
        return msgspec.structs.replace(on, unit="time", timex=name + meaning.time.code)
    said = on
    if on.because and context.complete:
        said = resolve(meaning.date, msgspec.structs.replace(context, complete=False)) or on
    return _on_the_clock(on, meaning.time, said)


def _on_the_clock(on: Stretch, time: Meaning, said: Stretch) -> Stretch | None:
    """A time or hours on a date; `said` is what the words alone say of the date."""
    if isinstance(time, Hours):
        return _hours_on(on, time, said)
    if not isinstance(time, Clock):
        return msgspec.structs.replace(on, unit="time")
    moment = _on(on, time, on.because, _other_half(time))
    midnight = (f"{on.edtf}T24:00",) if time.hour == 0 and on.first else ()
    rivals = midnight or moment.rivals or on.rivals
    timex = f"{said.timex}{written(time)}"
    return msgspec.structs.replace(moment, timex=timex, rivals=rivals, inferred=on.inferred)


def _hours_on(on: Stretch, hours: Hours, said: Stretch) -> Stretch | None:
    """Hours of one day, which run into the next where the second comes before the first."""
    start, end = hours.start, hours.end
    if not isinstance(start, Clock) or not isinstance(end, Clock) or on.first != on.last:
        return on
    minutes = _minutes(written(end)) - _minutes(written(start))
    last = units.day(on.first + (minutes < 0)).timex if on.first else on.timex
    until = last if said is on else said.timex
    timex = f"({said.timex}{written(start)},{until}{written(end)},{clock_length(minutes)})"
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
