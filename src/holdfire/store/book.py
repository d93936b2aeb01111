"""A casebook: what it holds, seen whole or as of a day, and changes to it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import select

from holdfire.model.log import Checkpoint
from holdfire.store import tables
from holdfire.store.accounts import Accounts
from holdfire.store.change import Change, Sign
from holdfire.store.checking import Checked, check
from holdfire.store.dialect import Dialect
from holdfire.store.faults import clearly
from holdfire.store.judgements import Judgements
from holdfire.store.log import Log
from holdfire.store.postgresql import Postgresql
from holdfire.store.queued import Queue
from holdfire.store.readings import Readings
from holdfire.store.releases import Releases
from holdfire.store.reports import Reports
from holdfire.store.schema import require_current
from holdfire.store.search.searching import Search
from holdfire.store.sessions import Sessions
from holdfire.store.sqlite import Sqlite
from holdfire.store.together import Together
from holdfire.store.vault import Vault
from holdfire.store.view import View

Again = Callable[[], "Book"]
SCHEMES = ("postgresql://", "postgres://", "postgresql+psycopg://")


class Reader:
    """What a casebook holds: all of it, or what was in it at some moment."""

    def __init__(self, view: View) -> None:
        self._view = view
        self.where = view.dialect.where
        self.reports = Reports(view)
        self.readings = Readings(view)
        self.queue = Queue(view)
        self.search = Search(view)
        self.judgements = Judgements(view)
        self.log = Log(view)
        self.vault = Vault(view)
        self.accounts = Accounts(view)
        self.releases = Releases(view)
        self.sessions = Sessions(view)
        self.together = Together(view)

    def as_of(self, moment: str) -> "Reader":
        """The casebook as it was at an instant (ISO 8601, UTC)."""
        return Reader(View(self._view.dialect, self.log.place_at(moment)))

    def as_far_as(self, seq: int) -> "Reader":
        """The casebook as it was at a place in its log."""
        return Reader(View(self._view.dialect, seq))

    def settings(self) -> dict[str, str]:
        """The facts about the casebook itself."""
        setting = tables.setting
        with self._view.connect() as connection:
            rows = connection.execute(select(setting.c.name, setting.c.value))
            return {row.name: row.value for row in rows}

    def checked(
        self, is_good: Callable[[Checkpoint], bool], *, after: int = 0, upto: int | None = None
    ) -> Iterator[Checked]:
        """Check it against the log, the whole of it or a stretch; see `store.checking`."""
        return check(self._view, is_good=is_good, after=after, upto=upto)

    def close(self) -> None:
        """Let go of the database."""
        self._view.dialect.engine.dispose()


class Book(Reader):
    """An open casebook: what it holds, and changes to it. With `sign`, every change ends in a signature."""

    def __init__(self, dialect: Dialect, sign: Sign | None = None) -> None:
        super().__init__(View(dialect))
        self._dialect = dialect
        self.sign = sign
        self.again: Again | None = None
        """Opens the same casebook in another process, where that is possible."""

    @contextmanager
    def change(self, *, who: str, at: str) -> Iterator[Change]:
        """Write as one person at one moment: all that the block writes, or nothing of it."""
        engine = self._dialect.engine.execution_options(writes=True)
        with clearly(self.where), engine.connect() as connection, connection.begin():
            self._dialect.start_writing(connection)
            made = Change(self._dialect, connection, who=who, at=at)
            yield made
            if self.sign is not None:
                made.seal(self.sign)

    def forget(self) -> None:
        """Leave nothing in the files of what was destroyed."""
        with clearly(self.where):
            self._dialect.forget()


def dialect_of(name: str, passphrase: str | None = None) -> Dialect:
    """The database that a path or a URL names."""
    if name.startswith(SCHEMES):
        return Postgresql(name)
    return Sqlite(Path(name), passphrase)


def opened(dialect: Dialect, sign: Sign | None = None) -> tuple[Book, str | None]:
    """The casebook in a database, brought up to date; what the copy made before that is called."""
    copy = require_current(dialect)
    return Book(dialect, sign), copy
