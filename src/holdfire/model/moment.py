"""One EDTF date or date-time, and the instants that it may stand for."""

import re
from calendar import monthrange
from datetime import date

import msgspec

from holdfire.errors import DateError

DAY = 86_400
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
_FORM = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?:T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?)?"
    r"(?P<mark>[?~%]?)"
)


class Moment(msgspec.Struct, frozen=True):
    """A year, month, season, day or minute as EDTF writes it, checked against the calendar.

    `first` and `last` bound it: seconds since the start of year 1, half-open. `size` is the length of its
    smallest stated unit, the margin by which "approximate" or "uncertain" widens it. A winter (24) is the
    one that begins in its year. Years lie within 0001 and 9999.
    """

    text: str
    first: int
    last: int
    size: int
    mark: str

    @property
    def exact(self) -> bool:
        """Whether it is a day or a time of day, with every digit given: no freedom within it is meant."""
        return self.size <= DAY and "X" not in self.text


def parse_moment(text: str) -> Moment:
    """Read one EDTF date; raises DateError for what is none, or lies outside the calendar."""
    match = _FORM.fullmatch(text)
    if match is None:
        raise DateError(f"{text!r} is not an EDTF date", remedy="write it as 2022-01-17, 2022-01 or 2022")
    year, month, day, hour, minute, second, mark = match.groups()
    if hour is not None and (day is None or "X" in text):
        raise DateError(f"{text!r} has a time of day but no full date")
    try:
        first, last, size = (
            _clock(year, month, day, hour, minute, second) if hour else _days(year, month, day)
        )
    except ValueError as problem:
        raise DateError(f"{text!r} is not in the calendar", remedy=str(problem)) from problem
    return Moment(text, first, last, size, mark)


def _clock(  # noqa: PLR0913, PLR0917
    year: str, month: str, day: str, hour: str, minute: str, second: str | None
) -> tuple[int, int, int]:
    if (int(hour), int(minute), int(second or 0)) > (24, 0, 0) or int(minute) > 59 or int(second or 0) > 59:
        raise ValueError("hours run from 00:00 to 24:00")
    start = date(int(year), int(month), int(day)).toordinal() * DAY
    start += int(hour) * 3600 + int(minute) * 60 + int(second or 0)
    size = 1 if second else 60
    return start, start + size, size


def _days(year: str, month: str | None, day: str | None) -> tuple[int, int, int]:
    years = max(int(year.replace("X", "0")), 1), int(year.replace("X", "9"))
    if month is None:
        return _bounds(date(years[0], 1, 1), date(years[1], 12, 31), 366)
    if month != "XX" and int(month) in SEASONS:
        return _season(years, int(month), day)
    months = (1, 12) if month == "XX" else (int(month), int(month))
    if day is None or day == "XX":
        end = date(years[1], months[1], monthrange(years[1], months[1])[1])
        return _bounds(date(years[0], months[0], 1), end, 31)
    return _bounds(*_first_last_day(years, months, int(day)), 1)


def _season(years: tuple[int, int], season: int, day: str | None) -> tuple[int, int, int]:
    if day is not None:
        raise ValueError("a season has no days")
    start, end = SEASONS[season]
    year = years[1] + (end < start and years[1] < 9999)
    return _bounds(date(years[0], start, 1), date(year, end, monthrange(year, end)[1]), 92)


def _first_last_day(years: tuple[int, int], months: tuple[int, int], day: int) -> tuple[date, date]:
    """The first and last date with that day; only a 29 February needs a search."""
    spread = [(y, m) for y in _some(years) for m in range(months[0], months[1] + 1)]
    real = [date(y, m, day) for y, m in spread if 1 <= m <= 12 and 1 <= day <= monthrange(y, m)[1]]
    if not real:
        raise ValueError("that month has no such day")
    return min(real), max(real)


def _some(years: tuple[int, int]) -> list[int]:
    """The years, or the first and last nine of many (among which leap years lie)."""
    every = range(years[0], years[1] + 1)
    return [*every] if len(every) < 20 else [*every[:9], *every[-9:]]


def _bounds(first: date, last: date, days: int) -> tuple[int, int, int]:
    return first.toordinal() * DAY, (last.toordinal() + 1) * DAY, days * DAY
