"""Many rows into a table at once, past what SQLAlchemy would look at in each of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that have the same columns in the same order; values are of types that the driver takes."""
    if not rows:
        return
    dialect = connection.dialect
    quoted = dialect.identifier_preparer
    columns = ", ".join(quoted.quote(name) for name in rows[0])
    marks = ", ".join(["?" if dialect.paramstyle == "qmark" else "%s"] * len(rows[0]))
    statement = f"INSERT INTO {quoted.format_table(table)} ({columns}) VALUES ({marks})"
    connection.exec_driver_sql(statement, [tuple(row.values()) for row in rows])
