"""Reports that people put in: read one lot after another, while the page tells how far it is."""

import secrets
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from holdfire.errors import HoldfireError
from holdfire.model.capture import Capture, Told
from holdfire.sources.captures import Fetch
from holdfire.store.bundle import Bundle
from holdfire.workflows.casebook.adding import Added, add
from holdfire.workflows.casebook.reading import read_captures

if TYPE_CHECKING:
    from holdfire.web.desk import Desk

KEPT = 50
MOST_WAITING = 20
PATIENCE = 2.5
"""Seconds that a request waits for its lot before it shows how far it is."""


@dataclass(slots=True)
class Lot:
    """What was put in at once, and how far the reading of it is."""

    id: str
    who: str
    so_far: Added = field(default_factory=Added)
    reports: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    done: bool = False
    stopped: str = ""


class Intake:
    """Reads lots in a thread of its own, in the order in which they came."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="intake")
        self._lots: OrderedDict[str, Lot] = OrderedDict()

    def take(
        self, sources: Sequence[str | Capture], *, told: Told, who: str, fetch: Fetch | None = None
    ) -> Lot:
        """Begin to read; gives the lot when it is done, or as far as it is after a moment."""
        waiting = sum(not each.done for each in self._lots.values())
        if waiting >= MOST_WAITING:
            raise HoldfireError("too much is being read already", remedy="try again when that is done")
        lot = Lot(secrets.token_hex(8), who)
        self._lots[lot.id] = lot
        while len(self._lots) > KEPT:
            self._lots.popitem(last=False)
        work: Future[None] = self._thread.submit(self._read, lot, sources, told, fetch)
        wait([work], timeout=PATIENCE)
        return lot

    def get(self, lot: str) -> Lot | None:
        """A lot by its id."""
        return self._lots.get(lot)

    def close(self) -> None:
        """Let the lot that is being read come to an end, and read no more."""
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _read(self, lot: Lot, sources: Sequence[str | Capture], told: Told, fetch: Fetch | None) -> None:
        def read(chunks: Iterable[list[Capture]]) -> Iterator[list[Bundle]]:
            for chunk in chunks:
                bundles = read_captures(chunk, told=told, reader=self._desk.reader()) if chunk else []
                lot.reports += [each.report for each in bundles if each.report]
                yield bundles

        try:
            for so_far in add(self._desk.book, sources, read=read, who=lot.who, fetch=fetch):
                lot.so_far = so_far
                lot.failures, so_far.failures = [*lot.failures, *so_far.failures], []
        except HoldfireError as error:
            lot.stopped = str(error)
        except Exception as error:  # whatever it is, the person who waits for it must be told
            lot.stopped = f"an error in Holdfire itself ({type(error).__name__}: {error})"
        finally:
            lot.done = True
