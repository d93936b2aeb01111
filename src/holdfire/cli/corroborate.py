"""`holdfire corroborate`: the same order or incident in many reports, brought together."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from holdfire.cli.casebook.named import AsOf, BookOption, Form, FormOption, book_and_rest, looking
from holdfire.cli.ending import BAD_INPUT, FAILED_LINE, complain, ending

if TYPE_CHECKING:
    from holdfire.corroboration.corroborating import Corroborated

Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[BOOK] [ID]",
        help="The casebook; with the id of an incident or order, all that was told of it.",
        show_default=False,
    ),
]
JsonLines = Annotated[
    bool, typer.Option("--jsonl", help="Read records in lines on stdin; print an incident or order a line.")
]
Anew = Annotated[
    bool,
    typer.Option("--anew", help="Trust nothing that is kept: make all of it again, and keep that."),
]


def corroborate(
    words: Words = None,
    *,
    book: BookOption = None,
    jsonl: JsonLines = False,
    anew: Anew = False,
    as_of: AsOf = None,
    form: FormOption = Form.TEXT,
) -> None:
    """Bring together what reports tell of one order or incident."""
    if jsonl:
        _lines(words)
        return
    name, ids = book_and_rest(words, book)
    if len(ids) > 1:
        complain("name one incident or order")
        raise typer.Exit(BAD_INPUT)
    with looking(name, as_of=as_of) as opened:
        from holdfire.workflows.casebook.corroborating import afresh, gathered

        all_told = (afresh if anew else gathered)(opened).told
        if form is Form.JSON:
            _put(all_told)
        else:
            _draw(all_told, ids)


def _lines(words: list[str] | None) -> None:
    if words:
        complain("--jsonl reads stdin, so name no casebook (or leave --jsonl out)")
        raise typer.Exit(BAD_INPUT)
    with ending():
        from holdfire.workflows.corroborating import RecordLines, corroborated

        records = RecordLines(sys.stdin.buffer, complain)
        _put(corroborated(records))
    if records.failed:
        raise typer.Exit(FAILED_LINE)


def _put(all_told: "Corroborated") -> None:
    from holdfire.exports.corroborated_json import corroborated_lines

    sys.stdout.buffer.writelines(corroborated_lines(all_told))


def _draw(all_told: "Corroborated", ids: list[str]) -> None:
    from holdfire.cli.terminal.corroborated import lists, whole
    from holdfire.cli.terminal.screen import show
    from holdfire.views.corroborated import named, rows, sheet

    if ids:
        found = sheet(named(all_told, ids[0]))
        show(lambda _width: whole(found))
    else:
        show(lambda width: lists(rows(all_told.incidents), rows(all_told.orders), width=width))
