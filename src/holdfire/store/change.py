"""One transaction that writes to a casebook: rows in, each with its entry in the log, all or none."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, select, update

from holdfire.model.judgement import Judgement
from holdfire.model.log import Checkpoint, LogEntry, chained, row_hash
from holdfire.model.stored import KeptThing
from holdfire.store import tables
from holdfire.store.bundle import Bundle
from holdfire.store.deriving import derive, some_of
from holdfire.store.dialect import Dialect
from holdfire.store.inserting import insert_rows
from holdfire.store.judgements import judgement_entry
from holdfire.store.rows import CheckpointRow, DestroyedRow, Entry, Row
from holdfire.store.sessions import StoredSession, end_session, put_session
from holdfire.store.standing import stand_judged, stand_kept
from holdfire.store.together import Since, forget_together, keep_together

Sign = Callable[[int, bytes], Checkpoint | None]
_TABLES = {table.name: table for table in tables.SEALED}


class Change:
    """What is written in one transaction, by one person at one moment."""

    def __init__(self, dialect: Dialect, connection: Connection, *, who: str, at: str) -> None:
        self._dialect = dialect
        self._connection = connection
        self._who = who
        self._at = at
        self._last = last_entry(connection)
        self._first = self._last.seq if self._last else 0

    def keep(self, bundles: Sequence[Bundle]) -> list[bool]:
        """Write reports, with what is not there yet of each; for each whether its report is new."""
        known = self._known([entry.row for each in bundles for entry in each.entries])
        lacking: list[Bundle] = []
        for each in bundles:
            entries = tuple(entry for entry in each.entries if _place(entry) not in known)
            known.update(map(_place, entries))
            lacking.append(msgspec.structs.replace(each, entries=entries))
        places = self.write([entry for each in lacking for entry in each.entries])
        derive(self._dialect, self._connection, lacking, places)
        stand_kept(self._connection, lacking)
        return [each.is_new for each in lacking]

    def write(self, entries: Sequence[Entry]) -> dict[tuple[str, str], int]:
        """Write rows that are not there yet; where the log has each."""
        said = ((each.row.TABLE, each.row.key, row_hash(each.row.TABLE, each.row)) for each in entries)
        logged = list(chained(said, after=self._last, at=self._at, who=self._who))
        if not logged:
            return {}
        self._last = logged[-1]
        rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for line, entry in zip(logged, entries, strict=True):
            rows[line.table].append({"seq": line.seq, **_columns(entry.row), **entry.beside})
        for table in tables.SEALED:
            insert_rows(self._connection, table, rows.get(table.name, ()))
        insert_rows(self._connection, tables.log, [msgspec.structs.asdict(line) for line in logged])
        return {(line.table, line.key): line.seq for line in logged}

    def judge(self, judgement: Judgement) -> None:
        """Write a judgement; one that is there already changes nothing."""
        self.write(self.missing([judgement_entry(judgement)]))
        stand_judged(self._connection, judgement)

    def keep_together(
        self, things: Iterable[KeptThing], *, upto: int, by: str, since: Since | None = None
    ) -> bool:
        """Keep what all reports tell together as of a place in the log; see `store.together`."""
        return keep_together(self._connection, things, upto=upto, by=by, since=since)

    def forget_together(self) -> None:
        """Keep nothing of what all reports tell together: it can be made again."""
        forget_together(self._connection)

    def missing(self, entries: Iterable[Entry]) -> list[Entry]:
        """Those whose rows are not there yet, each once."""
        asked = list(entries)
        known = self._known([entry.row for entry in asked])
        first = {_place(entry): entry for entry in reversed(asked)}
        return [entry for place, entry in reversed(first.items()) if place not in known]

    def forget_secrets(self, name: str) -> None:
        """Keep no hash of an earlier password of an account."""
        account = tables.account
        self._connection.execute(update(account).where(account.c.name == name).values(secret=None))

    def put_session(self, secret: str, session: StoredSession, *, since: int) -> None:
        """Keep who is in; see `store.sessions`."""
        put_session(self._connection, secret, session, since=since)

    def end_session(self, secret: str) -> None:
        """Let somebody out."""
        end_session(self._connection, secret)

    def destroy(self, key: str, why: str) -> None:
        """Delete the wrapped key of an entry of the vault; the log says that it was there and is gone."""
        wrapped = tables.wrapped
        self._connection.execute(delete(wrapped).where(wrapped.c.id == key))
        self.write([Entry(DestroyedRow(id=key, why=why))])

    def seal(self, sign: Sign) -> None:
        """Sign the log as it stands now, if anything was written since the change began."""
        last = self._last
        if last is None or last.seq == self._first:
            return
        made = sign(last.seq, last.hash)
        if made is None:
            return
        row = CheckpointRow(upto=made.upto, head=made.head, key_=made.key, signature=made.signature)
        self.write([Entry(row)])

    def _known(self, rows: Iterable[Row]) -> set[tuple[str, str]]:
        keys: dict[tuple[str, str], set[str]] = defaultdict(set)
        for row in rows:
            keys[row.TABLE, row.KEY].add(row.key)
        known: set[tuple[str, str]] = set()
        for (name, column), wanted in keys.items():
            key = _TABLES[name].c[column]
            for some in some_of(sorted(wanted)):
                found = self._connection.execute(select(key).where(key.in_(some))).scalars()
                known.update((name, each) for each in found)
        return known


def last_entry(connection: Connection, upto: int | None = None) -> LogEntry | None:
    """The last entry of the log, or the last up to a place in it."""
    log = tables.log
    asked = select(log).order_by(log.c.seq.desc()).limit(1)
    row = connection.execute(asked if upto is None else asked.where(log.c.seq <= upto)).first()
    return LogEntry(*row) if row else None


def _columns(row: Row) -> dict[str, Any]:
    return dict(zip(row.__struct_encode_fields__, msgspec.structs.astuple(row), strict=True))


def _place(entry: Entry) -> tuple[str, str]:
    return entry.row.TABLE, entry.row.key
