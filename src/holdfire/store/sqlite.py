"""SQLite, plain or encrypted as a whole by SQLCipher: how it is opened, locked, searched and copied."""

import importlib
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, text
from sqlalchemy.exc import OperationalError

from holdfire.errors import BookError
from holdfire.store.dialect import STRETCHES, Indexed
from holdfire.store.faults import DAMAGED, clearly
from holdfire.store.search.query import Clause, Query

HEADER = b"SQLite format 3\0"
PAGE = 4096
"""An encrypted file is nothing but pages of this size."""
PRAGMAS = (
    "PRAGMA busy_timeout = 30000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = ON",
    "PRAGMA cache_size = -65536",
)


class Sqlite:
    """A casebook in one file; with a passphrase, encrypted with SQLCipher."""

    def __init__(self, path: Path, passphrase: str | None = None) -> None:
        self.path = path
        self.where = str(path)
        self.engine = _engine(path, passphrase)

    def start_writing(self, connection: Connection) -> None:
        """Take the one write lock there is; waits as long as `busy_timeout` says."""
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    def put_terms(self, connection: Connection, rows: Sequence[Indexed]) -> None:
        """Put stretches of text into the full-text index."""
        connection.exec_driver_sql("INSERT INTO found (rowid, title, words) VALUES (?, ?, ?)", list(rows))
        titles = [(row, title) for row, title, _ in rows if title and row % STRETCHES == 0]
        if titles:
            connection.exec_driver_sql("INSERT INTO titled (rowid, title) VALUES (?, ?)", titles)

    def rows_with(
        self, connection: Connection, query: Query, *, in_title: bool, below: int, limit: int
    ) -> list[int]:
        """The numbers of the stretches that answer a query, the newest first."""
        wanted = " AND ".join(_phrase(clause) for clause in query.wanted)
        out = " OR ".join(_phrase(clause) for clause in query.clauses if clause.out)
        match = f"({wanted}) NOT ({out})" if out else wanted
        index = "titled" if in_title else "found"
        found = text(
            f"SELECT rowid FROM {index} WHERE {index} MATCH :match AND rowid < :below"
            " ORDER BY rowid DESC LIMIT :limit"
        )
        return list(connection.execute(found, {"match": match, "below": below, "limit": limit}).scalars())

    def require_sound(self) -> None:
        """BookError where pages or the full-text index are damaged.

        The index is looked at under the write lock; where that cannot be had, it is passed over.
        """
        with clearly(self.where), self.engine.connect() as connection:
            found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        if found != "ok":
            said = " ".join(str(found).split())
            raise BookError(f"is damaged: {said}", where=self.where, remedy=DAMAGED)
        with clearly(self.where), self.engine.execution_options(writes=True).connect() as connection:
            try:
                self.start_writing(connection)
            except OperationalError:
                return
            for index in ("found", "titled"):
                connection.exec_driver_sql(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")

    def copy_aside(self, suffix: str) -> str | None:
        """Write a whole copy beside the file, encrypted where it is; one that is there already stays."""
        copy = self.path.with_name(f"{self.path.name}.{suffix}")
        if not copy.exists():
            self.forget()
            with self.engine.execution_options(writes=True).connect() as connection:
                self.start_writing(connection)  # so that nobody writes while the file is read
                shutil.copy2(self.path, copy)
        return str(copy)

    def forget(self) -> None:
        """Leave nothing in the files of what was deleted: it is overwritten already, and the journal goes."""
        with self.engine.execution_options(isolation_level="AUTOCOMMIT", writes=True).connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def is_encrypted(path: Path) -> bool:
    """Whether a file may be an encrypted casebook, rather than a plain one.

    BookError where there is none, or it is neither.
    """
    try:
        with path.open("rb") as file:
            if file.read(len(HEADER)) == HEADER:
                return False
        size = path.stat().st_size
    except FileNotFoundError:
        raise BookError(
            "there is no such casebook", where=str(path), remedy="make it with `holdfire init`"
        ) from None
    except OSError as error:
        raise BookError(
            f"cannot be opened: {error.strerror}", where=str(path), remedy="check the path"
        ) from None
    if size == 0 or size % PAGE:
        raise BookError("is no casebook", where=str(path), remedy="make one with `holdfire init`")
    return True


def _phrase(clause: Clause) -> str:
    return '"' + " ".join(clause.terms) + '"' + (" *" if clause.begins else "")


def _engine(path: Path, passphrase: str | None) -> Engine:
    module = _module(encrypted=passphrase is not None)

    def connect() -> Any:  # noqa: ANN401 - a connection of either module
        made = module.connect(str(path), isolation_level=None, check_same_thread=False)
        if passphrase is not None:
            made.execute("PRAGMA cipher_log_level = NONE")  # it would write to stderr of its own accord
            quoted = passphrase.replace("'", "''")
            made.execute(f"PRAGMA key = '{quoted}'")
        for pragma in PRAGMAS:
            made.execute(pragma)
        return made

    engine = create_engine("sqlite+pysqlite://", module=module, creator=connect, poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Python's module would begin by itself and too late; writing begins with `start_writing`."""
    if not connection.get_execution_options().get("writes"):
        connection.exec_driver_sql("BEGIN")


def _module(*, encrypted: bool) -> Any:  # noqa: ANN401 - a module of the database API
    if not encrypted:
        return importlib.import_module("sqlite3")
    try:
        return importlib.import_module("sqlcipher3.dbapi2")
    except ImportError:
        raise BookError(
            "an encrypted casebook needs SQLCipher", remedy="install it with: pip install sqlcipher3"
        ) from None
