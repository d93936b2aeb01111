"""`holdfire add`: reports → a casebook."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
from holdfire.cli.ending import BAD_INPUT, complain, complain_of_nothing
from holdfire.cli.options import Outlet, Published, Title

if TYPE_CHECKING:
    from holdfire.workflows.casebook.adding import Added
    from holdfire.workflows.casebook.distance import Distance

Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[BOOK] SOURCE...",
        help="The casebook, and what to add: files, folders, tables, web archives, feeds, URLs; - is stdin.",
        show_default=False,
    ),
]
Url = Annotated[str | None, typer.Option(metavar="URL", help="Where the report was published.")]
_UNDATED = (
    "{} no day of publication, so “last Tuesday” and “Jan. 18” stay open "
    "(`holdfire judge correct ID published 2022-01-26`, then `holdfire reread ID`)"
)
_FOREIGN = "{} not in English: kept, and found by `search`, but nothing was read in them (add a translation)"


def add(
    words: Words = None,
    *,
    book: BookOption = None,
    published: Published = None,
    outlet: Outlet = None,
    title: Title = None,
    url: Url = None,
    who: Who = UNNAMED,
    jobs: JobsOption = None,
    form: FormOption = Form.TEXT,
) -> None:
    """Add reports to a casebook, and read them. What is there already is recognised and left as it is."""
    name, sources = book_and_rest(words, book)
    if not sources:
        complain("nothing to add (name files, folders or URLs after the casebook; - is stdin)")
        raise typer.Exit(BAD_INPUT)
    with opening(name) as opened:
        from holdfire.model.capture import Told
        from holdfire.sources.published import published_date
        from holdfire.workflows.casebook.adding import Added, add
        from holdfire.workflows.casebook.distance import Distance
        from holdfire.workflows.casebook.workers import reading
        from holdfire.workflows.opening import fetch
        from holdfire.workflows.own.folder import owned

        day = published_date(published) if published is not None else None
        told = Told(title, outlet, day, url)
        distance = Distance(sources)
        read = reading(owned(), told, jobs=processes(jobs))
        so_far = Added()
        with _bar(distance) as drawn:
            for so_far in add(opened, sources, read=read, who=who, fetch=fetch, looked_at=distance.passed):
                drawn(so_far)
                complain_of(so_far)
        if not so_far.done:
            complain_of_nothing(sources)
        tell(so_far, form)
        _notice(so_far.foreign, _FOREIGN, "report is", "reports are")
        _notice(so_far.undated, _UNDATED, "report says", "reports say")
    if so_far.failed:
        raise typer.Exit(BAD_INPUT)


def _notice(number: int, what: str, one: str, many: str) -> None:
    if number:
        complain(what.format(f"{number:,} {one if number == 1 else many}"))


def complain_of(so_far: "Added") -> None:
    """Name what could not be read, once."""
    for message in so_far.failures:
        complain(message)
    so_far.failures.clear()


def tell(so_far: "Added", form: Form) -> None:
    """Say how much came in."""
    if form is Form.JSON:
        put_json({"new": so_far.new, "known": so_far.known, "failed": so_far.failed})
        return
    parts = [f"{so_far.new:,} added"]
    parts += [f"{so_far.known:,} there already"] if so_far.known else []
    parts += [f"{so_far.failed:,} could not be read"] if so_far.failed else []
    typer.echo(", ".join(parts))


@contextmanager
def _bar(distance: "Distance") -> Iterator[Callable[["Added"], None]]:
    """A bar on stderr with what was done, the rate and the time left; nothing where that is no terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    screen = Console(stderr=True)
    bar = Progress(
        BarColumn(bar_width=16),
        TextColumn("{task.description}"),
        TimeRemainingColumn(),
        console=screen,
        transient=True,
    )
    if not screen.is_terminal:
        yield lambda _so_far: None
        return
    with bar:
        task = bar.add_task("reading …", total=distance.total or None)

        def draw(so_far: "Added") -> None:
            seconds = bar.tasks[task].elapsed or 0.0
            rate = so_far.done / seconds if seconds else 0.0
            said = f"{so_far.new:,} new  {so_far.known:,} known  {so_far.failed:,} failed  {rate:,.0f}/s"
            bar.update(task, description=said, completed=distance.behind, total=distance.total or None)

        yield draw
