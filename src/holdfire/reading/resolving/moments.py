"""Dates with hours → the day of an act, and its time of day."""

import re

from holdfire.model.grounded import Grounded

ONE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
"""A date of one whole day, in EDTF."""
DAY = len("2020-01-01")


def day_of(value: str) -> str:
    """The day of an EDTF value without its hours: what was "after 9 p.m. Thursday" was on Thursday."""
    ends = value.split("/")
    timed = [end for end in ends if "T" in end]
    if len(timed) == 1 and any(end in ("", "..") for end in ends):
        ends = timed
    return "/".join(dict.fromkeys(end.partition("T")[0] for end in ends))


def lies_ahead(value: str, published: str | None) -> bool:
    """Whether a day, or the first day of a span, comes after that of the report; of what is no day, False."""
    if published is None or ONE_DAY.fullmatch(published) is None or ONE_DAY.match(value) is None:
        return False
    return value[:DAY] > published


def time_of(date: Grounded[str]) -> str | None:
    """The time of day of a date that names one."""
    _, _, clock = date.value.partition("T")
    return clock.rstrip("~?") if clock and "/" not in date.value else None
