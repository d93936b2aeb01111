"""Dates in figures: 2022-01-17, 1/17/2022, 20220117."""

import re

from holdfire.reading.english.dates.meaning import Day, Meaning, Month
from holdfire.reading.english.dates.words import year_of
from holdfire.reading.english.dates.writing import date_rule
from holdfire.reading.grammar.matcher import Found

_FRACTIONS = frozenset(((1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (24, 7), (1, 8), (1, 10)))


_WHOLE = re.compile(r"(?<![/0-9])[0-9]+[ -]$")


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
    return (
        found.words[end : end + 1] in ("%", '"', "″")
        or _WHOLE.search(found.words[max(start - 6, 0) : start]) is not None
    )


RULES = (
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
        says=r"(?P<a>[0-9]{1,2})(?P<sep>[/.-])(?P<b>[0-9]{1,2})(?:(?P=sep)(?P<y>[0-9]{4}"
        r"|[0-9]{2}))?(?![/.][0-9])",
        means=_slashed,
        reads={"1/17/2022": "2022-01-17", "17.1.2022": "2022-01-17", "11/12/21": "2021-11-12"},
        but_not=("3-2 win", "2.5 million", "24/7", "30/45 troops", "1/2 of them"),
    ),
    date_rule(
        "date.compact",
        at="compact",
        says=r"(?<!/)(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})",
        means=_iso,
        reads={"image 20200701 shows": "2020-07-01"},
        but_not=("call 2015550123", "20209901", "https://news.example/20200701/guards-fire.html"),
    ),
)
