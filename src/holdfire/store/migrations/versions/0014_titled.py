"""Titles in an index of their own: to find them, SQLite looked through every text that has their words."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from holdfire.store.dialect import STRETCHES
from holdfire.store.search.terms import terms_of

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

BATCH = 10_000
TITLED = "CREATE VIRTUAL TABLE titled USING fts5(title, content='', prefix='2 3', tokenize='ascii')"


def upgrade() -> None:
    """Make the index and put the titles into it; PostgreSQL has one since the first tables."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        return
    op.execute(TITLED)
    last = 0
    while rows := _titles(connection, last):
        last = rows[-1].seq
        connection.exec_driver_sql(
            "INSERT INTO titled (rowid, title) VALUES (?, ?)",
            [(row.seq * STRETCHES, " ".join(terms_of(row.title))) for row in rows],
        )


def _titles(connection: sa.Connection, last: int) -> Any:  # noqa: ANN401 - rows as the module gives them
    found = sa.text(
        "SELECT seq, title FROM report WHERE title <> '' AND seq > :last ORDER BY seq LIMIT :most"
    )
    return connection.execute(found, {"last": last, "most": BATCH}).all()
