"""What follows from rows just written: reported things, the index, which reading has whose place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, select, update

from holdfire.model.reported import Reported
from holdfire.store import tables
from holdfire.store.bundle import Bundle
from holdfire.store.dialect import STRETCHES, Dialect, Indexed
from holdfire.store.inserting import insert_rows

THINGS = 65_536
"""So many reported things at most has a reading."""
_ASKED_AT_ONCE = 500


def derive(
    dialect: Dialect,
    connection: Connection,
    bundles: Sequence[Bundle],
    places: Mapping[tuple[str, str], int],
) -> None:
    """Bring what is derived up to date with bundles that hold only what was new; `places` are their rows'."""
    seqs = report_seqs(connection, (each.report for each in bundles if not each.is_new and each.reading))
    seqs |= {key: seq for (table, key), seq in places.items() if table == "report"}
    things: list[dict[str, Any]] = []
    indexed: list[Indexed] = []
    for each in bundles:
        if each.is_new and each.report:
            indexed += _indexed(each, seqs[each.report])
        if each.reading and each.report:
            things += _things(each.things, places["reading", each.reading], seqs[each.report])
    insert_rows(connection, tables.reported, things)
    if indexed:
        dialect.put_terms(connection, indexed)
    for each in bundles:
        if each.reading and each.report and not each.is_new:
            _supersede(connection, each.report, seqs[each.report], places["reading", each.reading])


def some_of(keys: Sequence[str], most: int = _ASKED_AT_ONCE) -> Iterator[Sequence[str]]:
    """Keys in lists that are not too long to ask for at once."""
    for start in range(0, len(keys), most):
        yield keys[start : start + most]


def report_seqs(connection: Connection, ids: Iterable[str | None]) -> dict[str, int]:
    """The places in the log of reports, by their ids."""
    report = tables.report
    found: dict[str, int] = {}
    for some in some_of(sorted({each for each in ids if each})):
        rows = connection.execute(select(report.c.id, report.c.seq).where(report.c.id.in_(some)))
        found.update((row.id, row.seq) for row in rows)
    return found


def _indexed(bundle: Bundle, report: int) -> Iterator[Indexed]:
    for number, part in enumerate(bundle.stretches[:STRETCHES]):
        yield Indexed(report * STRETCHES + number, *part)


def _things(things: Iterable[Reported], reading: int, report: int) -> Iterator[dict[str, Any]]:
    for number, thing in enumerate(things):
        row = {"row": reading * THINGS + number, "reading": reading, "report": report}
        yield row | msgspec.structs.asdict(thing)


def _supersede(connection: Connection, report: str, report_seq: int, by: int) -> None:
    reading, reported = tables.reading, tables.reported
    for table, mine, seq in (
        (reading, reading.c.report == report, reading.c.seq),
        (reported, reported.c.report == report_seq, reported.c.reading),
    ):
        older = update(table).where(mine, table.c.superseded.is_(None), seq < by)
        connection.execute(older.values(superseded=by))
