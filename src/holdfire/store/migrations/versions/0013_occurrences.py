"""What a count needs of each incident, and indexes by which maps, timelines and trends need no rows."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns, open until all is brought together again, and make the indexes."""
    whole = sa.Integer().with_variant(sa.BigInteger(), "postgresql")
    plain = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    op.add_column("thing", sa.Column("kinds", plain, nullable=True))
    op.add_column("thing", sa.Column("begun", whole, nullable=True))
    op.add_column("thing", sa.Column("ended", whole, nullable=True))
    op.add_column("thing", sa.Column("towns", plain, nullable=True))
    op.add_column("thing", sa.Column("harmed", plain, nullable=True))
    op.add_column("thing", sa.Column("doubtful", whole, nullable=True))
    op.drop_index("ix_report_outlet", "report")
    op.create_index("ix_report_outlet", "report", ["outlet", "published", "seq"])
    op.create_index("ix_reading_superseded", "reading", ["superseded", "seq"])
    op.create_index("ix_thing_spot", "thing", ["frame", "spot", "lat", "lon", "ring_km", "first", "last"])
    op.create_index("ix_thing_first", "thing", ["frame", "first", "last"])
    op.create_index("ix_thing_kinds", "thing", ["frame", "kinds", "begun", "ended", "doubtful"])
