"""Options that trends and estimates share: which incidents of a casebook count, and when."""

from typing import Annotated

import typer

Places = Annotated[
    list[str] | None,
    typer.Option("--place", metavar="PLACE", help="Only incidents there (again for more): “Musan, KP”."),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="Only such acts, means or families of acts: live_fire, kill, custody; else every use of force.",
    ),
]
Since = Annotated[
    str | None, typer.Option(metavar="DATE", help="Begin here, not with the first report that has a day.")
]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="End here, not with the last report.")]
