"""Periods as releases have them → first and last day, and how exact that is in the codes of others."""

from datetime import date
from typing import NamedTuple

from holdfire.release.coarsening import days_of


class Dated(NamedTuple):
    """The first and the last day of a period; how many days it is long."""

    first: date
    last: date

    @property
    def length(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def year(self) -> int | None:
        """The one year in which it lies."""
        return self.first.year if self.first.year == self.last.year else None


def dated(period: str) -> Dated | None:
    """The days of a period; None where it was withheld."""
    days = days_of(period) if period else None
    return Dated(date.fromordinal(days.first), date.fromordinal(days.last)) if days else None
