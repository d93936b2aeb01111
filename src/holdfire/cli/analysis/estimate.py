"""`holdfire estimate`: how many there are in all, by lists that overlap."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from holdfire.cli.casebook.named import Form, FormOption
from holdfire.cli.ending import BAD_INPUT, complain, ending

if TYPE_CHECKING:
    from holdfire.analysis.answers import Estimate
    from holdfire.views.estimate import EstimatePage

ListsFile = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="A CSV file (- is stdin) with a column for each list, 1 or 0 in it; a row for each thing, or "
        "for each history with its `count`.",
    ),
]


def estimate(*, lists: ListsFile = None, form: FormOption = Form.TEXT) -> None:
    """Estimate how many there are in all from lists that overlap, or say why that cannot be done."""
    if lists is None:
        complain("name a file of lists with --lists")
        raise typer.Exit(BAD_INPUT)
    wrong = False
    with ending():
        from holdfire.workflows.analysis.scipy_there import require_scipy

        require_scipy()
        from holdfire.analysis.estimate import estimate as estimated
        from holdfire.views.estimate import estimate_page
        from holdfire.workflows.analysis.lists_file import lists_given

        given, faults = lists_given(lists)
        for fault in faults:
            complain(str(fault))
        wrong = bool(faults)
        found = estimated(given)
        _put(found, estimate_page(found, what="things", title=str(lists)), form)
    if wrong:
        raise typer.Exit(BAD_INPUT)


def _put(found: "Estimate", page: "EstimatePage", form: Form) -> None:
    if form is Form.JSON:
        from holdfire.exports.analysis_json import estimate_line

        sys.stdout.buffer.write(estimate_line(found, page))
        return
    from holdfire.cli.terminal.estimate import estimate as drawn
    from holdfire.cli.terminal.screen import show

    show(lambda _width: drawn(page))
