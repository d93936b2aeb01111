"""A chart → lines of block characters: bars by month, all reports below them, the day marked."""

from collections.abc import Iterator, Sequence
from math import ceil

from rich.text import Text

from holdfire.views.trend import Bar, Chart

HEIGHT = 6
WIDEST = 3
"""Columns that one month may take where there is room."""
_EIGHTHS = " ▁▂▃▄▅▆▇█"
_MARGIN = 8


def chart_lines(chart: Chart, *, width: int) -> Iterator[Text]:
    """Rows of a chart at most so wide; where there are more months than columns several share one."""
    room = max(1, width - _MARGIN - 1)
    each = max(1, ceil(len(chart.bars) / room))
    wide = max(1, min(WIDEST, room // len(chart.bars)))
    columns = _columns([bar.expected if bar else None for bar in chart.bars], each)
    most = max((value for value in columns if value is not None), default=0.0)
    at = min(max(0, int(chart.change // each)), len(columns))
    for row in range(HEIGHT, 0, -1):
        yield _row(columns, most, row, at, label=_label(most, row), wide=wide)
    yield Text.assemble((" " * _MARGIN), ("─" * at * wide + "┼" + "─" * (len(columns) - at) * wide, "label"))
    yield _ends(chart, len(columns) * wide + 1)
    if chart.most_reports is not None:
        reports = _columns([bar.reports if bar else None for bar in chart.bars], each)
        yield _row(
            reports, max(v for v in reports if v is not None), 1, at, label="reports", height=1, wide=wide
        )
    if each > 1:
        yield Text(f"{' ' * _MARGIN}{each} months a column", style="label")


def _columns(values: Sequence[float | None], each: int) -> list[float | None]:
    """The mean of every few months; None where none of them was counted."""
    found: list[float | None] = []
    for start in range(0, len(values), each):
        known = [value for value in values[start : start + each] if value is not None]
        found.append(sum(known) / len(known) if known else None)
    return found


def _row(
    columns: Sequence[float | None],
    most: float,
    row: int,
    at: int,
    *,
    label: str,
    wide: int,
    height: int = HEIGHT,
) -> Text:
    cells = [_cell(value, most, row, height) * wide for value in columns]
    line = Text(f"{label:>{_MARGIN - 1}} ", style="label")
    line.append("".join(cells[:at]), style="not dim #3d8bfd")
    line.append("│", style="notice")
    line.append("".join(cells[at:]), style="not dim #d08700")
    return line


def _cell(value: float | None, most: float, row: int, height: int) -> str:
    if value is None:
        return "·" if row == 1 else " "
    if most <= 0:
        return " "
    filled = value / most * height * 8 - (row - 1) * 8
    least = 1 if row == 1 and value > 0 else 0
    return _EIGHTHS[min(8, max(least, round(filled)))]


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
