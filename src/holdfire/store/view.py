"""What of a casebook is seen: all of it, or what was in it at a moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Table, and_, or_, true

from holdfire.store.dialect import Dialect
from holdfire.store.faults import clearly


@dataclass(frozen=True, slots=True)
class View:
    """A casebook up to a place in its log, or the whole of it (None)."""

    dialect: Dialect
    upto: int | None = None

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """A connection that sees one state of the casebook until it ends."""
        with clearly(self.dialect.where), self.dialect.engine.connect() as connection:
            yield connection

    def seen(self, table: Table) -> ColumnElement[bool]:
        """Which rows of a table with `seq` were there."""
        return true() if self.upto is None else table.c.seq <= self.upto

    def present(self, table: Table, seq: str = "seq") -> ColumnElement[bool]:
        """Which rows were there, and had no later reading in their place."""
        if self.upto is None:
            return table.c.superseded.is_(None)
        later = or_(table.c.superseded.is_(None), table.c.superseded > self.upto)
        return and_(table.c[seq] <= self.upto, later)
