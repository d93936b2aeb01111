"""EDTF dates → words that a person reads: `2022-01-17?` → "17 January 2022, uncertain"."""

import re

_MONTHS = (
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAY = re.compile(
    r"(?P<year>[\dX]{4})(?:-(?P<month>[\dX]{2}))?(?:-(?P<day>[\dX]{2}))?(?:T(?P<time>[\d:]+)\S*)?"
)
_HOUR = re.compile(r"T\d\d:\d\d")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_PARTS_OF_DAY = {"TMO": "morning", "TMI": "midday", "TAF": "afternoon", "TEV": "evening", "TNI": "night"}
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


def say_date(edtf: str) -> str:
    """A date, interval or choice of dates in plain words; what it does not know it gives back as it is."""
    if edtf[:1] in ("[", "{") and edtf[-1:] in ("]", "}"):
        return _choice(edtf)
    during, _, hours = edtf.rpartition(" ")
    if during and hours.startswith("T"):
        return f"{say_date(hours)}, {say_date(during).replace(', year not given', '')}"
    if "/" in edtf:
        first, last = edtf.split("/", 1)
        return _interval(first, last)
    return _doubted(_day(edtf.rstrip("?~%")), edtf[-1:])


def say_start(issued: str, start: str) -> str:
    """From when an order holds; where no start is told, "12 May 2022 (when it was given)"."""
    if start or not issued:
        return say_date(start) if start else ""
    given = "uncertain, when it was given" if issued.endswith("?") else "when it was given"
    return f"{say_date(issued.removesuffix('?'))} ({given})"


def _doubted(said: str, mark: str) -> str:
    about = "about " if mark in ("~", "%") else ""
    uncertain = " (uncertain)" if mark in ("?", "%") else ""
    return f"{about}{said}{uncertain}"


def _interval(first: str, last: str) -> str:
    if first in ("", ".."):
        return f"up to {say_date(last)}"
    if last in ("", ".."):
        return f"from {say_date(first)} on"
    if first[-1:] == last[-1:] and first[-1:] in ("~", "?", "%"):
        return _doubted(_interval(first[:-1], last[:-1]), first[-1:])
    if _DATE.fullmatch(first) and _DATE.fullmatch(last) and first[:7] == last[:7]:
        return f"{int(first[8:])} to {say_date(last)}"
    return f"{say_date(first)} to {say_date(last)}"


def _choice(edtf: str) -> str:
    joined = " or " if edtf[0] == "[" else " and "
    inner = edtf[1:-1].replace("..", "/")
    return joined.join(say_date(part.strip()) for part in inner.split(","))


def _day(plain: str) -> str:
    match = _DAY.fullmatch(plain)
    if match is None:
        return plain[1:] if _HOUR.fullmatch(plain) else _PARTS_OF_DAY.get(plain, plain)
    year, month, day, time = match["year"], match["month"], match["day"], match["time"]
    words = [_number(day), _month(month), _year(year, alone=month is None)]
    said = " ".join(word for word in words if word)
    said = said.replace(" year not given", ", year not given")
    return f"{said}, {time}" if time else said


def _number(day: str | None) -> str:
    return "" if day is None or "X" in day else str(int(day))


def _month(month: str | None) -> str:
    if month is None or "X" in month:
        return ""
    if month in _SEASONS:
        return _SEASONS[month]
    number = int(month)
    return _MONTHS[number] if 1 <= number <= 12 else month


def _year(year: str, *, alone: bool) -> str:
    if year == "XXXX":
        return "year not given"
    if "X" in year and alone:
        return f"{year.replace('X', '0')}s"
    return year
