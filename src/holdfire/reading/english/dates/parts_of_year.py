"""Quarters, halves and numbered weeks."""

from holdfire.reading.english.dates.meaning import Half, Meaning, Month, Part, Quarter, Shifted, Week, Year
from holdfire.reading.english.dates.words import SHIFTS, month_of, number, ordinal, year_of
from holdfire.reading.english.dates.writing import date_rule
from holdfire.reading.grammar.matcher import Found


def _quarter(found: Found) -> Meaning:
    g = found.match
    which = 4 if g["lastq"] or g["nth"] == "final" else ordinal(g["nth"]) if g["nth"] else int(g["n"])
    year = year_of(g["y1"] or g["y2"])
    if g["ago"]:
        return Quarter(which, within=Shifted("year", -1))
    return Quarter(which, year) if which <= 4 else Quarter(None, year)


def _edge_days(found: Found) -> Meaning | None:
    """Days at the start or the end of a month, a year or another unit: so many, or some (a third)."""
    g = found.match
    of: Meaning
    if g["month"]:
        of = Month(month_of(g["month"]), year_of(g["year"]))
    elif g["year"]:
        of = Year(int(g["year"]))
    else:
        of = Shifted("month" if g["big"] == "month" else "year", SHIFTS[g["shift"] or "this"])
    count = number(g["count"]) if g["count"] else 1 if g["unit"] in ("day", "week") else None
    days = int(count * (7 if g["unit"].startswith("week") else 1)) if count else None
    return Part(of, "START" if g["which"] in ("first", "opening") else "END", days=days)


def _half_of(found: Found) -> Meaning | None:
    g = found.match
    of = (
        Month(month_of(g["month"]), year_of(g["year"]))
        if g["month"]
        else Shifted("month", SHIFTS[g["shift"] or "this"])
    )
    return Part(of, "START" if g["nth"] in ("first", "1st") else "END", shares=2)


RULES = (
    date_rule(
        "date.quarter",
        at="unit quarter year",
        says=r"(?:the |its |a flat |his |their )?(?P<ago>year[- ](?:ago|earlier) )?(?:(?P<y1><year>)"
        r"(?:'s)?[ -])?(?:fiscal[ -]|latest )?(?:(?P<nth><ordinal>|final)[ -](?:fiscal )?quarter"
        r"|(?P<lastq>last)[ -]quarter(?= of)|q(?P<n>[1-4]))(?!s|-final)(?:(?: of |,? |/|-)"
        r"(?:fiscal )?(?P<y2><year>))?",
        means=_quarter,
        reads={
            "the third quarter": "2021-Q3",
            "third-quarter": "2021-Q3",
            "the third quarter of 1984": "1984-Q3",
            "Q3 2019": "2019-Q3",
        },
        but_not=("the second quarters", "a quarter of them"),
    ),
    date_rule(
        "date.half",
        at="half year",
        says=r"(?:the )?(?:(?P<y1><year>)[- ]?h(?P<n>[12])|(?P<nth>first|second|last|latter|1st"
        r"|2nd)[ -]half(?: of(?: the)?(?: year)? ?(?P<y2><year>)?)?)",
        means=lambda f: (
            Half(
                int(f.match["n"]) if f.match["n"] else 1 if f.match["nth"] in ("first", "1st") else 2,
                year_of(f.match["y1"] or f.match["y2"]),
            )
            if f.match["n"] or f.match["y2"] or "year" in f.match.group()
            else None
        ),
        reads={"the last half of 1989": "1989-H2", "the first half of the year": "2022-H1"},
        but_not=("in the first half of the game",),
    ),
    date_rule(
        "date.half_of_month",
        at="half",
        says=r"(?:the )?(?P<nth>first|second|last|latter|1st|2nd)[ -]half of (?:(?P<month><month>)"
        r"(?:,? (?P<year><year>))?|(?:the |(?P<shift>this|last|next) )month)",
        means=_half_of,
        reads={"in the second half of January": "2022-01", "the first half of last month": "2021-12"},
        but_not=("the first half of the year",),
    ),
    date_rule(
        "date.days_of",
        at="unit",
        says=r"(?:the )?(?:very )?(?P<which>first|opening|last|final|closing) "
        r"(?:(?P<count><figure>|few|couple of) )?(?P<unit>days?|weeks) of "
        r"(?:(?P<month><month>)(?:,? (?P<year><year>))?"
        r"|(?:the |(?P<shift>this|last|next) )(?P<big>month|year))(?! of(?![a-z]))",
        means=_edge_days,
        reads={
            "in the first ten days of February": "2022-02",
            "in the last days of December": "2021-12",
            "on the last day of the month": "2022-01-31",
        },
        but_not=("the first days of the war", "the first few days"),
    ),
    date_rule(
        "date.week_number",
        at="unit",
        says=r"week (?P<n>[0-9]{1,2})(?:,? (?:of )?(?P<year><year>))?(?!-)",
        means=lambda f: (
            Week(int(f.match["n"]), Year(int(f.match["year"])) if f.match["year"] else None)
            if 1 <= int(f.match["n"]) <= 53
            else None
        ),
        reads={"in week 10": "2022-W10", "week 31 of 2018": "2018-W31"},
        but_not=("week 00",),
    ),
    date_rule(
        "date.nth_week",
        at="unit",
        says=r"(?:the )?(?P<nth><ordinal>|last|final) week(?= (?:of|in) (?:the )?(?:<month>|<year>"
        r"|(?:last|this|next) (?:month|year)))",
        means=lambda f: Week(-1 if f.match["nth"] in ("last", "final") else ordinal(f.match["nth"])),
        reads={"the last week of 2016": "2016-W52", "the first week of last month": "2021-W48"},
        but_not=("the first week of the war",),
    ),
)
