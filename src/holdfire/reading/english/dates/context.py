"""What a date may be relative to, and how one of several readings is picked by it."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from holdfire.reading.english.dates.stretch import Stretch, day

Tense = Literal["past", "future"]
NO_YEAR = "no year is stated"


class Context(msgspec.Struct, frozen=True):
    """When a text was written, the date and the quarter it was speaking of, and the tense.

    `published` is an ordinal, 0 if unknown, and `minutes` its time of day. With `complete` False, what the
    words leave open (the year of "Jan. 17", the week of "Tuesday") stays open even though it could be
    resolved. `day` is the last day spoken of, from which days are counted where `then` is a month or a year.
    """

    published: int = 0
    then: Stretch | None = None
    quarter: Stretch | None = None
    tense: Tense | None = None
    minutes: int | None = None
    complete: bool = True
    day: Stretch | None = None

    @property
    def completing(self) -> bool:
        """Whether open years and weeks are to be resolved, and can be."""
        return self.complete and self.published > 0

    @property
    def base(self) -> int:
        """The day spoken of, else the day of publication."""
        return self.then.first if self.then is not None and self.then.first else self.published

    def spoken_of(self, unit: str) -> Stretch | None:
        """What a unit is counted from where words speak of a date: days and weeks from the last day told."""
        return self.day if self.day is not None and unit in ("day", "week") else self.then


def no_such_day(timex: str) -> Stretch:
    """Name a day that the calendar does not have."""
    return Stretch(0, 0, "impossible", None, timex, "the calendar has no such day")


def pick(candidates: Sequence[Stretch], context: Context) -> Stretch:
    """Pick the candidate nearest to publication, keeping a rival that is nearly as near.

    One that the tense speaks against counts as five or ten times as far, and without a tense one that lies
    ahead as half as far again: reports tell more of what was than of what will be.
    """
    ranked = sorted((_distance(c.first, c.last, context), n) for n, c in enumerate(candidates))
    best = candidates[ranked[0][1]]
    near = len(ranked) > 1 and ranked[1][0] <= 2 * ranked[0][0]
    rivals = (candidates[ranked[1][1]].edtf or "",) if near else ()
    return msgspec.structs.replace(
        best, because=_reason(best.first, best.last, context), rivals=rivals, inferred=True
    )


def pick_day(days: Sequence[int], context: Context) -> Stretch:
    """Pick a day, as `pick` does."""
    ranked = sorted((_distance(d, d, context), d) for d in days)
    best = ranked[0][1]
    text = day(best).timex
    near = len(ranked) > 1 and ranked[1][0] <= 2 * ranked[0][0]
    rivals = (day(ranked[1][1]).timex,) if near else ()
    return Stretch(best, best, "day", text, text, _reason(best, best, context), rivals, True)


def _reason(first: int, last: int, context: Context) -> str:
    """Why it was picked: by the tense, or against it for being so near."""
    if context.tense == "future" and last >= context.published:
        return "the next after publication"
    if context.tense == "past" and first <= context.published:
        return "the last before publication"
    return "the nearest to publication"


def _distance(first: int, last: int, context: Context) -> float:
    now, tense = context.published, context.tense
    if first > now:
        return (first - now) * (1 if tense == "future" else 10 if tense == "past" else 1.5)
    return (now - last) * (5 if tense == "future" else 1) if last < now else 0


def because(stretch: Stretch, reason: str | None) -> Stretch:
    """Say what a resolved value follows from, unless that is already said or it follows from nothing."""
    return stretch if stretch.because or not reason else msgspec.structs.replace(stretch, because=reason)
