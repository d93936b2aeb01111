"""What all reports tell together, kept so that a page of it opens at once; made when first asked for."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.sqlite import REAL
from sqlalchemy.types import TypeEngine

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    whole = sa.Integer().with_variant(sa.BigInteger(), "postgresql")
    number: TypeEngine[float] = sa.Double().with_variant(REAL(), "sqlite")
    plain = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    op.create_table(
        "thing",
        sa.Column("id", plain, primary_key=True, nullable=False),
        sa.Column("frame", sa.Text, nullable=False),
        *(
            sa.Column(name, plain, nullable=False)
            for name in ("rank", "date", "words", "by_where", "by_what")
        ),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("said", "where", "what", "toll")),
        *(
            sa.Column(name, whole, nullable=False)
            for name in ("reports", "lines", "dissent", "twice", "assessed")
        ),
        *(sa.Column(name, whole, nullable=True) for name in ("first", "last")),
        sa.Column("spot", plain, nullable=True),
        *(sa.Column(name, number, nullable=True) for name in ("lat", "lon", "ring_km")),
        sa.Column("known_by", whole, nullable=True),
        sa.Column("given", sa.Text, nullable=True),
        sqlite_strict=True,
    )
    op.create_index("ix_thing_frame", "thing", ["frame", "date", "id"])
    op.create_table(
        "whole",
        sa.Column("thing", plain, primary_key=True, nullable=False),
        sa.Column("digest", sa.LargeBinary, nullable=False),
        sa.Column("codec", sa.Text, nullable=False),
        sa.Column("size", whole, nullable=False),
        sa.Column("bytes", sa.LargeBinary, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "attesting",
        sa.Column("account", plain, primary_key=True, nullable=False),
        sa.Column("thing", plain, nullable=False, index=True),
        sa.Column("report", whole, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "together",
        sa.Column("upto", whole, primary_key=True, autoincrement=False, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sqlite_strict=True,
    )
