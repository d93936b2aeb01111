"""`holdfire explain`: why a record holds a value, or why two accounts are held to be one thing."""

from typing import TYPE_CHECKING, Annotated

import typer

from holdfire.cli.ending import BAD_INPUT, complain, ending
from holdfire.cli.options import Outlet, Published, whole

if TYPE_CHECKING:
    from holdfire.reading.cascade import Reading

Source = Annotated[
    str,
    typer.Argument(metavar="SOURCE", help="A report, as for `read`; - is stdin. With --pair, a casebook."),
]
At = Annotated[
    int | None,
    typer.Option(
        metavar="OFFSET",
        parser=whole(0),
        help="Only the values whose words stand at this offset (@ in `read`).",
    ),
]
Pair = Annotated[
    tuple[str, str] | None,
    typer.Option(
        metavar="ONE OTHER",
        help="Why two reported incidents or orders of a casebook are held to be one, or not.",
        show_default=False,
    ),
]


def explain(
    source: Source, *, at: At = None, pair: Pair = None, published: Published = None, outlet: Outlet = None
) -> None:
    """Show why a value was read: words, rule, steps, rivals."""
    if pair is not None:
        _compare(source, *pair)
        return
    with ending():
        from holdfire.cli.printing import placed
        from holdfire.workflows.opening import told
        from holdfire.workflows.own.folder import owned
        from holdfire.workflows.readers import english_reader
        from holdfire.workflows.reading import read_sources

        known = told(published=published, outlet=outlet)
        reader = english_reader(owned())
        for outcome in read_sources([source], reader=reader, told=known):
            if outcome.reading is None:
                complain(placed(outcome))
                raise typer.Exit(BAD_INPUT)
            _show(outcome.reading, at)


def _show(reading: "Reading", at: int | None) -> None:
    from holdfire.cli.terminal.explanation import explanations
    from holdfire.cli.terminal.screen import show
    from holdfire.reading.english.catalogue import catalogue
    from holdfire.views.explanation import explain as explained

    found = explained(reading, at=at, rules=catalogue())
    show(lambda _width: explanations(found) if found else [_nothing(at)])


def _nothing(at: int | None) -> str:
    if at is None:
        return "The record of this report holds no value."
    return f"No value of the record stands at offset {at}; without --at, all values are explained."


def _compare(book: str, one: str, other: str) -> None:
    from holdfire.cli.casebook.named import looking

    with looking(book) as opened:
        from holdfire.cli.terminal.corroborated import comparison
        from holdfire.cli.terminal.screen import show
        from holdfire.workflows.casebook.corroborating import compared

        found = compared(opened, one, other)
        show(lambda _width: comparison(found))
