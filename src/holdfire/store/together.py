"""What all reports tell together, as it was last kept: a page of it at a time, and what replaces it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, delete, func, insert, literal, select

from holdfire.errors import BookError
from holdfire.model.stored import KeptThing, Occurrence, StoredSpot, StoredThing
from holdfire.store import tables
from holdfire.store.deriving import report_seqs, some_of
from holdfire.store.inserting import insert_rows
from holdfire.store.packing import packed, unpacked
from holdfire.store.view import View

AT_ONCE = 500
TOWNS = 10_000
"""So many towns are asked about at once: what is counted is gone through for each such part."""
_thing, _whole, _attesting, _together = tables.thing, tables.whole, tables.attesting, tables.together
_SUMMARY = tuple(_thing.c[field.name] for field in msgspec.structs.fields(StoredThing))
_FLAGS = ("dissent", "twice", "assessed")
_SORTS: dict[str, tuple[ColumnElement[Any], ...]] = {
    "when": (_thing.c.date, _thing.c.id),
    "where": (_thing.c.by_where, _thing.c.date, _thing.c.id),
    "what": (_thing.c.by_what, _thing.c.date, _thing.c.id),
    "told": (_thing.c.lines, _thing.c.reports, _thing.c.id),
    "weight": (_thing.c.rank,),
}
_COUNTED = (_thing.c.frame == "incident", _thing.c.kinds.is_not(None))
SORTS = tuple(_SORTS)
"""By what things can be sorted."""


class Sought(NamedTuple):
    """Which things are asked for; what is empty asks for nothing. `during` are days, both included."""

    frame: str
    words: str = ""
    doubt: str = ""
    several: bool = False
    assessed: bool = False
    at: tuple[float, float] | None = None
    during: tuple[int, int] | None = None
    is_drawn: bool | None = None


class Together:
    """What the reports of a casebook tell together, where that was kept."""

    def __init__(self, view: View) -> None:
        self._view = view

    def upto(self, by: str) -> int | None:
        """Up to which place in the log it was brought together by this maker; None where it was not."""
        with self._view.connect() as connection:
            row = connection.execute(select(_together)).first()
        mine = row is not None and row.by == by and self._view.upto in (None, row.upto)
        return int(row.upto) if mine and row is not None else None

    def needed(self) -> int:
        """The place in the log of the last entry that it depends on: a reading or a judgement."""
        found = 0
        with self._view.connect() as connection:
            for table in (tables.reading, tables.judgement):
                last = select(func.max(table.c.seq)).where(self._view.seen(table))
                found = max(found, connection.execute(last).scalar() or 0)
        return found

    def page(
        self, sought: Sought, *, sort: str = "when", down: bool = False, start: int = 0, limit: int = 100
    ) -> list[StoredThing]:
        """Some of the things asked for, in an order."""
        by = [each.desc() if down else each.asc() for each in _SORTS[sort]]
        asked = select(*_SUMMARY).where(*_conditions(sought)).order_by(*by).offset(start).limit(limit)
        with self._view.connect() as connection:
            return [_summary(row) for row in connection.execute(asked)]

    def number(self, sought: Sought) -> int:
        """How many things are asked for."""
        asked = select(func.count()).select_from(_thing).where(*_conditions(sought))
        with self._view.connect() as connection:
            return connection.execute(asked).scalar_one()

    def of(self, accounts: Iterable[str]) -> dict[str, StoredThing]:
        """The things that some accounts are part of, by the accounts."""
        found: dict[str, StoredThing] = {}
        asked = select(_attesting.c.account, *_SUMMARY).join_from(
            _attesting, _thing, _attesting.c.thing == _thing.c.id
        )
        with self._view.connect() as connection:
            for some in some_of(sorted(set(accounts))):
                for account, *facts in connection.execute(asked.where(_attesting.c.account.in_(some))):
                    found[account] = _summary(facts)
        return found

    def reports_of(self, accounts: Iterable[str]) -> dict[str, str]:
        """The ids of the reports that give some accounts."""
        report = tables.report
        asked = select(_attesting.c.account, report.c.id).join_from(
            _attesting, report, _attesting.c.report == report.c.seq
        )
        found: dict[str, str] = {}
        with self._view.connect() as connection:
            for some in some_of(sorted(set(accounts))):
                rows = connection.execute(asked.where(_attesting.c.account.in_(some)))
                found.update((row.account, row.id) for row in rows)
        return found

    def things_in(self, reports: Sequence[int]) -> dict[int, list[str]]:
        """The ids of the things that some reports tell of, by the places of the reports in the log."""
        asked = select(_attesting.c.report, _attesting.c.thing).where(_attesting.c.report.in_(reports))
        found: dict[int, list[str]] = {}
        with self._view.connect() as connection:
            for report, thing in connection.execute(asked.order_by(_attesting.c.account)):
                found.setdefault(report, []).append(thing)
        return found

    def beside(self, account: str) -> list[str]:
        """The accounts of the thing that an account is part of, some of them where they are very many."""
        thing = select(_attesting.c.thing).where(_attesting.c.account == account).scalar_subquery()
        asked = select(_attesting.c.account).where(_attesting.c.thing == thing).limit(AT_ONCE)
        with self._view.connect() as connection:
            found = list(connection.execute(asked).scalars())
        return found if account in found or not found else [account, *found]

    def accounts(self) -> Iterator[str]:
        """Every account."""
        with self._view.connect() as connection:
            yield from connection.execute(select(_attesting.c.account)).scalars()

    def whole(self, things: Sequence[str]) -> dict[str, bytes]:
        """Things as JSON, by their ids, in the order asked for; one that is not there is left out."""
        found: dict[str, bytes] = {}
        with self._view.connect() as connection:
            for some in some_of(list(things)):
                rows = connection.execute(select(_whole).where(_whole.c.thing.in_(some)))
                found.update((row.thing, _json(row)) for row in rows)
        return {each: found[each] for each in things if each in found}

    def all(self, frame: str) -> Iterator[tuple[StoredThing, bytes]]:
        """Every incident or every order, with the whole as JSON, by rank; memory stays level."""
        asked = (
            select(*_SUMMARY, *_whole.c)
            .join_from(_thing, _whole, _thing.c.id == _whole.c.thing)
            .where(_thing.c.frame == frame)
            .order_by(_thing.c.rank)
        )
        with self._view.connect() as connection:
            for rows in connection.execution_options(yield_per=AT_ONCE).execute(asked).partitions():
                for row in rows:
                    yield _summary(row[: len(_SUMMARY)]), _json(row)

    def digests(self) -> dict[str, bytes]:
        """A digest of each thing as it stands here, none where a part of it is missing or does not fit."""
        reports = tables.report
        asked = select(_attesting.c.thing, _attesting.c.account, reports.c.id).join_from(
            _attesting, reports, _attesting.c.report == reports.c.seq, isouter=True
        )
        accounts: dict[str, dict[str, str]] = {}
        with self._view.connect() as connection:
            for thing, account, report in connection.execute(asked):
                accounts.setdefault(thing, {})[account] = report or ""
            found = dict.fromkeys((*accounts, *connection.execute(select(_whole.c.thing)).scalars()), b"")
            every = select(_thing, *_whole.c).join_from(
                _thing, _whole, _thing.c.id == _whole.c.thing, isouter=True
            )
            for rows in connection.execution_options(yield_per=AT_ONCE).execute(every).partitions():
                found |= {row.id: _standing(row, accounts.get(row.id, {})) for row in rows}
        return found

    def spots(self, sought: Sought) -> list[StoredSpot]:
        """The places of the things asked for that can be drawn, the one with most first."""
        place = (_thing.c.spot, _thing.c.lat, _thing.c.lon, _thing.c.ring_km)
        asked = (
            select(*place, func.count().label("number"))
            .where(_thing.c.spot.is_not(None), *_conditions(sought))
            .group_by(*place)
            .order_by(func.count().desc(), _thing.c.spot, _thing.c.lat, _thing.c.lon)
        )
        with self._view.connect() as connection:
            return [StoredSpot(*row) for row in connection.execute(asked)]

    def kinds(self) -> list[str]:
        """What the incidents that are said to have happened are called, each combination once."""
        asked = select(_thing.c.kinds).where(*_COUNTED).distinct()
        with self._view.connect() as connection:
            return list(connection.execute(asked).scalars())

    def towns(self, kinds: Collection[str]) -> list[str]:
        """Where the incidents of some combinations of kinds were, each once."""
        asked = select(_thing.c.towns).where(*_COUNTED, _thing.c.kinds.in_(sorted(kinds))).distinct()
        with self._view.connect() as connection:
            return sorted(connection.execute(asked).scalars().all())

    def occurrences(
        self, kinds: Collection[str], *, towns: Collection[str] | None = None, harmed: bool = False
    ) -> list[Occurrence]:
        """Incidents as they are counted, of some combinations of kinds, in some towns or wherever they were.

        Those that are alike come together; whom they harmed tells them apart where that is asked.
        """
        alike = [_thing.c.kinds, _thing.c.begun, _thing.c.ended, *[_thing.c.harmed] * harmed]
        whom = _thing.c.harmed if harmed else literal("{}")
        asked = select(*alike[:3], literal("[]"), whom, func.sum(_thing.c.doubtful), func.count())
        asked = asked.where(*_COUNTED, _thing.c.kinds.in_(sorted(kinds))).group_by(*alike)
        every = [asked]
        if towns is not None:
            parts = some_of(sorted(towns), TOWNS)
            every = [asked.where(_thing.c.towns.in_(some)) for some in parts]
        with self._view.connect() as connection:
            rows = [row for each in every for row in connection.execute(each).all()]
        return [Occurrence(*facts) for facts in map(tuple, rows)]

    def named(self, beginning: str) -> list[str]:
        """The ids of things of which an account begins like this; two at most."""
        mine = _attesting.c.account >= beginning, _attesting.c.account < f"{beginning}\uffff"
        asked = select(_attesting.c.thing).where(*mine).distinct().limit(2)
        with self._view.connect() as connection:
            return list(connection.execute(asked).scalars())

    def spans(self, sought: Sought) -> list[tuple[int, int, int]]:
        """Between which days things lie, and how many lie there."""
        asked = (
            select(_thing.c.first, _thing.c.last, func.count())
            .where(_thing.c.first.is_not(None), _thing.c.last.is_not(None), *_conditions(sought))
            .group_by(_thing.c.first, _thing.c.last)
        )
        with self._view.connect() as connection:
            return [(row[0], row[1], row[2]) for row in connection.execute(asked)]


class Since(NamedTuple):
    """What came since a place in the log: what else is kept stays, but for things that are gone."""

    upto: int
    gone: Collection[str] = ()


def keep_together(
    connection: Connection, things: Iterable[KeptThing], *, upto: int, by: str, since: Since | None = None
) -> bool:
    """Put these in the place of what was kept, or of that part of it which is told otherwise `since`.

    Only what differs is written. False where newer was kept, or others kept something since.
    """
    row = connection.execute(select(_together)).first()
    if row is not None and row.by == by and row.upto > upto:
        return False
    if since is not None and (row is None or (row.by, row.upto) != (by, since.upto)):
        return False
    given = list(things) if since is not None else things
    known = select(_whole.c.thing, _whole.c.digest)
    old: dict[str, bytes] = {}
    if since is None:
        old = {each.thing: bytes(each.digest) for each in connection.execute(known)}
    else:
        asked = sorted({each.summary.id for each in given} | set(since.gone))
        for some in some_of(asked):
            rows = connection.execute(known.where(_whole.c.thing.in_(some)))
            old |= {each.thing: bytes(each.digest) for each in rows}
    changed: list[KeptThing] = []
    digests: list[bytes] = []
    gone = set(old)
    for each in given:
        made = digest(each)
        gone.discard(each.summary.id)
        if old.get(each.summary.id) != made:
            changed.append(each)
            digests.append(made)
    _drop(connection, sorted(gone | {each.summary.id for each in changed if each.summary.id in old}))
    _put(connection, changed, digests)
    connection.execute(delete(_together))
    connection.execute(insert(_together).values(upto=upto, by=by))
    return True


def forget_together(connection: Connection) -> None:
    """Keep nothing of what all reports tell together."""
    for table in (_attesting, _whole, _thing, _together):
        connection.execute(delete(table))


def _drop(connection: Connection, ids: Sequence[str]) -> None:
    places = ((_thing, _thing.c.id), (_whole, _whole.c.thing), (_attesting, _attesting.c.thing))
    for some in some_of(ids):
        for table, column in places:
            connection.execute(delete(table).where(column.in_(some)))


def _put(connection: Connection, changed: Sequence[KeptThing], digests: Sequence[bytes]) -> None:
    seqs = report_seqs(connection, (report for each in changed for report in each.accounts.values()))
    insert_rows(connection, _thing, [_row(each.summary) for each in changed])
    _in_parts(
        connection, _whole, changed, lambda part: _wholes(part, digests[part.start : part.stop], changed)
    )
    insert_rows(
        connection,
        _attesting,
        [
            {"account": account, "thing": each.summary.id, "report": seqs[report]}
            for each in changed
            for account, report in each.accounts.items()
        ],
    )


def _in_parts(
    connection: Connection,
    table: Table,
    changed: Sequence[KeptThing],
    rows: Callable[[range], list[dict[str, Any]]],
) -> None:
    """Insert a part at a time, so that not all packed bytes are held at once."""
    for start in range(0, len(changed), AT_ONCE):
        insert_rows(connection, table, rows(range(start, min(start + AT_ONCE, len(changed)))))


def _wholes(part: range, digests: Sequence[bytes], changed: Sequence[KeptThing]) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    for number, of in zip(part, digests, strict=True):
        each = changed[number]
        codec, kept = packed(each.whole)
        facts = {"codec": codec, "size": len(each.whole), "bytes": kept}
        made.append({"thing": each.summary.id, "digest": of, **facts})
    return made


def _row(summary: StoredThing) -> dict[str, Any]:
    facts = msgspec.structs.asdict(summary)
    facts |= {name: int(facts[name]) for name in _FLAGS}
    where, what = summary.where.lower(), summary.what.lower()
    return facts | {
        "words": f"{summary.said} {where} {what} {summary.toll}".lower(),
        "by_where": where or "\uffff",
        "by_what": what,
    }


def _standing(row: Any, accounts: dict[str, str]) -> bytes:  # noqa: ANN401 - a row
    """The digest of a thing out of its rows; none where they are not those of one thing."""
    summary = _summary([getattr(row, name) for name in StoredThing.__struct_fields__])
    fits = row.thing is not None and all(getattr(row, name) == value for name, value in _row(summary).items())
    try:
        return digest(KeptThing(summary, accounts, _json(row))) if fits else b""
    except BookError:
        return b""


def digest(kept: KeptThing) -> bytes:
    """What tells one thing as it is kept from another."""
    made = blake2b(msgspec.json.encode(kept.summary), digest_size=16)
    made.update(msgspec.json.encode(kept.accounts, order="sorted"))
    made.update(kept.whole)
    return made.digest()


def _summary(row: Sequence[Any]) -> StoredThing:
    facts = dict(zip(StoredThing.__struct_fields__, row, strict=True))
    return StoredThing(**facts | {name: bool(facts[name]) for name in _FLAGS})


def _json(row: Any) -> bytes:  # noqa: ANN401 - a row
    return unpacked(row.codec, row.bytes, size=row.size, where=f"what is told together, {row.thing[:12]}")


def _conditions(sought: Sought) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [_thing.c.frame == sought.frame]
    found += [_thing.c.words.contains(word, autoescape=True) for word in sought.words.lower().split()]
    if sought.doubt:
        found.append(_thing.c["twice" if sought.doubt == "twice?" else "dissent"] == 1)
    if sought.several:
        found.append(_thing.c.lines > 1)
    if sought.assessed:
        found.append(_thing.c.assessed == 1)
    if sought.at is not None:
        found += [_thing.c.lat == sought.at[0], _thing.c.lon == sought.at[1], _thing.c.spot.is_not(None)]
    if sought.during is not None:
        first, last = sought.during
        found += [_thing.c.first <= last, _thing.c.last >= first]
    if sought.is_drawn is not None:
        found.append(_thing.c.spot.is_not(None) if sought.is_drawn else _thing.c.spot.is_(None))
    return found
