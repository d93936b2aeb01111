"""What would leave, worked out beside the requests and kept until the casebook has something new to say."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from holdfire.store.book import Book
from holdfire.views.release import Preview, preview
from holdfire.web.together import Together
from holdfire.workflows.casebook.releasing import plan


@dataclass(frozen=True, slots=True)
class Looked:
    """What somebody looks at: the id that stands for exactly this, and whether a second one must agree."""

    id: str
    team: bool
    shown: Preview


class Previews:
    """What would leave for each audience, as far as it is worked out."""

    def __init__(self, book: Book, together: Together, clock: Callable[[], float]) -> None:
        self._book, self._together, self._clock = book, together, clock
        self._last: dict[str, Looked] = {}

    def of(self, audience: str) -> tuple[Looked | None, bool]:
        """What would leave as worked out last, and whether nothing came in since; it waits a little."""
        _, fresh = self._together.now()
        work = self._begun(audience) if fresh else None
        if work is None or not work.done():
            return self._last.get(audience), False
        self._last[audience] = work.result()
        return self._last[audience], True

    def now(self, audience: str) -> Looked:
        """What would leave now, however long it takes."""
        return self._begun(audience).result()

    def _begun(self, audience: str) -> "Future[Looked]":
        today = datetime.fromtimestamp(self._clock(), UTC).date().toordinal()
        asked = ("release", audience, self._book.releases.needed(), today)
        made = self._together.kept(asked, lambda: _looked(self._book, audience, today))
        return cast("Future[Looked]", made)


def _looked(book: Book, audience: str, today: int) -> Looked:
    planned = plan(book, audience, today=today)
    return Looked(planned.id, planned.team, preview(planned.release, planned.policy))
