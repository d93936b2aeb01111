"""Days counted on or back over a length of time: "for 90 days", "in the past two years"."""

import re
from calendar import monthrange
from datetime import date, timedelta

_LENGTH = re.compile(r"P(\d+)([DWMY])")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}


def days_of(length: str) -> int:
    """About how many days an ISO 8601 duration has; 0 where it is counted in hours."""
    found = _LENGTH.fullmatch(length)
    return int(found[1]) * DAYS[found[2]] if found else 0


def shifted(day: str, length: str, *, back: bool = False) -> str | None:
    """The day that a length of time leads to from a day; None where one of them is not that plain."""
    found = _LENGTH.fullmatch(length)
    if found is None or _DAY.fullmatch(day) is None:
        return None
    start, count = date.fromisoformat(day), int(found[1]) * (-1 if back else 1)
    if found[2] in "DW":
        return (start + timedelta(days=count * DAYS[found[2]])).isoformat()
    months = start.year * 12 + start.month - 1 + count * (12 if found[2] == "Y" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1])).isoformat()
