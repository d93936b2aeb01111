"""Which orders were in force → the terminal."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from holdfire.assessment.tellings import Quote
from holdfire.assessment.versions import Problem
from holdfire.cli.terminal.screen import printable
from holdfire.views.dates import say_date
from holdfire.views.in_force import SHORT, GoverningRow, InForce, OrderAnswer

TRUTH = {"yes": "bold #30a46c", "no": "dim", "possibly": "bold #d08700"}
_ANSWER, _LABEL = 9, 11
MOST_QUOTES = 2


def in_force(answer: InForce) -> Iterator[RenderableType]:
    """The answer: orders in force or possibly so with their reasons, the others in a line, what governs."""
    yield Padding(Text(printable(answer.asked), style="title"), (1, 2, 1, 2))
    if not answer.orders:
        yield Padding(Text("No order was read in these reports."), (0, 2, 1, 2))
    for each in answer.orders:
        yield Padding(_order(each), (0, 2, 0, 2))
    if answer.governing:
        yield Padding(Text("What governs", style="title"), (1, 2, 0, 2))
    for row in answer.governing:
        yield Padding(_governing(row), (0, 2, 0, 2))
    if len(answer.orders) > 1:
        rules = "; then ".join(answer.rules[:-1])
        yield Padding(Text(f"Rules: {rules}. {answer.rules[-1]}", style="label"), (1, 2, 0, 2))
    yield from problems(answer.problems)
    yield ""


def problems(found: Sequence[Problem]) -> Iterator[RenderableType]:
    """What in the orders cannot be."""
    for each in found:
        orders = ", ".join(order[:SHORT] for order in each.orders)
        yield Padding(Text(printable(f"{orders}: {each.message}"), style="notice"), (1, 2, 0, 2))


def grid() -> Table:
    """Three columns: the answer, a label, words."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=_ANSWER)
    table.add_column(width=_LABEL, style="label")
    table.add_column(ratio=1)
    return table


def _order(each: OrderAnswer) -> Table:
    table = grid()
    support = f"  {each.reports}/{each.lines}"
    state = "" if each.state in ("in force", "possibly in force") else f": {each.state}"
    name = Text.assemble(
        (printable(each.title), "said"), (state, "notice" if each.truth != "no" else ""), (support, "label")
    )
    table.add_row(Text(each.truth, style=TRUTH[each.truth]), each.id[:SHORT], name)
    if each.truth == "no":
        return table
    for clause in each.clauses:
        gone = f"  ({clause.truth}; {clause.note})" if clause.note else ""
        table.add_row("", "", Text.assemble((printable(clause.said), ""), (gone, "note")))
    for because in each.because:
        sure = "" if because.truth == "yes" else f"{because.truth}: "
        table.add_row(
            "", because.dimension, Text.assemble((sure, "notice"), (printable(because.words), "note"))
        )
    return table


def _governing(row: GoverningRow) -> Table:
    table = grid()
    lines = f"{row.lines} line{'' if row.lines == 1 else 's'} of testimony"
    said = Text.assemble((printable(row.said), "said"), (f"  {row.order[:SHORT]}, {lines}", "label"))
    table.add_row(Text(row.truth, style=TRUTH[row.truth]), row.act.replace("_", " "), said)
    for quote in row.quotes[:MOST_QUOTES]:
        table.add_row("", "", quoted(quote))
    for each in row.exceptions:
        table.add_row("", "exception", printable(each))
    for before in row.before:
        table.add_row(
            "",
            "before",
            Text(printable(f"{before.order[:SHORT]} {before.said}: {before.because}"), style="note"),
        )
    return table


def quoted(quote: Quote) -> Text:
    """Words of a report, and whose they are."""
    day = say_date(quote.published) if quote.published else ""
    whose = ", ".join(filter(None, (quote.said_by, quote.outlet or quote.report[:SHORT], day)))
    return Text.assemble((f"“{printable(quote.words)}”", "quote"), (f"  {printable(whose)}", "label"))
