"""Feasts and public holidays: names, and the day each falls on in a year."""

from collections.abc import Callable
from datetime import date, timedelta

_FIXED = {
    "new year's day": "01-01", "new years day": "01-01", "new year": "01-01", "new year's": "01-01",
    "new year's eve": "12-31", "new years eve": "12-31", "christmas": "12-25", "christmas day": "12-25",
    "xmas": "12-25", "christmas eve": "12-24", "boxing day": "12-26", "independence day": "07-04",
    "valentine's day": "02-14", "valentines day": "02-14", "halloween": "10-31", "veterans day": "11-11",
    "armistice day": "11-11", "april fools": "04-01", "april fools day": "04-01", "may day": "05-01",
    "labour day": "05-01", "international workers' day": "05-01", "workers' day": "05-01",
    "st patrick's day": "03-17", "st. patrick's day": "03-17", "juneteenth": "06-19", "freedom day": "06-19",
    "jubilee day": "06-19", "earth day": "04-22", "liberation day": "08-15", "groundhog day": "02-02",
    "international women's day": "03-08", "women's day": "03-08", "all saints' day": "11-01",
    "all souls' day": "11-02", "day of the sun": "04-15", "day of the shining star": "02-16",
    "party foundation day": "10-10",
}  # fmt: skip
_NTH = {  # month, weekday, which one (from the end where negative)
    "thanksgiving": (11, 4, 4), "thanksgiving day": (11, 4, 4), "labor day": (9, 1, 1),
    "memorial day": (5, 1, -1), "martin luther king day": (1, 1, 3), "mlk day": (1, 1, 3),
    "martin luther king jr. day": (1, 1, 3), "columbus day": (10, 1, 2), "presidents day": (2, 1, 3),
    "presidents' day": (2, 1, 3), "president's day": (2, 1, 3), "mother's day": (5, 7, 2),
    "mothers' day": (5, 7, 2), "father's day": (6, 7, 3), "black friday": (11, 5, 4),
}  # fmt: skip
_FROM_EASTER = {"easter": 0, "easter sunday": 0, "good friday": -2, "easter monday": 1, "palm sunday": -7,
                "ash wednesday": -46, "whit sunday": 49, "pentecost": 49}  # fmt: skip
HOLIDAYS = frozenset([*_FIXED, *_NTH, *_FROM_EASTER, "election day"])


def holiday_in(name: str, year: int) -> str:
    """Give the date of a holiday in a year; for year 0 what is known without one ("12-25", "11-WXX-4-4")."""
    fixed = _FIXED.get(name)
    if fixed is not None:
        return f"{year:04}-{fixed}" if year else fixed
    if not year:
        month, weekday, number = _NTH.get(name, (0, 0, 0))
        return f"{month:02}-WXX-{weekday}-{number}" if month else name.replace(" ", "-")
    return _movable(name)(year).isoformat()


def _movable(name: str) -> Callable[[int], date]:
    if name in _FROM_EASTER:
        return lambda year: easter(year) + timedelta(days=_FROM_EASTER[name])
    if name == "election day":
        return lambda year: _nth(year, 11, 1, 1) + timedelta(days=1)
    return lambda year: _nth(year, *_NTH[name])


def _nth(year: int, month: int, weekday: int, number: int) -> date:
    if number < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7 + 7 * (-number - 1))
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (number - 1))


def easter(year: int) -> date:
    """Give Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
