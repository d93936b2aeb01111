"""What one report tells of one order or incident, made comparable."""

from typing import Literal

import msgspec

from holdfire.corroboration.telling import Telling

Kind = Literal["incident", "order"]


class Days(msgspec.Struct, frozen=True, gc=False):
    """Between which days (ordinals, both included) a thing lies."""

    first: int
    last: int


class Point(msgspec.Struct, frozen=True, gc=False):
    """Where: degrees, and within how many kilometres of them."""

    lat: float
    lon: float
    within: float


class Range(msgspec.Struct, frozen=True, gc=False):
    """How many, at least and at most; `high` is None where the report leaves it open."""

    low: int
    high: int | None


class Account(msgspec.Struct, frozen=True, gc=False):
    """One report's telling of one thing, and its id.

    `published` is an ordinal day. `days` is None where the date is open, `points` empty where no place is
    known. `who` are the kinds of those who act, or are ordered; `acts` are codes of what was done, or is
    ordered ("obligation flare"). `again` says that an order is told as one that repeats, replaces, amends or
    carries out an earlier one. Rows of one `table` tell different things.
    """

    id: str
    kind: Kind
    report: str
    main: bool
    published: int | None
    days: Days | None
    points: tuple[Point, ...]
    places: frozenset[str]
    acts: frozenset[str]
    means: frozenset[str]
    who: frozenset[str]
    target: str | None
    again: bool
    counts: dict[str, Range]
    telling: Telling
    table: str | None = None
