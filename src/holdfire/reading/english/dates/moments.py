"""Times of day, on their dates, in their context."""

from collections.abc import Callable
from typing import TypeAlias

import msgspec

from holdfire.reading.english.dates import stretch as units
from holdfire.reading.english.dates.context import Context
from holdfire.reading.english.dates.meaning import (
    About,
    At,
    Clock,
    Daypart,
    Hours,
    Meaning,
)
from holdfire.reading.english.dates.pieces import about
from holdfire.reading.english.dates.stretch import Stretch

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
    spoken = spoken and not (context.base > context.published and context.tense != "future")
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
    minutes = minutes_of(written(end)) - minutes_of(written(start))
    last = units.day(on.first + (minutes < 0)).timex if on.first else on.timex
    until = last if said is on else said.timex
    timex = f"({said.timex}{written(start)},{until}{written(end)},{clock_length(minutes)})"
    edtf = f"{on.edtf}{full(start)}/{last}{full(end)}" if on.first and on.edtf else None
    return Stretch(on.first, on.last, "time", edtf, timex, on.because, on.rivals, on.inferred)


def minutes_of(timex: str) -> int:
    """Give the minute of the day in a time as TIMEX3 writes it."""
    hour, _, minute = timex.partition("T")[2].partition(":")
    return int(hour) * 60 + int(minute[:2] or 0)


def clock_length(minutes: int) -> str:
    """Write minutes as an ISO 8601 duration; less than none runs over midnight."""
    hours, rest = divmod(minutes % 1440, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest else "")
