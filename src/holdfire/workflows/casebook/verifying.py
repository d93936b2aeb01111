"""Whether a casebook is what was written: a check of all of it, and a proof for others."""

import importlib
import multiprocessing
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from holdfire import __version__
from holdfire.errors import BookError
from holdfire.exports.proof import write_proof
from holdfire.model.log import Checkpoint, LogEntry
from holdfire.store.book import Again, Book, Reader
from holdfire.store.checking import Checked, OffError
from holdfire.store.together import digest
from holdfire.workflows.casebook.bringing import Bringing
from holdfire.workflows.casebook.keeping import maker
from holdfire.workflows.casebook.moment import now
from holdfire.workflows.casebook.signing import is_signed, signers
from holdfire.workflows.writing import whole_file

STRETCH = 10_000
"""So many entries of the log are checked by one process at a time."""


def verify(book: Book, *, jobs: int = 1, stretch: int = STRETCH) -> Iterator[Checked]:
    """Check everything, in so many processes; gives how far it is.

    OffError at the first thing that is not as it was written, however many look for it.
    """
    done = Checked()
    last = book.log.last()
    ends = range(stretch, last.seq if last else 0, stretch)
    if jobs > 1 and book.again is not None and len(ends) > 1:
        with _checkers(book.again, jobs) as processes:
            for found in processes.map(_Checker.check, (end - stretch for end in ends), ends):
                done = done.then(found)
                yield done
    for found in book.checked(_is_good(book), after=done.entries):
        yield done.then(found)


def require_together(book: Reader) -> int:
    """Bring all together anew and hold what is kept of it to that; how many things there are.

    OffError at the first that is not what the reports and decisions make. What another Holdfire kept is not
    read, and not looked at.
    """
    upto = book.together.upto(maker())
    if upto is None:
        return 0
    made = {each.summary.id: digest(each) for each in Bringing(book.as_far_as(upto)).anew().kept}
    there = book.together.digests()
    for each in sorted(made.keys() | there.keys()):
        if made.get(each) != there.get(each):
            problem = "is not what reports and decisions make; `holdfire corroborate --anew` makes it again"
            raise OffError(problem, where=f"what is told together, {each[:16]}")
    return len(made)


class _Checker:
    """A process that checks stretches of a casebook."""

    _book: Book | None = None

    @classmethod
    def start(cls, again: Again) -> None:
        """Open the casebook."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        cls._book = again()

    @classmethod
    def check(cls, after: int, upto: int) -> Checked:
        """Check a stretch of the log."""
        if cls._book is None:
            raise RuntimeError("the checker was not started")
        *_, done = cls._book.checked(_is_good(cls._book), after=after, upto=upto)
        return done


@contextmanager
def _checkers(again: Again, jobs: int) -> Iterator[ProcessPoolExecutor]:
    spawn = multiprocessing.get_context("spawn")
    processes = ProcessPoolExecutor(jobs, mp_context=spawn, initializer=_Checker.start, initargs=(again,))
    try:
        yield processes
    finally:
        processes.shutdown(wait=False, cancel_futures=True)


def _is_good(book: Reader) -> Callable[[Checkpoint], bool]:
    trusted = signers(book.settings())
    return lambda made: made.key in trusted and is_signed(made)


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
