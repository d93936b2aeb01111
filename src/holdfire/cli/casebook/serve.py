"""`holdfire serve`: a casebook in the browser."""

from pathlib import Path
from typing import Annotated

import typer

from holdfire.cli.casebook.named import UNNAMED, BookOption, Only, Who, only_book, opening
from holdfire.cli.options import whole

HOST, PORT = "127.0.0.1", 8765
Host = Annotated[str, typer.Option(metavar="ADDRESS", help="The address to listen on: this machine alone.")]
Port = Annotated[
    int, typer.Option(metavar="NUMBER", parser=whole(0, 65535), help="The port; 0 takes a free one.")
]
Names = Annotated[
    list[str] | None,
    typer.Option("--name", metavar="HOST", help="A name under which browsers may ask for it; once or more."),
]
Certificate = Annotated[
    Path | None, typer.Option(metavar="FILE", help="A certificate (PEM): beyond this machine it needs one.")
]
Key = Annotated[Path | None, typer.Option(metavar="FILE", help="The key of the certificate (PEM).")]

TilesAt = Annotated[
    str | None,
    typer.Option(
        metavar="URL",
        help="A tile server for the map, with {z}, {x} and {y}. It learns which places you look at.",
        show_default=False,
    ),
]
Credit = Annotated[
    str, typer.Option(metavar="TEXT", help="Whose tiles they are, as their licence asks.", show_default=False)
]


def serve(
    words: Only = None,
    *,
    book: BookOption = None,
    host: Host = HOST,
    port: Port = PORT,
    name: Names = None,
    certificate: Certificate = None,
    key: Key = None,
    tiles: TilesAt = None,
    credit: Credit = "",
    who: Who = UNNAMED,
) -> None:
    """Open the workbench: read, check, decide and see in a browser. Nothing leaves this machine.

    Where there are accounts (`holdfire user add`) it asks who comes in; else it is open to you alone.
    """
    called = only_book(words, book)
    with opening(called) as opened:
        from holdfire.web.serving import Listening
        from holdfire.web.serving import serve as start
        from holdfire.web.tiles import Tiles

        at = Listening(host, port, tuple(name or ()), certificate, key)
        ground = Tiles(tiles, credit) if tiles is not None else None
        start(opened, at, who=who, tell=typer.echo, tiles=ground)
