"""Work done for many things, in several processes or in this one; answers come in the order of the things.

What the work needs is made once in each process. A process that is ended from outside is an error: nothing is
left out.
"""

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from holdfire.errors import BookError

A = TypeVar("A")
B = TypeVar("B")
H = TypeVar("H")
AHEAD = 3
"""So many things for each process wait to be worked on, or for their answers to be taken."""
FEW = 4


def spawned(jobs: int, start: Callable[..., object], *given: object) -> ProcessPoolExecutor:
    """So many processes that each begin with `start(*given)`; Ctrl-C is for this one alone to heed."""
    spawn = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=spawn, initializer=_begin, initargs=(start, given))


def _begin(start: Callable[..., object], given: tuple[object, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    start(*given)


class Processes(Generic[H]):
    """Works with what `make` makes, in so many processes; with one, in this one."""

    def __init__(self, make: Callable[[], H], jobs: int) -> None:
        self._make, self._jobs = make, jobs
        self._here: list[H] = []
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.stop()

    def stop(self) -> None:
        """End the processes without waiting for what nobody asks for any more."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    def ask(self, do: Callable[[H, A], B], thing: A) -> Callable[[], B]:
        """Have something done; what it gives waits for the answer."""
        if self._jobs <= 1:
            return self._done_here(do, thing)
        if self._pool is None:
            self._pool = spawned(self._jobs, _Beside.start, self._make)
        try:
            future: Future[B] = self._pool.submit(_Beside.do, do, thing)
        except BrokenProcessPool:
            raise _ended() from None
        return lambda: _answer(future)

    def each(self, do: Callable[[H, A], B], things: Iterable[A]) -> Iterator[B]:
        """Do it for each thing; few are done in this process, where none beside it was started."""
        waiting: deque[Callable[[], B]] = deque()
        things = iter(things)
        first = list(islice(things, FEW)) if self._pool is None else []
        if self._jobs <= 1 or (self._pool is None and len(first) < FEW):
            for thing in chain(first, things):
                yield self._done_here(do, thing)()
            return
        for thing in chain(first, things):
            waiting.append(self.ask(do, thing))
            if len(waiting) > AHEAD * self._jobs:
                yield waiting.popleft()()
        while waiting:
            yield waiting.popleft()()

    def _done_here(self, do: Callable[[H, A], B], thing: A) -> Callable[[], B]:
        if not self._here:
            self._here.append(self._make())
        made = do(self._here[0], thing)
        return lambda: made


class _Beside:
    """What a process beside this one has."""

    held: Any

    @classmethod
    def start(cls, make: Callable[[], object]) -> None:
        """Make what the work needs."""
        cls.held = make()

    @classmethod
    def do(cls, do: Callable[[Any, A], B], thing: A) -> B:
        """Do it for a thing."""
        return do(cls.held, thing)


def _answer(future: "Future[B]") -> B:
    try:
        return future.result()
    except BrokenProcessPool:
        raise _ended() from None


def _ended() -> BookError:
    return BookError(
        "a process that worked beside this one was ended by the system",
        remedy="is there too little memory? `--jobs 1` works in one process",
    )
