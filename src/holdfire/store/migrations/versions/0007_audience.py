"""Who may be told, as the keeper of a casebook says."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    whole = sa.Integer().with_variant(sa.BigInteger(), "postgresql")
    op.create_table(
        "audience",
        sa.Column("seq", whole, nullable=False, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("width", sa.Text, nullable=False),
        sa.Column("k", whole, nullable=True),
        sqlite_strict=True,
    )
