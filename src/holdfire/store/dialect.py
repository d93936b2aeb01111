"""The few things that SQLite and PostgreSQL do differently, behind one protocol."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from sqlalchemy import Connection, Engine

from holdfire.store.search.query import Query

STRETCHES = 4096
"""So many stretches of words at most has a report in the full-text index."""


class Indexed(NamedTuple):
    """A stretch of a report's words as terms, for the full-text index.

    `row` is its number there: that of the report times STRETCHES, and its own within the report from 0.
    """

    row: int
    title: str
    words: str


class Dialect(Protocol):
    """A kind of database that holds casebooks."""

    where: str
    """What messages call the casebook: its path, or its URL without the password."""
    engine: Engine

    def start_writing(self, connection: Connection) -> None:
        """Wait until this transaction alone may write."""
        ...

    def put_terms(self, connection: Connection, rows: Sequence[Indexed]) -> None:
        """Put stretches of text into the full-text index."""
        ...

    def rows_with(
        self, connection: Connection, query: Query, *, in_title: bool, below: int, limit: int
    ) -> list[int]:
        """The numbers of the stretches that answer a query, the newest first, below a number."""
        ...

    def require_sound(self) -> None:
        """BookError where the database finds its own pages or the full-text index damaged, if it can tell."""
        ...

    def forget(self) -> None:
        """Leave nothing in the files of what was deleted, as far as that can be done from here."""
        ...

    def copy_aside(self, suffix: str) -> str | None:
        """Make a copy before a migration; what it is called, None where it cannot be made from here."""
        ...
