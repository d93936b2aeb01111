"""What a casebook gives back: reports, readings and failures with their place in its log."""

import msgspec


class StoredReport(msgspec.Struct, frozen=True):
    """A report in a casebook, without its words: its place in the log (`seq`) and when it came in.

    `title` is the report's own, or else how its text begins (then `untitled`).
    """

    seq: int
    recorded: str
    id: str
    raw_sha256: str
    text_sha256: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    language: str | None
    encoding: str
    source_id: str | None = None
    untitled: bool = False


class StoredReading(msgspec.Struct, frozen=True):
    """What one reader made of a report, without the record itself; `id` is the SHA-256 of the record.

    `superseded` is the place in the log of the reading that took its place, None for the present one.
    """

    seq: int
    recorded: str
    id: str
    report: str
    reader: str
    version: str
    own: str | None = None
    superseded: int | None = None


class StoredFailure(msgspec.Struct, frozen=True):
    """A source that gave no report, or a report that could not be read, and why."""

    seq: int
    recorded: str
    origin: str
    kind: str
    message: str
    report: str | None = None


class Counts(msgspec.Struct, frozen=True):
    """How much a casebook holds."""

    reports: int
    readings: int
    orders: int
    incidents: int
    practices: int
    failures: int
    judgements: int
    log: int


class Stamp(msgspec.Struct, frozen=True):
    """A time-stamp authority's answer about the log up to an entry, the bytes it is over, its root (PEM)."""

    upto: int
    response: bytes
    authority: bytes
    over: bytes
