"""What the commands about a user's own things print: rows under each other, and what became of given rows."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

import typer

from holdfire.cli.ending import BAD_INPUT, complain
from holdfire.workflows.own.words import Kept


def listed(rows: Sequence[Sequence[str]], *, or_else: str) -> None:
    """Print rows, or a sentence where there are none."""
    for line in aligned(rows) if rows else [or_else]:
        typer.echo(line)


def told(kept: Kept, *, what: str) -> None:
    """Say how many rows were kept and what is wrong with the others; ends the command where any was wrong."""
    for error in kept.wrong:
        complain(str(error))
    number = kept.new + kept.replaced
    again = f", {kept.replaced} of them instead of rows of before" if kept.replaced else ""
    typer.echo(f"{number} {what}{'' if number == 1 else 's'} kept{again}")
    if kept.wrong:
        raise typer.Exit(BAD_INPUT)


def aligned(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Lines whose cells stand under each other; the last cell of a row may be of any length."""
    table = [list(row) for row in rows]
    widths = [max(map(_width, column)) for column in zip(*(row[:-1] for row in table), strict=True)]
    for row in table:
        cells = [cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=False)]
        yield "  ".join([*cells, row[-1]]).rstrip()


def _width(cell: str) -> int:
    """How many columns of a terminal some words take."""
    return sum(0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF") for c in cell)
