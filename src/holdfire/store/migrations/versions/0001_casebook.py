# ruff: noqa: ANN401
"""The first tables of a casebook."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.sqlite import REAL

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

WHOLE = sa.Integer().with_variant(sa.BigInteger(), "postgresql")
NUMBER: Any = sa.Double().with_variant(REAL(), "sqlite")
FOUND = {
    "sqlite": (
        "CREATE VIRTUAL TABLE found USING fts5(title, words, content='', prefix='2 3', tokenize='ascii')",
    ),
    "postgresql": (
        "CREATE TABLE found (row bigint PRIMARY KEY, title tsvector NOT NULL, words tsvector NOT NULL)",
        "CREATE INDEX ix_found_title ON found USING gin (title)",
        "CREATE INDEX ix_found_words ON found USING gin (words)",
    ),
}


def upgrade() -> None:
    """Make the tables and the index."""
    _sealed()
    _derived()


def _table(name: str, *columns: Any) -> None:
    op.create_table(name, *columns, sqlite_strict=True)


def _whole(name: str, *more: Any, **how: Any) -> Any:
    return sa.Column(name, WHOLE, *more, **{"nullable": False, **how})


def _seq() -> Any:
    return _whole("seq", primary_key=True, autoincrement=False)


def _text(name: str, *more: Any, **how: Any) -> Any:
    return sa.Column(name, sa.Text, *more, **{"nullable": False, **how})


def _bytes(name: str) -> Any:
    return sa.Column(name, sa.LargeBinary, nullable=False)


def _optional(names: str) -> list[Any]:
    return [_text(name, nullable=True) for name in names.split()]


def _sealed() -> None:
    _table("log", _seq(), *map(_text, ("at", "who", "table", "key")), _bytes("row"), _bytes("hash"))
    _table("setting", _seq(), _text("name", unique=True), _text("value"))
    _table("blob", _seq(), _text("sha256", unique=True), _whole("size"), _text("codec"), _bytes("bytes"))
    _table(
        "report",
        _seq(),
        _text("id", unique=True),
        _text("raw_sha256", sa.ForeignKey("blob.sha256")),
        _text("text_sha256", sa.ForeignKey("blob.sha256")),
        *_optional("title outlet url published language"),
        _text("encoding"),
        *_optional("undecodable source_id"),
    )
    _table(
        "capture",
        _seq(),
        _text("id", unique=True),
        _text("report", sa.ForeignKey("report.id")),
        _text("origin"),
        *_optional("got_at"),
        _text("how"),
    )
    op.create_index("ix_capture_report", "capture", ["report"])
    _table(
        "reading",
        _seq(),
        _text("id", unique=True),
        _text("report", sa.ForeignKey("report.id")),
        *map(_text, ("reader", "version")),
        *_optional("own"),
        _text("codec"),
        _whole("size"),
        _bytes("record"),
        _whole("superseded", nullable=True),
    )
    op.create_index("ix_reading_report", "reading", ["report"])
    _table(
        "failure",
        _seq(),
        _text("id", unique=True),
        *map(_text, ("origin", "kind", "message")),
        *_optional("report"),
    )
    _table(
        "judgement",
        _seq(),
        _text("id", unique=True),
        *map(_text, ("kind", "who", "made", "target")),
        *_optional("other"),
        _text("body"),
    )
    op.create_index("ix_judgement_target", "judgement", ["target"])
    op.create_index("ix_judgement_other", "judgement", ["other"])
    _table("checkpoint", _seq(), _whole("upto", unique=True), *map(_text, ("head", "key", "signature")))


def _derived() -> None:
    _table(
        "reported",
        _whole("row", primary_key=True, autoincrement=False),
        _whole("reading", sa.ForeignKey("reading.seq")),
        _whole("report", sa.ForeignKey("report.seq")),
        _whole("superseded", nullable=True),
        *map(_text, ("id", "kind", "path")),
        *_optional("act means status salience actor target target_type date"),
        _whole("first", nullable=True),
        _whole("last", nullable=True),
        *_optional("place place_id"),
        *(sa.Column(name, NUMBER, nullable=True) for name in ("lat", "lon")),
        *(
            _whole(name, nullable=True)
            for name in ("precision", "killed_low", "killed_high", "injured_low", "injured_high")
        ),
    )
    for column in ("reading", "report", "id", "first"):
        op.create_index(f"ix_reported_{column}", "reported", [column])
    for statement in FOUND[op.get_context().dialect.name]:
        op.execute(statement)
