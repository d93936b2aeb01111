"""Blocks of annotated text → the article on a terminal, its orders and incidents in colour."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from holdfire.cli.terminal.palette import FRAME, LEGEND
from holdfire.cli.terminal.screen import printable
from holdfire.views.annotated import Block, Run

MARGIN = (0, 2, 0, 2)


def article(blocks: Sequence[Block]) -> Iterator[RenderableType]:
    """The article, a paragraph at a time, and the legend of its colours."""
    for block in blocks:
        yield Padding(paragraph(block), (0, 2, 1, 2))
    yield Padding(_legend(blocks), MARGIN)


def paragraph(block: Block) -> Text:
    """One block of the text."""
    words = Text(overflow="fold")
    for run in block.runs:
        words.append(printable(run.words), style=_style(run))
    words.rstrip()
    return words


def _style(run: Run) -> str:
    if run.left_out:
        return "left_out"
    colour = [FRAME[run.frame]] if run.frame else []
    underline = ["underline"] if run.values else []
    weight = ["bold"] if run.kind == "act" else []
    return " ".join(colour + underline + weight)


def _legend(blocks: Sequence[Block]) -> Text:
    runs = [run for block in blocks for run in block.runs]
    seen = {run.frame for run in runs if not run.left_out}
    legend = Text()
    for frame, name in LEGEND.items():
        if frame in seen:
            legend.append("■ ", style=FRAME[frame])
            legend.append(f"{name}   ", style="label")
    if any(run.left_out for run in runs):
        legend.append("■ ", style="left_out")
        legend.append("not the report's own words", style="label")
    return legend
