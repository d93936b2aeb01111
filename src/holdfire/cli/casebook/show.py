"""`holdfire show`: one report of a casebook."""

import sys
from typing import Annotated

import typer

from holdfire.cli.casebook.named import AsOf, BookOption, Form, FormOption, book_and_rest, looking, put_json
from holdfire.cli.ending import BAD_INPUT, complain

Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[BOOK] ID", help="The casebook, and the report's id or its beginning.", show_default=False
    ),
]
Raw = Annotated[bool, typer.Option("--raw", help="Write the bytes as they were got to stdout.")]
Warc = Annotated[
    bool,
    typer.Option(
        "--warc", help="Write the bytes, with how they were got, as a web archive (WARC) to stdout."
    ),
]


def show(
    words: Words = None,
    *,
    book: BookOption = None,
    raw: Raw = False,
    warc: Warc = False,
    as_of: AsOf = None,
    form: FormOption = Form.TEXT,
) -> None:
    """Show a report: how it was got, what it says, what was read."""
    name, ids = book_and_rest(words, book)
    if len(ids) != 1:
        complain("name one report by its id (`holdfire reports` lists them)")
        raise typer.Exit(BAD_INPUT)
    with looking(name, as_of=as_of) as opened:
        from holdfire.workflows.casebook.archiving import archived
        from holdfire.workflows.casebook.showing import shown, told

        if warc:
            sys.stdout.buffer.writelines(archived(opened, ids[0]))
            return
        if raw:
            sys.stdout.buffer.write(opened.reports.bytes_of(opened.reports.get(ids[0]).raw_sha256))
            return
        found = shown(opened, ids[0])
        if form is Form.JSON:
            put_json(told(found))
        else:
            from holdfire.cli.terminal.screen import show as draw
            from holdfire.cli.terminal.whole import whole

            draw(lambda width: whole(found, width=width))
