"""Rows as the log seals them: the columns of a table that are evidence, in their order.

A column that is null is left out of what is hashed, so that a later version may add columns at the end
without changing what was sealed before. How bytes are packed is no part of it: their hash is.
"""

from typing import Any, ClassVar

import msgspec


class Row(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A row of a table; `KEY` names the column that tells it from the others."""

    TABLE: ClassVar[str]
    KEY: ClassVar[str] = "id"

    @property
    def key(self) -> str:
        """What the log calls the row."""
        return str(getattr(self, self.KEY))


class SettingRow(Row, frozen=True, kw_only=True, omit_defaults=True):
    """A fact about the casebook itself."""

    TABLE: ClassVar[str] = "setting"
    KEY: ClassVar[str] = "name"
    name: str
    value: str


class BlobRow(Row, frozen=True, kw_only=True, omit_defaults=True):
    """Bytes by their hash: the raw bytes of a report, or its clean text in UTF-8."""

    TABLE: ClassVar[str] = "blob"
    KEY: ClassVar[str] = "sha256"
    sha256: str
    size: int


class ReportRow(Row, frozen=True, kw_only=True, omit_defaults=True):
    """A report: which bytes, which text, and what is known about it. `more` is `More` as JSON."""

    TABLE: ClassVar[str] = "report"
    id: str
    raw_sha256: str
    text_sha256: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    encoding: str
    undecodable: str | None = None
    source_id: str | None = None
    more: str | None = None


class More(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a report's file says of itself, and what of it could not be got: most reports have none of it."""

    created: str | None = None
    pages: tuple[int, ...] = ()
    faults: tuple[str, ...] = ()


class CaptureRow(Row, frozen=True, kw_only=True, omit_defaults=True):
    """How and when the bytes of a report were got; `how` is the capture as JSON, without the bytes."""

    TABLE: ClassVar[str] = "capture"
    id: str
    report: str
    origin: str
    got_at: str | None = None
    how: str


class ReadingRow(Row, frozen=True, kw_only=True, omit_defaults=True):
    """What a reader made of a report; `id` is the SHA-256 of the record as JSON."""

    TABLE: ClassVar[str] = "reading"
    id: str
    report: str
    reader: str
    version: str
    own: str | None = None


class FailureRow(Row, frozen=True, kw_only=True, omit_defaults=True):
    """A source that gave no report, or a report that could not be read."""

    TABLE: ClassVar[str] = "failure"
    id: str
    origin: str
    kind: str
    message: str
    report: str | None = None


class JudgementRow(Row, frozen=True, kw_only=True, omit_defaults=True):
    """A person's decision; `body` is the whole of it as JSON."""

    TABLE: ClassVar[str] = "judgement"
    id: str
    kind: str
    who: str
    made: str
    target: str
    other: str | None = None
    body: str


class CheckpointRow(Row, frozen=True, kw_only=True, omit_defaults=True):
    """A signature under the log."""

    TABLE: ClassVar[str] = "checkpoint"
    KEY: ClassVar[str] = "upto"
    upto: int
    head: str
    key_: str = msgspec.field(name="key")
    signature: str


class TimestampRow(Row, frozen=True, kw_only=True, omit_defaults=True):
    """A time-stamp authority's answer (RFC 3161) about the log up to an entry, and its root as PEM."""

    TABLE: ClassVar[str] = "timestamp"
    id: str
    upto: int
    sha256: str
    authority: str


class KeeperRow(Row, frozen=True, kw_only=True, omit_defaults=True):
    """Someone who may open the vault: a name, and the age recipient that entries are wrapped for."""

    TABLE: ClassVar[str] = "keeper"
    KEY: ClassVar[str] = "name"
    name: str
    recipient: str


class SealedRow(Row, frozen=True, kw_only=True, omit_defaults=True):
    """An entry of the vault, sealed: `id` is a pseudonym, `sha256` that of the sealed bytes."""

    TABLE: ClassVar[str] = "sealed"
    id: str
    sha256: str


class WrappedRow(Row, frozen=True, kw_only=True, omit_defaults=True):
    """The key of an entry of the vault, wrapped for the keepers; to destroy it is to destroy the entry."""

    TABLE: ClassVar[str] = "wrapped"
    id: str
    sha256: str


class DestroyedRow(Row, frozen=True, kw_only=True, omit_defaults=True):
    """That a wrapped key was destroyed, and why."""

    TABLE: ClassVar[str] = "destroyed"
    id: str
    why: str


class AccountRow(Row, frozen=True, kw_only=True, omit_defaults=True):
    """An account with its roles, and whether it is open; the last row of a name counts."""

    TABLE: ClassVar[str] = "account"
    id: str
    name: str
    roles: str
    state: str


class ReleaseRow(Row, frozen=True, kw_only=True, omit_defaults=True):
    """What left for an audience: `decisions` are the bytes that later releases go by, `told` is a summary.

    `policy` is the SHA-256 of the policy as it was read.
    """

    TABLE: ClassVar[str] = "release"
    id: str
    audience: str
    policy: str
    decisions: str
    told: str


class AudienceRow(Row, frozen=True, kw_only=True, omit_defaults=True):
    """How wide an audience is, or the least k of a width; the last row of a name counts."""

    TABLE: ClassVar[str] = "audience"
    id: str
    name: str
    width: str
    k: int | None = None


class Entry(msgspec.Struct, frozen=True):
    """A row to write, with the columns of its table that the log does not seal."""

    row: Row
    beside: dict[str, Any] = {}


ROWS: dict[str, type[Row]] = {
    kind.TABLE: kind
    for kind in (
        SettingRow, BlobRow, ReportRow, CaptureRow, ReadingRow, FailureRow, JudgementRow, CheckpointRow,
        TimestampRow, KeeperRow, SealedRow, WrappedRow, DestroyedRow, AccountRow, ReleaseRow, AudienceRow,
    )
}  # fmt: skip
"""What the log seals of each table."""
DESTROYABLE = frozenset({"wrapped"})
"""The tables whose rows may be gone, where a row of `destroyed` says so."""
