"""`holdfire audience`: who may be told of what a casebook holds."""

from enum import StrEnum
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
from holdfire.cli.casebook.passphrase import password
from holdfire.cli.ending import BAD_INPUT, complain

app = typer.Typer(
    help="Keep the audiences of releases. How wide each is, and how many must at least stand together.",
    no_args_is_help=True,
    cls=CasebookGroup,
)


class Wide(StrEnum):
    """How wide an audience is."""

    INTERNAL = "internal"
    PARTNER = "partner"
    PUBLIC = "public"


Named = Annotated[
    list[str] | None, typer.Argument(metavar="[BOOK] NAME", help="Which audience.", show_default=False)
]


@app.command(name="list")
def list_(words: Only = None, *, book: BookOption = None, form: FormOption = Form.TEXT) -> None:
    """List the audiences, the widest first."""
    name = only_book(words, book)
    with looking(name) as opened:
        told = {past.audience for past in opened.releases.pasts()}
        for each in opened.releases.audiences().values():
            if form is Form.JSON:
                put_json(each)
            else:
                said = "  was told something" if each.name in told else ""
                typer.echo(f"{each.name}  as wide as {each.width}  k at least {each.k}{said}")


@app.command(name="set")
def set_(
    words: Named = None,
    *,
    width: Annotated[
        Wide | None,
        typer.Option(help="How wide a new audience is.", show_default=False),
    ] = None,
    k: Annotated[
        int | None,
        typer.Option(metavar="K", help="Of a width: how many stand together at least.", show_default=False),
    ] = None,
    book: BookOption = None,
    who: Who = UNNAMED,
) -> None:
    """Name an audience, or set the least k of a width. With accounts, a keeper does."""
    name, rest = book_and_rest(words, book)
    if len(rest) != 1 or (width is None) == (k is None):
        complain("name one audience, with --width; or internal, partner or public, with --k")
        raise typer.Exit(BAD_INPUT)
    with opening(name) as opened:
        from holdfire.workflows.casebook.audiences import of_width, set_audience, set_least

        if width is not None:
            set_audience(opened, rest[0], of_width(width), who=who, ask=password)
            typer.echo(f"{rest[0]} is as wide as {width.value}")
        elif k is not None:
            set_least(opened, of_width(rest[0]), k, who=who, ask=password)
            typer.echo(f"at least {k} stand together before all that are as wide as {rest[0]}")
