"""How often somebody may try to get in: a few times, and then not for a while."""

from collections.abc import Callable
from threading import Lock

TRIES = 5
MINUTES = 15


class Pace:
    """Counts failures by who tries and from where; `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._failed: dict[str, list[float]] = {}
        self._lock = Lock()

    def wait(self, *names: str) -> int:
        """For how many seconds any of the names must wait; 0 where all may try."""
        with self._lock:
            return max(self._left(name) for name in names)

    def failed(self, *names: str) -> None:
        """A try under these names went wrong."""
        with self._lock:
            now = self._clock()
            for name in list(self._failed):
                self._recent(name)
            for name in names:
                self._failed.setdefault(name, []).append(now)

    def passed(self, *names: str) -> None:
        """A try under these names went well: what failed before is forgotten."""
        with self._lock:
            for name in names:
                self._failed.pop(name, None)

    def _left(self, name: str) -> int:
        recent = self._recent(name)
        if len(recent) < TRIES:
            return 0
        return max(1, int(recent[-TRIES] + MINUTES * 60 - self._clock()) + 1)

    def _recent(self, name: str) -> list[float]:
        since = self._clock() - MINUTES * 60
        recent = [at for at in self._failed.get(name, ()) if at > since]
        if recent:
            self._failed[name] = recent
        else:
            self._failed.pop(name, None)
        return recent
