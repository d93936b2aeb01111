"""`holdfire assess`: incidents against the order in force and against standards; orders against standards."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from holdfire.cli.assessment.options import Rules
from holdfire.cli.casebook.named import AsOf, BookOption, Form, FormOption, book_and_rest, looking
from holdfire.cli.ending import BAD_INPUT, complain
from holdfire.cli.options import Picture, whole

if TYPE_CHECKING:
    from holdfire.views.findings import Findings

Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[BOOK] [ID]",
        help="The casebook; with the id of an incident or order, its findings with all their grounds.",
        show_default=False,
    ),
]
Own = Annotated[
    list[Path] | None,
    typer.Option(
        "--standard",
        metavar="FILE",
        help="A standard of your own, as JSON; may be given again.",
        dir_okay=False,
    ),
]
Suppose = Annotated[
    bool,
    typer.Option("--suppose", help="Assess an incident that no report tells: --at, --on, --act, --target."),
]
At = Annotated[str | None, typer.Option(metavar="PLACE", help="Where the supposed incident is.")]
On = Annotated[str | None, typer.Option(metavar="DATE", help="When it is: a day, a month, or with an hour.")]
Act = Annotated[
    str, typer.Option(metavar="ACT", help="What is done: live_fire, flare, warning_shot, arrest …")
]
Target = Annotated[str, typer.Option(metavar="TARGET", help="At what: person, animal, vehicle, object.")]
Killed = Annotated[int | None, typer.Option(metavar="N", parser=whole(0), help="How many are killed.")]
Told = Annotated[
    list[str] | None,
    typer.Option(
        metavar="CODE",
        help="How those are on whom force is used (again for more): armed, fleeing, surrendering, held …",
    ),
]
Unit = Annotated[str | None, typer.Option(metavar="NAME", help="Which unit does it.")]


def assess(
    words: Words = None,
    *,
    book: BookOption = None,
    standard: Own = None,
    suppose: Suppose = False,
    at: At = None,
    on: On = None,
    act: Act = "live_fire",
    target: Target = "person",
    killed: Killed = None,
    unit: Unit = None,
    circumstance: Told = None,
    precedence: Rules = None,
    as_of: AsOf = None,
    form: FormOption = Form.TEXT,
    svg: Picture = None,
) -> None:
    """Hold acts and orders against the orders and standards.

    Each incident is held against the order in force and, apart from it, against standards; each order
    against standards.
    """
    name, ids = book_and_rest(words, book)
    if len(ids) > 1 or (suppose and ids):
        complain("name one incident or order" if not suppose else "--suppose takes no id")
        raise typer.Exit(BAD_INPUT)
    if (at or on) and not suppose:
        complain("--at and --on belong to --suppose")
        raise typer.Exit(BAD_INPUT)
    with looking(name, as_of=as_of) as opened:
        from holdfire.workflows.casebook import assessing
        from holdfire.workflows.casebook.ordering import case, rules_in
        from holdfire.workflows.own.folder import owned

        own, standards = owned(), assessing.standards_in(standard or [])
        told = case(opened, rules=rules_in(precedence), own=own)
        if suppose:
            incident = assessing.suppose(
                at=at,
                on=on,
                act=act,
                target=target,
                killed=killed,
                unit=unit,
                own=own,
                circumstances=circumstance or (),
            )
            _put(assessing.supposed(told, incident, standards), form, svg, grounds=True)
        else:
            only = ids[0] if ids else None
            _put(assessing.assessed(told, standards, only=only), form, svg, grounds=bool(ids))


def _put(found: "Findings", form: Form, svg: Path | None, *, grounds: bool) -> None:
    if svg is not None:
        from holdfire.exports.findings_svg import findings_svg
        from holdfire.workflows.writing import whole_file

        with whole_file(svg) as file:
            file.write(findings_svg(found).encode())
        return
    if form is Form.JSON:
        from holdfire.exports.assessment_json import finding_lines

        sys.stdout.buffer.writelines(finding_lines(found))
        return
    from holdfire.cli.terminal.findings import table, whole
    from holdfire.cli.terminal.screen import show

    show(lambda width: whole(found) if grounds else table(found, width=width))
