"""Time-stamps from authorities, and the vault."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

WHOLE = sa.Integer().with_variant(sa.BigInteger(), "postgresql")


def upgrade() -> None:
    """Make the tables."""
    _table(
        "timestamp",
        *_id(),
        sa.Column("upto", WHOLE, nullable=False),
        *_texts("sha256", "authority"),
        _bytes(),
    )
    _table("keeper", sa.Column("name", sa.Text, nullable=False, unique=True), *_texts("recipient"))
    _table("sealed", *_id(), *_texts("sha256"), _bytes())
    _table("wrapped", *_id(), *_texts("sha256"), _bytes())
    _table("destroyed", *_id(), *_texts("why"))


def _table(name: str, *columns: Any) -> None:  # noqa: ANN401 - columns of any type
    seq = sa.Column("seq", WHOLE, nullable=False, primary_key=True, autoincrement=False)
    op.create_table(name, seq, *columns, sqlite_strict=True)


def _id() -> list[Any]:
    return [sa.Column("id", sa.Text, nullable=False, unique=True)]


def _texts(*names: str) -> list[Any]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _bytes() -> Any:  # noqa: ANN401 - a column
    return sa.Column("bytes", sa.LargeBinary, nullable=False)
