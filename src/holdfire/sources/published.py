"""A date as a person or a page gives it → EDTF."""

import re
from datetime import date
from typing import NoReturn

from holdfire.errors import DateError

_MONTHS = "january february march april may june july august september october november december"
MONTHS = _MONTHS.split()
_MONTH = {name: number for number, month in enumerate(MONTHS, 1) for name in (month, month[:3])} | {"sept": 9}
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_REMEDY = 'write it as 2022-01-26, 2022-01, 2022 or "26 January 2022"; add ~ for about and ? for uncertain'

_FLAGS = re.ASCII | re.IGNORECASE
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)", _FLAGS)
_ISO_TIME = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s?(Z|UTC|GMT|[+-]\d\d:?\d\d)?",
    _FLAGS,
)
_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)|(\d{4})[/.](\d\d?)[/.](\d\d?)", _FLAGS)
_SLASHED = re.compile(r"(\d\d?)[/.-](\d\d?)[/.-](\d{4})", _FLAGS)
_DAY_FIRST = re.compile(_WEEKDAY + r"(\d\d?)(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]+)\.?,?\s+(\d{4})", _FLAGS)
_MONTH_FIRST = re.compile(_WEEKDAY + r"([a-z]+)\.?\s+(\d\d?)(?:st|nd|rd|th)?,?\s+(\d{4})", _FLAGS)
_MONTH_ONLY = re.compile(r"([a-z]+)\.?,?\s+(\d{4})", _FLAGS)
_MAIL = re.compile(  # RFC 822, as feeds and mails write it
    _WEEKDAY + r"(\d\d?)\s+([a-z]+)\s+(\d{4})\s+(\d\d):(\d\d)(?::(\d\d))?(?:\s([a-z]+|[+-]\d{4}))?",
    _FLAGS,
)
_KOREAN = re.compile(
    r"(\d{4})(?:년 ?|\. ?|/|-(?=\d\d))(\d\d?)(?:월 ?|\. ?|/|-(?=\d\d))(\d\d?)(?:일|\.)?"
    r"(?: ?\(?[월화수목금토일](?:요일)?\)?)?"
    r"(?: ?(오전|오후|AM|PM)? ?(\d\d?)(?::|시 ?)(\d\d)(?::(\d\d)|분)?(?: ?(오전|오후|AM|PM))?)?",
    _FLAGS,
)
_ZONES = {"GMT": "Z", "UT": "Z", "UTC": "Z", "Z": "Z", "KST": "+09:00", "JST": "+09:00"}
_NOON = 12


def published_date(text: str) -> str:
    """The EDTF of a date: ISO 8601 (also with a time), EDTF with ~ ? %, or written out in English or Korean.

    DateError where it is no date, an impossible one, or one that can be read in two ways.
    """
    given = " ".join(text.split())
    for pattern, read in _READINGS:
        found = pattern.fullmatch(given)
        if found:
            return read(found)
    return _refuse(given, "is not a date" if given else "an empty date was given")


def _iso(found: re.Match[str]) -> str:
    year, month, day, doubt = found.groups()
    return _checked(found[0], year, month, day) + doubt


def _iso_time(found: re.Match[str]) -> str:
    year, month, day, hour, minute, second, zone = found.groups()
    offset = (zone or "").upper().replace("UTC", "Z").replace("GMT", "Z")
    return f"{_checked(found[0], year, month, day)}{_time(found[0], hour, minute, second)}{_offset(offset)}"


def _mail(found: re.Match[str]) -> str:
    day, month, year, hour, minute, second, zone = found.groups()
    date = _checked(found[0], year, _number(found[0], month), day)
    offset = _ZONES.get((zone or "").upper(), "" if (zone or "").isalpha() else zone or "")
    return f"{date}{_time(found[0], hour, minute, second)}{_offset(offset)}"


def _korean(found: re.Match[str]) -> str:
    year, month, day, before, hour, minute, second, after = found.groups()
    half = before or after
    date = _checked(found[0], year, month, day)
    if hour is None:
        return date
    if half and not 1 <= int(hour) <= _NOON:
        _refuse(found[0], "has no such time of day")
    late = _NOON if half and half.upper() in ("오후", "PM") else 0
    return date + _time(found[0], str(int(hour) % _NOON + late) if half else hour, minute, second)


def _time(given: str, hour: str, minute: str, second: str | None) -> str:
    if int(hour) > 23 or int(minute) > 59 or int(second or 0) > 60:
        _refuse(given, "has no such time of day")
    return f"T{int(hour):02d}:{minute}:{second or '00'}"


def _offset(zone: str) -> str:
    return f"{zone[:3]}:{zone[3:]}" if len(zone) == 5 else zone


def _basic(found: re.Match[str]) -> str:
    year, month, day = (part for part in found.groups() if part)
    return _checked(found[0], year, month, day)


def _slashed(found: re.Match[str]) -> str:
    first, second, year = found.groups()
    if int(first) != int(second) and max(int(first), int(second)) <= 12:
        one, other = _written(year, first, second), _written(year, second, first)
        _refuse(
            found[0],
            f"can be {one} or {other}",
            remedy=f"write {_edtf(year, first, second)} or {_edtf(year, second, first)}",
        )
    day, month = (first, second) if int(second) <= 12 else (second, first)
    return _checked(found[0], year, month, day)


def _day_first(found: re.Match[str]) -> str:
    return _checked(found[0], found[3], _number(found[0], found[2]), found[1])


def _month_first(found: re.Match[str]) -> str:
    return _checked(found[0], found[3], _number(found[0], found[1]), found[2])


def _month_only(found: re.Match[str]) -> str:
    return _checked(found[0], found[2], _number(found[0], found[1]), None)


_READINGS = (
    (_ISO, _iso),
    (_ISO_TIME, _iso_time),
    (_BASIC, _basic),
    (_SLASHED, _slashed),
    (_DAY_FIRST, _day_first),
    (_MONTH_FIRST, _month_first),
    (_MONTH_ONLY, _month_only),
    (_MAIL, _mail),
    (_KOREAN, _korean),
)


def _number(given: str, month: str) -> str:
    if month.lower() not in _MONTH:
        _refuse(given, "is not a date")
    return str(_MONTH[month.lower()])


def _checked(given: str, year: str, month: str | None, day: str | None) -> str:
    """The EDTF of a date that the calendar has."""
    if int(year) < 1000:
        _refuse(given, f"the year {year} is not one that a report can have")
    if month is not None and not 1 <= int(month) <= 12:
        _refuse(given, f"there is no month {int(month)}")
    if month is not None and day is not None:
        _require_day(given, int(year), int(month), int(day))
    return _edtf(year, month, day)


def _require_day(given: str, year: int, month: int, day: int) -> None:
    try:
        date(year, month, day)
    except ValueError:
        _refuse(given, f"{MONTHS[month - 1].title()} {year} has no day {day}")


def _edtf(year: str, month: str | None, day: str | None) -> str:
    return "-".join([year, *(f"{int(part):02d}" for part in (month, day) if part is not None)])


def _written(year: str, month: str, day: str) -> str:
    return f"{int(day)} {MONTHS[int(month) - 1].title()} {year}"


def _refuse(given: str, problem: str, *, remedy: str = _REMEDY) -> NoReturn:
    quoted = (
        f'the date "{given}": ' if given and not problem.startswith("is ") else f'"{given}" ' if given else ""
    )
    raise DateError(f"{quoted}{problem}", remedy=remedy)
