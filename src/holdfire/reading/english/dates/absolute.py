"""Dates that name a day, month or year by its number or name."""

import re

from holdfire.reading.english.dates.meaning import (
    Between, Day, Era, Half, Meaning, Month, Quarter, Shifted, Week, Year,
)  # fmt: skip
from holdfire.reading.english.dates.words import MONTHS, WEEKDAYS, number, ordinal
from holdfire.reading.english.dates.writing import date_rule
from holdfire.reading.grammar.matcher import Found

_NAME_BEFORE = re.compile(r"(?<![.!?] )(?<![.!?][\"'”’] )(?<!^)\b[A-Z][a-zA-Z]+ $")
_DATING = frozenset("in since by during the from until till before after late early fiscal year between and to through "
                    "a around about summer spring fall winter autumn of for mid on as".split()) | frozenset(MONTHS) | frozenset(WEEKDAYS)
_OF_MONTH = re.compile(r" of (?:the )?(?:next|last|this|each|every|following|same|previous|that) month", re.I)
_NAME_AFTER = re.compile(r" [A-Z][a-z]")
_FRACTIONS = frozenset(((1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (24, 7), (1, 8), (1, 10)))
_BARE = frozenset(
    {"may", "march", "mar", "jan", "dec", "sept", "sep", "nov", "oct", "apr", "jun", "jul", "feb", "aug"}
)
_YEAR_TO_YEAR = re.compile(r"[-–](?:1[4-9]|20)[0-9]{2}(?![0-9])")
_WHOLE = re.compile(r"(?<![/0-9])[0-9]+[ -]$")
_FROM_YEAR = re.compile(r"(?<![0-9-])(?:1[4-9]|20)[0-9]{2}[-–]$")
_BEFORE_MONTH = frozenset(
    ["in", "last", "this", "next", "since", "by", "until", "till", "through", "early", "late", "mid", "of", "from", "to", "between", "during", "past", "before", "after", "each", "every", "and", "or", "following", "previous", "coming"]
)
_NOT_BEFORE_YEAR = frozenset(
    ["highway", "route", "interstate", "flight", "no", "number", "page", "room", "building", "bus", "area", "code", "section", "size", "type", "class", "model", "windows", "office", "about", "nearly", "almost", "over", "than", "total", "least", "some", "only", "around", "unit", "apt", "apartment", "suite", "block", "approximately", "roughly", "under", "channel", "chapter", "hwy", "rt", "pier", "lot", "box", "grade"]
)
_NOUN_AFTER_YEAR = (
    " block", " people", " troops", " soldiers", " men", " miles", " feet", " km", " kilometers", " meters",
    " shares", " dollars", " residents", " employees", " workers", " jobs", " students", " votes", " points",
    " words", " pounds", " hours", " percent", " homes", " members", " officers", " refugees", " civilians",
    " years", " yards", " rounds", " cases", " deaths", " tons", " children", " women", " families", " units",
    " others", " million", " billion", " sq", " cars", " guards", " acres", " protesters", " migrants", " metres",
    " kilometres", " tonnes", " days", " e ", " w ", " n ", " s ", " n. ", " s. ", " e. ", " w. ", " west ",
    " east ", " north ", " south ",
)  # fmt: skip


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


def _named(found: Found) -> Meaning | None:
    """A day of a month; "may 5 people" is none."""
    g = found.match.groupdict()
    day = ordinal(g["nth"]) if g["nth"] else int(g["day"] or number(g["spelled"]) or 0)
    month, year = month_of(g["month"]), year_of(g["year"])
    start = found.match.start("month")
    if g["month"] in ("may", "march", "mar", "sat", "sun") and found.words[start].islower():
        return None
    if year is None and g["day"] and _counts_something(found):
        return None
    return Day(day, month, year, weekday_of(g.get("weekday")))


def _dates_a_small(found: Found, start: int) -> bool:
    """Whether "may" or "march", written small, is a month: "in may."."""
    before = found.words[:start].rsplit(None, 1)[-1:]
    after = found.words[found.match.end() :].lstrip()[:1]
    return bool(before) and before[0].lower() in ("in", "since", "until", "last", "next") and not after.isalpha()


def _day_range(found: Found) -> Meaning | None:
    g = found.match.groupdict()
    first, last = int(g["a"]), int(g["b"])
    if first >= last or found.words[found.match.start("month")].islower() and g["month"] in ("may", "march"):
        return None
    month, year = month_of(g["month"]), year_of(g["year"])
    return Between(Day(first, month, year), Day(last, month, year))


def _counts_something(found: Found) -> bool:
    """Whether the number after a month counts what follows ("May 20 people", "in March 12 percent")."""
    after = found.words[found.match.end() : found.match.end() + 9].lower()
    return after.startswith((" percent", "%", " people", " million", " men ", ",000")) or re.match(r":[0-9]", after) is not None


def _month(found: Found) -> Meaning | None:
    """A month alone: an ambiguous one needs a capital, and "may" and "march" a word that governs a date."""
    g = found.match.groupdict()
    start = found.match.start("month")
    name = g["month"].rstrip(".")
    if found.words[start].islower() and name in ("may", "march") and _dates_a_small(found, start):
        return Month(month_of(name), year_of(g["year"]))
    if found.words[start].islower() and (name in _BARE or (g["year"] is None and len(name) < 5)):
        return None
    if g["year"] is None and name in ("may", "march", "mar"):
        previous = found.words[:start].rsplit(None, 1)[-1:] if start else []
        if (
            not previous
            or previous[0].lower().split("-")[0] not in _BEFORE_MONTH
            or found.words[start + 1 : start + 2].isupper()
        ):
            return None
    if name == "jan" and g["month"] == "jan" and _NAME_AFTER.match(found.words, found.match.end()):
        return None
    return Month(month_of(name), year_of(g["year"]))


def _year(found: Found) -> Meaning | None:
    """A year, unless the words around make the number a count, an address or a name."""
    start, end = found.match.span()
    before = found.words[max(start - 24, 0) : start]
    word = before.rsplit(None, 1)[-1].lower().strip("(\"'“#.") if before.strip() else ""
    after = found.words[end : end + 14].lower()
    if _YEAR_TO_YEAR.match(after):
        return Year(int(found.match["year"]))
    if _FROM_YEAR.search(before):
        return Year(int(found.match["year"]))
    if word in _NOT_BEFORE_YEAR and not before.lower().endswith(("later than ", "earlier than ")) or before.endswith(("$", "#", "£", "€", ".", "-", "/", ",", "+")):
        return None
    if _NAME_BEFORE.search(before) and word not in _DATING:
        return None
    if after.startswith(_NOUN_AFTER_YEAR) or re.match(r"\.[0-9]", after) or after[:1] in ("%", "-", "/", "°") or after[:2] in (".0", ",0"):
        return None if after[:1] != "-" or after[1:2].isdigit() else Year(int(found.match["year"]))
    return Year(int(found.match["year"]))


def _iso(found: Found) -> Meaning | None:
    y, m, d = (int(x) if x else None for x in found.match.group("y", "m", "d"))
    if d is None:
        return Month(m, y) if 1 <= (m or 0) <= 12 else None  # type: ignore[arg-type]
    return Day(d, m, y) if 1 <= (m or 0) <= 12 and d <= 31 else None


def _slashed(found: Found) -> Meaning | None:
    """Month first, as American papers write; day first where the first figure can be no month."""
    first, second = int(found.match["a"]), int(found.match["b"])
    year = year_of(found.match["y"])
    if year is None and (found.match["sep"] != "/" or (first, second) in _FRACTIONS or _measures(found)):
        return None
    month, day = (first, second) if first <= 12 else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Day(day, month, year)


def _measures(found: Found) -> bool:
    """Whether a fraction follows a whole number, or counts what follows ("4 5/8", "3/8%")."""
    start, end = found.match.span()
    return found.words[end : end + 1] in ("%", '"', "″") or _WHOLE.search(found.words[max(start - 6, 0) : start]) is not None


def _quarter(found: Found) -> Meaning:
    g = found.match.groupdict()
    which = 4 if g["lastq"] or g["nth"] == "final" else ordinal(g["nth"]) if g["nth"] else int(g["n"])
    year = year_of(g["y1"] or g["y2"])
    if g["ago"]:
        return Quarter(which, within=Shifted("year", -1))
    return Quarter(which, year) if which <= 4 else Quarter(None, year)


_ERAS = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
         "nineties": 9}  # fmt: skip


def _decade(found: Found) -> Meaning:
    text = found.match["era"].lstrip("'’")
    tens = str(_ERAS[text]) if text in _ERAS else text.rstrip("'’s")[:-1]
    return Era(tens if len(tens) == 3 else f"19{tens}")


def _spelled_year(found: Found) -> Meaning | None:
    g = found.match.groupdict()
    if g["thousand"]:
        rest = number(g["rest"]) if g["rest"] else 0
        return Year(2000 + int(rest or 0))
    tens = number(g["tens"])
    return Year(int(number(g["cent"]) or 0) * 100 + int(tens or 0))


def _ordinal_day(found: Found) -> Meaning | None:
    g = found.match.groupdict()
    day = ordinal(g["nth"])
    start, end = found.match.span()
    before = found.words[max(start - 16, 0) : start].split()
    after = found.words[end : end + 12]
    governed = before[-1:] and before[-1].lower().strip("(") in (
        "on",
        "by",
        "until",
        "till",
        "from",
        "since",
        "before",
        "after",
        "to",
        "and",
        "through",
        "of",
        "between",
    )
    free = (
        not after[:1]
        or after[0] in ".,;:)!?—" or after[:2] in (" -", " –", " —")
        or after.split()[:1][0].lower()
        in (
            "and",
            "at",
            "of",
            "when",
            "in",
            "to",
            "after",
            "because",
            "but",
            "was",
            "that",
            "by",
            "for",
            "until",
            "as",
            "with",
            "from",
            "about",
            "please",
            "if",
        )
    )
    weekday = weekday_of(g["weekday"])
    of_month = _OF_MONTH.match(found.words, end) is not None
    if not (1 <= day <= 31) or not (weekday or of_month or (governed and free)):
        return None
    return Day(day, weekday=weekday)


_YEAR = r"(?P<year><year>|'[0-9]{2}(?![0-9])|(?<=of[ ])[0-9]{2}(?=[.,;]|$))"
_DAY = r"(?:(?P<nth><ordinal>)|(?P<day><day>)|(?P<spelled>(?:twenty|thirty)[- ](?:one|two|three|four|five|six|seven|eight|nine)(?![a-z])))"

RULES = (
    date_rule(
        "date.month_day",
        at="month weekday",
        says=rf"(?:last |this past )?(?:(?P<weekday><weekday>),? (?:the )?)?(?P<month><month>)(?:,? ?|[-/])(?:the )?{_DAY}(?:(?: of | in |,? ?,? ?|[-/]){_YEAR})?",
        means=_named,
        reads={"On Jan. 17, the government ordered": "2022-01-17", "January 17, 2021.": "2021-01-17",
               "Tuesday, Jan. 25": "2022-01-25", "on May 5": "2022-05-05", "Oct/2": "2021-10-02"},
        but_not=("he may 5 times", "They march 20 miles", "In March 20 percent fell", "Jan. 17:30"),
        note="A year that nothing states is the nearest to publication by tense.",
    ),
    date_rule(
        "date.day_month",
        at="month weekday ordinal",
        says=rf"(?:(?P<weekday><weekday>),? )?(?:the )?{_DAY}(?: day)?(?: of |[ /-])(?:the )?(?P<month><month>)(?:(?:,? of |,? in |,? |[-/]){_YEAR})?",
        means=_named,
        reads={"17 January 2022": "2022-01-17", "the 26th of March": "2022-03-26", "05-Aug-2016": "2016-08-05"},
        but_not=("5 may go", "20 march on the capital"),
    ),
    date_rule(
        "date.month",
        at="month",
        says=rf"(?P<month><month>)(?:(?:,? of |,? |[-/]|, in | in ){_YEAR})?",
        means=_month,
        reads={"in February 2019": "2019-02", "since December": "2021-12", "Aug. 2020": "2020-08"},
        but_not=("he may leave", "May I go", "They march on", "the March on Washington", "MAY be"),
    ),
    date_rule(
        "date.year_month",
        at="year iso",
        says=r"(?P<year><year>)(?:[-/]| )(?P<month><month>)(?:[-/](?P<day><day>))?",
        means=lambda f: Day(int(f.match["day"]), month_of(f.match["month"]), int(f.match["year"]))
        if f.match["day"]
        else Month(month_of(f.match["month"]), int(f.match["year"])),
        reads={"2019-Aug-01": "2019-08-01", "2017 April": "2017-04"},
    ),
    date_rule(
        "date.iso",
        at="iso",
        says=r"(?P<y>[0-9]{4})(?P<sep>[-/.])(?P<m>[0-9]{1,2})(?:(?P=sep)(?P<d>[0-9]{1,2}))?",
        means=_iso,
        reads={"on 2022-01-17 it": "2022-01-17", "2015-3": "2015-03"},
        but_not=("2022-2023 season", "scored 2010-15"),
    ),
    date_rule(
        "date.month_slash_year",
        at="month_year",
        says=r"(?P<m>[0-9]{1,2})[-/](?P<y>[0-9]{4})(?P<d>$^)?",
        means=_iso,
        reads={"12-2015": "2015-12"},
    ),
    date_rule(
        "date.slashed",
        at="slash",
        says=r"(?P<a>[0-9]{1,2})(?P<sep>[/.-])(?P<b>[0-9]{1,2})(?:(?P=sep)(?P<y>[0-9]{4}|[0-9]{2}))?(?![/.][0-9])",
        means=_slashed,
        reads={"1/17/2022": "2022-01-17", "17.1.2022": "2022-01-17", "11/12/21": "2021-11-12"},
        but_not=("3-2 win", "2.5 million", "24/7", "30/45 troops", "1/2 of them"),
    ),
    date_rule(
        "date.year",
        at="year",
        says=r"(?P<year><year>)",
        means=_year,
        reads={"in 2010 they": "2010", "the year 2008": "2008"},
        but_not=("Highway 2010", "2000 people", "2010.5", "more than 2000", "2,010", "$2000", "1999 block of Main"),
    ),
    date_rule(
        "date.spelled_year",
        at="cardinal unit",
        says=r"(?:the year )?(?:(?P<cent>nineteen|eighteen|seventeen|twenty) (?P<tens>(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)|(?P<thousand>two thousand)(?: and(?= [a-z]+))?(?: (?P<rest>(?:twenty|thirty|forty|fifty)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen))?(?! (?:years|people|men|troops|dollars|of)))",
        means=_spelled_year,
        reads={"in nineteen ninety-six they": "1996", "the year two thousand": "2000"},
        but_not=("two thousand people", "twenty people"),
    ),
    date_rule(
        "date.fiscal_year",
        at="year unit",
        says=r"(?:the )?(?:fiscal|financial|fy)(?: year)? ?(?P<year><year>)",
        means=lambda f: Year(int(f.match["year"])),
        reads={"in fiscal 1989": "1989", "fiscal year 2021": "2021"},
    ),
    date_rule(
        "date.decade",
        at="decade",
        says=r"(?:the )?(?P<era>(?:1[0-9]|20)[0-9]0['’]?s|['’]?[2-9]0s|(?:roaring )?(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))",
        means=lambda f: _decade(f) if not f.match["era"][0].isdigit() or len(f.match["era"]) > 4 else None,
        reads={"in the 1990s": "199", "the '80s": "198", "the nineties": "199"},
        but_not=("in his 20s", "temperatures in the 70s"),
    ),
    date_rule(
        "date.century",
        at="unit",
        says=r"(?:the )?(?P<nth><ordinal>)[ -]century",
        means=lambda f: Era(f"{ordinal(f.match['nth']) - 1:02}"),
        reads={"the 20th century": "19", "11th century": "10"},
        but_not=("half a century",),
    ),
    date_rule(
        "date.quarter",
        at="unit quarter year",
        says=r"(?:the |its |a flat |his |their )?(?P<ago>year[- ](?:ago|earlier) )?(?:(?P<y1><year>)(?:'s)?[ -])?(?:fiscal[ -]|latest )?(?:(?P<nth><ordinal>|final)[ -](?:fiscal )?quarter|(?P<lastq>last)[ -]quarter(?= of)|q(?P<n>[1-4]))(?!s|-final)(?:(?: of |,? |/|-)(?:fiscal )?(?P<y2><year>))?",
        means=_quarter,
        reads={"the third quarter": "2021-Q3", "third-quarter": "2021-Q3", "the third quarter of 1984": "1984-Q3", "Q3 2019": "2019-Q3"},
        but_not=("the second quarters", "a quarter of them"),
    ),
    date_rule(
        "date.half",
        at="half year",
        says=r"(?:the )?(?:(?P<y1><year>)[- ]?h(?P<n>[12])|(?P<nth>first|second|last|latter|1st|2nd)[ -]half(?: of(?: the)?(?: year)? ?(?P<y2><year>)?)?)",
        means=lambda f: Half(
            int(f.match["n"]) if f.match["n"] else 1 if f.match["nth"] in ("first", "1st") else 2,
            year_of(f.match["y1"] or f.match["y2"]),
        )
        if f.match["n"] or f.match["y2"] or "year" in f.match.group()
        else None,
        reads={"the last half of 1989": "1989-H2", "the first half of the year": "2022-H1"},
        but_not=("in the first half of the game",),
    ),
    date_rule(
        "date.compact",
        at="compact",
        says=r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})",
        means=_iso,
        reads={"image 20200701 shows": "2020-07-01"},
        but_not=("call 2015550123", "20209901"),
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
    date_rule(
        "date.day_range",
        at="month",
        says=rf"(?P<month><month>) (?P<a><day>)(?:st|nd|rd|th)?(?: ?[-–] ?| to | through | until )(?:the )?(?P<b><day>)(?:st|nd|rd|th)?(?:,? (?P<year><year>))?(?! ?[ap]\.?m|[-/:]|,?[0-9]| (?:of )?<month>)",
        means=_day_range,
        reads={"November 18-19, 2020": "(2020-11-18,2020-11-19,P1D)", "Jan. 9 through 17th": "(2022-01-09,2022-01-17,P8D)"},
        but_not=("Jan. 5 to 7 p.m.",),
    ),
    date_rule(
        "date.range_of_days",
        at="month",
        says=r"(?:the )?(?P<a><day>)(?:st|nd|rd|th)?(?: ?[-–] ?| to | and | through | until )(?:the )?(?P<b><day>)(?:st|nd|rd|th)?(?: of | )(?P<month><month>)(?:(?:,| of| in)? (?P<year><year>))?",
        means=_day_range,
        reads={"9 to 12 of June 2020": "(2020-06-09,2020-06-12,P3D)"},
    ),
    date_rule(
        "date.week_number",
        at="unit",
        says=r"week (?P<n>[0-9]{1,2})(?:,? (?:of )?(?P<year><year>))?(?!-)",
        means=lambda f: Week(int(f.match["n"]), Year(int(f.match["year"])) if f.match["year"] else None)
        if 1 <= int(f.match["n"]) <= 53
        else None,
        reads={"in week 10": "2022-W10", "week 31 of 2018": "2018-W31"},
        but_not=("week 00",),
    ),
    date_rule(
        "date.nth_week",
        at="unit",
        says=r"(?:the )?(?P<nth><ordinal>|last|final) week(?= (?:of|in) (?:the )?(?:<month>|<year>|(?:last|this|next) (?:month|year)))",
        means=lambda f: Week(-1 if f.match["nth"] in ("last", "final") else ordinal(f.match["nth"])),
        reads={"the last week of 2016": "2016-W52", "the first week of last month": "2021-W48"},
        but_not=("the first week of the war",),
    ),
    date_rule(
        "date.weekday_day",
        at="weekday",
        says=r"(?P<weekday><weekday>),? (?:the )?(?P<day><day>)(?:st|nd|rd|th)?(?=[.,;:!?)]|$| at| between| from)(?![.:,][0-9])",
        means=lambda f: Day(int(f.match["day"]), weekday=weekday_of(f.match["weekday"])),
        reads={"on Friday 21.": "2022-01-21"},
        but_not=("Sunday 21-14", "on Friday 13 people"),
    ),
    date_rule(
        "date.ordinal_day",
        at="ordinal weekday",
        says=r"(?:(?P<weekday><weekday>),? )?(?:the )?(?P<nth><ordinal>)(?: day(?= of))?",
        means=_ordinal_day,
        reads={"until the 26th.": "2022-01-26", "on the 26th at": "2022-01-26"},
        but_not=("the 26th Brigade", "on the 25th anniversary", "finished 3rd", "17th Street"),
        note="A day of a month that nothing names is the nearest such day.",
    ),
)  # fmt: skip
