"""A chart → lines of block characters: bars by month, all reports below them, the day marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from rich.text import Text

from holdfire.views.estimate import Range
from holdfire.views.trend import Bar, Chart

HEIGHT = 6
WIDEST = 3
"""Columns that one month may take where there is room."""
_EIGHTHS = " ▁▂▃▄▅▆▇█"
_MAYBE = "░"
_MARGIN = 8
_LABEL = 22


@dataclass(frozen=True, slots=True)
class _Columns:
    """What each column of a chart stands for, where the day lies among them, how wide one is."""

    values: list[float | None]
    highest: list[float | None]
    at: int
    wide: int

    @property
    def most(self) -> float:
        return max((value for value in self.highest if value is not None), default=0.0)


def chart_lines(chart: Chart, *, width: int) -> Iterator[Text]:
    """Rows of a chart at most so wide; where there are more months than columns several share one.

    What may have been in a month beyond what is expected is shaded.
    """
    room = max(1, width - _MARGIN - 1)
    each, wide = max(1, ceil(len(chart.bars) / room)), max(1, min(WIDEST, room // len(chart.bars)))
    at = min(max(0, int(chart.change // each)), ceil(len(chart.bars) / each))
    counts = _columns([(bar.expected, bar.high) if bar else None for bar in chart.bars], each, at, wide)
    for row in range(HEIGHT, 0, -1):
        yield _row(counts, row, label=_label(counts.most, row))
    left, right = "─" * at * wide, "─" * (len(counts.values) - at) * wide
    yield Text.assemble((" " * _MARGIN), (f"{left}┼{right}", "label"))
    yield _ends(chart, len(counts.values) * wide + 1)
    if chart.most_reports is not None:
        told = [(bar.reports or 0.0, bar.reports or 0.0) if bar else None for bar in chart.bars]
        yield _row(_columns(told, each, at, wide), 1, label="reports", height=1)
    if any(bar and bar.high > bar.expected for bar in chart.bars):
        yield Text(f"{' ' * _MARGIN}{_MAYBE} may have been", style="label")
    if each > 1:
        yield Text(f"{' ' * _MARGIN}{each} months a column", style="label")


def spark(values: Sequence[float], *, width: int) -> str:
    """One row of bars, at most so wide."""
    each = max(1, ceil(len(values) / max(1, width)))
    columns = _columns([(value, value) for value in values], each, 0, 1)
    return "".join(_cell(value, value, columns.most, 1, 1) for value in columns.values)


def range_lines(ranges: Sequence[Range], *, width: int) -> Iterator[Text]:
    """A row for each total: a dot between the ends of its interval, all on one scale that begins at 0."""
    if len(ranges) < 2:
        return
    most = max(each.high for each in ranges)
    room = max(10, width - _LABEL)
    for each in ranges:
        low, at, high = (round(value / most * (room - 1)) for value in (each.low, each.value, each.high))
        bar = "".join(
            "●" if n == at else "├" if n == low else "┤" if n == high else "─" for n in range(low, high + 1)
        )
        yield Text.assemble((f"{each.label:<{_LABEL}}", "label"), " " * low, (bar, "not dim #3d8bfd"))
    yield Text(f"{'':<{_LABEL}}0{f'{most:,.0f}':>{room - 1}}", style="label")


def _columns(bars: Sequence[tuple[float, float] | None], each: int, at: int, wide: int) -> _Columns:
    """The mean of every few months; None where none of them was counted."""
    found: list[list[float | None]] = [[], []]
    for start in range(0, len(bars), each):
        known = [bar for bar in bars[start : start + each] if bar is not None]
        for number, kept in enumerate(found):
            kept.append(sum(bar[number] for bar in known) / len(known) if known else None)
    return _Columns(found[0], found[1], at, wide)


def _row(columns: _Columns, row: int, *, label: str, height: int = HEIGHT) -> Text:
    cells = [
        _cell(value, high, columns.most, row, height) * columns.wide
        for value, high in zip(columns.values, columns.highest, strict=True)
    ]
    line = Text(f"{label:>{_MARGIN - 1}} ", style="label")
    line.append("".join(cells[: columns.at]), style="not dim #3d8bfd")
    line.append("│", style="notice")
    line.append("".join(cells[columns.at :]), style="not dim #d08700")
    return line


def _cell(value: float | None, high: float | None, most: float, row: int, height: int) -> str:
    if value is None or high is None:
        return "·" if row == 1 else " "
    if most <= 0:
        return " "
    filled = round(value / most * height * 8 - (row - 1) * 8)
    maybe = round(high / most * height * 8 - (row - 1) * 8)
    if filled <= 0 < maybe and value < high:
        return _MAYBE
    return _EIGHTHS[min(8, max(1 if row == 1 and value > 0 else 0, filled))]


def _label(most: float, row: int) -> str:
    if row == HEIGHT:
        return f"{most:,.0f}" if most >= 10 else f"{most:.1f}"
    return "0" if row == 1 else ""


def _ends(chart: Chart, width: int) -> Text:
    first, last = _month(chart.bars[0]), _month(chart.bars[-1])
    gap = max(1, width - len(first) - len(last))
    return Text(f"{' ' * _MARGIN}{first}{' ' * gap}{last}", style="label")


def _month(bar: Bar | None) -> str:
    return bar.month if bar else ""
