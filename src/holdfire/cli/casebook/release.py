"""`holdfire release`: what may leave a casebook; shown first, written only when that was asked for."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from holdfire.cli.casebook.named import (
    UNNAMED,
    BookOption,
    Form,
    FormOption,
    JobsOption,
    Who,
    book_and_rest,
    opening,
    processes,
    put_json,
)
from holdfire.cli.casebook.passphrase import password
from holdfire.cli.ending import BAD_INPUT, complain

if TYPE_CHECKING:
    from holdfire.store.book import Book
    from holdfire.workflows.casebook.releasing import Plan

Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="[BOOK] [OUT]", help="The casebook, and the folder to make.", show_default=False),
]
Audience = Annotated[
    str,
    typer.Option(
        "--audience",
        "-a",
        metavar="NAME",
        help="For whom: public, partner, internal, or one that `holdfire audience` named.",
    ),
]
PolicyFile = Annotated[
    Path | None,
    typer.Option(
        "--policy", metavar="FILE", help="Audiences of your own, instead of ours.", show_default=False
    ),
]
Approve = Annotated[
    str | None,
    typer.Option(metavar="ID", help="Say that what was shown under this id may leave.", show_default=False),
]
Yes = Annotated[bool, typer.Option("--yes", help="Write it. Without this, nothing is written.")]
Done = Annotated[bool, typer.Option("--log", help="List what left until now.")]
ShowPolicy = Annotated[bool, typer.Option("--show-policy", help="Print our audiences, to copy and change.")]


def release(
    words: Words = None,
    *,
    book: BookOption = None,
    audience: Audience = "public",
    policy: PolicyFile = None,
    yes: Yes = False,
    approve: Approve = None,
    log: Done = False,
    show_policy: ShowPolicy = False,
    jobs: JobsOption = None,
    who: Who = UNNAMED,
    form: FormOption = Form.TEXT,
) -> None:
    """Show what may leave a casebook; write it with --yes."""
    if show_policy:
        from holdfire.release.policy import shipped_policies

        typer.echo(shipped_policies(), nl=False)
        return
    name, rest = book_and_rest(words, book)
    if len(rest) > 1 or (yes and not rest):
        complain("name one folder to make")
        raise typer.Exit(BAD_INPUT)
    with opening(name) as opened:
        if log:
            _list(opened, form)
            return
        from holdfire.exports.templating import plural
        from holdfire.workflows.casebook import releasing

        planned = releasing.plan(opened, audience, policy=policy)
        if approve is not None:
            releasing.approve(opened, planned, approve, who=who, ask=password)
            typer.echo(f"{who} says that {planned.id[:8]} may leave for {audience}")
        elif yes:
            out = Path(rest[0])
            releasing.publish(opened, planned, out, who=who, ask=password, jobs=processes(jobs))
            typer.echo(
                f"{out} is written: {plural(len(planned.release.rows), 'incident')}, "
                f"{plural(len(planned.release.orders), 'order')} for {audience}; open {out / 'index.html'}"
            )
            _say_what_is_left_out()
        else:
            _preview(planned, rest[0] if rest else "OUT", form)


def _say_what_is_left_out() -> None:
    from holdfire.exports.released.formats import EXTRA, left_out

    if names := left_out():
        complain(f"without {' and '.join(names)}, which need an extra: {EXTRA}")


def _preview(planned: "Plan", out: str, form: Form) -> None:
    from holdfire.views.release import preview

    shown = preview(planned.release, planned.policy)
    if form is Form.JSON:
        put_json({"id": planned.id, "audience": planned.audience.name, "preview": shown})
        return
    from holdfire.cli.terminal.release import previewed
    from holdfire.cli.terminal.screen import show

    show(lambda _width: previewed(planned, shown, out))


def _list(opened: "Book", form: Form) -> None:
    from holdfire.workflows.casebook.releasing import released

    found = released(opened)
    if form is Form.JSON:
        for each in found:
            put_json(each._asdict())
        return
    from holdfire.cli.listing import listed
    from holdfire.cli.terminal.release import log_rows

    listed(log_rows(found), or_else="Nothing has left this casebook.")
