"""`holdfire explain`: why the record of a report holds a value."""

from pathlib import Path
from typing import Annotated

import typer

from holdfire.cli.ending import BAD_INPUT, complain, ending
from holdfire.cli.options import Outlet, Published

File = Annotated[Path, typer.Argument(metavar="FILE", help="A report; - is stdin.")]
At = Annotated[
    int | None,
    typer.Option(
        metavar="OFFSET", min=0, help="Only the values whose words stand at this offset (@ in `read`)."
    ),
]


def explain(file: File, *, at: At = None, published: Published = None, outlet: Outlet = None) -> None:
    """Show why a value was read: words, rule, steps, rivals."""
    with ending():
        from holdfire.cli.printing import placed
        from holdfire.cli.terminal.explanation import explanations
        from holdfire.cli.terminal.palette import console
        from holdfire.views.explanation import explain as explained
        from holdfire.workflows.readers import english_reader
        from holdfire.workflows.reading import read_files

        for outcome in read_files([file], reader=english_reader(), published=published, outlet=outlet):
            if outcome.reading is None:
                complain(placed(outcome))
                raise typer.Exit(BAD_INPUT)
            found = explained(outcome.reading, at=at)
            screen = console()
            for part in explanations(found):
                screen.print(part)
            if not found:
                screen.print(_nothing(at))


def _nothing(at: int | None) -> str:
    where = (
        "in this report"
        if at is None
        else f"at offset {at} (`holdfire explain` without --at shows all values)"
    )
    return f"No value of the record stands {where}."
