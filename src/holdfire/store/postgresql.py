"""PostgreSQL: how it is reached, locked and searched."""

from collections.abc import Sequence

from sqlalchemy import Connection, create_engine, make_url, text
from sqlalchemy.exc import ArgumentError

from holdfire.errors import BookError
from holdfire.store.dialect import Indexed
from holdfire.store.search.query import Clause, Query

LOCK = 0x686F6C64  # any number, but the same in all that write to a casebook
APART = 64
"""So many places lie between the title and the words, that no phrase runs over from one to the other."""


class Postgresql:
    """A casebook in a database of its own on a server."""

    def __init__(self, url: str) -> None:
        try:
            address = make_url(url).set(drivername="postgresql+psycopg")
            self.where = address.render_as_string(hide_password=True).replace("+psycopg", "", 1)
            self.engine = create_engine(address, pool_pre_ping=True)
        except ArgumentError as error:
            raise BookError(
                "is no URL of a database", where=url, remedy="write postgresql://user@host/name"
            ) from error
        except ImportError:
            raise BookError(
                "a casebook on a server needs psycopg",
                remedy='install it with: pip install "psycopg[binary]"',
            ) from None

    def start_writing(self, connection: Connection) -> None:
        """Take the casebook's lock, which is given back when the transaction ends."""
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})

    def put_terms(self, connection: Connection, rows: Sequence[Indexed]) -> None:
        """Put stretches of text into the full-text index."""
        put = text("INSERT INTO found VALUES (:row, CAST(:title AS tsvector), CAST(:words AS tsvector))")
        connection.execute(put, [_vectors(row) for row in rows])

    def rows_with(
        self, connection: Connection, query: Query, *, in_title: bool, below: int, limit: int
    ) -> list[int]:
        """The numbers of the stretches that answer a query, the newest first."""
        column = "title" if in_title else "words"
        found = text(
            f"SELECT row FROM found WHERE {column} @@ CAST(:match AS tsquery) AND row < :below"
            " ORDER BY row DESC LIMIT :limit"
        )
        asked = {"match": _tsquery(query), "below": below, "limit": limit}
        return list(connection.execute(found, asked).scalars())

    def require_sound(self) -> None:
        """Nothing: a server keeps its own pages, and its tools check them."""

    def forget(self) -> None:
        """Have the server clear what was deleted; its own logs and backups are its business."""
        with self.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            connection.exec_driver_sql("VACUUM wrapped")

    def copy_aside(self, suffix: str) -> str | None:  # noqa: ARG002 - the protocol's
        """Nothing: a server's backup is the server's business, and a migration there is one transaction."""
        return None


def _vectors(row: Indexed) -> dict[str, object]:
    title = row.title.split()
    words = row.words.split()
    return {
        "row": row.row,
        "title": _vector(title, 1),
        "words": _vector([*title], 1) + " " + _vector(words, len(title) + APART),
    }


def _vector(terms: list[str], first: int) -> str:
    return " ".join(f"'{term}':{place}" for place, term in enumerate(terms, first))


def _tsquery(query: Query) -> str:
    return " & ".join(("!" if clause.out else "") + _phrase(clause) for clause in query.clauses)


def _phrase(clause: Clause) -> str:
    last = f"'{clause.terms[-1]}'" + (":*" if clause.begins else "")
    return "(" + " <-> ".join([*(f"'{term}'" for term in clause.terms[:-1]), last]) + ")"
