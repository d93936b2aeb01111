"""The log of a casebook, read."""

from collections.abc import Iterator

from sqlalchemy import func, select

from holdfire.model.log import Checkpoint, LogEntry, signed_bytes
from holdfire.model.stored import Stamp
from holdfire.store import tables
from holdfire.store.change import last_entry
from holdfire.store.view import View

AT_ONCE = 2000
_log, _checkpoint = tables.log, tables.checkpoint


class Log:
    """The log as far as a view of a casebook shows it."""

    def __init__(self, view: View) -> None:
        self._view = view

    def last(self) -> LogEntry | None:
        """The last entry."""
        with self._view.connect() as connection:
            return last_entry(connection, self._view.upto)

    def entries(self, *, after: int = 0) -> Iterator[LogEntry]:
        """The entries after a place, in order; memory stays level."""
        while True:
            asked = select(_log).where(_log.c.seq > after, self._view.seen(_log))
            with self._view.connect() as connection:
                page = connection.execute(asked.order_by(_log.c.seq).limit(AT_ONCE)).all()
            yield from (LogEntry(*row) for row in page)
            if len(page) < AT_ONCE:
                return
            after = page[-1].seq

    def newest(self, *, limit: int) -> list[LogEntry]:
        """The last entries, the newest first."""
        asked = select(_log).where(self._view.seen(_log)).order_by(_log.c.seq.desc()).limit(limit)
        with self._view.connect() as connection:
            return [LogEntry(*row) for row in connection.execute(asked)]

    def writers(self) -> set[str]:
        """Who has written to the casebook."""
        asked = select(_log.c.who).where(self._view.seen(_log)).distinct()
        with self._view.connect() as connection:
            return set(connection.execute(asked).scalars())

    def checkpoints(self) -> list[Checkpoint]:
        """All signatures under the log, the first first."""
        names = (_checkpoint.c.upto, _checkpoint.c.head, _checkpoint.c.key, _checkpoint.c.signature)
        asked = select(*names).where(self._view.seen(_checkpoint)).order_by(_checkpoint.c.upto)
        with self._view.connect() as connection:
            return [Checkpoint(*row) for row in connection.execute(asked)]

    def stamps(self) -> list[Stamp]:
        """All answers of time-stamp authorities, the first first."""
        stamp = tables.timestamp
        asked = (
            select(stamp.c.upto, stamp.c.bytes, stamp.c.authority, _checkpoint.c.head)
            .join_from(stamp, _checkpoint, _checkpoint.c.upto == stamp.c.upto)
            .where(self._view.seen(stamp))
            .order_by(stamp.c.seq)
        )
        with self._view.connect() as connection:
            rows = connection.execute(asked).all()
        return [
            Stamp(upto, response, root.encode(), signed_bytes(upto, head))
            for upto, response, root, head in rows
        ]

    def place_at(self, moment: str) -> int:
        """The place of the last entry written up to an instant; 0 where there was none.

        The log never goes back in time, so a search by halves finds it.
        """
        with self._view.connect() as connection:
            low, high = 0, connection.execute(select(func.max(_log.c.seq))).scalar() or 0
            while low < high:
                middle = (low + high + 1) // 2
                at = connection.execute(select(_log.c.at).where(_log.c.seq == middle)).scalar()
                low, high = (middle, high) if at is not None and at <= moment else (low, middle - 1)
        return low
