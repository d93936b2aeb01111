"""`holdfire find`: one part of reading by itself."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from holdfire.cli.ending import BAD_INPUT, FAILED_LINE, complain, ending
from holdfire.cli.options import Published

if TYPE_CHECKING:
    from holdfire.workflows.finding import Finder

app = typer.Typer(help="Find dates, places or attributions by themselves.", no_args_is_help=True)

Sources = Annotated[
    list[str] | None, typer.Argument(metavar="SOURCE...", help="Reports, as for `read`.", show_default=False)
]
JsonLines = Annotated[
    bool, typer.Option("--jsonl", help="Read lines of {id, text, published?, …} on stdin instead.")
]
AsWritten = Annotated[
    bool,
    typer.Option(
        "--as-written", help="Leave in TIMEX3 open what the words leave open (XXXX-WXX-2 for Tuesday)."
    ),
]


@app.command()
def dates(
    sources: Sources = None,
    *,
    published: Published = None,
    jsonl: JsonLines = False,
    as_written: AsWritten = False,
) -> None:
    """Find dates, durations and sets of times. EDTF and TIMEX3 values, a line of JSON for each report."""
    with ending():
        from holdfire.workflows.finding import date_finder

        _find(date_finder(as_written=as_written), sources, published, jsonl=jsonl)


@app.command()
def places(sources: Sources = None, *, published: Published = None, jsonl: JsonLines = False) -> None:
    """Find names of places, resolved where that can be. A line of JSON for each report."""
    with ending():
        from holdfire.workflows.finding import place_finder
        from holdfire.workflows.own.folder import owned

        _find(place_finder(owned()), sources, published, jsonl=jsonl)


@app.command()
def attributions(sources: Sources = None, *, published: Published = None, jsonl: JsonLines = False) -> None:
    """Who says what, with the cue: a line of JSON for each report."""
    with ending():
        from holdfire.workflows.finding import attribution_finder
        from holdfire.workflows.own.folder import owned

        _find(attribution_finder(owned()), sources, published, jsonl=jsonl)


def _find(finder: "Finder", sources: list[str] | None, published: str | None, *, jsonl: bool) -> None:
    from holdfire.exports.found_json import found_line
    from holdfire.exports.record_json import failure_line
    from holdfire.workflows.finding import find_in_lines, find_in_sources
    from holdfire.workflows.opening import told

    if bool(sources) == jsonl:
        complain("name what to look through, or give lines on stdin with --jsonl")
        raise typer.Exit(BAD_INPUT)
    failed = False
    all_found = (
        find_in_lines(sys.stdin.buffer, finder)
        if jsonl
        else find_in_sources(sources or (), finder, told=told(published=published))
    )
    for each in all_found:
        line = found_line(each.name, each.found)
        if each.failure is not None:
            failed = True
            line = failure_line(each.name, kind=each.failure.kind, message=each.failure.message)
        sys.stdout.buffer.write(line)
    if failed:
        raise typer.Exit(FAILED_LINE)


@app.callback()
def _parts() -> None: ...
