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
        if entry.lead:
            label = _indented(entry.lead)
        yield _row(Text(label), entry, width)


def _clause(clause: ClauseRow, width: int) -> Iterator[Table]:
    slots = [("with", clause.means), ("whom", clause.target)]
    inside = [(word, slot) for word, slot in slots if slot and _within(slot, clause.act)]
    outside = [(word, slot) for word, slot in slots if slot and not _within(slot, clause.act)]
    with_them = "".join(f"  {word} {slot.said}" for word, slot in inside if slot.said not in clause.act.said)
    must = Text(clause.must, style=MUST[clause.must])
    yield _row(must, clause.act, width, more=Text(with_them, style="note"))
    for word, entry in [*outside, *clause.limits]:
        yield _row(Text(_indented(word)), entry, width, style="not bold")


def _within(inner: Entry, outer: Entry) -> bool:
    """Whether the words of one value lie within those of another, so that showing them once is enough."""
    first, whole = inner.words[0], outer.words[0]
    return whole.start <= first.start and first.end <= whole.end


def _indented(word: str) -> str:
    return f"{word:>{_LABEL - 2}}"


def _row(label: Text, entry: Entry, width: int, *, style: str = "said", more: Text | None = None) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=_LABEL, style="label")
    grid.add_column(ratio=5)
    note = Text(f"  {entry.note}" if entry.note else "", style="note")
    said = Text.assemble((entry.said, style), more or "", note)
    if entry.verbatim:
        first, rest = entry.words[0], _quotes(entry.words[1:])
        said = Text.assemble((_quoted(first), style), _offset(first), more or "", note)
        grid.add_row(label, Text.assemble(said, "\n" if rest else "", rest))
    elif width >= STACKED_BELOW:
        grid.add_column(ratio=6)
        grid.add_row(label, said, _quotes(entry.words))
    else:
        grid.add_row(label, Group(said, _quotes(entry.words)))
    return grid


def _quotes(words: tuple[Words, ...]) -> Text:
    text = Text()
    for number, each in enumerate(words):
        text.append("\n" if number else "")
        text.append_text(_quote(each))
    return text


def _quote(words: Words) -> Text:
    return Text.assemble((_quoted(words), "quote"), _offset(words))


def _quoted(words: Words) -> str:
    return f"“{' '.join(words.quote.split())}”"


def _offset(words: Words) -> tuple[str, str]:
    return f" @{words.start}", "offset"


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
