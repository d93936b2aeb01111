"""`holdfire read`: reports → what they say, on a terminal, as JSON or as a page."""

import sys
from typing import Annotated

import typer

from holdfire.cli.ending import BAD_INPUT, FAILED_LINE, complain, complain_of_nothing, ending
from holdfire.cli.options import Form, Format, Outlet, Output, Published, Title

Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SOURCE...",
        help="Files (text, HTML, PDF, DOCX), feeds, web archives (WARC, WACZ), folders of them, or URLs;"
        " - is stdin.",
        show_default=False,
    ),
]
WithText = Annotated[
    bool, typer.Option("--with-text", help="Put the text that the offsets point into in each record.")
]
Careful = Annotated[
    bool,
    typer.Option(
        "--careful", help="Take ten times as long over which part of a page is the report (needs an extra)."
    ),
]
JsonLines = Annotated[
    bool,
    typer.Option("--jsonl", help="Read lines of {id, text, published?, …} on stdin; print a record each."),
]


def read(
    sources: Sources = None,
    *,
    published: Published = None,
    outlet: Outlet = None,
    title: Title = None,
    form: Form = Format.TEXT,
    with_text: WithText = False,
    careful: Careful = False,
    jsonl: JsonLines = False,
    output: Output = None,
) -> None:
    """Read reports: what was ordered, what was done, who says so."""
    with ending():
        from holdfire.cli.printing import printer
        from holdfire.workflows.opening import told
        from holdfire.workflows.own.folder import owned
        from holdfire.workflows.readers import english_reader
        from holdfire.workflows.reading import read_lines, read_sources

        _check(sources, form, jsonl=jsonl)
        known = told(published=published, outlet=outlet, title=title)
        reader = english_reader(owned())
        if jsonl:
            outcomes = read_lines(sys.stdin.buffer, reader=reader)
            form = Format.JSON
        else:
            outcomes = read_sources(sources or (), reader=reader, told=known, careful=careful)
        failed, number = False, 0
        with printer(form, output=output, with_text=with_text, in_place=jsonl) as put:
            for outcome in outcomes:
                number += 1
                failed |= outcome.failure is not None
                put(outcome)
        if sources and not number:
            complain_of_nothing(sources)
    if failed:
        raise typer.Exit(FAILED_LINE if jsonl else BAD_INPUT)


def _check(sources: list[str] | None, form: Format, *, jsonl: bool) -> None:
    if jsonl and form is Format.HTML:
        complain("--jsonl prints a record a line, and no page (name files to get a page)")
        raise typer.Exit(BAD_INPUT)
    if jsonl and sources:
        complain("--jsonl reads stdin, so name no sources (or leave --jsonl out to read those)")
        raise typer.Exit(BAD_INPUT)
    if not jsonl and not sources:
        complain("no report to read (name one or more files, or - for stdin; `holdfire demo` has examples)")
        raise typer.Exit(BAD_INPUT)
