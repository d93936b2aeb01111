"""What a report's file says of itself and what of it could not be got."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the column."""
    op.add_column("report", sa.Column("more", sa.Text, nullable=True))
