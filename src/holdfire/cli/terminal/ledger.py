"""A ledger → cards on a terminal: every value with the words it was read from."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from holdfire.cli.terminal.palette import FRAME, MUST, Barred
from holdfire.views.cards import Card, ClauseRow
from holdfire.views.entries import Entry, Line, Words
from holdfire.views.ledger import Ledger, Notice, Section

STACKED_BELOW = 72
_LABEL = 13


def heading(ledger: Ledger) -> RenderableType:
    """Which report it is."""
    facts = Text("  ·  ".join(ledger.facts), style="label")
    return Padding(Group(Text(ledger.title, style="title"), facts), (1, 2, 1, 2))


def cards(ledger: Ledger, *, width: int) -> Iterator[RenderableType]:
    """The ledger, a section at a time; says so where there is nothing in it."""
    if ledger.is_empty:
        yield Padding(Text("Nothing about orders or the use of force was read in this report."), (1, 2, 1, 2))
    for section in ledger.sections:
        yield Padding(_title(section, width), (1, 2, 0, 2))
        for card in section.cards:
            yield Padding(_card(card, width), (1, 2, 0, 2))
    if ledger.notices:
        yield Padding(_notices(ledger.notices), (1, 2, 1, 2))


def _title(section: Section, width: int) -> Text:
    count = f" {len(section.cards)}"
    title = Text(section.title, style="title")
    title.append(count, style="label")
    title.append(" " + "─" * max(0, width - 5 - title.cell_len), style="label")
    return title


def _card(card: Card, width: int) -> Barred:
    style = FRAME[card.frame]
    name = Text(card.title, style=f"bold {style}")
    name.append("".join(f"  ·  {tag}" for tag in card.tags), style="label")
    for each in card.name.words if card.name else ():
        name.append("  ").append_text(_quote(each))
    grid = _grid(width)
    for line in (card.left, card.right):
        _add_line(grid, line, width)
    for clause in card.clauses:
        _add_clause(grid, clause, width)
    for line in card.lines:
        _add_line(grid, line, width)
    return Barred(Group(name, grid), style=style)


def _grid(width: int) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=_LABEL, style="label")
    grid.add_column(ratio=5)
    if width >= STACKED_BELOW:
        grid.add_column(ratio=6)
    return grid


def _add_line(grid: Table, line: Line | None, width: int) -> None:
    for number, entry in enumerate(line.entries if line else ()):
        label = line.label if line and number == 0 else ""
        if number and entry.kind == "voice":
            label = "       from"
        _add(grid, Text(label), Text(entry.said, style="said"), entry, width)


def _add_clause(grid: Table, clause: ClauseRow, width: int) -> None:
    said = Text(clause.act.said, style="said")
    if clause.means and clause.means.said not in clause.act.said:
        said.append(f"  with {clause.means.said}", style="label")
    if clause.target:
        said.append(f"  {clause.target.said}")
    _add(grid, Text(clause.must, style=MUST[clause.must]), said, clause.act, width)
    for word, limit in clause.limits:
        _add(grid, Text(""), Text.assemble((f"{word} ", "label"), limit.said), limit, width)


def _add(grid: Table, label: Text, said: Text, entry: Entry, width: int) -> None:
    if entry.note:
        said.append(f"  {entry.note}", style="note")
    quote = _quotes(entry.words)
    if width >= STACKED_BELOW:
        grid.add_row(label, said, quote)
    else:
        grid.add_row(label, Group(said, quote))


def _quotes(words: tuple[Words, ...]) -> Text:
    text = Text()
    for number, each in enumerate(words):
        text.append("\n" if number else "")
        text.append_text(_quote(each))
    return text


def _quote(words: Words) -> Text:
    return Text.assemble((f"“{' '.join(words.quote.split())}”", "quote"), (f" @{words.start}", "offset"))


def _notices(notices: tuple[Notice, ...]) -> RenderableType:
    text = Text("Left open\n", style="title")
    for notice in notices:
        text.append("  ! ", style="notice")
        text.append(notice.message)
        if notice.quote:
            text.append(f"  “{' '.join(notice.quote.split())}”", style="quote")
            text.append(f" @{notice.start}", style="offset")
        text.append("\n")
    text.rstrip()
    return text
