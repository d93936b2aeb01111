"""The page of a trend → the terminal."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from holdfire.cli.terminal.chart import chart_lines, spark
from holdfire.cli.terminal.screen import printable
from holdfire.views.trend import Figure, OutletRow, TrendPage, number_of

_LABEL = 20


def trend(page: TrendPage, *, width: int) -> Iterator[RenderableType]:
    """What is said, the chart, the figures, and the caveats, which are never left out."""
    yield Padding(Text(printable(page.title), style="title"), (1, 2, 1, 2))
    for sentence in page.said:
        yield Padding(Text(printable(sentence), style="said"), (0, 2, 0, 2))
    yield ""
    for line in chart_lines(page.chart, width=width - 6):
        yield Padding(line, (0, 2, 0, 2))
    yield ""
    yield Padding(figures(page.figures), (0, 2, 1, 2))
    if page.outlets:
        yield Padding(_outlets(page.outlets, width=width), (0, 2, 1, 2))
    yield from caveats(page.caveats)


def figures(rows: Sequence[Figure]) -> Table:
    """A table of figures, each with its note; a figure that is withheld shows why."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=_LABEL, style="label")
    table.add_column()
    table.add_column(ratio=1)
    for row in rows:
        value = Text("no figure", style="notice") if row.withheld else Text(row.value, style="said")
        table.add_row(row.label, value, Text(printable(row.note), style="note"))
    return table


def _outlets(rows: Sequence[OutletRow], *, width: int) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=_LABEL, no_wrap=True, overflow="ellipsis", style="label")
    table.add_column(no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_row("reports of", "by month", "before", "after", style="label")
    for row in rows:
        bars = spark(row.months, width=width - _LABEL - 30)
        table.add_row(printable(row.name), bars, number_of(row.before), number_of(row.after))
    return table


def caveats(said: Sequence[str]) -> Iterator[RenderableType]:
    """What must be known beside any figure."""
    for caveat in said:
        yield Padding(Text.assemble(("! ", "notice"), printable(caveat)), (0, 2, 0, 2))
    yield ""
