"""English words of time: tables, and the fragments that patterns are written with."""

from typing import cast

from holdfire.reading.english.dates.meaning import Unit
from holdfire.reading.grammar.matcher import OPENING_MARKS
from holdfire.reading.grammar.pattern import any_of

_MONTHS = (
    "january jan", "february feb febr", "march mar", "april apr", "may", "june jun", "july jul",
    "august aug", "september sept sep", "october oct", "november nov", "december dec",
)  # fmt: skip
_WEEKDAYS = (
    "monday mon", "tuesday tues tue", "wednesday wed weds", "thursday thurs thur thu", "friday fri",
    "saturday sat", "sunday sun",
)  # fmt: skip
MONTHS = {w: n for n, row in enumerate(_MONTHS, 1) for w in row.split()}
WEEKDAYS = {w: n for n, row in enumerate(_WEEKDAYS, 1) for w in row.split()}
SEASONS = {
    "spring": 21,
    "springtime": 21,
    "summer": 22,
    "summertime": 22,
    "fall": 23,
    "autumn": 23,
    "winter": 24,
    "wintertime": 24,
}
UNITS = cast(
    "dict[str, Unit]",
    {
        w: row.split()[0]
        for row in (
            "second seconds sec secs", "minute minutes min mins", "hour hours hr hrs", "day days",
            "week weeks", "month months", "quarter quarters", "year years yr yrs", "decade decades",
            "century centuries",
        )
        for w in row.split()
    } | {"night": "day", "nights": "day"},
)  # fmt: skip
DAYPARTS = {
    "morning": "TMO",
    "dawn": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "overnight": "TNI",
    "nightfall": "TNI",
    "dusk": "TEV",
    "midday": "TMI",
    "lunchtime": "TMEL",
    "daytime": "TDT",
    "mornings": "TMO",
    "afternoons": "TAF",
    "evenings": "TEV",
    "nights": "TNI",
}

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMBERS = {w: n for n, w in enumerate(_ONES)} | {w: 10 * n for n, w in enumerate(_TENS, 2)}
NUMBERS |= {f"{t} {o}": NUMBERS[t] + n for t in _TENS for n, o in enumerate(_ONES[:10]) if n}
_ORDINAL_ONES = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
ORDINALS = {w: n for n, w in enumerate(_ORDINAL_ONES, 1)} | {"thirtieth": 30}
ORDINALS |= {
    f"{t} {o}": NUMBERS[t] + n for t in ("twenty", "thirty") for n, o in enumerate(_ORDINAL_ONES[:9], 1)
}
VAGUE_COUNTS = {
    "several": None,
    "a few": None,
    "few": None,
    "many": None,
    "some": None,
    "a number of": None,
    "a couple of": 2,
    "a couple": 2,
    "couple of": 2,
    "couple": 2,
    "a pair of": 2,
    "dozens of": None,
    "a dozen": 12,
    "half a": 0.5,
    "half an": 0.5,
    "a half": 0.5,
    "a": 1,
    "an": 1,
    "another": 1,
}
SHIFTS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "this past": -1,
    "this coming": 1,
    "current": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "this current": 0,
    "the last": -1,
    "the past": -1,
    "the previous": -1,
    "the current": 0,
    "the next": 1,
    "the coming": 1,
}
EXTENT = {"early": "START", "earlier": "START", "late": "END", "later": "END", "mid": "MID", "middle": "MID"}
BOUNDARY = {
    "beginning": "START",
    "start": "START",
    "onset": "START",
    "end": "END",
    "close": "END",
    "middle": "MID",
    "turn": "START",
}

_GAPPED = {w.replace(" ", "-"): n for w, n in (NUMBERS | ORDINALS).items() if " " in w}
_SPELLED = any_of([*NUMBERS, *(w for w in _GAPPED if w.replace("-", " ") in NUMBERS)])
_ORDINAL_WORDS = any_of([*ORDINALS, *(w for w in _GAPPED if w.replace("-", " ") in ORDINALS)])


def word_before(low: str, at: int, floor: int) -> str:
    """The word right before an offset, without a mark that opens something."""
    start = low.rfind(" ", floor, at - 1) + 1 or floor
    word = low[start : at - 1] if at > start else ""
    return word if word.isalpha() else word.rpartition("\n")[2].lstrip(OPENING_MARKS)


def number(text: str) -> float | None:
    """The number a word or figure names; None for "several" and the like.

    >>> number("twenty-four"), number("2 1/2"), number("a couple of"), number("several")
    (24, 2.5, 2, None)
    """
    words = " ".join(text.replace("-", " ").split())
    if words in NUMBERS:
        return NUMBERS[words]
    if words in VAGUE_COUNTS:
        return VAGUE_COUNTS[words]
    if words.endswith(("1/2", "½")):
        return float(words.removesuffix("1/2").removesuffix("½") or 0) + 0.5
    figure = words.replace(",", "")
    if words.endswith(("hundred", "thousand")):
        first, _, scale = words.rpartition(" ")
        return (number(first) or 1) * (100 if scale == "hundred" else 1000)
    return int(figure) if figure.isdigit() else float(figure)


def ordinal(text: str) -> int:
    """The number an ordinal names: "26th", "twenty-sixth"."""
    return ORDINALS.get(" ".join(text.replace("-", " ").split())) or int(text.rstrip("stndrh"))


def _names(rows: tuple[str, ...]) -> str:
    """Full names, or abbreviations with or without their stop."""
    short = any_of(w for row in rows for w in row.split()[1:])
    return rf"(?:(?:{any_of(row.split()[0] for row in rows)})(?![a-z])|(?:{short})(?![a-z])\.?)"


FRAGMENTS = {
    "month": _names(_MONTHS),
    "weekday": _names(_WEEKDAYS),
    "season": any_of(SEASONS),
    "unit": rf"(?:{any_of(UNITS)})(?![a-z])",
    "daypart": any_of(DAYPARTS),
    "year": r"(?:1[4-9]|20)[0-9]{2}(?![0-9])",
    "day": r"(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])",
    "count": rf"(?:[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?(?:[ -]1/2)?"
    rf"|(?:{_SPELLED})(?: (?:hundred|thousand))?(?![a-z])|a (?:hundred|thousand)(?![a-z])|½"
    rf"|(?:{any_of(VAGUE_COUNTS)})(?![a-z]))",
    "figure": rf"(?:[0-9]+(?:\.[0-9]+)?(?:[ -]1/2)?|(?:{_SPELLED})(?![a-z])|an?|several|half an?)",
    "ordinal": rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)|(?:{_ORDINAL_WORDS}))(?![a-z])",
    "shift": rf"(?:{any_of(SHIFTS)})(?![a-z])",
    "zone": r"(?:,? \(?(?:e|c|m|p|ak|ha)[sd]?t|,? \(?(?:gmt|utc|bst|ist|jst|kst|cet|cest|local time))\)?",
}


def month_of(text: str) -> int:
    """Give the number of a month by its name or abbreviation."""
    return MONTHS[text.rstrip(".")]


def weekday_of(text: str | None) -> int | None:
    """Give the number of a weekday by its name or abbreviation."""
    return WEEKDAYS[text.rstrip(".")] if text else None


def year_of(text: str | None) -> int | None:
    """Give a year written in two or four figures: 30 to 99 lie in the 1900s, 00 to 29 in the 2000s."""
    if not text:
        return None
    figures = int(text.lstrip("'’"))
    if figures >= 100:
        return figures
    return figures + (1900 if figures >= 30 else 2000)
