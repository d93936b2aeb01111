"""Days of the week, with the part of the day that follows them."""

from holdfire.reading.english.dates.meaning import (
    At,
    Daypart,
    Every,
    Meaning,
    Month,
    Shifted,
    Weekday,
    Weekend,
    Year,
)
from holdfire.reading.english.dates.weeks import (
    COMING,
    FOLLOWING,
    LAST,
    NEXT,
    PAST,
    THE_FOLLOWING,
    THIS,
)
from holdfire.reading.english.dates.words import DAYPARTS, SHIFTS, month_of, ordinal, weekday_of, year_of
from holdfire.reading.english.dates.writing import date_rule
from holdfire.reading.grammar.matcher import Found
from holdfire.reading.grammar.pattern import word_set

_SHIFTS = {
    "last": LAST, "past": PAST, "previous": -FOLLOWING, "the previous": -THE_FOLLOWING, "this": THIS,
    "this past": PAST, "this coming": COMING, "this upcoming": COMING, "next": NEXT, "coming": COMING,
    "upcoming": COMING, "following": FOLLOWING, "the following": THE_FOLLOWING,
}  # fmt: skip
_SHORT = word_set("sun sat mon wed fri tue thu thur weds tues thurs")


def _weekday(found: Found) -> Meaning | None:
    g = found.match
    start = g.start("weekday")
    name = g["weekday"]
    if name.rstrip(".") in _SHORT and (found.words[start].islower() or not _dated(found, name)):
        return None
    shift = _SHIFTS[" ".join(g["shift"].split())] if g["shift"] else None
    day = Weekday(weekday_of(name) or 0, shift)
    part = g["part"] or g["part2"]
    return At(day, Daypart(DAYPARTS[part])) if part else day


def _dated(found: Found, name: str) -> bool:
    """Whether "Sun", "Sat" or "Wed" is followed by what makes it a day: a stop, or nothing but its date."""
    if name.rstrip(".") not in ("sun", "sat", "wed", "mon"):
        return True
    after = found.words[found.match.end("weekday") :][:2]
    before = found.before("weekday")[-1:]
    dated = after[:1] == ")" or after[1:].isdigit() or before == ["on"]
    return dated or name.endswith(".") or found.match["shift"] is not None


def _nth(found: Found) -> Meaning:
    g = found.match
    within: Meaning
    if g["month"]:
        within = Month(month_of(g["month"]), year_of(g["year"]))
    elif g["alone"]:
        within = Year(int(g["alone"]))
    else:
        within = Shifted("month" if g["unit"] == "month" else "year", SHIFTS[g["shift"] or "this"])
    number = -1 if g["nth"] in ("last", "final") else ordinal(g["nth"])
    return Weekday(weekday_of(g["weekday"]) or 0, within=within, number=number)


def _every(found: Found) -> Meaning:
    day = Weekday(
        weekday_of(found.match["weekday"].rstrip("s") if found.match["weekday"] not in ("wednes",) else "wed")
        or 0
    )
    part = found.match["part"]
    return Every(At(day, Daypart(DAYPARTS[part])) if part else day)


RULES = (
    date_rule(
        "weekday",
        at="weekday",
        says=r"(?:(?:(?:the |on )(?!previous|following))?(?P<shift>last|past|(?:the )?previous"
        r"|this past|this coming|this upcoming|this|next|coming|upcoming|(?:the )?following) )?"
        r"(?P<weekday><weekday>)(?:(?:-| | in the )(?:early "
        r"|late |mid)?-?(?:(?P<part>morning|afternoon|evening|night|lunchtime)|overnight)"
        r"(?!s))?(?P<part2>$^)?",
        means=_weekday,
        reads={
            "told us on Tuesday that": "2022-01-25",
            "last Friday": "2022-01-21",
            "Friday night": "2022-01-21TNI",
            "this coming Sunday": "2022-01-30",
            "next Friday": "2022-02-04",
            "He left on Jan. 17. The previous Friday": "2022-01-17 2022-01-14",
            "on Jan. 17 or the following Friday": "2022-01-17 2022-01-21",
        },
        but_not=("the sun rose", "he sat down", "they wed in June", "Wed in 1990, they"),
        note="On its own it is the last such day up to publication; in the future tense the next.",
    ),
    date_rule(
        "weekday.nth",
        at="weekday",
        says=r"(?:the )?(?P<nth><ordinal>|last|final) (?P<weekday><weekday>) (?:of|in) "
        r"(?:(?P<month><month>)(?:,? (?P<year><year>))?|(?P<alone><year>)"
        r"|(?:the |(?P<shift>this|last|next) )(?P<unit>month|year))",
        means=_nth,
        reads={
            "the first Friday of July 2021": "2021-07-02",
            "the last Sunday in October": "2021-10-31",
            "the third Wednesday of next month": "2022-02-16",
        },
        but_not=("the first Friday of the war",),
    ),
    date_rule(
        "weekday.every",
        at="weekday",
        says=r"(?:(?:each|every)(?: other)? (?P<weekday><weekday>)(?:s)?(?: (?P<part>morning|afternoon"
        r"|evening|night))?s?)",
        means=_every,
        reads={"every Friday": "XXXX-WXX-5", "each Thursday night": "XXXX-WXX-4TNI"},
    ),
    date_rule(
        "weekday.plural",
        at="weekdays",
        says=r"(?:on )?(?P<weekday>mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays)(?: "
        r"(?P<part>morning|afternoon|evening|night)s?)?",
        means=_every,
        reads={"on Fridays": "XXXX-WXX-5", "Tuesdays": "XXXX-WXX-2"},
        but_not=("Friday's",),
    ),
    date_rule(
        "weekday.plural_part",
        at="weekday",
        says=r"(?P<weekday><weekday>) (?P<part>mornings|afternoons|evenings|nights)",
        means=_every,
        reads={"Friday mornings": "XXXX-WXX-5TMO"},
    ),
    date_rule(
        "weekend",
        at="weekend",
        says=r"(?:(?:the |this |over the )?(?P<shift>last|past|previous|next|coming|this) |the )?weekend",
        means=lambda f: Weekend(
            {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 0}.get(
                f.match["shift"] or ""
            )
        ),
        reads={
            "over the weekend": "2022-W03-WE",
            "this weekend": "2022-W04-WE",
            "last weekend": "2022-W03-WE",
        },
        but_not=("weekends",),
    ),
    date_rule(
        "weekend.every",
        at="weekend",
        says=r"(?:every |each )weekend|weekends",
        means=lambda _: Every(Weekend()),
        reads={"every weekend": "XXXX-WXX-WE"},
    ),
)
