"""Meaning and context → stretch: one function for each kind of meaning, and one way in."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec

from holdfire.reading.english.dates import stretch as units
from holdfire.reading.english.dates.between import between
from holdfire.reading.english.dates.context import NO_YEAR, Context, because, no_such_day, pick, pick_day
from holdfire.reading.english.dates.holidays import holiday_without_year, holidays_in
from holdfire.reading.english.dates.meaning import (
    About,
    At,
    Away,
    Beside,
    Between,
    Clock,
    Day,
    Daypart,
    Era,
    Every,
    Half,
    Holiday,
    Hours,
    In,
    Length,
    Limit,
    Meaning,
    Month,
    Over,
    Part,
    Quarter,
    Ref,
    Season,
    Shifted,
    Until,
    Week,
    Weekday,
    Weekend,
    Year,
)  # fmt: skip
from holdfire.reading.english.dates.moments import at, clock, daypart
from holdfire.reading.english.dates.pieces import about, beside, part
from holdfire.reading.english.dates.stretch import Stretch
from holdfire.reading.english.dates.timespans import away, every, hours, length, over, within
from holdfire.reading.english.dates.weeks import week, weekday, weekend

_OF_YEAR = re.compile(r"[0-9]{2}(?:-[0-9]{2})?")


def resolve(meaning: Meaning, context: Context) -> Stretch | None:
    """What a meaning stands for in its context; None where that is nothing."""
    return _RESOLVERS[type(meaning)](meaning, context)


def _within(meaning: Any, context: Context) -> tuple[int | None, str | None]:  # noqa: ANN401
    """The year that is stated, or that a larger unit gives, and what it follows from."""
    if meaning.year is not None or meaning.within is None:
        return meaning.year, None
    inside = resolve(meaning.within, context)
    if inside is None or not inside.first:
        return None, None
    return date.fromordinal(inside.first).year, inside.because


def _years(context: Context) -> range:
    here = date.fromordinal(context.published).year
    return range(here - 1, here + 2)


def _shifted(shift: int, made: Callable[[int], list[Stretch]], context: Context) -> Stretch:
    """The last, this or next of something that comes once a year."""
    now, here = context.published, date.fromordinal(context.published).year
    if shift == 0 and made(here):
        return because(made(here)[0], "in the year of publication")
    known = [s for year in range(here - 2, here + 3) for s in made(year)]
    gone = [s for s in known if s.last < now]
    ahead = [s for s in known if s.first > now]
    found = gone[-1:] if shift < 0 else ahead[:1]
    if not found:
        return Stretch(0, 0, "open", None, "XXXX", NO_YEAR)  # at the ends of the calendar
    which = "the last before publication" if shift < 0 else "the next after publication"
    return because(found[0], which)


def _yearly(meaning: Any, name: str, made: Callable[[int], list[Stretch]], context: Context) -> Stretch:  # noqa: ANN401
    """Something that comes about once a year: in the year that is stated, shifted to, or nearest."""
    year, reason = _within(meaning, context)
    if year is not None:
        found = made(year) or [Stretch(0, 0, "open", f"{year}", f"{year}", "when in that year is not known")]
        return because(found[0], reason)
    if context.published and getattr(meaning, "shift", None) is not None:
        return _shifted(meaning.shift, made, context)
    known = [s for y in _years(context) for s in made(y)] if context.completing else []
    if known:
        return pick(known, context)
    edtf = f"XXXX-{name}" if _OF_YEAR.fullmatch(name) else None
    return Stretch(0, 0, "open", edtf, f"XXXX-{name}", NO_YEAR)


def _day(meaning: Day, context: Context) -> Stretch | None:
    if meaning.month is None:
        return _day_of_month(meaning, context)
    name = f"{meaning.month:02}-{meaning.day:02}"
    year, reason = _within(meaning, context)
    if year is None and context.completing:
        real = _real_days(meaning, context)
        if real:
            return pick_day(real, context)
    if year is None:
        impossible = not _possible(2000, meaning.month, meaning.day)
        return (
            no_such_day(f"XXXX-{name}")
            if impossible
            else Stretch(0, 0, "open", f"XXXX-{name}", f"XXXX-{name}", NO_YEAR)
        )
    if not _possible(year, meaning.month, meaning.day):
        return no_such_day(f"{year}-{name}")
    return because(units.day(date(year, meaning.month, meaning.day).toordinal()), reason)


def _real_days(meaning: Day, context: Context) -> list[int]:
    """The days of that month and day in the years around publication, by preference on the named weekday."""
    month = meaning.month or 1
    real = [date(y, month, meaning.day) for y in _years(context) if _possible(y, month, meaning.day)]
    named = [d.toordinal() for d in real if meaning.weekday == d.isoweekday()] if meaning.weekday else []
    return named or [d.toordinal() for d in real]


def _possible(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= (28 if day <= 28 else monthrange(year, month)[1])


def _day_of_month(meaning: Day, context: Context) -> Stretch | None:
    inside = resolve(meaning.within, context) if meaning.within is not None else None
    if inside is not None and inside.first:
        day = inside.first + meaning.day - 1
        if day > inside.last:
            return no_such_day(f"{inside.timex}-{meaning.day:02}")
        return because(units.day(day), inside.because)
    if not context.completing and not (meaning.weekday and context.published):
        return Stretch(
            0, 0, "open", f"XXXX-XX-{meaning.day:02}", f"XXXX-XX-{meaning.day:02}", "no month is stated"
        )
    here = date.fromordinal(context.published)
    reach = 7 if meaning.weekday else 2
    around = [units.month(here.year, here.month + by) for by in range(-reach, reach + 1)]
    real = [units.day(m.first + meaning.day - 1) for m in around if m.first + meaning.day - 1 <= m.last]
    named = [d for d in real if meaning.weekday == (d.first - 1) % 7 + 1]
    return pick(named or real, context)


def _month(meaning: Month, context: Context) -> Stretch | None:
    if meaning.shift is not None and meaning.shift < 0 and context.published:
        here = date.fromordinal(context.published)
        back = (here.month - meaning.month - 1) % 12 + 1
        return because(units.month(here.year, here.month - back), "the last before publication")
    return _yearly(meaning, f"{meaning.month:02}", lambda y: [units.month(y, meaning.month)], context)


def _season(meaning: Season, context: Context) -> Stretch | None:
    found = _yearly(meaning, f"{meaning.season}", lambda y: [units.season(y, meaning.season)], context)
    name = units.season(2000, meaning.season).timex[5:]
    return found if found.first else msgspec.structs.replace(found, timex=name)


def _holiday(meaning: Holiday, context: Context) -> Stretch | None:
    name = meaning.name
    return _yearly(meaning, holiday_without_year(name), lambda y: holidays_in(name, y), context)


def _year(meaning: Year, _: Context) -> Stretch:
    return units.year(meaning.year)


def _era(meaning: Era, _: Context) -> Stretch:
    return units.era(meaning.digits)


def _quarter(meaning: Quarter, context: Context) -> Stretch | None:
    if meaning.number is None:
        if context.quarter is not None:
            return because(context.quarter, "the quarter spoken of")
        return (
            because(units.unit_at("quarter", context.published, -1), "the last before publication")
            if context.published
            else None
        )
    number, (year, reason) = meaning.number, _within(meaning, context)
    if year is not None:
        return because(units.quarter(year, number), reason)
    if not context.completing:
        return Stretch(0, 0, "open", None, f"XXXX-Q{number}", NO_YEAR)
    tense = msgspec.structs.replace(context, tense=context.tense or "past")
    return pick([units.quarter(y, number) for y in _years(context)], tense)


def _half(meaning: Half, context: Context) -> Stretch | None:
    year, reason = _within(meaning, context)
    if year is not None:
        return because(units.half(year, meaning.number), reason)
    if not context.completing:
        return Stretch(0, 0, "open", None, f"XXXX-H{meaning.number}", NO_YEAR)
    here = date.fromordinal(context.published).year
    return because(units.half(here, meaning.number), "in the year of publication")


def _shifted_unit(meaning: Shifted, context: Context) -> Stretch | None:
    then = context.spoken_of(meaning.unit) if meaning.origin == "then" else None
    base = then.first if then is not None and then.first else context.published
    if not base:
        return Stretch(0, 0, "open", None, _unknown(meaning), "no date of publication is known")
    found = units.unit_at(meaning.unit, base, meaning.by)
    return because(found, f"counted from {then.timex if then is not None else 'publication'}")


def _unknown(meaning: Shifted) -> str:
    return {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX"}.get(meaning.unit, "XXXX")


def _ref(meaning: Ref, context: Context) -> Stretch:
    now = units.day(context.published).timex if context.published else None
    past = meaning.code == "PAST_REF"
    if now is None:
        return Stretch(0, 0, "ref", None, meaning.code, "it names no date")
    if meaning.code == "PRESENT_REF":
        return Stretch(
            context.published, context.published, "ref", now, meaning.code, "the time of publication"
        )
    return Stretch(
        0,
        0,
        "ref",
        f"/{now}" if past else f"{now}/",
        meaning.code,
        "before publication" if past else "after publication",
    )


def _until(_: Until, __: Context) -> None:
    return None


_RESOLVERS: dict[type, Callable[[Any, Context], Stretch | None]] = {
    Day: _day, Month: _month, Season: _season, Holiday: _holiday, Year: _year, Era: _era, Quarter: _quarter,
    Half: _half, Weekday: lambda m, c: weekday(m, c, resolve), Weekend: weekend,
    Week: lambda m, c: week(m, c, resolve), Shifted: _shifted_unit, Ref: _ref,
    Until: _until, Length: length, Hours: hours,
    Away: lambda m, c: away(m, c, resolve), Over: over, In: lambda m, c: within(m, c, resolve),
    Limit: lambda m, c: resolve(m.of, c), Every: lambda m, c: every(m, c, resolve),
    Clock: clock, Daypart: daypart, At: lambda m, c: at(m, c, resolve),
    Part: lambda m, c: part(m, c, resolve),
    Beside: lambda m, c: beside(m, c, resolve),
    About: lambda m, c: about(m, c, resolve), Between: lambda m, c: between(m, c, resolve),
}  # fmt: skip
