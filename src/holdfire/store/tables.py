"""The tables of a casebook, as they are now; `migrations` leads there from any older state.

`seq` is everywhere the place in the log of the entry that seals the row. Tables without it are derived from
those that have it, and can be made again.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.dialects.sqlite import REAL
from sqlalchemy.types import TypeEngine

metadata = MetaData(naming_convention={"ix": "ix_%(table_name)s_%(column_0_name)s"})

Whole = Integer().with_variant(BigInteger(), "postgresql")
Number: TypeEngine[float] = Double().with_variant(REAL(), "sqlite")
Plain: TypeEngine[str] = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that is sorted by its characters alone, on every store alike."""


def _seq() -> Column[int]:
    return Column("seq", Whole, primary_key=True, autoincrement=False)


def _text(name: str, *, null: bool = False, unique: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null, unique=unique or None)


def _points_at(name: str, target: str, *, index: bool = False) -> Column[str]:
    return Column(name, Text, ForeignKey(target), nullable=False, index=index)


def _table(name: str, *columns: Column[int] | Column[str] | Column[bytes] | Column[float] | Index) -> Table:
    return Table(name, metadata, *columns, sqlite_strict=True)


log = _table(
    "log",
    _seq(),
    _text("at"),
    _text("who"),
    _text("table"),
    _text("key"),
    Column("row", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)
setting = _table("setting", _seq(), _text("name", unique=True), _text("value"))
blob = _table(
    "blob",
    _seq(),
    _text("sha256", unique=True),
    Column("size", Whole, nullable=False),
    _text("codec"),
    Column("bytes", LargeBinary, nullable=False),
)
report = _table(
    "report",
    _seq(),
    _text("id", unique=True),
    _points_at("raw_sha256", "blob.sha256"),
    _points_at("text_sha256", "blob.sha256"),
    _text("title", null=True),
    _text("outlet", null=True),
    _text("url", null=True),
    _text("published", null=True),
    Column("language", Text, nullable=True, index=True),
    _text("encoding"),
    _text("undecodable", null=True),
    _text("source_id", null=True),
    _text("more", null=True),
    Index("ix_report_outlet", "outlet", "published", "seq"),
)
capture = _table(
    "capture",
    _seq(),
    _text("id", unique=True),
    _points_at("report", "report.id", index=True),
    _text("origin"),
    _text("got_at", null=True),
    _text("how"),
)
reading = _table(
    "reading",
    _seq(),
    _text("id", unique=True),
    _points_at("report", "report.id", index=True),
    _text("reader"),
    _text("version"),
    _text("own", null=True),
    _text("codec"),
    Column("size", Whole, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Column("superseded", Whole, nullable=True),
    Index("ix_reading_superseded", "superseded", "seq"),
)
failure = _table(
    "failure",
    _seq(),
    _text("id", unique=True),
    _text("origin"),
    _text("kind"),
    _text("message"),
    _text("report", null=True),
)
judgement = _table(
    "judgement",
    _seq(),
    _text("id", unique=True),
    _text("kind"),
    _text("who"),
    _text("made"),
    Column("target", Text, nullable=False, index=True),
    Column("other", Text, nullable=True, index=True),
    _text("body"),
)
checkpoint = _table(
    "checkpoint",
    _seq(),
    Column("upto", Whole, nullable=False, unique=True),
    _text("head"),
    _text("key"),
    _text("signature"),
)
timestamp = _table(
    "timestamp",
    _seq(),
    _text("id", unique=True),
    Column("upto", Whole, nullable=False),
    _text("sha256"),
    _text("authority"),
    Column("bytes", LargeBinary, nullable=False),
)
keeper = _table("keeper", _seq(), _text("name", unique=True), _text("recipient"))
sealed = _table(
    "sealed",
    _seq(),
    _text("id", unique=True),
    _text("sha256"),
    Column("bytes", LargeBinary, nullable=False),
)
wrapped = _table(
    "wrapped",
    _seq(),
    _text("id", unique=True),
    _text("sha256"),
    Column("bytes", LargeBinary, nullable=False),
)
destroyed = _table("destroyed", _seq(), _text("id", unique=True), _text("why"))
release = _table(
    "release",
    _seq(),
    _text("id", unique=True),
    _text("audience"),
    _text("policy"),
    _points_at("decisions", "blob.sha256"),
    _text("told"),
)
audience = _table(
    "audience",
    _seq(),
    _text("id", unique=True),
    _text("name"),
    _text("width"),
    Column("k", Whole, nullable=True),
)
reported = _table(
    "reported",
    Column("row", Whole, primary_key=True, autoincrement=False),
    Column("reading", Whole, ForeignKey("reading.seq"), nullable=False, index=True),
    Column("report", Whole, ForeignKey("report.seq"), nullable=False, index=True),
    Column("superseded", Whole, nullable=True),
    Column("id", Text, nullable=False, index=True),
    _text("kind"),
    _text("path"),
    *(
        _text(name, null=True)
        for name in ("act", "means", "status", "salience", "actor", "target", "target_type", "date")
    ),
    Column("first", Whole, nullable=True, index=True),
    Column("last", Whole, nullable=True),
    _text("place", null=True),
    _text("place_id", null=True),
    Column("lat", Number, nullable=True),
    Column("lon", Number, nullable=True),
    *(
        Column(name, Whole, nullable=True)
        for name in ("precision", "killed_low", "killed_high", "injured_low", "injured_high")
    ),
)
_NOW = reported.c.superseded.is_(None)
Index("ix_reported_now", reported.c.kind, sqlite_where=_NOW, postgresql_where=_NOW)

account = _table(
    "account",
    _seq(),
    _text("id", unique=True),
    Column("name", Text, nullable=False, index=True),
    _text("roles"),
    _text("state"),
    _text("secret", null=True),
)
standing = Table(
    "standing",
    metadata,
    Column("report", Whole, ForeignKey("report.seq"), primary_key=True, autoincrement=False),
    _text("state"),
    Index("ix_standing_state", "state", "report"),
    sqlite_strict=True,
)
"""How far people are with each report: derived from the judgements on it (`judging.standing`)."""
together = Table(
    "together",
    metadata,
    Column("upto", Whole, primary_key=True, autoincrement=False),
    _text("by"),
    sqlite_strict=True,
)
"""Up to which place in the log the tables below hold what reports tell together, and what made them.

One row, or none. They follow from records and judgements alone: `workflows/casebook/keeping.py` makes them.
"""
thing = Table(
    "thing",
    metadata,
    Column("id", Plain, primary_key=True),
    _text("frame"),
    *(Column(name, Plain, nullable=False) for name in ("rank", "date", "words", "by_where", "by_what")),
    *(_text(name) for name in ("said", "where", "what", "toll")),
    *(Column(name, Whole, nullable=False) for name in ("reports", "lines", "dissent", "twice", "assessed")),
    *(Column(name, Whole, nullable=True) for name in ("first", "last")),
    Column("spot", Plain, nullable=True),
    *(Column(name, Number, nullable=True) for name in ("lat", "lon", "ring_km")),
    Column("known_by", Whole, nullable=True),
    _text("given", null=True),
    Column("kinds", Plain, nullable=True),
    *(Column(name, Whole, nullable=True) for name in ("begun", "ended")),
    *(Column(name, Plain, nullable=True) for name in ("towns", "harmed")),
    Column("doubtful", Whole, nullable=True),
    Index("ix_thing_frame", "frame", "date", "id"),
    Index("ix_thing_spot", "frame", "spot", "lat", "lon", "ring_km", "first", "last"),
    Index("ix_thing_first", "frame", "first", "last"),
    Index("ix_thing_kinds", "frame", "kinds", "begun", "ended", "doubtful", "towns"),
    Index("ix_thing_where", "frame", "by_where", "date", "id"),
    Index("ix_thing_what", "frame", "by_what", "date", "id"),
    Index("ix_thing_told", "frame", "lines", "reports", "id"),
    Index("ix_thing_rank", "frame", "assessed", "rank"),
    sqlite_strict=True,
)
"""What a list or a map shows of each incident and order."""
whole = Table(
    "whole",
    metadata,
    Column("thing", Plain, primary_key=True),
    Column("digest", LargeBinary, nullable=False),
    _text("codec"),
    Column("size", Whole, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
    sqlite_strict=True,
)
"""Each incident and order as JSON: apart from `thing`, so that a list goes through few pages of the file."""
attesting = Table(
    "attesting",
    metadata,
    Column("account", Plain, primary_key=True),
    Column("thing", Plain, nullable=False, index=True),
    Column("report", Whole, nullable=False, index=True),
    sqlite_strict=True,
)
"""Which thing each account is part of, and the place in the log of the report that gives it."""
session = Table(
    "session",
    metadata,
    Column("secret", LargeBinary, primary_key=True),
    _text("name"),
    *(Column(name, Whole, nullable=False) for name in ("account", "seen", "blind")),
    sqlite_strict=True,
)
"""Who is in the workbench, by the hash of a secret: neither evidence nor derived from it, and soon gone."""

SEALED: tuple[Table, ...] = (
    setting, blob, report, capture, reading, failure, judgement, checkpoint, timestamp, keeper, sealed,
    wrapped, destroyed, account, release, audience,
)  # fmt: skip
"""The tables whose rows have an entry in the log, in the order in which rows are written."""
