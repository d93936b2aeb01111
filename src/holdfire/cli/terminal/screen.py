"""Where drawings go: a terminal in colour, a pipe or a file as plain lines."""

import sys
from collections.abc import Callable, Iterable
from io import StringIO

from rich.console import Console, RenderableType

from holdfire.cli.terminal.palette import THEME

WIDEST = 108
PAPER = 100
NARROW = 76
"""Below so many columns a row of a list has several lines: cells that are cut say nothing."""

Drawing = Callable[[int], Iterable[RenderableType]]


def show(drawing: Drawing) -> None:
    """Draw on stdout, at most WIDEST wide; heeds NO_COLOR, and writes plain lines where it is no terminal."""
    screen = _console()
    screen.width = min(screen.width, WIDEST)
    if not screen.is_terminal:
        sys.stdout.write(as_text(drawing))
        return
    for part in drawing(screen.width):
        screen.print(part)


def as_text(drawing: Drawing, *, width: int = PAPER) -> str:
    """The drawing as plain lines."""
    paper = StringIO()
    screen = Console(
        file=paper, theme=THEME, highlight=False, emoji=False, markup=False, width=width, no_color=True
    )
    for part in drawing(width):
        screen.print(part)
    return "".join(f"{line.rstrip()}\n" for line in paper.getvalue().splitlines())


def printable(words: str) -> str:
    """Without control characters, which a report could use to draw over what it says."""
    return "".join(char if char.isprintable() else " " for char in words)


def _console() -> Console:
    return Console(theme=THEME, highlight=False, emoji=False, markup=False)
