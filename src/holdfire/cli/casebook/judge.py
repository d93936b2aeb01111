"""`holdfire judge`: what a person decides about reports, values and reported things."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from holdfire.cli.casebook.group import CasebookGroup
from holdfire.cli.casebook.named import (
    UNNAMED,
    AsOf,
    BookOption,
    Form,
    FormOption,
    Who,
    book_and_rest,
    looking,
    opening,
    put_json,
)
from holdfire.cli.ending import BAD_INPUT, complain
from holdfire.cli.options import whole

if TYPE_CHECKING:
    from holdfire.model.judgement import Judgement
    from holdfire.store.book import Book

app = typer.Typer(
    help="Decide: accept, reject or correct; same or different; undo.",
    no_args_is_help=True,
    cls=CasebookGroup,
)


_PATH = (
    "A report's id, and the path of a value in its record (orders.0.clauses.1.act) or of a fact (published)."
)
OnValue = Annotated[
    list[str] | None, typer.Argument(metavar="[BOOK] ID PATH", help=_PATH, show_default=False)
]
Correction = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[BOOK] ID PATH VALUE", help=f"{_PATH} Then the value instead.", show_default=False
    ),
]
Things = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[BOOK] THING THING", help="The ids of two reported orders or incidents.", show_default=False
    ),
]
Source = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[BOOK] SOURCE", help="The name of a source, or the id of a report.", show_default=False
    ),
]
Held = Annotated[
    list[str] | None, typer.Argument(metavar="[BOOK] ID", help="A report's id.", show_default=False)
]
Until = Annotated[str, typer.Option(metavar="DAY", help="The first day on which it may.", show_default=False)]
Noted = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[BOOK] ID [PATH] NOTE",
        help="A report's id, the path of a value where it is about one, and the note.",
        show_default=False,
    ),
]
Undone = Annotated[
    list[str] | None,
    typer.Argument(metavar="[BOOK] JUDGEMENT", help="The id of a judgement.", show_default=False),
]
Listed = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[BOOK] [ID]", help="A report's id, for what was decided about it alone.", show_default=False
    ),
]
Why = Annotated[str, typer.Option("--why", metavar="REASON", help="Why.", show_default=False)]
Offsets = Annotated[
    str | None, typer.Option("--words", metavar="START:END", help="The words of the report that say so.")
]
Reliability = Annotated[
    str | None,
    typer.Option(metavar="LETTER", help="How far the source is trusted, A to F (Admiralty scale)."),
]
Credibility = Annotated[
    int | None, typer.Option(metavar="NUMBER", parser=whole(1, 6), help="How far it is believed, 1 to 6.")
]


@app.command()
def accept(words: OnValue = None, *, book: BookOption = None, who: Who = UNNAMED, why: Why = "") -> None:
    """The value is what the report says."""
    _on_value("Accept", words, book, who=who, why=why)


@app.command()
def reject(words: OnValue = None, *, book: BookOption = None, who: Who = UNNAMED, why: Why = "") -> None:
    """The report does not say this."""
    _on_value("Reject", words, book, who=who, why=why)


@app.command()
def correct(
    words: Correction = None,
    *,
    book: BookOption = None,
    at: Offsets = None,
    who: Who = UNNAMED,
    why: Why = "",
) -> None:
    """Say another value: a word, a date as EDTF, or JSON."""

    def make(opened: "Book", report: str, path: str, value: str) -> "Judgement":
        from holdfire.model.judgement import Correct
        from holdfire.workflows.casebook import judging

        of = judging.target(opened, report, path)
        start, end = judging.words(of, at) if at is not None else (None, None)
        said = {"target": of.target, "reading": of.reading, "value": judging.correction(of, value)}
        return judging.made(Correct, who=who, why=why, **said, start=start, end=end)

    _judge(words, book, make, number=3, what="a report, the path of a value, and the value instead")


@app.command()
def same(words: Things = None, *, book: BookOption = None, who: Who = UNNAMED, why: Why = "") -> None:
    """Say that two reported things are one order or incident."""
    _on_pair("Same", words, book, who=who, why=why)


@app.command()
def different(words: Things = None, *, book: BookOption = None, who: Who = UNNAMED, why: Why = "") -> None:
    """Two reported things are not the same."""
    _on_pair("Different", words, book, who=who, why=why)


@app.command()
def grade(
    words: Source = None,
    *,
    book: BookOption = None,
    reliability: Reliability = None,
    credibility: Credibility = None,
    who: Who = UNNAMED,
    why: Why = "",
) -> None:
    """Grade a source, or a report."""

    def make(opened: "Book", source: str) -> "Judgement":
        from holdfire.workflows.casebook import judging

        of = judging.source(opened, source)
        made = judging.graded(of, reliability, credibility, who=who, why=why)
        known = opened.queue.named("outlet", most=100_000)
        if of.startswith("source/") and of.removeprefix("source/") not in known:
            there = ", ".join(known[:5]) or "none"
            complain(f"no report came in under the outlet {source!r} (the outlets here: {there})")
        return made

    _judge(words, book, make, number=1, what="a source or a report")


@app.command()
def embargo(
    words: Held = None, *, book: BookOption = None, until: Until, who: Who = UNNAMED, why: Why = ""
) -> None:
    """Hold back all that a report tells until a day."""

    def make(opened: "Book", report: str) -> "Judgement":
        from holdfire.workflows.casebook import judging

        held = judging.embargo(judging.target(opened, report), until, who=who, why=why)
        if date.fromisoformat(until) <= date.fromisoformat(held.when[:10]):
            complain(f"{until} is not ahead: this holds nothing back (`holdfire judge undo` takes it back)")
        return held

    _judge(words, book, make, number=1, what="a report")


@app.command()
def note(words: Noted = None, *, book: BookOption = None, who: Who = UNNAMED) -> None:
    """Note something about a report, or a value in it."""

    def make(opened: "Book", report: str, *rest: str) -> "Judgement":
        from holdfire.model.judgement import Note
        from holdfire.workflows.casebook import judging

        of = judging.target(opened, report, rest[0] if len(rest) > 1 else "")
        return judging.made(Note, who=who, why=rest[-1], target=of.target, reading=of.reading)

    name, given = book_and_rest(words, book)
    _judge([name, *given], None, make, number=3 if len(given) > 2 else 2, what="a report and the note")


@app.command()
def undo(words: Undone = None, *, book: BookOption = None, who: Who = UNNAMED, why: Why = "") -> None:
    """A judgement counts no more; an undo can itself be undone."""

    def make(opened: "Book", judgement: str) -> "Judgement":
        from holdfire.model.judgement import Undo, judgement_id
        from holdfire.workflows.casebook import judging

        known = judgement_id(opened.judgements.get(judgement))
        return judging.made(Undo, who=who, why=why, target=known)

    _judge(words, book, make, number=1, what="a judgement by its id (`holdfire judge list`)")


@app.command(name="list")
def list_(
    words: Listed = None, *, book: BookOption = None, as_of: AsOf = None, form: FormOption = Form.TEXT
) -> None:
    """List what was decided, and whether it still counts."""
    name, ids = book_and_rest(words, book)
    with looking(name, as_of=as_of) as opened:
        from holdfire.cli.terminal.judged import judgement_list
        from holdfire.cli.terminal.screen import show
        from holdfire.workflows.casebook.judging import judged

        found = judged(opened, ids[0] if ids else None)
        if form is Form.JSON:
            for each in found:
                put_json({"id": each.id, "counts": each.counts, "judgement": each.judgement})
        else:
            show(lambda _width: judgement_list(found))


def _on_value(kind: str, words: list[str] | None, book: str | None, *, who: str, why: str) -> None:
    def make(opened: "Book", report: str, path: str) -> "Judgement":
        from holdfire.model import judgement
        from holdfire.workflows.casebook import judging

        of = judging.target(opened, report, path)
        return judging.made(getattr(judgement, kind), who=who, why=why, target=of.target, reading=of.reading)

    _judge(words, book, make, number=2, what="a report and the path of a value")


def _on_pair(kind: str, words: list[str] | None, book: str | None, *, who: str, why: str) -> None:
    def make(opened: "Book", one: str, two: str) -> "Judgement":
        from holdfire.model import judgement
        from holdfire.workflows.casebook import judging

        target, other = judging.things(opened, one, two)
        return judging.made(getattr(judgement, kind), who=who, why=why, target=target, other=other)

    _judge(words, book, make, number=2, what="two reported orders or incidents by their ids")


def _judge(
    words: list[str] | None, book: str | None, make: Callable[..., "Judgement"], *, number: int, what: str
) -> None:
    name, given = book_and_rest(words, book)
    if len(given) != number:
        complain(f"name {what}")
        raise typer.Exit(BAD_INPUT)
    with opening(name) as opened:
        from holdfire.workflows.casebook.judging import judge

        typer.echo(judge(opened, make(opened, *given)))
