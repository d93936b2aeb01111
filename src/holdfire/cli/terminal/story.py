"""Chapters of a story → the terminal."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from holdfire.cli.terminal.palette import FRAME, MUST, Barred
from holdfire.views.story import Chapter, Deed

_DATE = 17
_NOTHING = Text("No order and no incident was read in it.", style="note")


def chapters(found: Sequence[Chapter]) -> Iterator[RenderableType]:
    """Each chapter: when and where it was published, its title, and its orders and incidents."""
    for chapter in found:
        yield Padding(
            Group(_head(chapter), *(map(_deed, chapter.deeds) if chapter.deeds else [_NOTHING])), (1, 2, 0, 2)
        )


def _head(chapter: Chapter) -> Text:
    facts = "  ·  ".join(part for part in (chapter.published, chapter.outlet) if part)
    return Text.assemble((f"{facts}\n", "label"), (chapter.title, "title"))


def _deed(deed: Deed) -> RenderableType:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=_DATE, style="label")
    grid.add_column(ratio=1)
    grid.add_row(deed.when or "date not given", Text(deed.who, style="said"))
    for what in deed.what:
        grid.add_row("", _coloured(what))
    grid.add_row(
        "",
        Text.assemble(
            (f"“{' '.join(deed.words.quote.split())}”", "quote"), (f" @{deed.words.start}", "offset")
        ),
    )
    return Barred(grid, style=FRAME[deed.frame])


def _coloured(what: str) -> Text:
    for must in ("must not", "must", "may"):
        if what.startswith(f"{must} "):
            return Text.assemble((must, MUST[must]), what[len(must) :])
    return Text(what)
