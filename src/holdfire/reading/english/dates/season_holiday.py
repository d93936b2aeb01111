"""Seasons and holidays."""

from holdfire.reading.english.dates.holidays import HOLIDAYS
from holdfire.reading.english.dates.meaning import Holiday, Meaning, Season
from holdfire.reading.english.dates.words import SEASONS, SHIFTS, year_of
from holdfire.reading.english.dates.writing import date_rule
from holdfire.reading.grammar.matcher import Found
from holdfire.reading.grammar.pattern import any_of

_AMBIGUOUS = ("fall", "spring")
_DATING = ("in", "the", "since", "until", "by", "early", "late", "mid", "of", "during", "through", "from")


def _season(found: Found) -> Meaning | None:
    g = found.match
    year = year_of(g["year"])
    shift = SHIFTS[" ".join(g["shift"].split())] if g["shift"] else None
    if year is None and shift is None and g["season"] in _AMBIGUOUS and not _dated(found):
        return None
    return Season(SEASONS[g["season"]], year, shift)


def _dated(found: Found) -> bool:
    """Whether "fall" and "spring" are seasons here: "in the fall", and not "the fall of the wall"."""
    before = found.before("season")[-2:]
    after = found.after().lstrip()[:3]
    return (before == ["in", "the"] and not after.startswith("of ")) or before[-1:] == ["in"]


RULES = (
    date_rule(
        "season",
        at="season",
        says=r"(?:the )?(?:(?P<shift><shift>) |the )?(?P<season><season>)(?:time)?(?:(?: of|,)? "
        r"(?P<year><year>)"
        r"(?:[-–/](?:[0-9]{4}|[0-9]{2})(?![0-9]))?)?"
        r"(?! (?:wheat|barley|crops?|coats?|clothes|uniforms?|camps?|pastures?)\b)",
        means=_season,
        reads={
            "last winter": "2020-WI",
            "the summer of 2020": "2020-SU",
            "the winter of 2019-2020": "2019-WI",
            "in the fall": "2021-FA",
            "this summer": "2022-SU",
        },
        but_not=("prices fall", "the fall of the wall", "they spring into action", "sowing winter wheat"),
        note="A winter counts to the year it begins in.",
    ),
    date_rule(
        "holiday",
        at="holiday",
        says=rf"(?:(?:the )?(?P<shift><shift>) )?(?P<name>{any_of(sorted(HOLIDAYS))})(?! offensive)"
        r"(?:(?: of|,)? (?P<year><year>))?",
        means=lambda f: Holiday(
            " ".join(f.match["name"].split()).replace("’", "'"),
            year_of(f.match["year"]),
            SHIFTS[" ".join(f.match["shift"].split())] if f.match["shift"] else None,
        ),
        reads={
            "on Christmas Day": "2021-12-25",
            "last Thanksgiving": "2021-11-25",
            "Easter 2021": "2021-04-04",
            "before the Lunar New Year of 2022": "2022-02-01",
            "during Chuseok 2021": "2021-09-21",
            "on Party Foundation Day": "2021-10-10",
            "New Year’s Eve": "2021-12-31",
        },
        but_not=("the new yearbook", "the Tet Offensive"),
    ),
)
