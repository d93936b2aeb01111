"""Options that several commands share."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """What a command prints."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


def whole(least: int, most: int | None = None) -> Callable[[str | int], int]:
    """What reads a whole number within bounds, and says in plain words what is none."""

    def number(given: str | int) -> int:
        try:
            read = int(given)
        except ValueError:
            raise typer.BadParameter(f"{given!r} is no whole number") from None
        if read < least or (most is not None and read > most):
            bounds = f"{least} or more" if most is None else f"{least} to {most}"
            raise typer.BadParameter(f"{read} is not {bounds}")
        return read

    return number


Form = Annotated[
    Format,
    typer.Option(
        "--format",
        "-f",
        help="`text` for the article and its ledger, `json` for a record a line, `html` for a page.",
        metavar="FORMAT",
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="When it was published: 2022-01-26, 2022-01 or 2022. “Last Tuesday” is read against it.",
    ),
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")]
Title = Annotated[str | None, typer.Option(metavar="TITLE", help="Its headline.")]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, whole or not at all, not to stdout."),
]
Picture = Annotated[
    Path | None, typer.Option("--svg", metavar="FILE", help="Draw it into FILE, whole or not at all.")
]
