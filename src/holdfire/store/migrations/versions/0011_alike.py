"""An index of accounts by their reports: the inbox asks which reports share their wording with others."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index."""
    op.create_index("ix_attesting_report", "attesting", ["report"])
