"""Indexes by outlet and language: the inbox offers both to choose from, and filters by them."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the indexes."""
    for column in ("outlet", "language"):
        op.create_index(f"ix_report_{column}", "report", [column])
