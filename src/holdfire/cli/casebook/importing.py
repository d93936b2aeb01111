"""`holdfire import`: tables of others (UCDP, ACLED, Uwazi, Atlos, one's own) → a casebook."""

from pathlib import Path
from typing import Annotated

import typer

from holdfire.cli.casebook.add import complain_of, tell
from holdfire.cli.casebook.named import UNNAMED, BookOption, Form, FormOption, Who, book_and_rest, opening
from holdfire.cli.ending import BAD_INPUT, complain, ending

Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="[BOOK] TABLE...", help="The casebook, and tables (CSV).", show_default=False),
]
Columns = Annotated[
    str | None,
    typer.Option(
        "--columns",
        "-c",
        metavar="MAP",
        help="Which column says what: ucdp, acled, atlos, uwazi, or your own file; else the one that fits.",
        show_default=False,
    ),
]
ShowMap = Annotated[
    str | None,
    typer.Option(metavar="MAP", help="Print one of our column maps, to copy and change.", show_default=False),
]


def take_in(
    words: Words = None,
    *,
    book: BookOption = None,
    columns: Columns = None,
    show_map: ShowMap = None,
    who: Who = UNNAMED,
    form: FormOption = Form.TEXT,
) -> None:
    """Take in the incidents of somebody else's table.

    Each row is a report of its own, with its file and line.
    """
    if show_map is not None:
        _show(show_map)
        return
    name, tables = book_and_rest(words, book)
    if not tables:
        complain("name a table (CSV) after the casebook")
        raise typer.Exit(BAD_INPUT)
    with opening(name) as opened:
        from holdfire.geography.gazetteer import shipped_gazetteer
        from holdfire.workflows.casebook.adding import Added
        from holdfire.workflows.casebook.importing import import_table

        done = Added()
        for each in tables:
            so_far = Added()
            for so_far in import_table(
                opened, Path(each), columns=columns, known=shipped_gazetteer(), who=who
            ):
                complain_of(so_far)
            done.new, done.known, done.failed = (
                done.new + so_far.new,
                done.known + so_far.known,
                done.failed + so_far.failed,
            )
        tell(done, form)
    if done.failed:
        raise typer.Exit(BAD_INPUT)


def _show(name: str) -> None:
    with ending():
        from holdfire.errors import DataError
        from holdfire.sources.columns.column_map import SHIPPED, shipped_text

        if name not in SHIPPED:
            raise DataError(f"there is no column map {name!r}", remedy=f"one of: {', '.join(SHIPPED)}")
        typer.echo(shipped_text(name), nl=False)
