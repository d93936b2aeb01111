"""Options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """What a command prints."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


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
