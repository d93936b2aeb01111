"""Sources → a casebook: reports are read and kept a batch at a time; what is there already is left alone.

Each batch is one transaction: whatever stops the command, all that was kept before is there whole, and the
same command goes on where it stopped.
"""

import hashlib
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from holdfire.errors import SourceError
from holdfire.model.capture import Capture
from holdfire.sources.captures import Fetch, captures
from holdfire.sources.languages import is_readable
from holdfire.store.book import Book
from holdfire.store.bundle import Bundle, failed, seen_again
from holdfire.store.rows import FailureRow, ReportRow
from holdfire.workflows.casebook.moment import now

BATCH = 256
"""So many reports at most are kept in one transaction,"""
SECONDS = 2.0
"""or those that were read in this time."""
CHUNK = 16
CHUNK_BYTES = 4_000_000

Source = str | Capture | SourceError
Read = Callable[[Iterable[list[Capture]]], Iterator[list[Bundle]]]


@dataclass(slots=True)
class Added:
    """How far a command has come: reports that are new, were known, and sources that gave none.

    Of the new ones, `foreign` are in a language that is kept and searched but not read; `undated` are those
    of the rest of which nobody said when they came out.
    """

    new: int = 0
    known: int = 0
    failed: int = 0
    undated: int = 0
    foreign: int = 0
    failures: list[str] = field(default_factory=list)

    @property
    def done(self) -> int:
        """How many sources were looked at."""
        return self.new + self.known + self.failed


def add(  # noqa: PLR0913 - what a command is told
    book: Book,
    sources: Iterable[Source],
    *,
    read: Read,
    who: str,
    fetch: Fetch | None = None,
    looked_at: Callable[[Capture], None] = lambda _capture: None,
) -> Iterator[Added]:
    """Add the reports in the sources; gives how far it has come after each transaction.

    `read` reads chunks of captures, in their order. When a person stops it, what was read by then is kept.
    """
    so_far = Added()
    pending: list[Bundle] = []
    started = time.monotonic()
    try:
        for bundles in _in_order(book, sources, read, fetch, looked_at):
            pending += bundles
            if len(pending) >= BATCH or time.monotonic() - started > SECONDS:
                _keep(book, pending, so_far, who)
                started = time.monotonic()
                yield so_far
    finally:
        _keep(book, pending, so_far, who)
    yield so_far


def _keep(book: Book, pending: list[Bundle], so_far: Added, who: str) -> None:
    if not pending:
        return
    with book.change(who=who, at=now()) as change:
        fresh = change.keep(pending)
    for each, new in zip(pending, fresh, strict=True):
        why = [entry.row for entry in each.entries if entry.row.TABLE == "failure"]
        so_far.failures += (_said(row) for row in why if isinstance(row, FailureRow))
        so_far.new += new
        for row in (entry.row for entry in each.entries if new):
            if isinstance(row, ReportRow):
                so_far.foreign += not is_readable(row.language)
                so_far.undated += is_readable(row.language) and row.published is None
        so_far.known += each.report is not None and not new
        so_far.failed += each.report is None
    pending.clear()


def _said(row: FailureRow) -> str:
    return row.message if row.message.startswith(row.origin) else f"{row.origin}: {row.message}"


def _in_order(
    book: Book,
    sources: Iterable[Source],
    read: Read,
    fetch: Fetch | None,
    looked_at: Callable[[Capture], None],
) -> Iterator[list[Bundle]]:
    """Bundles of all that the sources hold; what is known or gives no report goes past the reader."""
    ready: list[Bundle] = []
    ahead: deque[list[Capture]] = deque()

    def unread() -> Iterator[list[Capture]]:
        for chunk in _chunks(sources, fetch):
            found = [each for each in chunk if isinstance(each, Capture)]
            ids = [hashlib.sha256(each.raw).hexdigest() for each in found]
            known = book.reports.known(ids)
            ready.extend(_without_report(each) for each in chunk if isinstance(each, SourceError))
            ready.extend(seen_again(each, of) for each, of in zip(found, ids, strict=True) if of in known)
            ahead.append(found)
            yield [each for each, of in zip(found, ids, strict=True) if of not in known]

    for bundles in read(unread()):
        yield [*ready, *bundles]
        ready.clear()
        for capture in ahead.popleft():
            looked_at(capture)


def _without_report(error: SourceError) -> Bundle:
    where = error.where or "a source"
    return Bundle(None, (failed(where, kind=error.kind, message=str(error)),))


def _found(source: Source, fetch: Fetch | None) -> Iterable[Capture | SourceError]:
    """What a source holds; rows of a table, and what is wrong with one, are what they are."""
    if isinstance(source, SourceError) or (isinstance(source, Capture) and source.row is not None):
        return (source,)
    return captures(source, fetch=fetch)


def _chunks(sources: Iterable[Source], fetch: Fetch | None) -> Iterator[list[Capture | SourceError]]:
    """What the sources hold, some at a time; a large report counts for many small ones."""
    chunk: list[Capture | SourceError] = []
    size = 0
    for source in sources:
        for found in _found(source, fetch):
            chunk.append(found)
            size += len(found.raw) if isinstance(found, Capture) else 0
            if len(chunk) >= CHUNK or size >= CHUNK_BYTES:
                yield chunk
                chunk, size = [], 0
    if chunk:
        yield chunk
