"""Judgements → the terminal."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from holdfire.cli.terminal.casebook import SHORT, moment
from holdfire.cli.terminal.screen import printable
from holdfire.model.judgement import Correct, Embargo, Grade, Judgement, OnPair, kind_of
from holdfire.workflows.casebook.judging import Kept


def judgement_list(judgements: Sequence[Kept]) -> Iterator[RenderableType]:
    """Judgements under each other; what counts no more is dimmed."""
    if not judgements:
        yield Padding(Text("Nothing was decided yet. `holdfire judge --help` says how."), (1, 2, 1, 2))
        return
    table = Table.grid(padding=(0, 2, 0, 0))
    for width in (SHORT, 16, None, None, None, None):
        table.add_column(min_width=width, overflow="fold")
    for each in judgements:
        made = each.judgement
        state = "" if each.counts else "undone"
        cells = (each.id[:SHORT], moment(made.when), made.who, kind_of(made), state, _said(made))
        table.add_row(*map(printable, cells), style="" if each.counts else "dim")
    yield Padding(table, (1, 2, 1, 2))


def _said(made: Judgement) -> str:
    about = _short(made.target)
    if isinstance(made, OnPair):
        about = f"{made.target} {made.other}"
    if isinstance(made, Correct):
        about += f" → {made.value}"
    if isinstance(made, Grade):
        about += f" {made.reliability or ''}{made.credibility or ''}"
    if isinstance(made, Embargo):
        about += f" until {made.until}"
    return f"{about}  {made.why}".rstrip()


def _short(target: str) -> str:
    """A target with its id cut short."""
    first, *rest = target.split("/")
    if first == "report" and rest:
        return "/".join([rest[0][:SHORT], *rest[1:]])
    return "/".join(rest) if rest else first[:SHORT]
