"""Words right before a date that leave one of its ends open: "since", "until", "before"."""

import re

from msgspec.structs import replace

from holdfire.reading.english.dates.meaning import (
    About,
    At,
    Beside,
    Between,
    Clock,
    Daypart,
    Every,
    Hours,
    In,
    Length,
    Limit,
    Meaning,
    Over,
    Ref,
    Shifted,
    Until,
)  # fmt: skip
from holdfire.reading.english.dates.words import word_before
from holdfire.reading.grammar.matcher import Candidate
from holdfire.reading.grammar.pattern import word_set

_BEFORE = re.compile(
    r"\b(?:(?P<since>(?:ever |dating )?since|as of|effective|starting|beginning|from)"
    r"|(?P<until>until|till|up to|through|by|no later than|not later than|as late as)"
    r"|(?P<near>(?:shortly|just|soon|minutes|moments|right) (?:before|after))"
    r"|(?P<after>after|later than)|(?P<before>before|prior to|earlier than))"
    r"(?: on| from| about| around| the| the start of)?[ \n]$"
)
_FROM_DAYS = re.compile(r"\b(?:from|between)[ \n](?:the )?$")
_SOFT = word_set("on about around the")
_HARD = word_set(
    "since of effective starting beginning from until till to through by than as after before between"
)
_OPENERS = _SOFT | _HARD
_CLOSED = (Between, Beside, Length, Limit, In, Over, Every, Hours, Until, Daypart, Ref)
_LOOK_BACK = 26


def opened(found: Candidate[Meaning], low: str, floor: int) -> Candidate[Meaning]:
    """Take in what stands right before a date and leaves one end of it open."""
    at = found.start
    word = word_before(low, at, floor)
    if word not in _OPENERS:
        return found
    back = low[max(at - _LOOK_BACK, floor) : at]
    if word in _SOFT and _HARD.isdisjoint(back.split()[-4:-1]):
        return found
    if found.rule in ("date.range_of_days", "date.day_range"):
        prefix = _FROM_DAYS.search(back)
        return found if prefix is None else replace(found, start=at - len(back) + prefix.start())
    match = _BEFORE.search(back)
    if match is None or isinstance(found.value, _CLOSED):
        return found
    if (match["since"] or "").endswith("from") and not _starts_something(found.value):
        return found
    return replace(found, start=at - len(back) + match.start(), value=_opened(found.value, match))


def _opened(of: Meaning, match: re.Match[str]) -> Meaning:
    """A date with one end open; a time of day, before or after it on its day."""
    if match["near"]:
        return About(of)
    if _is_time(of) and (match["after"] or match["before"]):
        return Beside(of, 1 if match["after"] else -1)
    return Between(of, None) if match["since"] or match["after"] else Between(None, of)


def _is_time(of: Meaning) -> bool:
    return isinstance(of, Clock) or (isinstance(of, At) and isinstance(of.time, Clock | Daypart))


def _starts_something(meaning: Meaning) -> bool:
    """Whether "from" before it starts a stretch: "from last year" compares."""
    if isinstance(meaning, Shifted):
        return meaning.unit == "day"
    return meaning.kind in ("date", "weekday", "at", "clock", "month")
