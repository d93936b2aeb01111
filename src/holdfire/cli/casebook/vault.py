"""`holdfire vault`: identities, contacts and notes on connections, sealed apart."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from holdfire.cli.casebook.group import CasebookGroup
from holdfire.cli.casebook.named import (
    UNNAMED,
    BookOption,
    Form,
    FormOption,
    Only,
    Who,
    book_and_rest,
    looking,
    only_book,
    opening,
    put_json,
)
from holdfire.cli.ending import BAD_INPUT, complain

app = typer.Typer(
    help="Seal identities and notes: the book keeps pseudonyms alone.",
    no_args_is_help=True,
    cls=CasebookGroup,
)

Named = Annotated[
    list[str] | None,
    typer.Argument(metavar="[BOOK] PSEUDONYM", help="An entry by its pseudonym.", show_default=False),
]
Keeper = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[BOOK] NAME", help="Who may open what is sealed from now on.", show_default=False
    ),
]
Given = Annotated[
    list[str] | None,
    typer.Argument(metavar="[BOOK] FILE", help="What to seal; - is stdin.", show_default=False),
]
Recipient = Annotated[
    str | None, typer.Option(metavar="KEY", help="The keeper's age recipient (age1…).", show_default=False)
]
New = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="Make an identity for the keeper, and keep it in this file.", show_default=False
    ),
]
Identity = Annotated[
    Path, typer.Option(metavar="FILE", help="The keeper's age identity.", show_default=False)
]
Why = Annotated[str, typer.Option("--why", metavar="REASON", help="Why.", show_default=False)]


@app.command()
def keeper(
    words: Keeper = None,
    *,
    book: BookOption = None,
    recipient: Recipient = None,
    new: New = None,
    who: Who = UNNAMED,
) -> None:
    """Name someone who may open the vault. Their identity stays with them, and never in the casebook."""
    name, names = book_and_rest(words, book)
    if len(names) != 1 or (recipient is None) == (new is None):
        complain("name one keeper, with --recipient age1… or --new FILE")
        raise typer.Exit(BAD_INPUT)
    with opening(name) as opened:
        from holdfire.workflows.casebook.vault import add_keeper, new_identity

        key = recipient if recipient is not None else new_identity(new or Path())
        add_keeper(opened, names[0], key, who=who)
        typer.echo(f"{names[0]} can open what is sealed from now on ({key})")


@app.command()
def add(words: Given = None, *, book: BookOption = None, who: Who = UNNAMED) -> None:
    """Seal what a file holds, and print its pseudonym. The file itself is left as it is: see to it."""
    name, files = book_and_rest(words, book)
    if len(files) != 1:
        complain("name one file to seal; - is stdin")
        raise typer.Exit(BAD_INPUT)
    with opening(name) as opened:
        from holdfire.sources.files import read_bytes
        from holdfire.workflows.casebook.vault import seal

        secret = sys.stdin.buffer.read() if files[0] == "-" else read_bytes(Path(files[0]))
        typer.echo(seal(opened, secret, who=who))


@app.command(name="list")
def list_(words: Only = None, *, book: BookOption = None, form: FormOption = Form.TEXT) -> None:
    """List the pseudonyms in the vault, and its keepers."""
    name = only_book(words, book)
    with looking(name) as opened:
        from holdfire.cli.listing import listed

        entries, keepers = opened.vault.entries(), opened.vault.keepers()
        if form is Form.JSON:
            put_json({"keepers": keepers, "entries": [each._asdict() for each in entries]})
            return
        rows = [(e.id, e.recorded[:10], f"destroyed: {e.destroyed}" if e.destroyed else "") for e in entries]
        listed(rows, or_else="The vault is empty. `holdfire vault add FILE` seals something.")
        listed([("keeper", *each) for each in keepers.items()], or_else="It has no keepers yet.")


@app.command()
def show(words: Named = None, *, identity: Identity, book: BookOption = None) -> None:
    """Print what an entry says. Needs the identity of one of its keepers."""
    name, names = book_and_rest(words, book)
    _require_one(names)
    with opening(name) as opened:
        from holdfire.workflows.casebook.vault import open_entry

        sys.stdout.buffer.write(open_entry(opened, names[0], identity))


@app.command()
def destroy(words: Named = None, *, why: Why, book: BookOption = None, who: Who = UNNAMED) -> None:
    """Destroy the key of an entry: nobody can read it any more. The log still verifies."""
    name, names = book_and_rest(words, book)
    _require_one(names)
    with opening(name) as opened:
        from holdfire.workflows.casebook.vault import destroy as destroy_key

        destroy_key(opened, names[0], why, who=who)
        typer.echo(f"{names[0]} is destroyed here. Copies and backups of the casebook still hold its key.")


def _require_one(names: list[str]) -> None:
    if len(names) != 1:
        complain("name one pseudonym (`holdfire vault list` lists them)")
        raise typer.Exit(BAD_INPUT)
