"""Calendar units as stretches of days, with their EDTF and TIMEX3 names."""

from calendar import monthrange
from datetime import date
from functools import lru_cache

import msgspec

from holdfire.reading.english.dates.meaning import Unit

_SEASON_NAMES = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}


class Stretch(msgspec.Struct, frozen=True):
    """Days from `first` to `last` (ordinals, both within), how EDTF and TIMEX3 write them, and any doubt.

    `rivals` are other readings; `because` is what a resolved value follows from. Ordinals are 0 where nothing
    says the year.
    """

    first: int
    last: int
    unit: str
    edtf: str | None
    timex: str
    because: str | None = None
    rivals: "tuple[str, ...]" = ()
    inferred: bool = False


@lru_cache(maxsize=4096)
def day(at: int) -> Stretch:
    """Name one day."""
    text = date.fromordinal(at).isoformat()
    return Stretch(at, at, "day", text, text)


def days(first: int, last: int, unit: str, timex: str, *, mark: str = "") -> Stretch:
    """Name a run of days as an EDTF interval."""
    edtf = f"{date.fromordinal(first)}{mark}/{date.fromordinal(last)}{mark}"
    return Stretch(first, last, unit, edtf, timex)


@lru_cache(maxsize=4096)
def week(at: int) -> Stretch:
    """Name the ISO week that a day lies in."""
    monday = at - (at - 1) % 7
    year, number, _ = date.fromordinal(at).isocalendar()
    return days(monday, monday + 6, "week", f"{year}-W{number:02}")


def weekend(at: int) -> Stretch:
    """Name the weekend of the ISO week that a day lies in."""
    saturday = at - (at - 1) % 7 + 5
    year, number, _ = date.fromordinal(at).isocalendar()
    return days(saturday, saturday + 1, "weekend", f"{year}-W{number:02}-WE")


@lru_cache(maxsize=4096)
def month(year: int, number: int) -> Stretch:
    """Name a month; numbers outside 1 to 12 count on into other years."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    first = date(year, number, 1).toordinal()
    text = f"{year:04}-{number:02}"
    return Stretch(first, first + monthrange(year, number)[1] - 1, "month", text, text)


def months(first: tuple[int, int], last: tuple[int, int], unit: str, timex: str) -> Stretch:
    """Name a run of months as an EDTF interval."""
    a, b = month(*first), month(*last)
    return Stretch(a.first, b.last, unit, f"{a.edtf}/{b.edtf}", timex)


def quarter(year: int, number: int) -> Stretch:
    """Name a quarter; numbers outside 1 to 4 count on into other years."""
    year, number = year + (number - 1) // 4, (number - 1) % 4 + 1
    return months((year, 3 * number - 2), (year, 3 * number), "quarter", f"{year:04}-Q{number}")


def half(year: int, number: int) -> Stretch:
    """Name half a year."""
    return months((year, 6 * number - 5), (year, 6 * number), "half", f"{year:04}-H{number}")


def season(year: int, code: int) -> Stretch:
    """Name a season; a winter begins in its year."""
    first, last = _SEASON_MONTHS[code]
    name = f"{year:04}-{_SEASON_NAMES[code]}"
    return Stretch(month(year, first).first, month(year, last).last, "season", f"{year:04}-{code}", name)


def year(number: int) -> Stretch:
    """Name a calendar year."""
    text = f"{number:04}"
    return Stretch(date(number, 1, 1).toordinal(), date(number, 12, 31).toordinal(), "year", text, text)


def era(digits: str) -> Stretch:
    """Name a decade or a century by its first digits."""
    low, high = int(digits.ljust(4, "0")), int(digits.ljust(4, "9"))
    unit = "decade" if len(digits) == 3 else "century"
    edtf = digits.ljust(4, "X")
    return Stretch(date(max(low, 1), 1, 1).toordinal(), date(high, 12, 31).toordinal(), unit, edtf, digits)


def unit_at(unit: Unit, at: int, by: int = 0) -> Stretch:
    """Name the unit that lies `by` units from the one a day lies in."""
    if unit in ("day", "hour", "minute", "second"):
        return day(at + by)
    if unit == "week":
        return week(at + 7 * by)
    here = date.fromordinal(at)
    if unit == "month":
        return month(here.year, here.month + by)
    if unit == "quarter":
        return quarter(here.year, (here.month + 2) // 3 + by)
    if unit == "year":
        return year(here.year + by)
    return era(f"{here.year // 10 + by:03}" if unit == "decade" else f"{here.year // 100 + by:02}")


def moved(at: int, unit: Unit, by: int) -> int:
    """The same day so many units on; the end of a shorter month stays within it."""
    if unit in ("day", "week"):
        return at + by * (7 if unit == "week" else 1)
    here = date.fromordinal(at)
    size = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    total = here.year * 12 + here.month - 1 + by * size
    year_, month_ = divmod(total, 12)
    return date(year_, month_ + 1, min(here.day, monthrange(year_, month_ + 1)[1])).toordinal()
