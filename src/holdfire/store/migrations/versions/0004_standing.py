"""How far people are with each report, so that a queue of very many opens at once."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_FILL = """
INSERT INTO standing (report, state)
SELECT report.seq, CASE
    WHEN NOT EXISTS (SELECT 1 FROM reading WHERE reading.report = report.id) THEN 'unread'
    WHEN EXISTS (
        SELECT 1 FROM judgement
        WHERE judgement.target >= 'report/' || report.id || '/'
        AND judgement.target < 'report/' || report.id || '0'
    ) THEN 'begun'
    ELSE 'new' END
FROM report
"""


def upgrade() -> None:
    """Make the table, and fill it."""
    whole = sa.Integer().with_variant(sa.BigInteger(), "postgresql")
    op.create_table(
        "standing",
        sa.Column("report", whole, sa.ForeignKey("report.seq"), primary_key=True, autoincrement=False),
        sa.Column("state", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("ix_standing_state", "standing", ["state", "report"])
    op.execute(_FILL)
