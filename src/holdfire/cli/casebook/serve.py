"""`holdfire serve`: a casebook in the browser."""

from typing import TYPE_CHECKING, Annotated

import typer

from holdfire.cli.casebook.named import UNNAMED, BookOption, Who, book_and_rest, opening
from holdfire.cli.ending import BAD_INPUT, complain

if TYPE_CHECKING:
    from holdfire.store.book import Book

HOST, PORT = "127.0.0.1", 8765
Words = Annotated[
    list[str] | None, typer.Argument(metavar="[BOOK]", help="The casebook.", show_default=False)
]
Host = Annotated[str, typer.Option(metavar="ADDRESS", help="The address to listen on; this machine alone.")]
Port = Annotated[int, typer.Option(metavar="NUMBER", min=0, max=65535, help="The port; 0 takes a free one.")]


def serve(
    words: Words = None,
    *,
    book: BookOption = None,
    host: Host = HOST,
    port: Port = PORT,
    who: Who = UNNAMED,
) -> None:
    """Open the workbench: read, check, decide and see in a browser. Nothing leaves this machine."""
    name, rest = book_and_rest(words, book)
    if rest:
        complain("name one casebook")
        raise typer.Exit(BAD_INPUT)
    with opening(name) as opened:
        serve_book(opened, host=host, port=port, who=who)


def serve_book(book: "Book", *, host: str, port: int, who: str) -> None:
    """Serve an open casebook until the person stops it."""
    from holdfire.web.serving import serve as start

    start(book, host=host, port=port, who=who, tell=typer.echo)
