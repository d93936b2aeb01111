"""What reports tell together → the terminal: a list, a sheet, and why two accounts are, or are not, one."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from holdfire.cli.terminal.screen import NARROW, printable
from holdfire.corroboration.comparison import probability
from holdfire.model.judgement import kind_of
from holdfire.views.corroborated import SHORT, Row, Sheet, Slot, Told, say_outlet
from holdfire.workflows.casebook.corroborating import Compared

_LABEL, _DATE, _DOUBTS = 13, 20, 14
_LEGEND = (
    "7/3: seven reports on three independent lines of testimony.  dissent: some report tells it otherwise.  "
    "twice?: may be told twice here"
)


def lists(incidents: Sequence[Row], orders: Sequence[Row], *, width: int) -> Iterator[RenderableType]:
    """Orders and incidents under each other, with how many reports and independent lines tell of each."""
    if not incidents and not orders:
        yield Padding(Text("No order or incident was read in these reports."), (1, 2, 1, 2))
        return
    for title, found in (("Orders", orders), ("Incidents", incidents)):
        if found:
            yield Padding(Text.assemble((title, "title"), (f" {len(found)}", "label")), (1, 2, 0, 2))
            yield Padding(_list(found) if width >= NARROW else _stacked(found), (0, 2, 0, 2))
    yield Padding(Text(_LEGEND, style="label"), (1, 2, 1, 2))


def _list(rows: Sequence[Row]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=SHORT, no_wrap=True, style="label")
    table.add_column(width=_DATE, no_wrap=True, overflow="ellipsis")
    table.add_column(ratio=2, no_wrap=True, overflow="ellipsis")
    table.add_column(ratio=5, no_wrap=True, overflow="ellipsis", style="said")
    table.add_column(justify="right", no_wrap=True)
    table.add_column(width=_DOUBTS, no_wrap=True, overflow="ellipsis", style="notice")
    for row in rows:
        cells = (row.id[:SHORT], row.date, row.where, _what(row), _support(row), " ".join(row.doubts))
        table.add_row(*(printable(cell) for cell in cells))
    return table


def _stacked(rows: Sequence[Row]) -> Table:
    """The same for a narrow terminal: each says all of what it is."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=SHORT, no_wrap=True, style="label")
    table.add_column(ratio=1)
    for row in rows:
        about = "  ".join(filter(None, (row.date, row.where, _support(row), *row.doubts)))
        table.add_row(row.id[:SHORT], Text(printable(_what(row)), style="said"))
        table.add_row("", Text(printable(about), style="label"))
    return table


def _what(row: Row) -> str:
    return f"{row.what} ({row.toll})" if row.toll else row.what


def _support(row: Row) -> str:
    return f"{row.reports}/{row.lines}"


def whole(sheet: Sheet) -> Iterator[RenderableType]:
    """One incident or order: each slot with what was told, by whom; who dissents stands below the best."""
    row = sheet.row
    support = f"{_many(row.reports, 'report')}, {_many(row.lines, 'independent line')} of testimony"
    yield Padding(
        Text.assemble((printable(row.what).capitalize(), "title"), (f"  {row.id}", "label")), (1, 2, 0, 2)
    )
    yield Padding(Text(support, style="label"), (0, 2, 1, 2))
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=_LABEL, style="label")
    grid.add_column(ratio=1)
    grid.add_column(justify="right", no_wrap=True, style="label")
    for slot in sheet.slots:
        for label, said, by in _slot(slot):
            grid.add_row(label, said, by)
    yield Padding(grid, (0, 2, 0, 2))
    yield Padding(_testimony(sheet), (1, 2, 0, 2))
    for doubt in sheet.doubts:
        words = f"may be the same as {doubt.id}: {doubt.probability:.0%}; {doubt.because}"
        yield Padding(Text(words, style="notice"), (0, 2, 0, 2))
    if sheet.doubts:
        yield Padding(Text("`holdfire judge same|different ONE OTHER` decides", style="label"), (0, 2, 0, 2))
    yield ""


def _slot(slot: Slot) -> Iterator[tuple[str, Text, str]]:
    for number, told in enumerate(slot.values):
        said = Text(printable(told.said), style="said" if told.agrees else "not bold")
        if number == 0 and slot.spread:
            said.append(f"  told: {slot.spread}", style="note")
        if not told.agrees:
            said.append("  dissents", style="notice")
        yield (slot.label if number == 0 else "", said, _by(told))


def _by(told: Told) -> str:
    return f"{_many(len(told.reports), 'report')}, {_many(told.lines, 'line')}"


def _testimony(sheet: Sheet) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=_LABEL, style="label")
    grid.add_column(ratio=1)
    for number, line in enumerate(sheet.lines, 1):
        told = [Text.assemble(printable(said), style="said") for said in map(say_outlet, line.outlets)]
        reports = Text("  " + ", ".join(printable(report[:SHORT]) for report in line.reports), style="label")
        why = Text(f"  {'; '.join(line.because)}" if line.because else "", style="note")
        grid.add_row(f"line {number}", Text.assemble(Text(", ").join(told), reports, why))
    return grid


def comparison(found: Compared) -> Iterator[RenderableType]:
    """Why two accounts are held to be one thing, or not: what was compared, and what each weighs."""
    total = sum(each.bits for each in found.evidence)
    chance = f"one thing with a probability of {probability(total):.1%}"
    yield Padding(Text(f"{found.one} and {found.other}", style="title"), (1, 2, 0, 2))
    yield Padding(Text(chance, style="said"), (0, 2, 1, 2))
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="label")
    grid.add_column()
    grid.add_column(justify="right")
    for each in found.evidence:
        grid.add_row(each.comparison, each.outcome, f"{each.bits:+.2f} bits")
    grid.add_row("", "together", f"{total:+.2f} bits", style="said")
    yield Padding(grid, (0, 2, 1, 2))
    if found.decided is not None:
        said = f"{found.decided.who} said that they are {kind_of(found.decided)}, which counts for more"
        yield Padding(Text(printable(said), style="notice"), (0, 2, 1, 2))


def _many(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
