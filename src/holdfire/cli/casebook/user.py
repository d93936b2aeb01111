"""`holdfire user`: the accounts of a team."""

import os
import sys
from collections.abc import Callable
from getpass import getpass
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
from holdfire.cli.casebook.passphrase import PASSWORD
from holdfire.cli.ending import BAD_INPUT, complain

app = typer.Typer(
    help="Keep the accounts of a team. With one of them, `serve` asks who comes in.",
    no_args_is_help=True,
    cls=CasebookGroup,
)
Named = Annotated[
    list[str] | None, typer.Argument(metavar="[BOOK] NAME", help="Whose account.", show_default=False)
]
Roles = Annotated[
    list[str],
    typer.Option(
        "--role",
        metavar="ROLE",
        help="reader sees, coder decides, reviewer settles disputes, keeper sees the vault; once or more.",
        show_default=False,
    ),
]


@app.command()
def add(words: Named = None, *, role: Roles, book: BookOption = None, who: Who = UNNAMED) -> None:
    """Make an account. The password is asked for, or in $HOLDFIRE_PASSWORD."""
    name, account = _one(words, book)
    with opening(name) as opened:
        from holdfire.workflows.casebook.accounts import add_account

        add_account(opened, account, role, _password(account), who=who)
        typer.echo(f"{account} may come in as {', '.join(role)}")


@app.command(name="list")
def list_(words: Only = None, *, book: BookOption = None, form: FormOption = Form.TEXT) -> None:
    """List the accounts with their roles."""
    name = only_book(words, book)
    with looking(name) as opened:
        accounts = opened.accounts.all()
        if not accounts and form is Form.TEXT:
            typer.echo("No accounts yet: `serve` is open to one person here until `user add` makes one.")
        for each in accounts:
            if form is Form.JSON:
                put_json(each)
            else:
                state = "" if each.is_open else "  closed"
                typer.echo(f"{each.name}  {', '.join(each.roles)}{state}")


@app.command()
def role(words: Named = None, *, role: Roles, book: BookOption = None, who: Who = UNNAMED) -> None:
    """Give somebody other roles, at once."""
    name, account = _one(words, book)
    with opening(name) as opened:
        from holdfire.workflows.casebook.accounts import set_roles

        set_roles(opened, account, role, who=who)
        typer.echo(f"{account} is {', '.join(role)}")


@app.command()
def password(words: Named = None, *, book: BookOption = None, who: Who = UNNAMED) -> None:
    """Give somebody another password."""
    name, account = _one(words, book)
    with opening(name) as opened:
        from holdfire.workflows.casebook.accounts import set_password

        set_password(opened, account, _password(account), who=who)
        typer.echo(f"{account} has another password")


@app.command()
def close(words: Named = None, *, book: BookOption = None, who: Who = UNNAMED) -> None:
    """Let somebody in no more, at once; what they decided stays."""
    _set_open(words, book, who=who, is_open=False)


@app.command(name="open")
def open_(words: Named = None, *, book: BookOption = None, who: Who = UNNAMED) -> None:
    """Let somebody in again."""
    _set_open(words, book, who=who, is_open=True)


def _set_open(words: list[str] | None, book: str | None, *, who: str, is_open: bool) -> None:
    name, account = _one(words, book)
    with opening(name) as opened:
        from holdfire.workflows.casebook.accounts import set_open

        set_open(opened, account, is_open=is_open, who=who)
        typer.echo(f"{account} may come in {'again' if is_open else 'no more'}")


def _one(words: list[str] | None, book: str | None) -> tuple[str, str]:
    name, names = book_and_rest(words, book)
    if len(names) != 1:
        complain("name one account")
        raise typer.Exit(BAD_INPUT)
    return name, names[0]


def _password(name: str, *, asked: Callable[[str], str] = getpass) -> str:
    given = os.environ.get(PASSWORD)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        complain(f"a password is needed: put it in ${PASSWORD}")
        raise typer.Exit(BAD_INPUT)
    first = asked(f"Password of {name}: ")
    if asked("The same again: ") != first:
        complain("the two passwords differ")
        raise typer.Exit(BAD_INPUT)
    return first
