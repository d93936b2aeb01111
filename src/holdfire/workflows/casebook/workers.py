"""Processes that read reports side by side; results come in the order in which they were asked for."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import chain, islice

from holdfire.model.capture import Capture, Told
from holdfire.store.bundle import Bundle, failed
from holdfire.workflows import readers
from holdfire.workflows.casebook.adding import Read
from holdfire.workflows.casebook.reading import Worker, read_captures
from holdfire.workflows.outcome import Reader
from holdfire.workflows.own.folder import Own
from holdfire.workflows.processes import spawned

AHEAD = 3
"""So many chunks for each process wait to be read or kept."""
FEW = 3


def reading(own: Own, told: Told, *, jobs: int = 1) -> Read:
    """What reads chunks of captures: in this process, or in several."""
    return partial(_here, own, told) if jobs <= 1 else partial(_side_by_side, own, told, jobs)


def _here(own: Own, told: Told, chunks: Iterable[list[Capture]]) -> Iterator[list[Bundle]]:
    reader: Reader | None = None  # loaded only where there is something to read
    for chunk in chunks:
        if chunk and reader is None:
            reader = readers.english_reader(own)
        yield read_captures(chunk, told=told, reader=reader) if reader else []


def _side_by_side(own: Own, told: Told, jobs: int, chunks: Iterable[list[Capture]]) -> Iterator[list[Bundle]]:
    chunks = iter(chunks)
    first = list(islice(chunks, FEW))
    if len(first) < FEW:  # to start a process takes longer than to read these
        yield from _here(own, told, first)
        return
    waiting: deque[tuple[list[Capture], Future[list[Bundle]]]] = deque()
    pool = _Pool(own, told, jobs)
    try:
        for chunk in chain(first, chunks):
            waiting.append((chunk, pool.ask(chunk)))
            if len(waiting) >= AHEAD * jobs:
                yield pool.answer(*waiting.popleft())
        while waiting:
            yield pool.answer(*waiting.popleft())
    finally:
        pool.stop()


class _Pool:
    """Processes, replaced where a report kills one."""

    def __init__(self, own: Own, told: Told, jobs: int) -> None:
        self._start = partial(spawned, jobs, Worker.start, own, told)
        self._processes = self._start()

    def ask(self, chunk: list[Capture]) -> "Future[list[Bundle]]":
        """Have a chunk read."""
        try:
            return self._processes.submit(Worker.read, chunk)
        except BrokenProcessPool:
            self._processes = self._start()
            return self._processes.submit(Worker.read, chunk)

    def answer(self, chunk: list[Capture], future: "Future[list[Bundle]]") -> list[Bundle]:
        """What was read; where a process died of it, its reports are tried again one by one."""
        try:
            return future.result()
        except BrokenProcessPool:
            return [bundle for capture in chunk for bundle in self._alone(capture)]

    def _alone(self, capture: Capture) -> list[Bundle]:
        try:
            return self.ask([capture]).result()
        except BrokenProcessPool:
            why = "the process that read it was ended by the system (too little memory?)"
            return [Bundle(None, (failed(capture.where, kind="internal", message=why),))]

    def stop(self) -> None:
        """End the processes without waiting for what nobody asks for any more."""
        self._processes.shutdown(wait=False, cancel_futures=True)
