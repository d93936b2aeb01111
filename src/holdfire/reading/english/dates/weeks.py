"""Days of the week, weekends and weeks, in their context."""

from collections.abc import Callable
from typing import TypeAlias

from holdfire.reading.english.dates import stretch as units
from holdfire.reading.english.dates.context import NO_YEAR, Context, because, no_such_day
from holdfire.reading.english.dates.meaning import Meaning, Week, Weekday, Weekend
from holdfire.reading.english.dates.stretch import Stretch

Resolve: TypeAlias = Callable[[Meaning, Context], Stretch | None]
LAST, PAST, THIS, COMING, NEXT, FOLLOWING, THE_FOLLOWING = -2, -1, 0, 1, 2, 3, 4
"""How words shift a weekday; "previous" and "the previous" are minus what the following are."""


def weekday(meaning: Weekday, context: Context, resolve: Resolve) -> Stretch | None:
    """A day of the week: within what it is said to lie in, else near publication."""
    inside = resolve(meaning.within, context) if meaning.within is not None else None
    if meaning.number is not None and inside is not None:
        return _nth_weekday(meaning.weekday, meaning.number, inside)
    if inside is not None and inside.first:
        monday = inside.first - (inside.first - 1) % 7
        return because(units.day(monday + meaning.weekday - 1), inside.because)
    if not context.published or (meaning.shift is None and not context.complete):
        timex = f"XXXX-WXX-{meaning.weekday}"
        return Stretch(0, 0, "open", None, timex, "no date of publication is known")
    return _weekday_near(meaning, context)


def _nth_weekday(weekday: int, number: int, inside: Stretch) -> Stretch:
    """The first, second … or last such day of a month or year."""
    if number > 0:
        at = inside.first + (weekday - inside.first) % 7 + 7 * (number - 1)
    else:
        at = inside.last - (inside.last - weekday) % 7 + 7 * (number + 1)
    if not inside.first:
        return Stretch(
            0, 0, "open", None, f"{inside.timex}-WXX-{weekday}-{number}", inside.because or NO_YEAR
        )
    if not inside.first <= at <= inside.last:
        return no_such_day(f"{inside.timex}-WXX-{weekday}-{number}")
    return because(units.day(at), inside.because)


def _weekday_near(meaning: Weekday, context: Context) -> Stretch:
    """The weekday by the words before it, or by the tense."""
    if meaning.shift is None:
        return _by_tense(meaning.weekday, context)
    if (
        abs(meaning.shift) == THE_FOLLOWING
        and context.then is not None
        and context.then.unit in ("day", "time")
    ):
        return _beside(meaning, context.then)
    now = context.published
    monday = now - (now - 1) % 7
    if meaning.shift == 0:
        return _resolved(monday + meaning.weekday - 1, "in the week of publication")
    return _ago(meaning, now, monday) if meaning.shift < 0 else _ahead(meaning, now, monday)


def _by_tense(weekday: int, context: Context) -> Stretch:
    now, back = context.published, (context.published - weekday) % 7
    if context.tense == "future":
        return _resolved(now + -back % 7, "the next from publication")
    rivals = (units.day(now - 7).timex,) if back == 0 else ()
    return _resolved(now - back, "the last up to publication", rivals)


def _ago(meaning: Weekday, now: int, monday: int) -> Stretch:
    """The last such day; "previous" puts it in the week before, and "last" may."""
    at = now - ((now - meaning.weekday) % 7 or 7)
    if meaning.shift == LAST or at < monday:
        return _resolved(
            at, "the last before publication", (units.day(at - 7).timex,) if at >= monday else ()
        )
    if meaning.shift == PAST:
        return _resolved(at, "the last before publication")
    return _resolved(at - 7, "in the week before publication", (units.day(at).timex,))


def _ahead(meaning: Weekday, now: int, monday: int) -> Stretch:
    """The next such day; "next" and "following" put it in the week after."""
    at = now + ((meaning.weekday - now) % 7 or 7)
    if meaning.shift == COMING or at >= monday + 7:
        return _resolved(at, "the next after publication")
    return _resolved(at + 7, "in the week after publication", (units.day(at).timex,))


def _beside(meaning: Weekday, then: Stretch) -> Stretch:
    """The weekday before or after the date spoken of."""
    if (meaning.shift or 0) < 0:
        at = then.first - ((then.first - meaning.weekday) % 7 or 7)
    else:
        at = then.last + ((meaning.weekday - then.last) % 7 or 7)
    return _resolved(at, f"counted from {units.day(then.first).timex}")


def _resolved(at: int, reason: str, rivals: tuple[str, ...] = ()) -> Stretch:
    text = units.day(at).timex
    return Stretch(at, at, "day", text, text, reason, rivals)


def weekend(meaning: Weekend, context: Context) -> Stretch | None:
    """A weekend by its shift from that of publication, or by the tense."""
    if not context.published:
        return Stretch(0, 0, "open", None, "XXXX-WXX-WE", "no date of publication is known")
    now, shift = context.published, meaning.shift
    if shift is None:
        shift = 0 if context.tense == "future" or (now - 1) % 7 > 4 else -1
    return because(units.weekend(now + 7 * shift), "counted from publication")


def week(meaning: Week, context: Context, resolve: Resolve) -> Stretch | None:
    """The week of a date, or a numbered week of a year or month."""
    inside = resolve(meaning.within, context) if meaning.within is not None else None
    if inside is None:
        inside = units.unit_at("year", context.published) if context.published else None
    if inside is None or not inside.first:
        return None
    if meaning.number is None:
        return units.week(inside.first)
    if meaning.number < 0:
        thursday = inside.last - (inside.last - 4) % 7
        return units.week(thursday + 7 * (meaning.number + 1))
    thursday = inside.first + (4 - inside.first) % 7
    return units.week(thursday + 7 * (meaning.number - 1))
