"""A casebook brought together in a process of its own, so that what answers people is not slowed down."""

from concurrent.futures.process import BrokenProcessPool
from functools import partial

from holdfire.errors import BookError
from holdfire.store.book import Again
from holdfire.workflows.casebook.bringing import Bringing
from holdfire.workflows.processes import spawned


class Beside:
    """A process that keeps in a casebook what its reports tell together; it starts when first asked."""

    def __init__(self, again: Again) -> None:
        self._start = partial(spawned, 1, _Here.open, again)
        self._process = self._start()

    def bring(self) -> None:
        """Bring it together as it is now; waits until that is kept. BookError where the process was ended."""
        try:
            self._process.submit(_Here.bring).result()
        except BrokenProcessPool:
            self._process = self._start()
            problem = "the process that brings the reports together was ended by the system"
            raise BookError(problem, remedy="is there too little memory? It is tried again") from None

    def close(self) -> None:
        """Begin nothing more, and do not wait for what is under way."""
        self._process.shutdown(wait=False, cancel_futures=True)


class _Here:
    """What the process has: the casebook, and what it remembers of bringing it together."""

    bringing: Bringing

    @classmethod
    def open(cls, again: Again) -> None:
        """Open the casebook."""
        cls.bringing = Bringing(again())

    @classmethod
    def bring(cls) -> None:
        """Bring it together, unless somebody did."""
        cls.bringing.bring()
