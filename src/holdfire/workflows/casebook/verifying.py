"""Whether a casebook is what was written: a check of all of it, and a proof for others."""

import importlib
from collections.abc import Iterator
from pathlib import Path

from holdfire import __version__
from holdfire.errors import BookError
from holdfire.exports.proof import write_proof
from holdfire.model.log import LogEntry
from holdfire.store.book import Reader
from holdfire.store.checking import Checked, OffError
from holdfire.workflows.casebook.moment import now
from holdfire.workflows.casebook.signing import is_signed, signers
from holdfire.workflows.writing import whole_file


def verify(book: Reader) -> Iterator[Checked]:
    """Check everything; gives how far it is. OffError at the first thing that is not as it was written."""
    trusted = signers(book.settings())
    yield from book.checked(lambda made: made.key in trusted and is_signed(made))


def stamped(book: Reader) -> list[tuple[int, str]]:
    """The time-stamps by others, checked: up to which entry, and when. OffError where one is not good."""
    found: list[tuple[int, str]] = []
    for stamp in book.log.stamps():
        checked = importlib.import_module("holdfire.workflows.casebook.stamping").checked
        try:
            found.append((stamp.upto, checked(stamp, where="")))
        except BookError as error:
            raise OffError(error.problem, where=f"timestamp, under log {stamp.upto}") from None
    return found


def prove(book: Reader, path: Path) -> LogEntry | None:
    """Write a proof that a third party checks without Holdfire; the last entry that it covers."""
    settings = book.settings()
    facts = {
        "book": settings.get("id"),
        "made": now(),
        "by": f"holdfire {__version__}",
        "keys": sorted(signers(settings)),
    }
    with whole_file(path) as file:
        return write_proof(file, book.log.entries(), book.log.checkpoints(), book.log.stamps(), facts)
