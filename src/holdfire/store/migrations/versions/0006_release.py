"""What left the casebook."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    whole = sa.Integer().with_variant(sa.BigInteger(), "postgresql")
    op.create_table(
        "release",
        sa.Column("seq", whole, nullable=False, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("audience", sa.Text, nullable=False),
        sa.Column("policy", sa.Text, nullable=False),
        sa.Column("decisions", sa.Text, sa.ForeignKey("blob.sha256"), nullable=False),
        sa.Column("told", sa.Text, nullable=False),
        sqlite_strict=True,
    )
