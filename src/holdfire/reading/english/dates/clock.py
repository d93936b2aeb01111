"""Times of day, and hours from one to another."""

from holdfire.reading.english.dates.meaning import At, Clock, Day, Hours, Meaning
from holdfire.reading.english.dates.words import NUMBERS, month_of
from holdfire.reading.english.dates.writing import date_rule
from holdfire.reading.grammar.matcher import Found
from holdfire.reading.grammar.pattern import word_set

_AT = word_set("at by around about from to until till between and after before approximately since")
_FOUR = r"(?P<hour>[01][0-9]|2[0-3])[.:]?(?P<minute>[0-5][0-9])"
_AP = r"(?:(?:[ap]\. ?m\.?|[ap] ?m)(?![a-z]))"
_IN = r"(?:,? ?(?:in|at) (?:the )?(?:early |late )?(?:morning|afternoon|evening|night))"
_SPOKEN = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"


def _hour(text: str) -> int:
    return NUMBERS[text] if text in NUMBERS else int(text)


def clock_of(
    hour: int, minute: int | None, second: int | None, half: str | None, *, whole: bool = False
) -> Clock | None:
    """Build a time of day from its figures and the half of the day ("a", "p", or none named).

    `whole` says that the figures count through the whole day: "05:00" after "20:00".
    """
    if hour > 24 or (minute or 0) > 59 or (second or 0) > 59 or (half and hour > 12 and half == "a"):
        return None
    if half is None:
        return Clock(hour, minute, second, half=whole or not 1 <= hour <= 12)
    if hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return Clock(hour, minute, second)


def _half(text: str | None) -> str | None:
    if not text:
        return None
    if "morning" in text:
        return "a"
    return (
        "p" if text.strip(" .")[:1] == "p" or text.split()[-1] in ("afternoon", "evening", "night") else "a"
    )


def _clock(found: Found) -> Meaning | None:
    g = found.match
    minute = int(g["minute"]) if g["minute"] else None
    second = int(g["second"]) if g["second"] else None
    return clock_of(_hour(g["hour"]), minute, second, _half(g["half"]))


def _colon(found: Found) -> Meaning | None:
    """A time with a colon: not a ratio, a score or a verse."""
    before = found.before()[-1:]
    if before and before[0].rstrip(".").lower() in (
        "chapter",
        "verse",
        "ratio",
        "genesis",
        "john",
        "matthew",
        "luke",
    ):
        return None
    after = found.words[found.match.end() : found.match.end() + 14]
    return None if " ratio" in after or " aspect" in after else _clock(found)


def _spoken(found: Found) -> Meaning | None:
    """A time spelled out: governed by "at" and the like, or with its half of the day."""
    g = found.match
    before = found.before()[-1:]
    if not g["half"] and (
        not before or before[0].lower() not in ("at", "until", "by", "around", "about", "from", "to")
    ):
        return None
    minute = NUMBERS[g["tens"]] + (NUMBERS[g["ones"]] if g["ones"] else 0)
    return clock_of(_hour(g["hour"]), minute, None, _half(g["half"]))


def _named(found: Found) -> Meaning:
    return Clock(0) if "midnight" in found.match.group() else Clock(12)


def _hours(found: Found) -> Meaning | None:
    """Two times: the half of the day named last holds for the first where that keeps the order."""
    g = found.match
    half = _half(g["ahalf"])
    whole = g["ah"].isdigit() and int(g["ah"]) > 12
    b = clock_of(_hour(g["bh"]), int(g["bm"]) if g["bm"] else None, None, _half(g["bhalf"]), whole=whole)
    a = clock_of(_hour(g["ah"]), int(g["am"]) if g["am"] else None, None, half)
    if (
        a is None
        or b is None
        or (not g["bhalf"] and not half and not (g["bm"] and (g["am"] or found.match.group()[0] in "fb")))
    ):
        return None
    if not a.half and b.half:
        a = _same_half(a, b)
    if not b.half and a.half:
        b = _next_half(b, a)
    return Hours(a, b)


def _next_half(time: Clock, after: Clock) -> Clock:
    """The reading of a time that comes first after another."""
    both = [Clock(h % 24, time.minute, time.second) for h in (time.hour, time.hour + 12)]
    return min(both, key=lambda c: (_minute(c) - _minute(after)) % 1440)


def _minute(time: Clock) -> int:
    return time.hour * 60 + (time.minute or 0)


def _same_half(time: Clock, as_of: Clock) -> Clock:
    """The reading of a time that lies before the other and nearest to it."""
    both = [Clock(h % 24, time.minute, time.second) for h in (time.hour, time.hour + 12)]
    return min(both, key=lambda c: (_minute(as_of) - _minute(c)) % 1440)


def _past(found: Found) -> Meaning | None:
    g = found.match
    minutes = {"quarter": 15, "a quarter": 15, "half": 30}.get(g["count"]) or _hour(
        g["count"].replace("-", " ")
    )
    hour = _hour(g["hour"])
    if g["way"] in ("to", "before", "of"):
        hour, minutes = hour - 1, 60 - minutes
    return clock_of(hour % 24, minutes, None, _half(g["half"]))


def _military(found: Found) -> Meaning | None:
    """A time of day in four figures: with a nought before it, or governed as a time is."""
    before = found.before()[-1:]
    if found.match["hour"][0] == "0" or (before and before[0].lower() in _AT):
        return Clock(int(found.match["hour"]), int(found.match["minute"]))
    return None


def _military_hours(found: Found) -> Meaning | None:
    ends = [text.replace(".", "").replace(":", "") for text in found.match.group("a", "b")]
    a, b = (clock_of(int(text[:2]), int(text[2:]), None, None, whole=True) for text in ends)
    return Hours(a, b) if a is not None and b is not None else None


def _midnight(found: Found) -> Meaning:
    """The midnight between two days is the start of the second."""
    from_day = _day_after(found)
    return At(from_day, Clock(0, 0))


def _day_after(found: Found) -> Meaning:
    month = found.match["month"]
    year = found.match["year"]
    return Day(int(found.match["b"]), month_of(month), int(year) if year else None)


RULES = (
    date_rule(
        "clock",
        at="clock meridian daypart",
        says=rf"(?P<hour>[0-9]{{1,2}}|{_SPOKEN})(?:[:.h]?(?P<minute>[0-9]{{2}}))?(?::"
        rf"(?P<second>[0-9]{{2}}))?(?:[ -]?(?P<half>{_AP}|{_IN}|(?<=[0-9])[ap](?![a-z])|\.[ap]m))"
        r"(?:<zone>(?![a-z]))?",
        means=_clock,
        reads={"at around 5:00 am": "T05:00", "8 p.m.": "T20", "5 in the morning": "T05"},
        but_not=("5 amber lights", "I am", "3 paces"),
    ),
    date_rule(
        "clock.colon",
        at="clock",
        says=r"(?P<hour>[01]?[0-9]|2[0-4]):(?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9]))?(?P<half>"
        r"(?:,? in the (?:morning|afternoon|evening)))?(?: ?(?:hours|hrs|o'?clock))?(?:<zone>"
        r"(?![a-z]))?(?![:.]?[0-9])",
        means=_colon,
        reads={"at 20:00": "T20:00", "by 3:30": "T03:30"},
        but_not=("a 4:3 ratio", "verse 3:16"),
        note="Without a half of the day the other reading is kept as a rival.",
    ),
    date_rule(
        "clock.oclock",
        at="oclock",
        says=rf"(?P<hour>[0-9]{{1,2}}|{_SPOKEN}) ?o'?clock"
        rf"(?P<minute>$^)?(?P<second>$^)?(?: ?(?P<half>{_AP}|{_IN}))?",
        means=_clock,
        reads={"at ten o'clock": "T10", "5 o'clock in the afternoon": "T17"},
    ),
    date_rule(
        "clock.ish",
        at="clock",
        says=r"(?P<hour>1[0-2]|[1-9])(?P<minute>$^)?(?P<second>$^)?(?P<half>$^)?ish",
        means=_clock,
        reads={"at 11ish": "T11"},
    ),
    date_rule(
        "clock.spoken",
        at="spoken",
        says=rf"(?P<hour>{_SPOKEN})[ -](?P<tens>fifteen|twenty|thirty|forty|fifty)(?:[ -](?P<ones>one"
        rf"|two|three|four|five|six|seven|eight|nine))?(?: minutes)?(?P<half> ?{_AP}"
        rf"|{_IN})?(?! [a-z]+s |-)",
        means=_spoken,
        reads={"at five-thirty tomorrow": "2022-01-27T05:30", "it began at two forty five": "T02:45"},
        but_not=("one twenty men", "five thirty-year-olds"),
    ),
    date_rule(
        "clock.spoken_hours",
        at="spoken",
        says=rf"(?:from|between) (?P<ah>{_SPOKEN})[ -](?P<at>fifteen|twenty|thirty|forty|fifty) "
        rf"(?:to|until|till|and) "
        rf"(?P<bh>{_SPOKEN})[ -](?P<bt>fifteen|twenty|thirty|forty|fifty)(?:[ -](?P<bo>five))?",
        means=lambda f: Hours(
            Clock(_hour(f.match["ah"]), NUMBERS[f.match["at"]], half=False),
            Clock(_hour(f.match["bh"]), NUMBERS[f.match["bt"]] + (5 if f.match["bo"] else 0), half=False),
        ),
        reads={"from two thirty to two forty five": "(T02:30,T02:45,PT15M)"},
    ),
    date_rule(
        "clock.named",
        at="noon",
        says=r"(?:12 )?(?:the )?(?:noon(?:ish)?|midnight|midday)(?:<zone>(?![a-z]))?",
        means=_named,
        reads={"at midnight": "T00", "noon": "T12"},
    ),
    date_rule(
        "clock.midnight_between",
        at="noon",
        says=r"(?:the )?midnight (?:of|on|between) (?P<month><month>) (?P<a><day>)(?:/|-|–| and )"
        r"(?P<b><day>)(?:,? (?P<year><year>))?",
        means=_midnight,
        reads={"from the midnight of February 24/25": "XXXX-02-25T00:00"},
    ),
    date_rule(
        "clock.midnight_between_days",
        at="noon",
        says=r"(?:the )?midnight (?:of|on|between) (?P<a><day>)(?:/|-|–| and )(?P<b><day>) (?P<month><month>)"
        r"(?:,? (?P<year><year>))?",
        means=_midnight,
        reads={"from midnight of 24/25 February": "XXXX-02-25T00:00"},
    ),
    date_rule(
        "clock.hours",
        at="clock oclock meridian daypart",
        says=rf"(?:(?:from|between) )?(?P<ah>[0-9]{{1,2}}|{_SPOKEN})(?::"
        rf"(?P<am>[0-9]{{2}}))? ?(?P<ahalf>{_AP}|[ap](?![a-z])|{_IN})?(?: ?(?:-|–|—) ?| to | and "
        rf"| until | till | through )(?P<bh>[0-9]{{1,2}}|{_SPOKEN})(?::"
        rf"(?P<bm>[0-9]{{2}}))?(?: ?o'?clock)?(?: ?(?P<bhalf>{_AP}|[ap](?![a-z])|{_IN}))?(?:<zone>"
        r"(?![a-z]))?(?:,? (?:of |on )?the (?:next|following) (?:day|morning))?",
        means=_hours,
        reads={
            "from 8 p.m. to 5 a.m.": "(T20,T05,PT9H)",
            "8-9am": "(T08,T09,PT1H)",
            "between 4pm and 5pm": "(T16,T17,PT1H)",
            "20:00 to 05:00": "(T20:00,T05:00,PT9H)",
            "18:00 to 07:00 the next day": "(T18:00,T07:00,PT13H)",
        },
        but_not=("3-2 in the first", "from 5 to 6 people"),
    ),
    date_rule(
        "clock.past",
        at="ref unit clock spoken",
        says=rf"(?P<count>[0-9]{{1,2}}|(?:a )?quarter|half|ten|(?:twenty|thirty|forty)(?:[- ](?:one|two"
        r"|three|four|five|six|seven|eight|nine))?|five|fifteen)(?: minutes?| min)? (?P<way>past"
        rf"|to|after|before) (?P<hour>[0-9]{{1,2}}|{_SPOKEN})(?: o'?clock)?(?:(?P<half> ?{_AP}"
        rf"|{_IN})|(?= |\.|,|$))(?! [a-z]+ (?:men|people))",
        means=_past,
        reads={"half past nine in the evening": "T21:30", "20 minutes past 8 pm": "T20:20"},
        but_not=("two to three weeks",),
    ),
    date_rule(
        "clock.military",
        at="military",
        says=rf"{_FOUR}(?: ?(?:hours|hrs|h)(?:<zone>(?![a-z]))?| ?(?:local time|gmt|utc))",
        means=_military,
        reads={"at 0530 hours": "T05:30", "around 1730 hrs local time": "T17:30", "at 0435 GMT": "T04:35"},
        but_not=("it took 1730 hours", "1200 houses burnt"),
    ),
    date_rule(
        "clock.military_hours",
        at="military",
        says=r"(?P<a>[0-2][0-9][.:]?[0-5][0-9]) ?(?:hours |hrs )?(?:-|–|to|until|till|and) ?"
        r"(?P<b>[0-2][0-9][.:]?[0-5][0-9]) ?(?:hours|hrs|h|local time|gmt|utc)",
        means=_military_hours,
        reads={"from 2000 to 0500 hours": "(T20:00,T05:00,PT9H)"},
        but_not=("2000 to 2500 hours",),
    ),
)
