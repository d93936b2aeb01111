"""Options that the commands about orders share."""

from pathlib import Path
from typing import Annotated

import typer

At = Annotated[
    str | None,
    typer.Option(metavar="PLACE", help="A place by its name (“Musan”, “Musan, KP”), its id, or LAT,LON."),
]
On = Annotated[
    str,
    typer.Option(
        metavar="DATE", help="A day, a month or a year; with an hour: 2022-03-01T22:00.", show_default=False
    ),
]
Unit = Annotated[
    str | None, typer.Option(metavar="NAME", help="The unit that is asked about: “27th Brigade”.")
]
Act = Annotated[
    str | None,
    typer.Option(
        metavar="ACT", help="Only what speaks of this act: live_fire, flare, warning_shot, arrest …"
    ),
]
Rules = Annotated[
    Path | None,
    typer.Option(
        "--precedence",
        metavar="FILE",
        help="Rules of precedence of your own, one a line (see the docs).",
        dir_okay=False,
    ),
]
