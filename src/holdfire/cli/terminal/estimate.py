"""The page of an estimate → the terminal."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from holdfire.cli.terminal.chart import range_lines
from holdfire.cli.terminal.screen import printable
from holdfire.cli.terminal.trend import caveats, figures
from holdfire.views.estimate import EstimatePage, Overlap


def estimate(page: EstimatePage, *, width: int) -> Iterator[RenderableType]:
    """What is said, how the lists overlap, the figures, the models, the assumptions and the caveats."""
    yield Padding(Text(printable(page.title), style="title"), (1, 2, 1, 2))
    for sentence in page.said:
        yield Padding(Text(printable(sentence), style="said"), (0, 2, 0, 2))
    yield ""
    for line in range_lines(page.ranges, width=width - 6):
        yield Padding(line, (0, 2, 0, 2))
    yield Padding(figures(page.figures), (1, 2, 1, 2))
    yield Padding(_overlaps(page.overlaps), (0, 2, 1, 2))
    if page.models:
        yield Padding(
            Text("Models: weight, total, lists that depend on each other", style="label"), (0, 2, 0, 2)
        )
        yield Padding(figures(page.models), (0, 2, 1, 2))
    yield Padding(Text("It assumes", style="label"), (0, 2, 0, 2))
    for assumption in page.assumptions:
        yield Padding(Text(f"- {assumption}"), (0, 2, 0, 2))
    yield from caveats(page.caveats)


def _overlaps(lists: Sequence[Overlap]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="label", no_wrap=True)
    for _ in range(len(lists) + 2):
        table.add_column(justify="right", no_wrap=True)
    table.add_row("list", "on it", "alone", *(printable(each.name)[:12] for each in lists), style="label")
    for number, each in enumerate(lists):
        shared = ("" if number == other else f"{on:,}" for other, on in enumerate(each.shared))
        table.add_row(printable(each.name), f"{each.on:,}", f"{each.alone:,}", *shared)
    return table
