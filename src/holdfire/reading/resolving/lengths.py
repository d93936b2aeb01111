"""Days counted on or back over a length of time: "for 90 days", "in the past two years"."""

import re
from calendar import monthrange
from datetime import date, timedelta

from holdfire.reading.resolving.moments import ONE_DAY

_LENGTH = re.compile(r"P(\d+)([DWMY])")
DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}


def days_of(length: str) -> int:
    """About how many days an ISO 8601 duration has; 0 where it is counted in hours."""
    found = _LENGTH.fullmatch(length)
    return int(found[1]) * DAYS[found[2]] if found else 0


def shifted(day: str, length: str, *, back: bool = False) -> str | None:
    """The day that a length of time leads to from a day.

    None where one of them is not that plain, nothing lasts, or the calendar ends before.
    """
    found = _LENGTH.fullmatch(length)
    if found is None or ONE_DAY.fullmatch(day) is None or not int(found[1]):
        return None
    try:
        return _moved(date.fromisoformat(day), int(found[1]) * (-1 if back else 1), found[2]).isoformat()
    except (OverflowError, ValueError):
        return None


def _moved(start: date, count: int, unit: str) -> date:
    if unit in "DW":
        return start + timedelta(days=count * DAYS[unit])
    months = start.year * 12 + start.month - 1 + count * (12 if unit == "Y" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
