"""Days by their number alone: "the 26th", "Friday 21", "the last day of the month"."""

import re

from holdfire.reading.english.dates.meaning import Day, Meaning, Shifted
from holdfire.reading.english.dates.words import ordinal, weekday_of
from holdfire.reading.english.dates.writing import date_rule
from holdfire.reading.grammar.matcher import Found
from holdfire.reading.grammar.pattern import word_set

_OF_MONTH = re.compile(r" of (?:the )?(?:next|last|this|each|every|following|same|previous|that) month", re.I)


_HOUR_AFTER = re.compile(
    r" (?:[0-9]|around|about|a round|(?:one|two|three|four|five|six|seven|eight|nine|ten) [ap]\.?m)", re.I
)
_STOPS = ("", ".", ",", ";", ":", ")", "!", "?", "—")
_DASHES = (" -", " –", " —")
_GOVERNING = word_set("on by until till from since before after to and through of between")
_FOLLOWING = word_set(
    "and at of when in to after because but was that by for until as with from about please if over near"
)


def _ordinal_day(found: Found) -> Meaning | None:
    """A day by its number, where a weekday, a month or the words around say that it is one."""
    g = found.match
    day = ordinal(g["nth"])
    if not 1 <= day <= 31:
        return None
    free = is_free(found.after())
    named = (
        g["weekday"] is not None and (free or _HOUR_AFTER.match(found.after()) is not None)
    ) or _OF_MONTH.match(found.words, g.end()) is not None
    if not named and not (free and found.before()[-1:] and _governs(found.before()[-1])):
        return None
    return Day(day, weekday=weekday_of(g["weekday"]))


def is_free(after: str) -> bool:
    """Whether nothing follows that the number could count: not "the 26th Brigade"."""
    words = after.split(None, 1)
    return not words or after[:1] in _STOPS or after[:2] in _DASHES or words[0].lower() in _FOLLOWING


def _governs(word: str) -> bool:
    return word.lower().strip("(") in _GOVERNING


RULES = (
    date_rule(
        "date.ordinal_day",
        at="ordinal weekday_of_date",
        says=r"(?:(?P<weekday><weekday>),? )?(?:the )?(?P<nth><ordinal>)(?: day(?= of))?",
        means=_ordinal_day,
        reads={
            "until the 26th.": "2022-01-26",
            "on the 26th at": "2022-01-26",
            "on the 6th over the price": "2022-02-06",
        },
        but_not=("the 26th Brigade", "on the 25th anniversary", "17th Street", "Friday, the fourth drop"),
        note="A day of a month that nothing names is the nearest such day.",
    ),
    date_rule(
        "date.weekday_day",
        at="weekday_of_date",
        says=r"(?P<weekday><weekday>),? (?:the )?(?P<day><day>)(?:st|nd|rd|th)?(?=[.,;:!?)]|$| at"
        r"| between| from)(?![.:,][0-9])",
        means=lambda f: Day(int(f.match["day"]), weekday=weekday_of(f.match["weekday"])),
        reads={"on Friday 21.": "2022-01-21"},
        but_not=("Sunday 21-14", "on Friday 13 people"),
    ),
    date_rule(
        "date.day_of_month",
        at="unit",
        says=r"(?:the )?(?P<nth><ordinal>) day of (?P<which>the|this|next|last) month",
        means=lambda f: Day(
            ordinal(f.match["nth"]),
            within=Shifted("month", {"next": 1, "last": -1}.get(f.match["which"], 0)),
        ),
        reads={"before the thirty-first day of the month": "2022-01-31"},
    ),
)
