"""Days that share a month: "January 17 and 18", "the 17th and 18th of January"."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from holdfire.reading.english.dates.day_of_month import is_free
from holdfire.reading.english.dates.meaning import Day, Meaning, Year
from holdfire.reading.english.dates.words import FRAGMENTS
from holdfire.reading.grammar.matcher import Candidate
from holdfire.reading.grammar.pattern import spelled_out

_AND_DAY = re.compile(
    spelled_out(r"(?:,? (?:and|or) |, )(?:the )?(?P<day><day>)(?:st|nd|rd|th)?(?!\w|[:.,]?[0-9])", FRAGMENTS)
)
_DAY_AND = re.compile(
    spelled_out(
        r"(?:^|\b(?:on|the|of|from) |, )(?P<day><day>)(?:st|nd|rd|th)?(?:,? and |, | or )$",
        FRAGMENTS,
    )
)
"""A bare day before another one with its month: "on 28 and 29 May"."""
BEFORE = 20
_LINKS = (" and ", " and the ", ", ", " or ", " or the ", " to ", " to the ")


def coordinated(found: Sequence[Candidate[Meaning]], words: str, low: str) -> list[Candidate[Meaning]]:
    """Give days without a month that of the day they are named with, and find those of a bare number."""
    if not any(isinstance(candidate.value, Day) for candidate in found):
        return list(found)
    out: list[Candidate[Meaning]] = []
    for number, candidate in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        if out and out[-1].rule == "date.and_day" and _share_year(out, candidate, low):
            continue
        if isinstance(candidate.value, Day) and candidate.value.month is not None:
            out += _days_before(candidate, candidate.value, low, out[-1].end if out else 0)
        out.append(_with_month_of(candidate, following, low))
        if isinstance(candidate.value, Day) and candidate.value.month is not None:
            out += _more_days(
                candidate, candidate.value, words, low, following.start if following else len(low)
            )
    return out


def _share_year(out: list[Candidate[Meaning]], following: Candidate[Meaning], low: str) -> bool:
    """Give days a year that follows them: "Jan. 17, 18 and 19, 2022"; whether it does."""
    if not isinstance(following.value, Year) or low[out[-1].end : following.start] not in (", ", " ", " of "):
        return False
    out[-1] = replace(out[-1], end=following.end)
    for n in range(len(out) - 1, -1, -1):
        day = out[n].value
        if isinstance(day, Day):
            out[n] = replace(out[n], value=replace(day, year=following.value.year))
        if out[n].rule != "date.and_day":
            break
    return True


def _with_month_of(
    candidate: Candidate[Meaning], following: Candidate[Meaning] | None, low: str
) -> Candidate[Meaning]:
    """A day without a month in the month of the day that follows it."""
    day, later = candidate.value, following.value if following is not None else None
    if not isinstance(day, Day) or not isinstance(later, Day) or following is None:
        return candidate
    if day.month is not None or day.within is not None or later.month is None:
        return candidate
    if low[candidate.end : following.start] not in _LINKS or day.day >= later.day:
        return candidate
    return replace(candidate, value=replace(day, month=later.month, year=later.year))


def _days_before(candidate: Candidate[Meaning], day: Day, low: str, stop: int) -> list[Candidate[Meaning]]:
    """The days that stand before a day of a month by their numbers alone: "on 27, 28 and 29 May"."""
    out: list[Candidate[Meaning]] = []
    at, last = candidate.start, day.day
    if not low[at].isdigit():
        return out
    while (match := _DAY_AND.search(low, max(stop, at - BEFORE), at)) is not None:
        number = int(match["day"])
        if number >= last:
            break
        out.insert(
            0,
            Candidate(match.start("day"), match.end("day"), "date.day_and", Day(number, day.month, day.year)),
        )
        at, last = match.start("day"), number
    return out


def _more_days(
    candidate: Candidate[Meaning], day: Day, words: str, low: str, stop: int
) -> list[Candidate[Meaning]]:
    """The days that follow a day of a month by their numbers alone."""
    out: list[Candidate[Meaning]] = []
    at, last = candidate.end, day.day
    while (match := _AND_DAY.match(low, at, stop)) is not None:
        number = int(match["day"])
        if number <= last or not is_free(words[match.end() :][:24]):
            break
        more = Day(number, day.month, day.year)
        out.append(Candidate(match.start("day"), match.end(), "date.and_day", more))
        at, last = match.end(), number
    return out
