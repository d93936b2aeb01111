"""Stretches of time that admit doubt: EDTF level 1 with bounds, and a three-valued algebra over them."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

import msgspec

from holdfire.errors import DateError
from holdfire.model.moment import DAY, Moment, parse_moment
from holdfire.model.truth import Truth, between, unanimous

BEGINNING = -(10**12)
END = 10**12


class Bounds(NamedTuple):
    """Between what instants a stretch starts and ends, in seconds since the start of year 1.

    A stretch is half-open and never empty. BEGINNING and END stand for no start and no end at all.
    """

    earliest_start: int
    latest_start: int
    earliest_end: int
    latest_end: int


class Period(msgspec.Struct, frozen=True):
    """A stretch of time as EDTF writes it: one date, an interval, or one of several.

    A day or a time of day stands for the whole of itself. A month, season, year or unspecified digit
    ("2022-01", "199X") stands for days somewhere within it. In an interval, each end lies somewhere in its
    own date. `..` is no end, an empty end is an unknown one. "~", "?" and "%" widen a date on both sides by
    the unit it is given in. `within` says that an interval bounds something that took place somewhere in it
    (an incident "in early December"), and does not last through all of it.
    """

    edtf: str
    start: Moment | None = None
    end: Moment | None = None
    among: tuple["Period", ...] = ()
    within: bool = False

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Period) and (self.edtf, self.within) == (other.edtf, other.within)

    def __hash__(self) -> int:
        return hash((self.edtf, self.within))

    def __str__(self) -> str:
        return self.edtf

    @property
    def bounds(self) -> Bounds:
        """The bounds of its start and its end, over all its readings."""
        if self.among:
            each = list(zip(*(p.bounds for p in self.among), strict=True))
            return Bounds(min(each[0]), max(each[1]), min(each[2]), max(each[3]))
        if "/" not in self.edtf and self.start is not None:
            return _of_moment(self.start)
        bounds = _of_interval(self)
        return _loosened(bounds) if self.within else bounds

    @property
    def earliest(self) -> datetime | None:
        """The first instant that may belong to it; None where it has no beginning."""
        return _instant(self.bounds.earliest_start)

    @property
    def latest(self) -> datetime | None:
        """The instant after the last that may belong to it; None where it has no end."""
        return _instant(self.bounds.latest_end)

    @property
    def open_start(self) -> bool:
        """Whether it has no beginning, or an unknown one."""
        return "/" in self.edtf and self.start is None

    @property
    def open_end(self) -> bool:
        """Whether it has no end, or an unknown one."""
        return "/" in self.edtf and self.end is None

    @property
    def approximate(self) -> bool:
        """Whether an end is marked as approximate."""
        return "~" in self.edtf or "%" in self.edtf

    @property
    def uncertain(self) -> bool:
        """Whether an end is marked as uncertain, or it is one of several."""
        return "?" in self.edtf or "%" in self.edtf or bool(self.among)

    @property
    def day(self) -> date | None:
        """The one day that it is or lies on, else None."""
        start = self.start
        if start is not None and start is self.end and start.exact and not start.mark:
            return date.fromordinal(start.first // DAY)
        low, high = self.bounds.earliest_start, self.bounds.latest_end
        same = low // DAY == (high - 1) // DAY and low > 0
        return date.fromordinal(low // DAY) if same else None


@lru_cache(maxsize=4096)
def parse_period(edtf: str, *, within: bool = False) -> Period:
    """Read an EDTF level 1 date or interval, or `[a,b]` one of several; raises DateError.

    With `within`, an interval bounds something that took place somewhere in it.
    """
    text = edtf.strip()
    if text.startswith("[") and text.endswith("]"):
        return Period(text, among=tuple(parse_period(part, within=within) for part in text[1:-1].split(",")))
    left, slash, right = text.partition("/")
    if not slash:
        moment = parse_moment(text)
        return Period(text, start=moment, end=moment)
    start, end = (None if part in ("", "..") else parse_moment(part) for part in (left, right))
    if start is None and end is None:
        raise DateError(f"{edtf!r} has neither a start nor an end")
    if start is not None and end is not None and start.first >= end.last:
        raise DateError(f"{edtf!r} ends before it starts")
    return Period(text, start=start, end=end, within=within)


def before(a: Period, b: Period) -> Truth:
    """Whether `a` is over when `b` starts."""
    return _over_readings(a, b, _before)


def overlaps(a: Period, b: Period) -> Truth:
    """Whether they share some instant."""
    return _over_readings(a, b, lambda x, y: ~(_before(x, y) | _before(y, x)))


def contains(a: Period, b: Period) -> Truth:
    """Whether all of `b` lies within `a`."""
    return _over_readings(a, b, _contains)


def _over_readings(a: Period, b: Period, relation: Callable[[Bounds, Bounds], Truth]) -> Truth:
    return unanimous(relation(x.bounds, y.bounds) for x in a.among or (a,) for y in b.among or (b,))


def _before(a: Bounds, b: Bounds) -> Truth:
    surely = a.latest_end <= b.earliest_start
    return between(surely=surely, ruled_out=a.earliest_end > b.latest_start)


def _contains(a: Bounds, b: Bounds) -> Truth:
    starts = between(surely=a.latest_start <= b.earliest_start, ruled_out=a.earliest_start > b.latest_start)
    ends = between(surely=b.latest_end <= a.earliest_end, ruled_out=b.earliest_end > a.latest_end)
    return starts & ends


def _widened(moment: Moment) -> tuple[int, int]:
    margin = moment.size if moment.mark else 0
    return moment.first - margin, moment.last + margin


def _of_moment(moment: Moment) -> Bounds:
    first, last = _widened(moment)
    if moment.exact and not moment.mark:
        return Bounds(first, first, last, last)
    unit = min(moment.size, DAY)
    return Bounds(first, last - unit, first + unit, last)


def _of_interval(period: Period) -> Bounds:
    left, _, right = period.edtf.partition("/")
    start = (BEGINNING, BEGINNING) if left == ".." else _edge(period.start, last=False)
    end = (END, END) if right == ".." else _edge(period.end, last=True)
    return Bounds(start[0], min(start[1], end[1] - 1), max(end[0], start[0] + 1), end[1])


def _loosened(bounds: Bounds) -> Bounds:
    """The bounds of something that lies somewhere within a stretch, for a day where that has room."""
    low, high = bounds.earliest_start, bounds.latest_end
    unit = min(DAY, high - low)
    return Bounds(low, high - unit, low + unit, high)


def _edge(moment: Moment | None, *, last: bool) -> tuple[int, int]:
    """The earliest and latest instant of one end of an interval; of an unknown end, any."""
    if moment is None:
        return BEGINNING, END
    first, final = _widened(moment)
    if moment.exact and not moment.mark:
        return (final, final) if last else (first, first)
    unit = min(moment.size, DAY)
    return (first + unit, final) if last else (first, final - unit)


def _instant(seconds: int) -> datetime | None:
    if not DAY <= seconds < 3_652_060 * DAY:
        return None
    return datetime.fromordinal(seconds // DAY) + timedelta(seconds=seconds % DAY)
