"""When an order holds: from its start to its end, within its hours; yes, no or possibly at a time."""

import re
from datetime import date

from holdfire.assessment.question import Question
from holdfire.assessment.reason import Reason
from holdfire.assessment.versions import Version
from holdfire.model.moment import DAY
from holdfire.model.period import Bounds
from holdfire.model.truth import Truth, between

_HOURS = re.compile(r"(?:XXXX-(\d\d)/XXXX-(\d\d) )?T(\d\d):(\d\d)/T(\d\d):(\d\d)")


def in_time(version: Version, question: Question, *, presumed: bool = True) -> Reason:
    """Whether an order holds at a time.

    With `presumed`, an order of which no end is told goes on; else that is only possible.
    """
    at = question.at
    begun, over = _begun(version, at), _over(version, at)
    if begun is Truth.NO:
        return _not_yet(version, at)
    if over is Truth.YES:
        return Reason("time", Truth.NO, f"it was told to hold until {version.end}", "ended")
    words = (_start(version, begun), _lasting(version, presumed=presumed), _in_hours(version, question)[1])
    return Reason("time", holds(version, question, presumed=presumed), "; ".join(filter(None, words)))


def holds(version: Version, question: Question, *, presumed: bool = True) -> Truth:
    """The same without the reason."""
    at = question.at
    begun = _begun(version, at)
    if begun is Truth.NO or (over := _over(version, at)) is Truth.YES:
        return Truth.NO
    return begun & ~over & lasts(version, presumed=presumed) & _in_hours(version, question)[0]


def _begun(version: Version, at: Bounds) -> Truth:
    first, last = version.began
    return between(surely=last <= at.earliest_start, ruled_out=at.latest_end <= first)


def _over(version: Version, at: Bounds) -> Truth:
    first, last = version.ended
    return between(surely=last <= at.earliest_start, ruled_out=at.latest_end <= first)


def _not_yet(version: Version, at: Bounds) -> Reason:
    first, last = version.made
    if version.issued is None or at.latest_end <= first:
        return Reason(
            "time", Truth.NO, f"it was not given before {version.issued or version.start}", "not yet issued"
        )
    sure = "issued" if last <= at.earliest_start else "possibly issued"
    words = f"issued {version.issued}, in force only from {version.start}"
    return Reason("time", Truth.NO, words, f"{sure}, not yet in force")


def _start(version: Version, begun: Truth) -> str:
    if version.order.starts_as_given:
        return f"given {version.issued}; no other start is told"
    if version.start is not None:
        return f"in force from {version.start}"
    if version.issued is not None:
        return f"given {version.issued}; its start is not told"
    known = version.known_by is not None and begun is Truth.YES
    return "no start is told, but a report of it was out by then" if known else "no start is told"


def lasts(version: Version, *, presumed: bool) -> Truth:
    """Whether it goes on where no end is told; an end that is told and cannot be leaves that open."""
    if version.end is not None:
        return Truth.YES
    untold = version.cut is None and not version.order.until_condition
    return Truth.YES if presumed and untold else Truth.POSSIBLY


def _lasting(version: Version, *, presumed: bool) -> str:
    if version.end is not None:
        return f"to hold until {version.end}"
    until = version.order.until_condition
    if until:
        return f"to hold until “{until[0].value}”; whether that came is not told"
    if version.cut is not None:
        return version.no_end
    return f"{version.no_end}: taken to go on" if presumed else version.no_end


def _in_hours(version: Version, question: Question) -> tuple[Truth, str]:
    """Whether a time of day lies in the hours that are told; hours may be those of one clause only."""
    hours = [each.value for each in version.order.hours]
    if not hours or not question.is_clock:
        return Truth.YES, ""
    first = question.at.earliest_start
    if any(within_hours(each, first) for each in hours):
        return Truth.YES, "within its hours"
    only = len(version.order.clauses) <= 1
    return (Truth.NO if only else Truth.POSSIBLY), f"outside its hours ({'; '.join(hours)})"


def within_hours(hours: str, second: int) -> bool:
    """Whether a second lies in hours of each day ("T20:00/T05:00"), in their months where these are told."""
    found = _HOURS.fullmatch(hours)
    if found is None:
        return False
    first, last = (int(m) if m else None for m in found.groups()[:2])
    start, end = (int(h) * 3600 + int(m) * 60 for h, m in (found.groups()[2:4], found.groups()[4:]))
    clock = second % DAY
    inside = start <= clock < end if start < end else clock >= start or clock < end
    return inside and (first is None or last is None or _in_months(first, last, second))


def _in_months(first: int, last: int, second: int) -> bool:
    from_year_1 = second // DAY
    month = _month(from_year_1)
    return first <= month <= last if first <= last else month >= first or month <= last


def _month(ordinal: int) -> int:
    return date.fromordinal(max(ordinal, 1)).month
