"""Years, decades and centuries."""

import re

from holdfire.reading.english.dates.meaning import Era, Meaning, Year
from holdfire.reading.english.dates.words import MONTHS, WEEKDAYS, number, ordinal
from holdfire.reading.english.dates.writing import date_rule
from holdfire.reading.grammar.matcher import Found
from holdfire.reading.grammar.pattern import word_set

_YEAR_TO_YEAR = re.compile(r"[-–](?:1[4-9]|20)[0-9]{2}(?![0-9])")


_FROM_YEAR = re.compile(r"(?<![0-9-])(?:1[4-9]|20)[0-9]{2}[-–]$")


_PREFIXED = re.compile(r"\b(?:mid|early|late|pre|post)-$", re.IGNORECASE)


_STREET = re.compile(
    r" (?:[NSEW]\.? )?(?:[A-Z][a-z]+ ){1,2}(?:Street|Avenue|Road|Drive|Lane|Court|Boulevard|Place|Circle"
    r"|Terrace|Parkway|Highway|Way|Ave|Blvd|St|Rd|Dr|Ln|Ct)\b"
)


_FIGURE_AFTER = ("%", "/", "°")


_DATING = (
    word_set(
        "in since by during the from until till before after late early fiscal year between and to through "
        "a around about summer spring fall winter autumn of for mid on as"
    )
    | frozenset(MONTHS)
    | frozenset(WEEKDAYS)
)


_NOT_BEFORE_YEAR = word_set(
    "highway route interstate flight no number page room building bus area code section size "
    "type class model windows office about nearly almost over than total least some only around "
    "unit apt apartment suite block approximately roughly under channel chapter hwy rt pier lot "
    "box grade resolution resolutions"
)


_NOUN_AFTER_YEAR = (
    " block",
    " people",
    " troops",
    " soldiers",
    " men",
    " miles",
    " feet",
    " km",
    " kilometers",
    " meters",
    " shares",
    " dollars",
    " residents",
    " employees",
    " workers",
    " jobs",
    " students",
    " votes",
    " points",
    " words",
    " pounds",
    " hours",
    " percent",
    " homes",
    " members",
    " officers",
    " refugees",
    " civilians",
    " years",
    " yards",
    " rounds",
    " cases",
    " deaths",
    " tons",
    " children",
    " women",
    " families",
    " units",
    " others",
    " million",
    " billion",
    " sq",
    " cars",
    " guards",
    " acres",
    " protesters",
    " migrants",
    " metres",
    " kilometres",
    " tonnes",
    " days",
    " e ",
    " w ",
    " n ",
    " s ",
    " n. ",
    " s. ",
    " e. ",
    " w. ",
    " west ",
    " east ",
    " north ",
    " south ",
)


_ERAS = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}
_OF_AGE = re.compile(r"\b(?:his|her|their|my|our)(?: early| mid| late)?[ -]$", re.IGNORECASE)


def _year(found: Found) -> Meaning | None:
    """A year, unless the words around make the number a count, an address or a name."""
    words, year = found.words, Year(int(found.match["year"]))
    start, end = found.match.span()
    mark = words[start - 1] if start else " "
    after = words[end : end + 10].lower()
    if mark in "-–" and _FROM_YEAR.search(words[max(start - 6, 0) : start]):
        return year
    if mark == "-" and _PREFIXED.search(words, max(start - 6, 0), start):
        return year
    if mark in "$#£€.-–/,+" or after[:1] in _FIGURE_AFTER:
        return year if mark not in "$#£€.-–/,+" and _YEAR_TO_YEAR.match(after) else None
    if after[:1] == "-" and after[1:2].isdigit():
        return year if _YEAR_TO_YEAR.match(after) else None
    if (after[:1] in (".", ",") and after[1:2].isdigit()) or after.startswith(_NOUN_AFTER_YEAR):
        return None
    before = words[max(start - 24, 0) : start].split()
    houses = _STREET.match(words, end) is not None and before[-1:] != ["in"]
    return year if not houses and (not before or _may_date(before)) else None


def _may_date(before: list[str]) -> bool:
    """Whether the words before a number let it be a year: not "Highway", not a name, not "more than"."""
    word = before[-1].strip("(\"'“#.")
    low = word.lower()
    if low in _NOT_BEFORE_YEAR:
        return low == "than" and before[-2:-1] in (["later"], ["earlier"])
    named = word[:1].isupper() and before[-1].isalpha() and low not in _DATING
    return not named or len(before) < 2 or before[-2].endswith((".", "!", "?", ".”", '."'))


def _decade(found: Found) -> Meaning | None:
    said = found.match["era"]
    if (said[0].isdigit() and len(said) <= 4) or _OF_AGE.search(found.match.string[: found.match.start()]):
        return None
    text = said.lstrip("'’")
    tens = str(_ERAS[text]) if text in _ERAS else text.rstrip("'’s")[:-1]
    return Era(tens if len(tens) == 3 else f"19{tens}")


def _spelled_year(found: Found) -> Meaning | None:
    g = found.match
    if g["thousand"]:
        rest = number(g["rest"]) if g["rest"] else 0
        return Year(2000 + int(rest or 0))
    tens = number(g["tens"])
    return Year(int(number(g["cent"]) or 0) * 100 + int(tens or 0))


RULES = (
    date_rule(
        "date.year",
        at="year",
        says=r"(?P<year><year>)",
        means=_year,
        reads={"in 2010 they": "2010", "the year 2008": "2008", "in mid-1996 after": "1996"},
        but_not=(
            "Highway 2010",
            "2000 people",
            "2010.5",
            "more than 2000",
            "2,010",
            "$2000",
            "1999 block of Main",
            "at 1600 Edgewood Drive",
        ),
    ),
    date_rule(
        "date.spelled_year",
        at="cardinal unit",
        says=r"(?:the year )?(?:(?P<cent>nineteen|eighteen|seventeen|twenty) (?P<tens>(?:twenty|thirty"
        r"|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven"
        r"|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
        r"|nineteen)|(?P<thousand>two thousand)(?: and(?= [a-z]+))?(?: (?P<rest>(?:twenty|thirty"
        r"|forty|fifty)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three"
        r"|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
        r"|seventeen|eighteen|nineteen))?(?! (?:years|people|men|troops|dollars|of)))",
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
        says=r"(?:the )?(?P<era>(?:1[0-9]|20)[0-9]0['’]?s|['’]?[2-9]0s|(?:roaring )?(?:twenties"
        r"|thirties|forties|fifties|sixties|seventies|eighties|nineties))",
        means=_decade,
        reads={"in the 1990s": "199", "the '80s": "198", "the nineties": "199"},
        but_not=("in his 20s", "temperatures in the 70s", "a man in his late sixties"),
    ),
    date_rule(
        "date.century",
        at="unit",
        says=r"(?:the )?(?P<nth><ordinal>)[ -]century",
        means=lambda f: Era(f"{ordinal(f.match['nth']) - 1:02}"),
        reads={"the 20th century": "19", "11th century": "10"},
        but_not=("half a century",),
    ),
)
