"""Durations, distances in time and what recurs, in their context."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeAlias

from holdfire.reading.english.dates import stretch as units
from holdfire.reading.english.dates.context import Context
from holdfire.reading.english.dates.meaning import (
    Away,
    Clock,
    Every,
    Hours,
    In,
    Length,
    Meaning,
    Over,
    Shifted,
    Unit,
    Weekday,
)  # fmt: skip
from holdfire.reading.english.dates.moments import clock_length, full, minutes_of, written
from holdfire.reading.english.dates.stretch import Stretch

Resolve: TypeAlias = Callable[[Meaning, Context], Stretch | None]
_LETTERS: dict[str, tuple[str, int]] = {
    "year": ("Y", 1), "decade": ("Y", 10), "century": ("Y", 100), "quarter": ("M", 3), "month": ("M", 1),
    "week": ("W", 1), "day": ("D", 1), "hour": ("H", 1), "minute": ("M", 1), "second": ("S", 1),
}  # fmt: skip
_SMALLER: dict[Unit, tuple[Unit, int]] = {"year": ("month", 12), "week": ("day", 7), "decade": ("year", 10)}
_DAYLESS = ("month", "quarter", "half", "season", "year", "decade")
"""What has no day from which days are counted."""
_CLOCK = ("hour", "minute", "second")
_SECONDS = {"hour": 3600, "minute": 60, "second": 1}
_VAGUE = {"decade": "E", "century": "C"}


def iso(parts: tuple[tuple[float | None, Unit], ...]) -> str:
    """Write a duration as ISO 8601 does, with X for a number that is not known."""
    days = "".join(_amount(count, unit) for count, unit in parts if unit not in _CLOCK)
    clock = "".join(_amount(count, unit) for count, unit in parts if unit in _CLOCK)
    return f"P{days}T{clock}" if clock else f"P{days}"


def _amount(count: float | None, unit: Unit) -> str:
    letter, size = _LETTERS[unit]
    if count is None:
        return f"X{_VAGUE.get(unit, letter)}"
    whole = count * size
    return f"{int(whole) if whole == int(whole) else whole}{letter}"


def length(meaning: Length, _: Context) -> Stretch:
    """Write a duration that is tied to no date."""
    name = iso(meaning.parts)
    return Stretch(0, 0, "length", name, name)


def over(meaning: Over, context: Context) -> Stretch:
    """Find the days of the past or next so many units."""
    name = iso(((meaning.count, meaning.unit),))
    now = context.published
    if now and meaning.count is not None and meaning.unit in _CLOCK:
        return _over_hours(meaning, context, name)
    if not now or meaning.count is None:
        return Stretch(
            0, 0, "over", None, name, "its length is not known" if now else "no date of publication is known"
        )
    far = units.moved(now, meaning.unit, meaning.sign * int(meaning.count))
    if meaning.sign < 0:
        edtf = f"{units.day(far).timex}~/{units.day(now).timex}"
        return Stretch(far, now, "over", edtf, name, "counted back from publication")
    edtf = f"{units.day(now + 1).timex}/{units.day(far).timex}~"
    return Stretch(now + 1, far, "over", edtf, name, "counted on from publication")


def _over_hours(meaning: Over, context: Context, name: str) -> Stretch:
    """The days that the past or next so many hours, minutes or seconds reach into."""
    seconds = int((meaning.count or 0) * _SECONDS[meaning.unit])
    at = datetime.fromordinal(context.published)
    if context.minutes is not None:
        at += timedelta(minutes=context.minutes)
        ends = sorted((at, at + timedelta(seconds=meaning.sign * seconds)))
        edtf = "/".join(end.isoformat() for end in ends)
    else:
        ends = sorted((at, at + timedelta(days=meaning.sign * -(-seconds // 86_400))))
        edtf = "/".join(f"{end.date()}~" for end in ends)
    reason = "counted back from publication" if meaning.sign < 0 else "counted on from publication"
    return Stretch(ends[0].toordinal(), ends[1].toordinal(), "over", edtf, name, reason)


def away(meaning: Away, context: Context, resolve: Resolve) -> Stretch | None:
    """Count units from now, from the date spoken of, or from a date."""
    base = _origin(meaning, context, resolve)
    if base is None or meaning.count is None or not base.first:
        return _vaguely(meaning, base)
    told = units.day(base.first).timex if base.unit == "time" else base.timex
    reason = f"counted from {told if meaning.origin != 'now' else 'publication'}"
    unit, count = meaning.unit, meaning.sign * meaning.count
    if unit in _CLOCK and context.minutes is not None and meaning.origin in ("now", "then"):
        return _on_the_clock(base.first, context.minutes, unit, count, reason)
    if unit in _CLOCK:
        return Stretch(
            base.first,
            base.first,
            "day",
            f"{units.day(base.first).timex}~",
            units.day(base.first).timex,
            reason,
        )
    if unit == "year" and context.quarter is not None and abs(count) == 1 and context.complete:
        return _years_on(context.quarter, int(count), "the same quarter of another year")
    if unit == "year" and base.unit in ("quarter", "half", "month", "season") and count == int(count):
        return _years_on(base, int(count), reason)
    return _counted(base, unit, count, reason)


def _around(base: Stretch, reason: str) -> Stretch:
    """About when that was: days counted from an unknown day of a month or a year."""
    edtf = "/".join(f"{end}~" for end in (base.edtf or "").replace("~", "").split("/"))
    return Stretch(base.first, base.last, base.unit, edtf, base.timex, reason)


def _on_the_clock(day: int, minutes: int, unit: Unit, count: float, reason: str) -> Stretch:
    """The time of day so many hours, minutes or seconds from another."""
    seconds = minutes * 60 + int(count * _SECONDS[unit])
    at = datetime.fromordinal(day) + timedelta(seconds=seconds)
    return Stretch(at.toordinal(), at.toordinal(), "time", at.isoformat(), at.isoformat(), reason)


def within(meaning: In, context: Context, resolve: Resolve) -> Stretch | None:
    """Read "in two weeks" by its tense: from now on, or for so long."""
    ahead = context.tense != "past" and context.published
    to: Meaning = Away(meaning.count, meaning.unit, 1) if ahead else Length(((meaning.count, meaning.unit),))
    return resolve(to, context)


def _counted(base: Stretch, unit: Unit, count: float, reason: str) -> Stretch:
    if unit in ("day", "week") and base.unit in _DAYLESS:
        return _around(base, reason)
    if count != int(count) and unit in _SMALLER:
        unit, size = _SMALLER[unit]
        count *= size
    at = units.moved(base.first, unit, int(count))
    if unit == "day":
        return Stretch(at, at, "day", units.day(at).edtf, units.day(at).timex, reason)
    if unit == "week":
        return Stretch(at, at, "week", f"{units.day(at).edtf}~", units.week(at).timex, reason)
    name = units.unit_at("month" if unit == "month" else "quarter" if unit == "quarter" else "year", at)
    edtf = "/".join(f"{end}~" for end in (name.edtf or "").split("/"))
    return Stretch(name.first, name.last, name.unit, edtf, name.timex, reason)


def _years_on(base: Stretch, by: int, reason: str) -> Stretch:
    """The same quarter, month or season of another year."""
    year = int(base.timex[:4]) + by
    edtf = "/".join(f"{year}{end[4:]}" for end in (base.edtf or "").split("/"))
    return Stretch(
        units.moved(base.first, "year", by), units.moved(base.last, "year", by), base.unit, edtf,
        f"{year}{base.timex[4:]}", reason,
    )  # fmt: skip


def _origin(meaning: Away, context: Context, resolve: Resolve) -> Stretch | None:
    if not isinstance(meaning.origin, str):
        return resolve(meaning.origin, context)
    then = context.spoken_of(meaning.unit) if meaning.origin == "then" else None
    if then is not None:
        return then
    return units.day(context.published) if context.published else None


def _vaguely(meaning: Away, base: Stretch | None) -> Stretch:
    code = "PAST_REF" if meaning.sign < 0 else "FUTURE_REF"
    if base is None or not base.first:
        return Stretch(0, 0, "open", None, code, "what it is counted from is not known")
    day = units.day(base.first).timex
    return Stretch(
        0, 0, "ref", f"/{day}" if meaning.sign < 0 else f"{day}/", code, "their number is not known"
    )


def hours(meaning: Hours, _: Context) -> Stretch:
    """Write hours of the day that belong to no date."""
    if isinstance(meaning.start, Clock) and isinstance(meaning.end, Clock):
        a, b = written(meaning.start), written(meaning.end)
        name = f"({a},{b},{clock_length(minutes_of(b) - minutes_of(a))})"
        return Stretch(0, 0, "hours", f"{full(meaning.start)}/{full(meaning.end)}", name)
    names = [m.code if not isinstance(m, Clock) else full(m) for m in (meaning.start, meaning.end)]
    return Stretch(0, 0, "hours", "/".join(names), f"({names[0]},{names[1]})")


def every(meaning: Every, _: Context, resolve: Resolve) -> Stretch | None:
    """Write what recurs: P1D, XXXX-WXX-2, or hours with the months in which they hold."""
    open_context = Context()
    of = resolve(meaning.of, open_context)
    if of is None:
        return None
    if isinstance(meaning.of, Shifted | Weekday):
        of = Stretch(0, 0, "set", of.timex, of.timex)
    parts = [resolve(m, open_context) for m in (meaning.during, meaning.hours) if m is not None]
    value = " ".join(p.edtf for p in parts if p is not None and p.edtf) or of.edtf or of.timex
    return Stretch(0, 0, "set", value, of.timex)
