"""The words and figures at which date rules are tried, and the words that may lead up to them."""

from holdfire.reading.english.dates.dayparts import MEALS, SUN
from holdfire.reading.english.dates.holidays import HOLIDAYS
from holdfire.reading.english.dates.recurring import ADVERBS
from holdfire.reading.english.dates.words import (
    DAYPARTS,
    FRAGMENTS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    SEASONS,
    UNITS,
    WEEKDAYS,
)
from holdfire.reading.grammar.matcher import Anchors
from holdfire.reading.grammar.pattern import spelled_out

_D = r"(?:3[01]|[0-2]?[0-9])"
_SHAPES = {
    "amount": r"[0-9]+(?:\.[0-9]+)?(?:(?:year|month|week|day|hour|minute|min|hr)s?|[hdwy])(?![a-z0-9])",
    "month_year": r"(?:0?[1-9]|1[0-2])[-/](?:19|20)[0-9]{2}(?![0-9/-])",
    "compact": r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9])",
    "military": r"(?:[01][0-9]|2[0-3])[.:]?[0-5][0-9]"
    r"(?: ?(?:-|–|to|until|till|and) ?[0-2][0-9][.:]?[0-5][0-9])?"
    r"(?: ?(?:hours|hrs|local time|gmt|utc)|h(?![a-z0-9]))",
    "iso": r"[0-9]{4}(?:[-/][01]?[0-9]|\.[01]?[0-9]\.[0-3]?[0-9])(?![0-9])",
    "slash": rf"{_D}/{_D}(?:/(?:[0-9]{{4}}|[0-9]{{2}}))?(?![0-9:])"
    rf"|{_D}(?P<sep>[.-]){_D}(?P=sep)(?:[0-9]{{4}}|[0-9]{{2}})(?![0-9:])",
    "clock": r"[0-9]{1,2}(?::[0-9]{2}(?!%)"
    r"|(?:[.h]?[0-9]{2})?(?:[ap](?![a-z])| ?[ap]\.? ?m(?![a-z]))|\.[ap]m(?![a-z])|ish(?![a-z]))",
    "decade": r"(?:[0-9]{2})?[0-9]0['’]?s(?![a-z])|['’][2-9]0s",
    "ordinal": r"[0-9]{1,2}(?:st|nd|rd|th)(?![a-z])",
    "year": r"(?:1[4-9]|20)[0-9]{2}(?![0-9])",
}
_CLASSES = {
    "deixis": "today yesterday tomorrow tonight tonite",
    "noon": "noon midnight midday noonish",
    "weekend": "weekend weekends",
    "oclock": "o'clock o’clock oclock",
    "ref": "now currently recently lately soon future present presently nowadays moment past term",
    "quarter": "q1 q2 q3 q4",
    "decade": "nineties eighties seventies sixties fifties forties thirties",
    "half": "half",
    "until": "until till",
    "cardinal": "nineteen",
    "second": "second",
    "fortnight": "fortnight fortnights",
    "spoken": "fifteen twenty thirty forty fifty",
    "meridian": "p.m a.m pm",
}
_NUMBERS = frozenset(w for w in NUMBERS if " " not in w)
_ORDINALS = frozenset(w for w in ORDINALS if " " not in w)
_CLOSER = {
    "weekday": (
        "weekday_of_date",
        spelled_out(r"\.?,? ?(?:the )?(?:[0-9]|<month>|<ordinal>)", FRAGMENTS),
    ),
}
"""Most weekdays stand alone, and a date does not follow."""


def _words() -> dict[str, str]:
    words = dict.fromkeys(UNITS, "unit") | dict.fromkeys(SUN, "daypart")
    words |= dict.fromkeys(DAYPARTS, "daypart") | {"nights": "unit"} | dict.fromkeys(MEALS, "meal")
    words |= dict.fromkeys(SEASONS, "season") | dict.fromkeys(HOLIDAYS, "holiday")
    words |= dict.fromkeys(ADVERBS, "adverb")
    words |= dict.fromkeys(MONTHS, "month") | dict.fromkeys(WEEKDAYS, "weekday")
    words |= {f"{day}s": "weekdays" for day in WEEKDAYS if day.endswith("day")}
    words |= {word: name for name, row in _CLASSES.items() for word in row.split()}
    words |= {f"{unit}{gap}old": "age" for unit in ("year", "years", "month", "months") for gap in " -"}
    return words | {"two thousand": "cardinal"}


def _lead(words: str, *more: frozenset[str]) -> frozenset[str]:
    return frozenset(words.split()).union(*more)


_DATE = _lead(
    "the of other last this next past previous coming upcoming following each every over "
    "that same early late mid twenty thirty latest entire",
    _ORDINALS,
)
_HOUR = _lead("from between to and until till - –", _NUMBERS, frozenset({""}))
_UNIT = _lead(
    "the this last next past previous coming upcoming following same current of late early "
    "mid earlier later in a an few several couple some many another each every half fiscal "
    "that recent recently final latest entire whole full year calendar dozens to or once per "
    "twice times and all its his their comparable more term these end beginning start middle"
    " small wee morning other next following opening closing just only rest remainder remaining"
    " hundred thousand night evening predawn pre-dawn "
    "week foreseeable trading ½ most very",
    _NUMBERS,
    _ORDINALS,
)
_LEADS = {
    "unit": _UNIT,
    "month": _DATE | _lead("to and through day"),
    "daypart": _DATE
    | _lead("earlier later during at in to and between from before after shortly just night", _NUMBERS),
    "deixis": _lead("the day before after early late later"),
    "ref": _lead(
        "the half quarter minutes a near foreseeable not-too-distant in at this very crucial "
        "right just more most recent short distant",
        _NUMBERS,
    ),
    "noon": _lead("the 12"),
    "year": _lead(
        "the year years of calendar fiscal financial fy first second third fourth quarter last half"
    ),
    "ordinal": _lead("the", frozenset({"twenty", "thirty"})),
    "decade": _lead("the roaring"),
    "fortnight": _lead("the past last next coming a one every over in for", _NUMBERS),
    "half": _lead("the first second last latter 1st 2nd"),
    "cardinal": _lead("the year"),
    "quarter": _lead("the fiscal"),
    "meal": _lead("after before around shortly just right"),
    "until": _lead("unless and"),
    "second": _lead("a an", _NUMBERS),
    "spoken": _HOUR | _lead("at"),
}
_LEADS |= dict.fromkeys(("weekday", "weekday_of_date", "season", "holiday", "weekend", "weekdays"), _DATE)
_LEADS |= dict.fromkeys(("clock", "oclock", "meridian"), _HOUR)
_LEADS |= dict.fromkeys(
    ("age", "adverb", "compact", "amount", "month_year", "iso", "slash", "military"), frozenset()
)


ANCHORS = Anchors(_words(), _SHAPES, _LEADS, _CLOSER)
