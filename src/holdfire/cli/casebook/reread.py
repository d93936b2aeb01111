"""`holdfire reread`: reports of a casebook, read again."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from holdfire.cli.casebook.named import (
    UNNAMED,
    BookOption,
    Form,
    FormOption,
    Who,
    book_and_rest,
    opening,
    put_json,
)
from holdfire.cli.ending import BAD_INPUT, complain

if TYPE_CHECKING:
    from holdfire.workflows.casebook.rereading import Reread

Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[BOOK] [ID...]",
        help="The casebook, and reports by their ids; all, where none is named.",
        show_default=False,
    ),
]


def reread(
    words: Words = None, *, book: BookOption = None, who: Who = UNNAMED, form: FormOption = Form.TEXT
) -> None:
    """Read reports again and show what changed. The new reading stands beside the old."""
    name, ids = book_and_rest(words, book)
    failed = False
    with opening(name) as opened:
        from holdfire.cli.terminal.changed import changes, summary
        from holdfire.cli.terminal.screen import show
        from holdfire.workflows.casebook.rereading import reread as again
        from holdfire.workflows.own.folder import owned
        from holdfire.workflows.readers import english_reader

        tally = [0, 0, 0]
        for each in again(opened, ids, reader=english_reader(owned()), who=who):
            failed |= each.failure is not None
            tally[0] += 1
            tally[1] += bool(each.differences)
            tally[2] += each.failure is not None
            if each.failure is not None:
                complain(f"{each.report.id[:12]}: {each.failure.message}")
            if form is Form.JSON:
                put_json(_told(each))
            elif each.differences:
                show(partial(changes, each))
        if form is Form.TEXT:
            typer.echo(summary(*tally))
    if failed:
        raise typer.Exit(BAD_INPUT)


def _told(each: "Reread") -> dict[str, object]:
    found = [difference._asdict() for difference in each.differences]
    return {"report": each.report.id, "first": each.first, "differences": found}
