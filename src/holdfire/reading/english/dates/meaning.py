"""What the words of a date say, before it is known when they were written."""

from typing import ClassVar, Literal, TypeAlias, Union

import msgspec

Unit = Literal["second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"]
Origin = Literal["now", "then"]
PartName = Literal["START", "MID", "END"]
Meaning: TypeAlias = Union[
    "Day", "Month", "Year", "Era", "Quarter", "Half", "Season", "Holiday", "Weekday", "Weekend", "Week",
    "Shifted", "Away", "Over", "Length", "Ref", "Clock", "Daypart", "At", "Part", "About", "Between", "Every",
    "Hours", "Until", "In", "Limit", "Beside",
]  # fmt: skip


class Day(msgspec.Struct, frozen=True):
    """A day of a month; a missing month or year is open, or that of `within`."""

    kind: ClassVar[str] = "date"
    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    within: "Meaning | None" = None


class Month(msgspec.Struct, frozen=True):
    """A calendar month; `shift` -1, 0, 1 for last, this, next."""

    kind: ClassVar[str] = "month"
    month: int
    year: int | None = None
    shift: int | None = None
    within: "Meaning | None" = None


class Year(msgspec.Struct, frozen=True):
    """A year, calendar or fiscal."""

    kind: ClassVar[str] = "year"
    year: int


class Era(msgspec.Struct, frozen=True):
    """A decade ("199") or a century ("19") by its first digits."""

    kind: ClassVar[str] = "year"
    digits: str


class Quarter(msgspec.Struct, frozen=True):
    """A quarter of a year; no number is the quarter that is spoken of."""

    kind: ClassVar[str] = "quarter"
    number: int | None
    year: int | None = None
    within: "Meaning | None" = None


class Half(msgspec.Struct, frozen=True):
    """The first or second half of a year."""

    kind: ClassVar[str] = "quarter"
    number: int
    year: int | None = None
    within: "Meaning | None" = None


class Season(msgspec.Struct, frozen=True):
    """A season by its EDTF number, 21 spring to 24 winter."""

    kind: ClassVar[str] = "month"
    season: int
    year: int | None = None
    shift: int | None = None
    within: "Meaning | None" = None


class Holiday(msgspec.Struct, frozen=True):
    """A feast or public holiday by its name in the table."""

    kind: ClassVar[str] = "date"
    name: str
    year: int | None = None
    shift: int | None = None
    within: "Meaning | None" = None


class Weekday(msgspec.Struct, frozen=True):
    """A day of the week, 1 Monday to 7 Sunday; `within` names the week or the date it must fall on.

    With a `number` it is the first, second … such day within (negative: from the end).
    """

    kind: ClassVar[str] = "weekday"
    weekday: int
    shift: int | None = None
    within: "Meaning | None" = None
    number: int | None = None


class Weekend(msgspec.Struct, frozen=True):
    """A Saturday with its Sunday."""

    kind: ClassVar[str] = "date"
    shift: int | None = None


class Week(msgspec.Struct, frozen=True):
    """The week that a date falls in, or a week by its number (negative from the end) in a year or month."""

    kind: ClassVar[str] = "week"
    number: int | None
    within: "Meaning | None" = None


class Shifted(msgspec.Struct, frozen=True):
    """The unit that lies `by` units from the one in which the text was written, or was speaking of."""

    kind: ClassVar[str] = "date"
    unit: Unit
    by: int
    origin: Origin = "now"


class Away(msgspec.Struct, frozen=True):
    """So many units before (`sign` -1) or after (1) now, the date spoken of, or a date."""

    kind: ClassVar[str] = "away"
    count: float | None
    unit: Unit
    sign: int
    origin: "Origin | Meaning" = "now"


class In(msgspec.Struct, frozen=True):
    """A date from now where something lies ahead, else how long it took: "in two weeks"."""

    kind: ClassVar[str] = "length"
    count: float | None
    unit: Unit


class Limit(msgspec.Struct, frozen=True):
    """A length given as a bound or a rough figure: "more than two years"."""

    of: "Meaning"
    words: str

    @property
    def kind(self) -> str:
        """The kind of what is bounded."""
        return self.of.kind


class Over(msgspec.Struct, frozen=True):
    """The past or next so many units; `count` is None for "few", "several" and the like."""

    kind: ClassVar[str] = "over"
    count: float | None
    unit: Unit
    sign: int


class Length(msgspec.Struct, frozen=True):
    """A duration that is tied to no date; a count of None is an unknown number."""

    kind: ClassVar[str] = "length"
    parts: "tuple[tuple[float | None, Unit], ...]"


class Ref(msgspec.Struct, frozen=True):
    """The past, present or future without more."""

    kind: ClassVar[str] = "ref"
    code: Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"]


class Clock(msgspec.Struct, frozen=True):
    """A time of day; an hour up to 12 that names no half of the day has `half` False."""

    kind: ClassVar[str] = "clock"
    hour: int
    minute: int | None = None
    second: int | None = None
    half: bool = True


class Daypart(msgspec.Struct, frozen=True):
    """Morning, night and so on by TIMEX code; `shift` -1 last, 0 this, 1 next."""

    kind: ClassVar[str] = "daypart"
    code: str
    shift: int | None = None
    origin: Origin = "now"


class At(msgspec.Struct, frozen=True):
    """A time on a date."""

    kind: ClassVar[str] = "at"
    date: "Meaning"
    time: "Meaning"


class Part(msgspec.Struct, frozen=True):
    """The beginning, middle or end of something; `side` -1 and 1: what lies before, after now within it.

    `edge` where the words name the edge itself ("the end of"), not what lies towards it ("late"). It is a
    third of it, or one of `shares`, or so many `days`.
    """

    of: "Meaning"
    part: PartName
    side: int = 0
    edge: bool = False
    shares: int = 3
    days: int | None = None

    @property
    def kind(self) -> str:
        """The kind of what it is a part of."""
        return self.of.kind


class About(msgspec.Struct, frozen=True):
    """Something given as approximate."""

    of: "Meaning"

    @property
    def kind(self) -> str:
        """The kind of what is approximate."""
        return self.of.kind


class Beside(msgspec.Struct, frozen=True):
    """Some time before (`side` -1) or after (1) a time of day, on its day."""

    of: "Meaning"
    side: int

    @property
    def kind(self) -> str:
        """The kind of the time."""
        return self.of.kind


class Between(msgspec.Struct, frozen=True):
    """From one date to another; an end that is None is open."""

    kind: ClassVar[str] = "range"
    start: "Meaning | None"
    end: "Meaning | None"


class Hours(msgspec.Struct, frozen=True):
    """From one time of day to another, on whatever date."""

    kind: ClassVar[str] = "hours"
    start: Clock | Daypart
    end: Clock | Daypart


class Every(msgspec.Struct, frozen=True):
    """Something that comes back: every so many units, or each such day, in `during` and at `hours`."""

    kind: ClassVar[str] = "set"
    of: "Meaning"
    during: "Meaning | None" = None
    hours: "Hours | None" = None


class Until(msgspec.Struct, frozen=True):
    """An end that hangs on an event and has no date."""

    kind: ClassVar[str] = "until_condition"
    condition: str
