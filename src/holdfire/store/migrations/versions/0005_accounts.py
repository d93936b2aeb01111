"""Accounts of a team, with their roles; what proves who somebody is stands beside, and can be replaced."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    whole = sa.Integer().with_variant(sa.BigInteger(), "postgresql")
    op.create_table(
        "account",
        sa.Column("seq", whole, nullable=False, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("roles", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("secret", sa.Text, nullable=True),
        sqlite_strict=True,
    )
    op.create_index("ix_account_name", "account", ["name"])
