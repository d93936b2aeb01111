"""`holdfire init`: a new casebook."""

from typing import Annotated

import typer

from holdfire.cli.casebook.named import UNNAMED, Who
from holdfire.cli.ending import ending

Name = Annotated[
    str, typer.Argument(metavar="BOOK", help="A file to make, or postgresql://…/name of an empty database.")
]


def init(name: Name, *, who: Who = UNNAMED) -> None:
    """Make a casebook: reports, their readings and what people decide about them, in one place."""
    with ending():
        from holdfire.workflows.casebook.opening import make_book

        book = make_book(name, who=who)
        typer.echo(f"{book.where} is ready.\n\n  holdfire add {name} FILE…    put reports in it")
        book.close()
