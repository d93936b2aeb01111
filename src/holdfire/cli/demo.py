"""`holdfire demo`: the example reports and the story they tell."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from holdfire.cli.ending import BAD_INPUT, complain, ending
from holdfire.cli.options import Form, Format, Output

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from holdfire.reading.cascade import Reading

SHOWN = "Border guards in two provinces told to use flares"
_NEXT = """
  The reports are retold in our own words: examples/tumen/README.md says from where.
  Claims, not findings: each line stands beside the words it was read from.

  holdfire read FILE --published DATE      your own report
  holdfire explain FILE --at OFFSET        why a value was read
  holdfire demo --format html -o demo.html the same as a page
  holdfire demo --book demo.book           the same as a casebook, for `holdfire serve demo.book`
"""


InBook = Annotated[
    Path | None,
    typer.Option(
        "--book",
        metavar="FILE",
        help="Make a casebook of them in FILE instead; one that is there stays.",
        dir_okay=False,
    ),
]


def demo(*, form: Form = Format.TEXT, output: Output = None, book: InBook = None) -> None:
    """Read the example reports and show their story."""
    if book is not None:
        _make(book)
        return
    with ending():
        from holdfire.cli.printing import placed, printer
        from holdfire.workflows.examples import read_examples
        from holdfire.workflows.readers import english_reader

        outcomes = list(read_examples(english_reader()))
        if form is Format.TEXT and output is None:
            _show([each.reading for each in outcomes if each.reading is not None])
            for each in outcomes:
                if each.reading is None:
                    complain(placed(each))
        else:
            with printer(form, output=output, with_text=True) as put:
                for each in outcomes:
                    put(each)
    if any(each.failure for each in outcomes):
        raise typer.Exit(BAD_INPUT)


def _make(path: Path) -> None:
    """A casebook of the examples, where there is none yet."""
    with ending():
        from holdfire.workflows.examples import example_book
        from holdfire.workflows.readers import english_reader

        if not path.exists():
            example_book(str(path), who="demo", reader=english_reader()).close()
        typer.echo(f"  The same as a casebook: {path}    holdfire serve {path}")


def _show(readings: "list[Reading]") -> None:
    from holdfire.cli.terminal.page import page
    from holdfire.cli.terminal.screen import show
    from holdfire.cli.terminal.story import chapters
    from holdfire.views.story import story

    def drawing(width: int) -> "Iterator[RenderableType]":
        for reading in readings:
            if (reading.record.report.title or "").startswith(SHOWN):
                yield from page(reading, width=width)
        yield from chapters(story(reading.record for reading in readings))
        yield _NEXT

    show(drawing)
