"""Indexes by which lists are sorted: a page of any of them needs no row but its own."""

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the indexes."""
    op.create_index("ix_thing_where", "thing", ["frame", "by_where", "date", "id"])
    op.create_index("ix_thing_what", "thing", ["frame", "by_what", "date", "id"])
    op.create_index("ix_thing_told", "thing", ["frame", "lines", "reports", "id"])
    op.create_index("ix_thing_rank", "thing", ["frame", "assessed", "rank"])
