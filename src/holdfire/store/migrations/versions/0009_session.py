"""Who is in the workbench: by the hash of the secret in their browser's cookie."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    whole = sa.Integer().with_variant(sa.BigInteger(), "postgresql")
    op.create_table(
        "session",
        sa.Column("secret", sa.LargeBinary, primary_key=True, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        *(sa.Column(name, whole, nullable=False) for name in ("account", "seen", "blind")),
        sqlite_strict=True,
    )
