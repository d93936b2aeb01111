"""Orders over time → bars, in the thousandths of the time that they cover."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from holdfire.views.order_ledger import OrderRow

WIDTH = 1000.0


@dataclass(frozen=True, slots=True)
class Bar:
    """An order as a bar: from where it may hold, from where it holds for sure, to its end (open or not)."""

    row: OrderRow
    may: float | None
    sure: float | None
    end: float
    is_open: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """All bars, and where the years begin."""

    bars: tuple[Bar, ...]
    years: tuple[tuple[float, int], ...]


def order_bars(rows: Sequence[OrderRow]) -> Chart:
    """The bars of some orders, in their order."""
    days = [day for row in rows for day in (row.first, row.sure_from, row.last) if day is not None]
    if not days:
        return Chart(tuple(Bar(row, None, None, 0.0, is_open=False) for row in rows), ())
    first, last = min(days), max(days)
    last += max(60, (last - first) // 8)
    return Chart(tuple(_bar(row, first, last) for row in rows), tuple(_years(first, last)))


def _bar(row: OrderRow, first: int, last: int) -> Bar:
    def x(day: int | None) -> float | None:
        return None if day is None else round((day - first) / max(1, last - first) * WIDTH, 1)

    end = x(row.last)
    return Bar(row, x(row.first), x(row.sure_from), WIDTH - 14 if end is None else end, is_open=end is None)


def _years(first: int, last: int) -> list[tuple[float, int]]:
    starts = [
        date(year, 1, 1) for year in range(date.fromordinal(first).year, date.fromordinal(last).year + 1)
    ]
    inside = [(each.toordinal(), each.year) for each in starts if first <= each.toordinal() <= last]
    every = 1 + len(inside) // 12
    return [(round((day - first) / max(1, last - first) * WIDTH, 1), year) for day, year in inside[::every]]
