"""Hours without "a.m." or minutes, which are times only beside a date: "last night at 8"."""

import re

from msgspec.structs import replace

from holdfire.reading.english.dates.joining import with_hour
from holdfire.reading.english.dates.meaning import At, Clock, Daypart, Hours, Meaning
from holdfire.reading.grammar.matcher import Candidate

_HOURS = r"(?:from |between )(?P<a>1[0-2]|[1-9])(?: ?[-–] ?| to | and | until )(?P<b>1[0-2]|[1-9])"
_BEFORE = re.compile(rf"\b{_HOURS},? (?:on |of )?$")
_AFTER = re.compile(rf",? {_HOURS}(?=[.,;!?)]|$)(?![.,:][0-9])")
_HOUR = re.compile(
    r",? (?:at|around)(?: (?:about|around))? (?P<hour>1[0-9]|2[0-3]|[1-9])(?:\.(?P<minute>[0-5][0-9]))?"
    r"(?=[.,;!?)]|$| (?:and|or|to|on|local time|[a-z]+ time)\b)(?![.,:][0-9])"
)
_HOUR_BEFORE = re.compile(
    r"\b(?:at|around|about|by|before|after|until) (?P<hour>1[0-2]|[1-9]),? (?:on |of )?$"
)
_DATED = frozenset(("weekday", "date", "daypart", "at", "set"))
_LOOK_BACK = 28


def with_bare_hours(found: Candidate[Meaning], low: str, floor: int) -> Candidate[Meaning]:
    """Take in an hour, or hours, that stand beside a date."""
    if found.value.kind not in _DATED:
        return found
    after = low[found.end : found.end + 4]
    if after in (" at ", " aro"):
        return _hour_after(found, low)
    if after in (" fro", " bet"):
        return _hours(found, _AFTER.match(low, found.end))
    before = low[max(found.start - 4, floor) : found.start]
    if before[2:3].isdigit() and _in_a_part(found.value):
        return _hour_before(found, low[max(found.start - _LOOK_BACK, floor) : found.start])
    if before[2:3].isdigit() or before in (" on ", " of "):
        return _hours_before(found, low[max(found.start - _LOOK_BACK, floor) : found.start])
    return found


def _hour_after(found: Candidate[Meaning], low: str) -> Candidate[Meaning]:
    match = _HOUR.match(low, found.end)
    if match is None:
        return found
    hour, minute = int(match["hour"]), int(match["minute"]) if match["minute"] else None
    joined = with_hour(found.value, Clock(hour, minute, half=hour > 12))
    return found if joined is None else replace(found, end=match.end(), value=joined)


def _in_a_part(value: Meaning) -> bool:
    """Whether a value is a part of a day, which gives an hour its half."""
    return isinstance(value, Daypart) or (isinstance(value, At) and isinstance(value.time, Daypart))


def _hour_before(found: Candidate[Meaning], back: str) -> Candidate[Meaning]:
    match = _HOUR_BEFORE.search(back)
    joined = with_hour(found.value, Clock(int(match["hour"]), half=False)) if match is not None else None
    if match is None or joined is None:
        return _hours_before(found, back)
    return replace(found, start=found.start - len(back) + match.start("hour"), value=joined)


def _hours_before(found: Candidate[Meaning], back: str) -> Candidate[Meaning]:
    match = _BEFORE.search(back)
    whole = _hours(found, match)
    if match is None or whole is found:
        return found
    return replace(whole, start=found.start - len(back) + match.start(), end=found.end)


def _hours(found: Candidate[Meaning], match: re.Match[str] | None) -> Candidate[Meaning]:
    if match is None:
        return found
    hours = Hours(Clock(int(match["a"]), half=False), Clock(int(match["b"]), half=False))
    joined = with_hour(found.value, hours)
    return found if joined is None else replace(found, end=match.end(), value=joined)
