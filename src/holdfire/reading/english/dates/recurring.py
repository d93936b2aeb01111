"""What comes back: every so often, each such day, hours by season."""

from holdfire.reading.english.dates.meaning import (
    At,
    Daypart,
    Every,
    Hours,
    Length,
    Meaning,
    Month,
    Season,
    Unit,
    Weekday,
)
from holdfire.reading.english.dates.words import DAYPARTS, SEASONS, UNITS, month_of, number, ordinal
from holdfire.reading.english.dates.writing import Joined, date_rule, seam_rule
from holdfire.reading.grammar.matcher import Found
from holdfire.reading.grammar.pattern import word_set

_ADVERBS: dict[str, tuple[float, Unit]] = {
    "daily": (1, "day"),
    "everyday": (1, "day"),
    "nightly": (1, "day"),
    "weekly": (1, "week"),
    "monthly": (1, "month"),
    "quarterly": (3, "month"),
    "yearly": (1, "year"),
    "annually": (1, "year"),
    "annual": (1, "year"),
    "hourly": (1, "hour"),
    "biweekly": (2, "week"),
    "fortnightly": (2, "week"),
    "bimonthly": (2, "month"),
    "semiannually": (6, "month"),
    "biannual": (6, "month"),
    "semiannual": (6, "month"),
    "biennial": (2, "year"),
}
ADVERBS = frozenset(_ADVERBS)
_MONEY = word_set(
    "dividend dividends sales rate rates results loss losses net earnings revenue revenues income profit "
    "profits cash payment payments budget production volume average share turnover trading report "
    "growth"
)


def _every(found: Found) -> Meaning | None:
    g = found.match
    count = 1.0 if not g["count"] else 2.0 if g["count"] == "other" else _count(g["count"])
    return Every(Length(((count, UNITS[g["unit"]]),))) if count is not None else None


def _adverb(found: Found) -> Meaning | None:
    """Not a part of a name, and not a figure of so much a year."""
    if not found.words[found.match.start()].islower():
        return None
    after = found.after().split()[:1]
    before = found.before()[-1:]
    if (after and after[0].lower().strip(".,") in _MONEY) or before == ["Party"]:
        return None
    return Every(Length((_ADVERBS[found.match["word"]],)))


def _count(text: str) -> float | None:
    return (
        ordinal(text)
        if text[-2:] in ("st", "nd", "rd", "th") or text in ("first", "second", "third")
        else number(text)
    )


def _set_at(each: Meaning, time: Meaning) -> Meaning | None:
    if not isinstance(each, Every) or each.hours is not None:
        return None
    if isinstance(time, Hours):
        return Every(time, None, time)
    if isinstance(each.of, At):
        return None
    return Every(At(each.of, time)) if isinstance(each.of, Weekday) else Every(time)


def _hours_in(joined: Joined) -> Meaning | None:
    """Hours in a stretch of months, or in a season of any year."""
    hours, during = joined.left, joined.right
    if isinstance(during, Hours):
        hours, during = during, hours
    of_a_year = isinstance(during, Month | Season) and (during.year is not None or during.shift is not None)
    return Every(hours, during, hours) if isinstance(hours, Hours) and not of_a_year else None


RULES = (
    date_rule(
        "recurring.adverb",
        at="adverb",
        says=r"(?P<word>daily|everyday|nightly|weekly|monthly|quarterly|yearly|annually|annual|hourly"
        r"|biweekly|fortnightly|bimonthly|semiannually|biannual|semiannual|biennial)",
        means=_adverb,
        reads={"patrols are checked daily": "P1D", "a quarterly review": "P3M"},
        but_not=("a source told Daily NK", "the Weekly Standard"),
        note="Not in a name: it must be written small.",
    ),
    date_rule(
        "recurring.every",
        at="unit",
        says=r"(?:every|each|per|(?:once|twice|thrice|<count> times) (?:an?|every|each|per)"
        r"|times a)(?: single)? "
        r"(?:(?P<count>other"
        r"|<figure>|<ordinal>) )?(?P<unit><unit>)(?! of (?:the|those))",
        means=_every,
        reads={
            "every day": "P1D",
            "every two weeks": "P2W",
            "once a year": "P1Y",
            "each month": "P1M",
            "every other day": "P2D",
            "four times a week": "P1W",
        },
        but_not=("every second man", "each of the days"),
    ),
    date_rule(
        "recurring.month",
        at="month",
        says=r"(?:each|every) (?P<month><month>)",
        means=lambda f: Every(Month(month_of(f.match["month"]))),
        reads={"each July": "XXXX-07"},
    ),
    date_rule(
        "recurring.daypart",
        at="daypart",
        says=r"(?:each|every) (?P<part>morning|afternoon|evening|night)",
        means=lambda f: Every(Daypart(DAYPARTS[f.match["part"]])),
        reads={"every night": "TNI"},
    ),
    date_rule(
        "recurring.season",
        at="season",
        says=r"(?:each|every) (?P<season><season>)",
        means=lambda f: Every(Season(SEASONS[f.match["season"]])),
        reads={"every winter": "WI"},
    ),
)

OF_SEASONS = (
    seam_rule(
        "recurring.hours_of_season",
        joins=("hours", "month"),
        between=r"(?: the next day)?,? (?:in |during )(?:the )?",
        means=_hours_in,
        reads={"6 p.m. to 7 a.m. in winter": "(T18,T07,PT13H)"},
    ),
)

SEAMS = (
    seam_rule(
        "recurring.hours_by_season",
        joins=("hours", "range"),
        between=r"(?: the next day)?,? ",
        means=_hours_in,
        reads={"8 p.m. to 5 a.m. from April to September": "(T20,T05,PT9H)"},
    ),
    seam_rule(
        "recurring.season_hours",
        joins=("month range", "hours"),
        between=r"(?: months)?,? ",
        means=_hours_in,
        reads={"in summer from 8 p.m. to 5 a.m.": "(T20,T05,PT9H)"},
    ),
    seam_rule(
        "recurring.at",
        joins=("set", "clock hours"),
        between=r",? (?:at )?",
        means=lambda j: _set_at(j.left, j.right),
        reads={"each Monday at 4pm": "XXXX-WXX-1T16", "every day at 8 a.m.": "T08"},
    ),
    seam_rule(
        "recurring.time_every",
        joins=("clock", "set"),
        between=r",? (?:on )?",
        means=lambda j: _set_at(j.right, j.left),
        reads={"8 a.m. each day": "T08"},
    ),
    seam_rule(
        "recurring.hours_every",
        joins=("hours", "set"),
        between=r",? (?:on )?",
        means=lambda j: Every(j.left, None, j.left) if isinstance(j.left, Hours) else None,
        reads={"from 8 p.m. to 5 a.m. every day": "(T20,T05,PT9H)"},
    ),
)
