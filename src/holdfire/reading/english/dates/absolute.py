"""Days and months by their names."""

import re

from holdfire.reading.english.dates.meaning import Between, Day, Meaning, Month
from holdfire.reading.english.dates.words import month_of, number, ordinal, weekday_of, year_of
from holdfire.reading.english.dates.writing import date_rule
from holdfire.reading.grammar.matcher import Found
from holdfire.reading.grammar.pattern import word_set

_NAME_AFTER = re.compile(r" [A-Z][a-z]")


_BARE = word_set("may march mar jan dec sept sep nov oct apr jun jul feb aug")


_SMALL = [[w] for w in ("in", "of", "since", "until", "last", "next", "this", "by", "early", "late", "mid")]
_BEFORE_MONTH = word_set(
    "in last this next since by until till through early late mid of from to between during "
    "past before after each every and or following previous coming"
)


_YEAR = r"(?P<year><year>|'[0-9]{2}(?![0-9])|(?<=of[ ])[0-9]{2}(?=[.,;]|$))"


_SPELLED = r"(?:twenty|thirty)[- ](?:one|two|three|four|five|six|seven|eight|nine)(?![a-z])"
_DAY = rf"(?:(?P<nth><ordinal>)|(?P<day><day>)|(?P<spelled>{_SPELLED}))"
_LEADING = frozenset({"on", "since", "until", "till", "before", "after", "from", "dated"})


def _named(found: Found) -> Meaning | None:
    """A day of a month; "may 5 people" is none."""
    g = found.match
    day = ordinal(g["nth"]) if g["nth"] else int(g["day"] or number(g["spelled"]) or 0)
    month, year = month_of(g["month"]), year_of(g["year"])
    start = found.match.start("month")
    small = g["month"] in ("may", "march", "mar", "sat", "sun") and found.words[start].islower()
    if small and not (g["month"] in ("may", "march") and (year is not None or _is_led_to(found))):
        return None
    if year is None and g["day"] and _counts_something(found):
        return None
    return Day(day, month, year, weekday_of(g["weekday"]))


def _is_led_to(found: Found) -> bool:
    """Whether a word that leads to a day stands before one whose month is written small: "on 4 may"."""
    before = found.before()[-1:]
    return bool(before) and before[0].lower() in _LEADING


def _dates_a_small(found: Found) -> bool:
    """Whether "may", "march" or "june", written small, is a month: "in may."."""
    before = found.before("month")[-1:]
    after = found.after().lstrip()[:1]
    return (
        bool(before) and before[0].lower() in ("in", "since", "until", "last", "next") and not after.isalpha()
    )


def _counts_something(found: Found) -> bool:
    """Whether the number after a month counts what follows ("May 20 people", "in March 12 percent")."""
    after = found.words[found.match.end() : found.match.end() + 9].lower()
    return (
        after.startswith((" percent", "%", " people", " million", " men ", ",000"))
        or re.match(r":[0-9]", after) is not None
    )


def _month(found: Found) -> Meaning | None:
    """A month alone: an ambiguous one needs a capital, and "may" and "march" a word that governs a date."""
    g = found.match
    start = found.match.start("month")
    name = g["month"].rstrip(".")
    if found.words[start].islower():
        if name in ("may", "march") and _dates_a_small(found):
            return Month(month_of(name), year_of(g["year"]))
        governed = name in ("june", "july") and found.before("month")[-1:] in _SMALL
        if name in _BARE or (g["year"] is None and len(name) < 5 and not governed):
            return None
    if g["year"] is None and name in ("may", "march", "mar"):
        previous = found.before("month")[-1:]
        if (
            not previous
            or previous[0].lower().split("-")[0] not in _BEFORE_MONTH
            or found.words[start + 1 : start + 2].isupper()
        ):
            return None
    if name == "jan" and g["month"] == "jan" and _NAME_AFTER.match(found.words, found.match.end()):
        return None
    return Month(month_of(name), year_of(g["year"]))


def _day_range(found: Found) -> Meaning | None:
    g = found.match
    first, last = int(g["a"]), int(g["b"])
    if first >= last or (
        found.words[found.match.start("month")].islower() and g["month"] in ("may", "march")
    ):
        return None
    if g["and"] and found.before()[-1:] not in (["between"], ["Between"]):
        return None
    month, year = month_of(g["month"]), year_of(g["year"])
    return Between(Day(first, month, year), Day(last, month, year))


RULES = (
    date_rule(
        "date.month_day",
        at="month weekday_of_date",
        says=r"(?:last |this past )?(?:(?P<weekday><weekday>),? (?:the )?)?(?P<month><month>)"
        rf"(?:,? ?|[-/])(?:the )?{_DAY}(?:(?: of | in |,? ?,? ?|[-/]){_YEAR})?",
        means=_named,
        reads={
            "On Jan. 17, the government ordered": "2022-01-17",
            "January 17, 2021.": "2021-01-17",
            "Tuesday, Jan. 25": "2022-01-25",
            "on May 5": "2022-05-05",
            "was held on may 5 at the gate": "2021-05-05",
            "Oct/2": "2021-10-02",
        },
        but_not=("he may 5 times", "They march 20 miles", "In March 20 percent fell", "Jan. 17:30"),
        note="A year that nothing states is the nearest to publication by tense.",
    ),
    date_rule(
        "date.day_month",
        at="month weekday_of_date ordinal",
        says=rf"(?:(?P<weekday><weekday>),? )?(?:the )?{_DAY}(?: day)?(?: of |[ /-])"
        rf"(?:the )?(?P<month><month>)(?:(?:,? of |,? in |,? |[-/]){_YEAR})?",
        means=_named,
        reads={
            "17 January 2022": "2022-01-17",
            "was shot on 4 march near the post": "2021-03-04",
            "and 4 may 2022": "2022-05-04",
            "the 26th of March": "2022-03-26",
            "05-Aug-2016": "2016-08-05",
        },
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
        means=lambda f: (
            Day(int(f.match["day"]), month_of(f.match["month"]), int(f.match["year"]))
            if f.match["day"]
            else Month(month_of(f.match["month"]), int(f.match["year"]))
        ),
        reads={"2019-Aug-01": "2019-08-01", "2017 April": "2017-04"},
    ),
    date_rule(
        "date.day_range",
        at="month",
        says=r"(?P<month><month>) (?P<a><day>)(?:st|nd|rd|th)?(?: ?[-–] ?| to | through | until "
        r"|(?P<and> and ))(?:the )?(?P<b><day>)(?:st|nd|rd|th)?(?:,? (?P<year><year>))?(?! ?[ap]\.?m|[-/:]"
        r"|,?[0-9]| (?:of )?<month>)",
        means=_day_range,
        reads={
            "November 18-19, 2020": "(2020-11-18,2020-11-19,P1D)",
            "Jan. 9 through 17th": "(2022-01-09,2022-01-17,P8D)",
            "between Jan. 17 and 19": "(2022-01-17,2022-01-19,P2D)",
        },
        but_not=("Jan. 5 to 7 p.m.", "on Jan. 5 and 7"),
    ),
    date_rule(
        "date.range_of_days",
        at="month",
        says=r"(?:the )?(?P<a><day>)(?:st|nd|rd|th)?(?: ?[-–] ?| to | through | until |(?P<and> and ))"
        r"(?:the )?(?P<b><day>)(?:st|nd|rd|th)?(?: of | )(?P<month><month>)(?:(?:,| of| in)? "
        r"(?P<year><year>))?",
        means=_day_range,
        reads={"9 to 12 of June 2020": "(2020-06-09,2020-06-12,P3D)"},
    ),
)
