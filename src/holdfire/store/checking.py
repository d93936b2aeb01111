"""Every row of a casebook against its entry in the log, and its content against itself, in order."""

from collections.abc import Callable, Iterator
from typing import Any, NoReturn

import msgspec
from sqlalchemy import Connection, Table, func, or_, select

from holdfire.errors import BookError
from holdfire.model.log import START, Checkpoint, LogEntry, entry_hash, row_hash
from holdfire.model.reported import Reported
from holdfire.store import contents, tables
from holdfire.store.rows import DESTROYABLE, ROWS
from holdfire.store.standing import misjudged
from holdfire.store.view import View
from holdfire.views.reported import Things, reported

AT_ONCE = 1000
_MISSING = "entry {} of the log is missing"
_KINDS = (int, str, str, str, str, bytes, bytes)
"""Of the columns of the log: what is damaged may be anything."""
_things_of = msgspec.json.Decoder(Things).decode
_THING = tuple(tables.reported.c[field.name] for field in msgspec.structs.fields(Reported))


class OffError(BookError):
    """Something that is not as the log says it was written, with its table, its key and its place."""

    kind = "off"


class Checked(msgspec.Struct):
    """How far a check has come: entries of the log, bytes of evidence, quotes, signatures."""

    entries: int = 0
    size: int = 0
    quotes: int = 0
    signatures: int = 0
    signed: int = 0
    destroyed: int = 0
    head: bytes = START
    at: str = ""

    def then(self, later: "Checked") -> "Checked":
        """How far two checks have come together, of which the later began where this one ended."""
        sums = {name: getattr(self, name) + getattr(later, name) for name in _SUMMED}
        return msgspec.structs.replace(later, signed=later.signed or self.signed, **sums)


_SUMMED = ("size", "quotes", "signatures", "destroyed")


def check(
    view: View, *, is_good: Callable[[Checkpoint], bool], after: int = 0, upto: int | None = None
) -> Iterator[Checked]:
    """Check the entries behind `after`; gives how far it is after every some.

    OffError at the first thing that is off. Without `upto` it goes to the end, and checks that nothing lies
    beyond. `is_good` says whether a signature is good, and by a key that counts. What lies before `after` is
    taken as it is: stretches that follow each other and are all sound make a log that is.
    """
    with view.connect() as connection:
        checked = _begun(connection, after)
        while page := _entries(connection, checked.entries, upto):
            _Page(connection, page, checked, is_good).check()
            yield checked
        if upto is None:
            _check_ends(connection, checked.entries)
        elif checked.entries != upto:
            raise OffError(_MISSING.format(checked.entries + 1), where=f"log {checked.entries + 1}")
    if upto is None:
        view.dialect.require_sound()
    yield checked


def _begun(connection: Connection, after: int) -> Checked:
    """Where a check stands that takes the log up to an entry as it is."""
    found = _entries(connection, after - 1, after) if after else []
    if after and not found:
        raise OffError(_MISSING.format(after), where=f"log {after}")
    return Checked(entries=after, head=found[0].hash, at=found[0].at) if found else Checked()


class _Page:
    """Some entries of the log that follow each other, and the rows that they seal."""

    def __init__(
        self,
        connection: Connection,
        entries: list[LogEntry],
        checked: Checked,
        is_good: Callable[[Checkpoint], bool],
    ) -> None:
        self._connection = connection
        self._entries = entries
        self._checked = checked
        self._is_good = is_good
        first, last = entries[0].seq, entries[-1].seq
        self._rows = {table.name: _rows(connection, table, first, last) for table in tables.SEALED}
        self._things = _things(connection, first, last)
        self._bytes: dict[str, bytes] = {}

    def check(self) -> None:
        """Each entry in its order; then what is there without one."""
        for entry in self._entries:
            self._chained(entry)
            row = self._rows.get(entry.table, {}).pop(entry.seq, None)
            if row is None:
                self._gone(entry)
            else:
                self._sealed(entry, row)
                self._whole(entry, row)
            self._checked.entries, self._checked.head, self._checked.at = entry.seq, entry.hash, entry.at
        for name, rows in self._rows.items():
            for seq, row in rows.items():
                key = getattr(row, ROWS[name].KEY)
                raise OffError("has no entry in the log", where=f"{name} {str(key)[:16]}, log {seq}")
        for reading in self._things:
            raise OffError("belong to no reading", where=f"reported things, log {reading}")

    def _chained(self, entry: LogEntry) -> None:
        checked = self._checked
        if entry.seq != checked.entries + 1:
            _off(entry, _MISSING.format(checked.entries + 1))
        if entry.at < checked.at:
            _off(entry, f"the log goes back in time, from {checked.at} to {entry.at}")
        said = (entry.seq, entry.at, entry.who, entry.table, entry.key, entry.row)
        if entry_hash(*said, checked.head) != entry.hash:
            _off(entry, "the entry is not the one that was written, or one before it is gone")

    def _gone(self, entry: LogEntry) -> None:
        destroyed = tables.destroyed
        asked = select(destroyed.c.seq).where(destroyed.c.id == entry.key, destroyed.c.seq > entry.seq)
        if entry.table not in DESTROYABLE or self._connection.execute(asked).first() is None:
            _off(entry, "the row is missing")
        self._checked.destroyed += 1

    def _sealed(self, entry: LogEntry, row: Any) -> None:  # noqa: ANN401 - a row of any table
        kind = ROWS[entry.table]
        names = kind.__struct_encode_fields__
        facts = {name: value for name, value in zip(names, row[1:], strict=False) if value is not None}
        key = str(facts.get(kind.KEY))
        if key != entry.key:
            _off(entry, f"the row has another key, {key[:16]}")
        if row_hash(entry.table, facts) != entry.row:
            _off(entry, "the row is not as it was written")

    def _whole(self, entry: LogEntry, row: Any) -> None:  # noqa: ANN401 - a row of any table
        found = contents.Content()
        if entry.table == "blob":
            self._bytes[entry.key], found = contents.blob(row)
        elif entry.table == "reading":
            record, found = contents.reading(row, self._bytes_of)
            if found.wrong is None and list(reported(_things_of(record))) != self._things.pop(entry.seq, []):
                _off(entry, "the reported things listed are not those of the record")
        elif entry.table in contents.CHECKS:
            found = contents.CHECKS[entry.table](row)
        elif entry.table == "checkpoint":
            self._signed(entry, row)
        if found.wrong is not None:
            _off(entry, found.wrong)
        self._checked.size += found.bytes
        self._checked.quotes += found.quotes

    def _signed(self, entry: LogEntry, row: Any) -> None:  # noqa: ANN401 - a row of the table
        made = Checkpoint(row.upto, row.head, row.key, row.signature)
        if (made.upto, made.head) != (self._checked.entries, self._checked.head.hex()):
            _off(entry, "the signature is under another state of the log")
        if not self._is_good(made):
            _off(entry, "the signature is not good, or by a key that does not count here")
        self._checked.signatures += 1
        self._checked.signed = made.upto

    def _bytes_of(self, sha256: str) -> bytes:
        if sha256 not in self._bytes:
            row = self._connection.execute(select(tables.blob).where(tables.blob.c.sha256 == sha256)).first()
            if row is None:
                raise BookError(f"the text {sha256[:16]} is missing")
            raw, found = contents.blob(row)
            if found.wrong is not None:
                raise BookError(f"the text {sha256[:16]}: {found.wrong}")
            self._bytes[sha256] = raw
        return self._bytes[sha256]


def _off(entry: LogEntry, problem: str) -> NoReturn:
    raise OffError(problem, where=f"{entry.table} {entry.key[:16]}, log {entry.seq}")


def _entries(connection: Connection, after: int, upto: int | None) -> list[LogEntry]:
    log = tables.log
    asked = select(log).where(log.c.seq > after).order_by(log.c.seq).limit(AT_ONCE)
    asked = asked if upto is None else asked.where(log.c.seq <= upto)
    rows = connection.execute(asked).all()
    for number, row in enumerate(rows, after + 1):
        if not all(map(isinstance, row, _KINDS)):
            raise OffError("the entry is damaged", where=f"log {number}")
    return [LogEntry(*row) for row in rows]


def _rows(connection: Connection, table: Table, first: int, last: int) -> dict[int, Any]:
    facts = [table.c[name] for name in ROWS[table.name].__struct_encode_fields__]
    beside = [column for column in table.c if column is not table.c.seq and column not in set(facts)]
    asked = select(table.c.seq, *facts, *beside).where(table.c.seq.between(first, last))
    return {row.seq: row for row in connection.execute(asked).all()}


def _things(connection: Connection, first: int, last: int) -> dict[int, list[Reported]]:
    table = tables.reported
    found: dict[int, list[Reported]] = {}
    asked = select(table.c.reading, *_THING).where(table.c.reading.between(first, last))
    for reading, *facts in connection.execute(asked.order_by(table.c.row)).all():
        found.setdefault(reading, []).append(Reported(*facts))
    return found


def _check_ends(connection: Connection, last: int) -> None:
    """Nothing lies before or behind the log; what is derived from more than one entry follows from them."""
    for table in tables.SEALED:
        beyond = connection.execute(
            select(func.max(table.c.seq)).where(or_(table.c.seq > last, table.c.seq < 1))
        ).scalar()
        if beyond is not None:
            raise OffError("a row has no entry in the log", where=f"{table.name}, log {beyond}")
    reading = tables.reading
    later = reading.alias()
    after = (
        select(func.min(later.c.seq))
        .where(later.c.report == reading.c.report, later.c.seq > reading.c.seq)
        .scalar_subquery()
    )
    wrong = select(reading.c.seq).where(reading.c.superseded.is_distinct_from(after)).limit(1)
    seq = connection.execute(wrong).scalar()
    if seq is not None:
        raise OffError("names another reading in its place than the next", where=f"reading, log {seq}")
    report = misjudged(connection)
    if report is not None:
        raise OffError("does not stand as what was decided of it says", where=f"report, log {report}")
