"""`holdfire timestamp`: time-stamp authorities (RFC 3161), asked by file."""

from pathlib import Path
from typing import Annotated

import typer

from holdfire.cli.casebook.group import CasebookGroup
from holdfire.cli.casebook.named import UNNAMED, BookOption, Who, book_and_rest, looking, opening
from holdfire.cli.ending import BAD_INPUT, complain

app = typer.Typer(
    help="Have others say when the log was as it is (RFC 3161).", no_args_is_help=True, cls=CasebookGroup
)
Request = Annotated[
    list[str] | None,
    typer.Argument(metavar="[BOOK] FILE", help="Where to write the request (.tsq).", show_default=False),
]
Response = Annotated[
    list[str] | None,
    typer.Argument(metavar="[BOOK] FILE", help="The authority's answer (.tsr).", show_default=False),
]
Authority = Annotated[
    Path,
    typer.Option("--ca", metavar="FILE", help="The authority's root certificate, PEM.", show_default=False),
]


@app.command()
def request(words: Request = None, *, book: BookOption = None) -> None:
    """Write a request about the last signature under the log. You send it to an authority yourself."""
    name, files = book_and_rest(words, book)
    _require_one(files)
    with looking(name) as opened:
        from holdfire.workflows.casebook.stamping import request as write

        made = write(opened, Path(files[0]))
        typer.echo(f"{files[0]} asks about the log up to entry {made.upto:,}. Send it to an authority:\n")
        typer.echo("  curl -H 'Content-Type: application/timestamp-query' \\")
        typer.echo(f"       --data-binary @{files[0]} URL > answer.tsr")


@app.command()
def attach(words: Response = None, *, ca: Authority, book: BookOption = None, who: Who = UNNAMED) -> None:
    """Check an authority's answer, and keep it."""
    name, files = book_and_rest(words, book)
    _require_one(files)
    with opening(name) as opened:
        from holdfire.workflows.casebook.stamping import attach as keep

        made, at = keep(opened, Path(files[0]), ca, who=who)
        typer.echo(f"The log up to entry {made.upto:,} was seen on {at}.")


def _require_one(files: list[str]) -> None:
    if len(files) != 1:
        complain("name one file")
        raise typer.Exit(BAD_INPUT)
