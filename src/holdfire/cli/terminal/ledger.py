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
    title = Text.assemble((section.title, "title"), (count, "label"))
    title.append(" " + "─" * max(0, width - 5 - title.cell_len), style="label")
    return title


def _card(card: Card, width: int) -> Barred:
    style = FRAME[card.frame]
    name = Text.assemble((card.title, f"bold {style}"))
    name.append("".join(f"  ·  {tag}" for tag in card.tags), style="label")
    for each in card.name.words if card.name else ():
        name.append("  ").append_text(_quote(each))
    rows = [
        *_line(card.left, width),
        *_line(card.right, width),
        *(row for clause in card.clauses for row in _clause(clause, width)),
        *(row for line in card.lines for row in _line(line, width)),
    ]
    return Barred(Group(name, *rows), style=style)


def _line(line: Line | None, width: int) -> Iterator[Table]:
    for number, entry in enumerate(line.entries if line else ()):
        label = line.label if line and number == 0 else ""
        if number and entry.kind == "voice":
            label = "       from"
        yield _row(Text(label), Text(entry.said, style="said"), entry, width)


def _clause(clause: ClauseRow, width: int) -> Iterator[Table]:
    said = Text(clause.act.said, style="said")
    if clause.means and clause.means.said not in clause.act.said:
        said.append(f"  with {clause.means.said}", style="note")
    if clause.target:
        said.append(f"  {clause.target.said}", style="not bold")
    yield _row(Text(clause.must, style=MUST[clause.must]), said, clause.act, width)
    for word, limit in clause.limits:
        yield _row(Text(""), Text.assemble((f"{word} " if word else "", "label"), limit.said), limit, width)


def _row(label: Text, said: Text, entry: Entry, width: int) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=_LABEL, style="label")
    grid.add_column(ratio=5)
    note = Text(f"  {entry.note}" if entry.note else "", style="note")
    if entry.verbatim:
        said = Text.assemble("“", said, "”", (f" @{entry.words[0].start}", "offset"))
        rest = _quotes(entry.words[1:])
        grid.add_row(label, Text.assemble(said, note, "\n" if rest else "", rest))
    elif width >= STACKED_BELOW:
        grid.add_column(ratio=6)
        grid.add_row(label, Text.assemble(said, note), _quotes(entry.words))
    else:
        grid.add_row(label, Group(Text.assemble(said, note), _quotes(entry.words)))
    return grid


def _quotes(words: tuple[Words, ...]) -> Text:
    text = Text()
    for number, each in enumerate(words):
        text.append("\n" if number else "")
        text.append_text(_quote(each))
    return text


def _quote(words: Words) -> Text:
    return Text.assemble((f"“{' '.join(words.quote.split())}”", "quote"), (f" @{words.start}", "offset"))


def _notices(notices: tuple[Notice, ...]) -> RenderableType:
    text = Text.assemble(("Left open\n", "title"))
    for notice in notices:
        text.append("  ! ", style="notice")
        text.append(notice.message)
        if notice.quote:
            text.append(f"  “{' '.join(notice.quote.split())}”", style="quote")
            text.append(f" @{notice.start}", style="offset")
        text.append("\n")
    text.rstrip()
    return text
