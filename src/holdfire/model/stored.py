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


class StoredThing(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a list or a map shows of an incident or order that reports tell together.

    `rank` sorts by weight, `date` by time; `said` is the date in words. `first` and `last` are days
    (ordinals), open where no date is told. `spot` names a place that can be drawn, at `lat` and `lon`, as a
    point or as a ring of `ring_km`. `assessed` says that it is held against orders and standards. Of an
    order, `known_by` is the second by which reports told of it, and `given` whether it was given (a `Truth`).
    Of an incident that is said to have happened, the last six are those of its `Occurrence`.
    """

    id: str
    frame: str
    rank: str
    date: str
    said: str
    where: str
    what: str
    toll: str
    reports: int
    lines: int
    dissent: bool = False
    twice: bool = False
    assessed: bool = False
    first: int | None = None
    last: int | None = None
    spot: str | None = None
    lat: float | None = None
    lon: float | None = None
    ring_km: float | None = None
    known_by: int | None = None
    given: str | None = None
    kinds: str | None = None
    begun: int | None = None
    ended: int | None = None
    towns: str | None = None
    harmed: str | None = None
    doubtful: int | None = None


class Occurrence(msgspec.Struct, frozen=True):
    """What a count needs of an incident, or of `number` incidents that are alike in all of this.

    `kinds` are its act, means and families; `begun` and `ended` the days (ordinals, half-open) between which
    it lies, open where its date leaves too many. `towns` and `harmed` are JSON: its exact places; of those
    killed, injured, detained the number told, the least and the most. `doubtful`: how many of them may be
    told twice.
    """

    kinds: str
    begun: int | None
    ended: int | None
    towns: str
    harmed: str
    doubtful: int
    number: int = 1


class KeptThing(msgspec.Struct, frozen=True):
    """An incident or order to keep: its summary, its accounts with their reports, all of it as JSON."""

    summary: StoredThing
    accounts: dict[str, str]
    whole: bytes


class StoredSpot(msgspec.Struct, frozen=True):
    """A place on the map, and how many things lie there."""

    name: str
    lat: float
    lon: float
    ring_km: float | None
    number: int
