"""Work beside the requests steps aside: it goes on while nobody waits for an answer."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

PATIENCE = 5.0
"""Seconds after which work goes on, though somebody waits: it is needed too."""


class Quiet:
    """Counts those who wait for an answer."""

    def __init__(self) -> None:
        self._nobody = Condition()
        self._waiting = 0

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Somebody waits meanwhile."""
        with self._nobody:
            self._waiting += 1
        try:
            yield
        finally:
            with self._nobody:
                self._waiting -= 1
                self._nobody.notify_all()

    def wait(self, most: float = PATIENCE) -> bool:
        """Wait until nobody waits; whether that came within so many seconds."""
        with self._nobody:
            return self._nobody.wait_for(lambda: not self._waiting, timeout=most)
