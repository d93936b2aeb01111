"""`holdfire estimate`: how many there are in all, by lists that overlap."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from holdfire.cli.analysis.options import Kinds, Places, Since, Until
from holdfire.cli.casebook.named import AsOf, BookOption, Form, FormOption, Only, looking, only_book
from holdfire.cli.ending import BAD_INPUT, complain, ending
from holdfire.cli.options import Picture

if TYPE_CHECKING:
    from holdfire.analysis.answers import Estimate
    from holdfire.views.estimate import EstimatePage

ListsFile = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="No casebook but a CSV file (- is stdin): a column for each list, 1 or 0 in it; a row for each "
        "thing, or for each history with its `count`.",
    ),
]


def estimate(
    words: Only = None,
    *,
    book: BookOption = None,
    place: Places = None,
    kind: Kinds = None,
    since: Since = None,
    until: Until = None,
    lists: ListsFile = None,
    as_of: AsOf = None,
    form: FormOption = Form.TEXT,
    svg: Picture = None,
) -> None:
    """Estimate how many incidents there were, reported or not.

    It rests on outlets, or lists, that overlap, and says why where they do not bear it.
    """
    if lists is not None:
        if words or place or kind or since or until:
            complain("--lists FILE goes with no casebook, place, kind or time")
            raise typer.Exit(BAD_INPUT)
        _of_lists(lists, form, svg)
        return
    name = only_book(words, book)
    with looking(name, as_of=as_of) as opened:
        from holdfire.workflows.analysis.scipy_there import require_scipy

        require_scipy()
        from holdfire.analysis.estimate import estimate as estimated
        from holdfire.views.estimate import estimate_page
        from holdfire.workflows.analysis.casebook_estimate import lists_in
        from holdfire.workflows.analysis.casebook_trend import Asked
        from holdfire.workflows.casebook.selecting import held
        from holdfire.workflows.own.folder import owned

        asked = Asked(places=tuple(place or ()), kinds=tuple(kind or ()), since=since, until=until)
        given, title, notes = lists_in(held(opened, owned()), asked)
        found = estimated(given)
        _put(found, estimate_page(found, what="incidents", title=title, notes=notes), form, svg)


def _of_lists(path: Path, form: Form, svg: Path | None) -> None:
    with ending():
        from holdfire.workflows.analysis.scipy_there import require_scipy

        require_scipy()
        from holdfire.analysis.estimate import estimate as estimated
        from holdfire.views.estimate import estimate_page
        from holdfire.workflows.analysis.lists_file import lists_given

        given, faults = lists_given(path)
        for fault in faults:
            complain(str(fault))
        found = estimated(given)
        _put(found, estimate_page(found, what="things", title=str(path)), form, svg)
    if faults:
        raise typer.Exit(BAD_INPUT)


def _put(found: "Estimate", page: "EstimatePage", form: Form, svg: Path | None) -> None:
    if svg is not None:
        from holdfire.exports.estimate_svg import estimate_svg
        from holdfire.workflows.writing import whole_file

        with whole_file(svg) as file:
            file.write(estimate_svg(page).encode())
        return
    if form is Form.JSON:
        from holdfire.exports.analysis_json import estimate_line

        sys.stdout.buffer.write(estimate_line(found, page))
        return
    from holdfire.cli.terminal.estimate import estimate as drawn
    from holdfire.cli.terminal.screen import show

    show(lambda width: drawn(page, width=width))
