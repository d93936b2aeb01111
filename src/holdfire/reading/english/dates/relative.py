"""Dates told from the day of writing, or from a date spoken of."""

from typing import cast

from holdfire.reading.english.dates.meaning import (
    At,
    Away,
    Daypart,
    Every,
    In,
    Length,
    Meaning,
    Month,
    Origin,
    Over,
    Part,
    PartName,
    Quarter,
    Shifted,
    Unit,
    Weekend,
)  # fmt: skip
from holdfire.reading.english.dates.words import BOUNDARY, DAYPARTS, SHIFTS, UNITS, month_of, number
from holdfire.reading.english.dates.writing import date_rule
from holdfire.reading.grammar.matcher import Found
from holdfire.reading.grammar.pattern import word_set

_ONWARD = ("later", "from now", "hence", "on", "afterwards", "from today", "thereafter", "after that")
_BEFORE_VERBS = word_set("will would could can may might to must should did does not shall")
_DEIXIS = {"today": 0, "yesterday": -1, "tomorrow": 1}
_THEN = {
    "the following": 1,
    "following": 1,
    "the next": 1,
    "the previous": -1,
    "the preceding": -1,
    "that same": 0,
    "that": 0,
    "the same": 0,
    "the very next": 1,
    "the prior": -1,
    "same": 0,
}


def shift_of(text: str) -> int:
    """Give the shift of "last", "this coming" and the like."""
    return SHIFTS[" ".join(text.split())]


def _deixis(found: Found) -> Meaning:
    day = Shifted("day", _DEIXIS[found.match["day"]])
    part = found.match["part"]
    return At(day, Daypart(DAYPARTS[part])) if part else day


def _unit(found: Found) -> Meaning | None:
    unit = UNITS[found.match["unit"]]
    if unit in ("hour", "minute", "second"):
        return None
    if unit == "day" and found.match["shift"].split()[-1] in ("last", "past", "current"):
        return None
    return Shifted(unit, shift_of(found.match["shift"]))


def _then(found: Found) -> Meaning | None:
    unit = UNITS[found.match["unit"]]
    if unit in ("hour", "minute", "second"):
        return None
    by = _THEN[" ".join(found.match["which"].split())]
    return Shifted(unit, by, "then")


def _away(found: Found) -> Meaning | None:
    g = found.match
    count, unit = number(g["count"]), UNITS[g["unit"]]
    where = " ".join(g["where"].split())
    origin: Origin = "now" if where in ("ago", "from now", "hence", "back", "from today") else "then"
    return Away(count, unit, 1 if where in _ONWARD else -1, origin)


def _fortnight(found: Found) -> Meaning | None:
    g = found.match
    if g["way"]:
        return Over(2, "week", 1 if g["way"] in ("next", "coming") else -1)
    if g["count"] == "every":
        return Every(Length(((2, "week"),)))
    count = 2 * (number(g["count"]) or 0)
    return Away(count, "week", -1) if g["ago"] else Length(((count or None, "week"),))


def _before_last(found: Found) -> Meaning:
    by = -2 if found.match["way"].endswith("last") else 2
    unit = found.match["unit"]
    if unit == "weekend":
        return Weekend(by)
    return Daypart("TNI", by) if unit == "night" else Shifted(cast("Unit", unit), by)


def _ahead(found: Found) -> Meaning | None:
    unit = UNITS[found.match["unit"]]
    return Away(number(found.match["count"]), unit, 1)


def _over(found: Found) -> Meaning | None:
    g = found.match
    unit = UNITS[g["unit"]]
    count = number(g["count"]) if g["count"] else None
    sign = 1 if g["way"].split()[-1] in ("next", "coming", "following") else -1
    if found.match.group().startswith("last") and _takes_verb(found):
        return None
    if g["count"] is None and not g["unit"].endswith("s"):
        return None
    return Over(count, unit, sign)


def _takes_verb(found: Found) -> bool:
    """Whether "last" is a verb here: "it will last two hours"."""
    before = found.before()[-1:]
    return bool(before) and (before[0].lower() in _BEFORE_VERBS or before[0].lower().endswith(("n't", "n’t")))


def _daypart(found: Found) -> Meaning | None:
    g = found.match
    code = DAYPARTS[g["part"]]
    which = " ".join((g["which"] or "").split())
    if which in ("this", "earlier this", "later this", "late this", "early this"):
        return Daypart(code, 0)
    if which in ("last", "late last"):
        return Daypart(code, -1)
    if which == "next":
        return Daypart(code, 1)
    by = {
        "the following": 1,
        "the next": 1,
        "the previous": -1,
        "that": 0,
        "that same": 0,
        "the same": 0,
    }.get(which)
    return Daypart(code, by, "then") if by is not None else None


RULES = (
    date_rule(
        "relative.day",
        at="deixis",
        says=r"(?P<day>today|yesterday|tomorrow)(?: (?P<part>morning|afternoon|evening|night)(?!s))?",
        means=_deixis,
        reads={"said yesterday": "2022-01-25", "tomorrow morning": "2022-01-27TMO", "today,": "2022-01-26"},
    ),
    date_rule(
        "relative.before_yesterday",
        at="deixis",
        says=r"(?:the )?day (?:before (?P<back>yesterday)|after (?P<on>tomorrow))",
        means=lambda f: Shifted("day", -2 if f.match["back"] else 2),
        reads={"the day before yesterday": "2022-01-24", "day after tomorrow": "2022-01-28"},
    ),
    date_rule(
        "relative.tonight",
        at="deixis",
        says=r"(?:late |later |early )?toni(?:ght|te)",
        means=lambda _: Daypart("TNI", 0),
        reads={"tonight": "2022-01-26TNI"},
    ),
    date_rule(
        "relative.unit",
        at="unit",
        says=r"(?P<shift><shift>) (?:fiscal |calendar )?(?P<unit><unit>)(?<!s)(?!-(?:old|long))",
        means=_unit,
        reads={
            "last year": "2021",
            "this month": "2022-01",
            "next week": "2022-W05",
            "the past year": "2021",
            "the current year": "2022",
        },
        but_not=("last minute", "next days", "this 12-year-old"),
    ),
    date_rule(
        "relative.then",
        at="unit",
        says=r"(?P<which>the following|following|the next|the previous|the preceding|that same|that"
        r"|the same|the very next|the prior|same) (?P<unit>day|night|week|month|year|quarter"
        r"|decade)",
        means=_then,
        reads={
            "On Jan. 17 it fired. The following day": "2022-01-17 2022-01-18",
            "In 2019 and the same year": "2019 2019",
        },
        note="Counted from the date last spoken of.",
    ),
    date_rule(
        "relative.day_beside",
        at="unit",
        says=r"the (?P<unit>day|week|month|year|night) (?P<where>before|after)(?= ?[.,;:!?)]|$)",
        means=lambda f: Shifted(UNITS[f.match["unit"]], -1 if f.match["where"] == "before" else 1, "then"),
        reads={"the day before.": "2022-01-25"},
        but_not=("the day before the trial",),
    ),
    date_rule(
        "relative.away",
        at="unit",
        says=r"(?P<count><count>|several|few)[ -](?:more )?(?:full |short |long )?(?P<unit><unit>)"
        r"(?: or so)?[ -](?P<where>ago|earlier|later(?! (?:this|that|in|on)(?![a-z]))|from now"
        r"|hence|back|before that|before(?= ?[.,;:)]|$)|afterwards|thereafter|from today"
        r"|after that)",
        means=_away,
        reads={
            "two weeks ago": "2022-W02",
            "ten days later": "2022-02-05",
            "a year earlier": "2021",
            "three months ago": "2021-10",
            "several years ago": "PAST_REF",
        },
        but_not=("later than two weeks",),
    ),
    date_rule(
        "relative.some_away",
        at="unit",
        says=r"(?:just |only )?(?P<unit>minutes|hours|days|weeks|months|years|decades)[ -]"
        r"(?P<where>ago|earlier|later(?! (?:this|that|in|on|than)(?![a-z]))|before that|afterwards"
        r"|thereafter|after that)",
        means=lambda f: Away(
            None,
            UNITS[f.match["unit"]],
            1 if " ".join(f.match["where"].split()) in _ONWARD else -1,
            "now" if f.match["where"] == "ago" else "then",
        ),
        reads={"just months ago": "PAST_REF", "On Jan. 17 he fled. Weeks later": "2022-01-17 FUTURE_REF"},
        but_not=("three weeks later",),
    ),
    date_rule(
        "relative.fortnight",
        at="fortnight",
        says=r"(?:(?:over |in )?the (?P<way>past|last|next|coming) |(?P<count><figure>|every) )fortnights?"
        r"(?P<ago> ago)?",
        means=_fortnight,
        reads={"a fortnight ago": "2022-W02", "for a fortnight": "P2W", "in the past fortnight": "P2W"},
        but_not=("the fortnightly review",),
    ),
    date_rule(
        "relative.before_last",
        at="unit weekend daypart",
        says=r"(?:the )?(?P<unit>week|month|year|weekend|night) (?P<way>before last|after next)",
        means=_before_last,
        reads={"the week before last": "2022-W02", "the night before last": "2022-01-24TNI"},
        but_not=("the week before",),
    ),
    date_rule(
        "relative.in_the_day",
        at="unit",
        says=r"(?:early|earlier|late|later) (?:in|during) the (?P<unit>day|week|month|year)(?! of)",
        means=lambda f: Shifted(cast("Unit", f.match["unit"]), 0, "then"),
        reads={"On Jan. 17 he fled. Later in the day": "2022-01-17 2022-01-17"},
        but_not=("later in the evening",),
    ),
    date_rule(
        "relative.rest_of",
        at="unit",
        says=r"(?:the )?(?:rest|remainder|remaining) of (?:the |this )(?P<unit>day|week|month|year)"
        r"(?! of(?![a-z]))",
        means=lambda f: Part(Shifted(cast("Unit", f.match["unit"]), 0), "END", side=1),
        reads={"for the rest of the year": "2022"},
        but_not=("the rest of the yearbook",),
    ),
    date_rule(
        "relative.ahead",
        at="unit",
        says=r"in (?P<count><figure>)[ -](?P<unit><unit>)'?(?: time| from now)(?! of)",
        means=_ahead,
        reads={"in two weeks' time": "2022-W06"},
    ),
    date_rule(
        "relative.in",
        at="unit",
        says=r"in (?:about |just )?(?P<count><count>)[ -](?:more )?(?P<unit><unit>)(?! (?:of|ago|later"
        r"|earlier|from)| ?-)",
        means=lambda f: In(number(f.match["count"]), UNITS[f.match["unit"]]),
        reads={"it will end in two weeks": "2022-W06", "it ended in two weeks": "P2W"},
        but_not=("in a week of rain", "in the first two weeks"),
    ),
    date_rule(
        "relative.over",
        at="unit",
        says=r"(?:each of )?(?:the )?(?P<way>last|past|previous|first past|next|coming|preceding"
        r"|following|latest) (?:(?P<count><count>|few|several|couple)"
        r"(?: of)?[ -])?(?:or more )?(?:trading |full |consecutive |business )?(?P<unit><unit>)"
        r"(?: or so)?(?!-old)",
        means=_over,
        reads={
            "over the last two years": "P2Y",
            "the past two weeks": "P2W",
            "the next few days": "PXD",
            "the past 20 months": "P20M",
        },
        but_not=("the last two men", "it will last two hours"),
    ),
    date_rule(
        "relative.daypart",
        at="daypart",
        says=r"(?P<which>(?:earlier |later |late |early )?this|(?:late )?last|next|the following"
        r"|the next|the previous|that same|that|the same) (?:early |late |mid-?)?(?P<part>morning"
        r"|afternoon|evening|night)(?!s| watch)",
        means=_daypart,
        reads={
            "this morning": "2022-01-26TMO",
            "last night": "2022-01-25TNI",
            "On Jan. 17 it began. The following morning": "2022-01-17 2022-01-18TMO",
        },
        but_not=("a nightly patrol", "the last nights"),
    ),
    date_rule(
        "relative.year_ago",
        at="unit",
        says=r"(?:the )?(?:comparable |same )?year[- ](?:ago|earlier)(?: (?:period"
        r"|quarter))?(?! [a-z0-9]+[ -]quarter)",
        means=lambda _: Away(1, "year", -1, "then"),
        reads={"the year-earlier period": "2021", "from the year-ago quarter": "2021"},
        note="In a text that speaks of a quarter it is that quarter of the year before.",
    ),
    date_rule(
        "relative.quarter",
        at="unit",
        says=r"(?:the|the latest|latest|that|this|the current|the just-ended) (?:quarter|latest period)"
        r"(?! (?:of|mile|century|horse|back|final))",
        means=lambda _: Quarter(None),
        reads={"in the latest quarter": "2021-Q4", "the quarter": "2021-Q4"},
        but_not=("a quarter of them",),
    ),
    date_rule(
        "relative.month",
        at="month",
        says=r"(?P<shift><shift>|this past|this coming|the following|following)[ -](?P<month><month>)"
        r"(?!\.? ?[0-9])",
        means=lambda f: (
            None
            if f.words[f.match.start("month")].islower()
            else Month(
                month_of(f.match["month"]),
                shift={"following": 1}.get(f.match["shift"].split()[-1]) or shift_of(f.match["shift"]),
            )
        ),
        reads={"last April": "2021-04", "this September": "2022-09", "next May": "2022-05"},
        but_not=("this may",),
    ),
    date_rule(
        "relative.the_unit",
        at="unit",
        says=r"the (?:full |entire |whole |fiscal |current )*(?P<unit>year|month|week)(?!s|-| before"
        r"| after| of | ago| following| [0-9]| to date| (?:starting|beginning|commencing) )",
        means=lambda f: (
            Length(((1, cast("Unit", f.match["unit"])),))
            if f.words[f.match.end() :].lstrip().startswith(("ended ", "ending "))
            else Shifted(cast("Unit", f.match["unit"]), 0)
        ),
        reads={"for the full year": "2022", "in the year ended June 30": "P1Y 2021-06-30"},
        but_not=("in a week", "the week beginning Monday"),
    ),
    date_rule(
        "relative.part_of_unit",
        at="unit",
        says=r"(?:the )?(?P<part>end|beginning|start|middle) of (?:the |this )?(?P<unit>year|month|week"
        r"|quarter)(?! of|-)",
        means=lambda f: Part(
            Shifted(cast("Unit", f.match["unit"]), 0), cast("PartName", BOUNDARY[f.match["part"]])
        ),
        reads={"at the end of the month": "2022-01", "by the end of the year": "2022"},
        but_not=("the end of the year of silence",),
    ),
    date_rule(
        "relative.year_end",
        at="unit",
        says=r"(?:the )?year(?:[- ]|'s )end",
        means=lambda _: Month(12, shift=0),
        reads={"by year-end": "2022-12"},
    ),
)
