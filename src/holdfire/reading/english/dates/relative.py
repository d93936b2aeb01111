"""Dates told from the day of writing, or from a date spoken of."""

from typing import cast

from holdfire.reading.english.dates.meaning import (
    At,
    Daypart,
    Length,
    Meaning,
    Month,
    Part,
    PartName,
    Quarter,
    Shifted,
    Unit,
    Weekend,
)  # fmt: skip
from holdfire.reading.english.dates.words import BOUNDARY, DAYPARTS, SHIFTS, UNITS, month_of
from holdfire.reading.english.dates.writing import date_rule
from holdfire.reading.grammar.matcher import Found

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


def _before_last(found: Found) -> Meaning:
    by = -2 if found.match["way"].endswith("last") else 2
    unit = found.match["unit"]
    if unit == "weekend":
        return Weekend(by)
    return Daypart("TNI", by) if unit == "night" else Shifted(cast("Unit", unit), by)


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
        says=r"(?!the (?:next|previous) day\b)(?P<shift><shift>) (?:fiscal |calendar )?(?P<unit><unit>)(?<!s)"
        r"(?!-(?:old|long))",
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
