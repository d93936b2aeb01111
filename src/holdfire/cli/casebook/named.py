"""Which casebook a command is about, and the options that these commands share."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from holdfire.cli.ending import BAD_INPUT, complain, ending
from holdfire.cli.options import whole

if TYPE_CHECKING:
    from holdfire.store.book import Book, Reader

MOST_JOBS = 8
BOOK_VARIABLE = "HOLDFIRE_BOOK"
_HEADER = b"SQLite format 3\0"


class Form(StrEnum):
    """What a command prints."""

    TEXT = "text"
    JSON = "json"


Only = Annotated[list[str] | None, typer.Argument(metavar="[BOOK]", help="The casebook.", show_default=False)]
"""Where a command takes nothing but the casebook."""
BookOption = Annotated[
    str | None,
    typer.Option(
        "--book",
        "-b",
        metavar="BOOK",
        envvar=BOOK_VARIABLE,
        show_envvar=False,
        help=f"The casebook, a file or postgresql://…, where it does not come first (${BOOK_VARIABLE}).",
    ),
]
FormOption = Annotated[
    Form, typer.Option("--format", "-f", metavar="FORMAT", help="`text`, or `json` for a line of JSON each.")
]
JobsOption = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        parser=whole(1),
        help="Work in so many processes; as many as there are cores, by default.",
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Answer with what was in the casebook at the end of this day (UTC)."),
]
Who = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        envvar="HOLDFIRE_WHO",
        show_envvar=False,
        help="Who does this, for the log; a pseudonym will do ($HOLDFIRE_WHO).",
        show_default=False,
    ),
]
UNNAMED = "unnamed"


def book_and_rest(words: list[str] | None, option: str | None) -> tuple[str, list[str]]:
    """The casebook and what else is named: BOOK comes first, or is left out where an option names it."""
    given = list(words or ())
    if given and (option is None or _is_book(given[0])):
        return given[0], given[1:]
    if option is None:
        complain(f"name a casebook (a file or postgresql://…), or set ${BOOK_VARIABLE}")
        raise typer.Exit(BAD_INPUT)
    return option, given


def only_book(words: list[str] | None, option: str | None) -> str:
    """The casebook, where a command takes nothing else."""
    name, rest = book_and_rest(words, option)
    if rest:
        complain(f"this takes a casebook and nothing else, not {' '.join(map(repr, rest))}")
        raise typer.Exit(BAD_INPUT)
    return name


@contextmanager
def opening(name: str) -> Iterator["Book"]:
    """The casebook, opened; errors end the command."""
    with ending():
        from holdfire.cli.casebook.passphrase import ask
        from holdfire.workflows.casebook.opening import open_book

        book = open_book(name, ask=ask)
        try:
            yield book
        finally:
            book.close()


@contextmanager
def looking(name: str, *, as_of: str | None = None) -> Iterator["Reader"]:
    """What the casebook holds, or held at the end of a day."""
    with opening(name) as book:
        from holdfire.workflows.casebook.moment import end_of

        yield book if as_of is None else book.as_of(end_of(as_of))


def processes(asked: int | None) -> int:
    """In how many processes to work."""
    return asked or min(os.cpu_count() or 1, MOST_JOBS)


def put_json(told: object) -> None:
    """Print one line of JSON."""
    import msgspec

    sys.stdout.buffer.write(msgspec.json.encode(told) + b"\n")


def _is_book(name: str) -> bool:
    if name.startswith(("postgresql://", "postgres://")):
        return True
    try:
        with Path(name).open("rb") as file:
            return file.read(len(_HEADER)) == _HEADER
    except OSError:
        return False
