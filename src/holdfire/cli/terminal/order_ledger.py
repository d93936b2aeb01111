"""The orders over time → the terminal: each with a bar for when it held."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from holdfire.cli.terminal.in_force import problems
from holdfire.cli.terminal.screen import printable
from holdfire.views.in_force import SHORT
from holdfire.views.order_ledger import OrderLedgerView, OrderRow

_BAR = 24
_LEGEND = "░ may have held  █ held  ▶ no end told    1/1: one report on one independent line of testimony"


def order_ledger(ledger: OrderLedgerView) -> Iterator[RenderableType]:
    """Each order: its bar, what it says, where, and how it stands to the others."""
    if not ledger.rows:
        yield Padding(Text("No order was read in these reports."), (1, 2, 1, 2))
        return
    first, last = span(ledger)
    for row in ledger.rows:
        yield Padding(_row(row, first, last), (1, 2, 0, 2))
    yield from problems(ledger.problems)
    yield Padding(Text(_LEGEND, style="label"), (1, 2, 1, 2))


def span(ledger: OrderLedgerView) -> tuple[int, int]:
    """The first and the last day that the bars show."""
    days = [day for row in ledger.rows for day in (row.first, row.sure_from, row.last) if day is not None]
    first, last = (min(days), max(days)) if days else (0, 1)
    return first, last + max(30, (last - first) // 8)


def _row(row: OrderRow, first: int, last: int) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=_BAR + 1, no_wrap=True)
    table.add_column(ratio=1)
    name = Text.assemble((printable(row.title), "said"), (f"  {row.reports}/{row.lines}", "label"))
    table.add_row(Text(_bar(row, first, last), style="#3d8bfd"), name)
    lines = [
        *(Text(printable(clause)) for clause in row.clauses),
        *(Text(printable(f"{label} {words}"), style="note") for label, words in _facts(row) if words),
    ]
    for number, line in enumerate(lines):
        table.add_row(Text(row.id[:SHORT], style="label") if number == 0 else "", line)
    for each in row.relations:
        table.add_row("", Text.assemble((each.said, "notice"), (f"  {printable(each.because)}", "note")))
    return table


def _facts(row: OrderRow) -> tuple[tuple[str, str], ...]:
    return (("from", row.holds_from), ("until", row.holds_to), ("where", row.where), ("to", row.to_whom))


def _bar(row: OrderRow, first: int, last: int) -> str:
    """A bar over the days that all orders span."""
    step = max(1.0, (last - first) / _BAR)
    start = 0 if row.first is None else int((row.first - first) / step)
    sure = _BAR if row.sure_from is None else int((row.sure_from - first) / step)
    end = _BAR if row.last is None else max(start + 1, int((row.last - first) / step) + 1)
    cells = (" " if n < start or n >= end else "░" if n < sure else "█" for n in range(_BAR))
    return "".join(cells) + ("▶" if row.last is None else "")
