"""Spans of days → a timeline by months: how many things for sure, and how many perhaps."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

YEARS = 16
"""So many years can be named below a timeline."""
MOST = 600
"""Months that are drawn at most: the last so many."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month: things that lie in it for sure, and those whose date may lie in it."""

    first: int
    last: int
    name: str
    sure: int
    perhaps: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Every month from the first to the last date, empty ones among them; none where nothing has a date.

    `years` are where years begin, by the number of the month; not every one where there are many.
    """

    months: tuple[Month, ...]
    years: tuple[tuple[int, int], ...] = ()

    @property
    def most(self) -> int:
        """The most that a month may hold."""
        return max((month.sure + month.perhaps for month in self.months), default=0)


def timeline(spans: Iterable[tuple[int, int, int]]) -> Timeline:
    """The timeline of things: between which days (ordinals, both included) they lie, and how many do."""
    dated = list(spans)
    if not dated:
        return Timeline(())
    start, end = _month(min(first for first, _, _ in dated)), _month(max(last for _, last, _ in dated))
    start = max(start, end - MOST + 1)
    sure, perhaps = [0] * (end - start + 1), [0] * (end - start + 1)
    for first, last, number in dated:
        months = range(max(start, _month(first)), _month(last) + 1)
        for month in months:
            (sure if len(months) == 1 else perhaps)[month - start] += number
    drawn = tuple(_made(start + n, sure[n], perhaps[n]) for n in range(len(sure)))
    return Timeline(drawn, years_in(start, len(drawn), YEARS))


def years_in(first: int, months: int, most: int) -> tuple[tuple[int, int], ...]:
    """Before which month each year begins, of so many from a first one (12 times the year, and its month).

    Not every year where there would be more than about `most`.
    """
    starts = [(n, (first + n) // 12) for n in range(months) if (first + n) % 12 == 0]
    return tuple(starts[:: 1 + len(starts) // most])


def _month(day: int) -> int:
    at = date.fromordinal(day)
    return at.year * 12 + at.month - 1


def _made(month: int, sure: int, perhaps: int) -> Month:
    first = date(month // 12, month % 12 + 1, 1)
    after = date((month + 1) // 12, (month + 1) % 12 + 1, 1)
    return Month(first.toordinal(), after.toordinal() - 1, first.strftime("%Y-%m"), sure, perhaps)
