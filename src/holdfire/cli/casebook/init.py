"""`holdfire init`: a new casebook."""

from typing import Annotated

import typer

from holdfire.cli.casebook.named import UNNAMED, Who
from holdfire.cli.ending import ending

Name = Annotated[
    str, typer.Argument(metavar="BOOK", help="A file to make, or postgresql://…/name of an empty database.")
]


Encrypt = Annotated[
    bool,
    typer.Option(
        "--encrypt", help="Encrypt all of it with a passphrase, asked for or in $HOLDFIRE_PASSPHRASE."
    ),
]


def init(name: Name, *, encrypt: Encrypt = False, who: Who = UNNAMED) -> None:
    """Make a casebook. It holds reports, their readings and what people decide about them."""
    with ending():
        from holdfire.cli.casebook.passphrase import ask
        from holdfire.workflows.casebook.opening import make_book
        from holdfire.workflows.casebook.signing import signers

        passphrase = ask(name, twice=True) if encrypt else None
        book = make_book(name, who=who, passphrase=passphrase)
        (public,) = signers(book.settings())
        typer.echo(f"{book.where} is ready. Its log is signed with the key\n\n  {public}\n")
        typer.echo("Note that key elsewhere: it tells this casebook from a copy that was made up.\n")
        if encrypt:
            typer.echo("Without the passphrase nobody can read it, you neither: there is no other way in.\n")
        typer.echo(f"  holdfire add {name} FILE…    put reports in it")
        book.close()
