"""Dates with hours → the day of an act, and its time of day."""

from holdfire.model.grounded import Grounded


def day_of(value: str) -> str:
    """The day of an EDTF value without its hours: what was "after 9 p.m. Thursday" was on Thursday."""
    ends = value.split("/")
    timed = [end for end in ends if "T" in end]
    if len(timed) == 1 and any(end in ("", "..") for end in ends):
        ends = timed
    return "/".join(dict.fromkeys(end.partition("T")[0] for end in ends))


def time_of(date: Grounded[str]) -> str | None:
    """The time of day of a date that names one."""
    _, _, clock = date.value.partition("T")
    return clock.rstrip("~?") if clock and "/" not in date.value else None
