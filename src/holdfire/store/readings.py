"""Readings in a casebook: the present one of a report and those before it, records, reported things."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Select, func, select

from holdfire.model.record import Record, ReportHeader
from holdfire.model.reported import Reported
from holdfire.model.stored import StoredReading
from holdfire.store import tables
from holdfire.store.packing import unpacked
from holdfire.store.view import View

AT_ONCE = 500
_log, _report, _reading, _reported = tables.log, tables.report, tables.reading, tables.reported
_FACTS = (
    _reading.c.seq, _log.c.at, _reading.c.id, _reading.c.report, _reading.c.reader, _reading.c.version,
    _reading.c.own, _reading.c.superseded,
)  # fmt: skip
_PACKED = (_reading.c.codec, _reading.c.size, _reading.c.record)
_THING = tuple(_reported.c[field.name] for field in msgspec.structs.fields(Reported))
_decode = msgspec.json.Decoder(Record).decode


class Readings:
    """The readings that a view of a casebook holds."""

    def __init__(self, view: View) -> None:
        self._view = view

    def of(self, report: str) -> list[StoredReading]:
        """All readings of a report, the first first."""
        asked = self._select(*_FACTS).where(_reading.c.report == report, self._view.seen(_reading))
        with self._view.connect() as connection:
            found = [StoredReading(*row) for row in connection.execute(asked.order_by(_reading.c.seq))]
        upto = self._view.upto
        return [
            msgspec.structs.replace(each, superseded=None) if upto and (each.superseded or 0) > upto else each
            for each in found
        ]

    def record(self, reading: str) -> Record:
        """The record of a reading, as it was stored."""
        with self._view.connect() as connection:
            row = connection.execute(select(*_PACKED).where(_reading.c.id == reading)).one()
        return _decode(self._json(row, reading))

    def present(
        self, *, after: int = 0, reports: Sequence[str] | None = None
    ) -> Iterator[tuple[StoredReading, Record]]:
        """The present reading of every report, or of some, with its record, in order; memory stays level."""
        asked = self._select(*_FACTS, *_PACKED).where(self._view.present(_reading))
        if reports is not None:  # by their places, or SQLite goes through the present readings of all
            places = select(_reading.c.seq).where(_reading.c.report.in_(reports))
            asked = asked.where(_reading.c.seq.in_(places))
        while True:
            page = asked.where(_reading.c.seq > after).order_by(_reading.c.seq).limit(AT_ONCE)
            with self._view.connect() as connection:
                rows = connection.execute(page).all()
            for row in rows:
                yield StoredReading(*row[: len(_FACTS)]), _decode(self._json(row, row.id))
            if len(rows) < AT_ONCE:
                return
            after = rows[-1].seq

    def since(self, seq: int) -> list[str]:
        """The reports that were read behind a place in the log."""
        asked = select(_reading.c.report).where(_reading.c.seq > seq, self._view.seen(_reading)).distinct()
        with self._view.connect() as connection:
            return sorted(connection.execute(asked).scalars())

    def headers(self, reports: Sequence[str] | None = None) -> Iterator[ReportHeader]:
        """What is known of every report that was read, or of some of them, in the order of their readings."""
        if reports is not None and not reports:
            return
        columns = (_report.c[name] for name in ReportHeader.__struct_fields__)
        asked = select(*columns).join_from(_report, _reading, _reading.c.report == _report.c.id)
        asked = asked.where(self._view.present(_reading)).order_by(_reading.c.seq)
        asked = asked if reports is None else asked.where(_report.c.id.in_(reports))
        with self._view.connect() as connection:
            yield from (ReportHeader(*row) for row in connection.execute(asked))

    def publications(self) -> list[tuple[str | None, str | None, int]]:
        """The outlets and days of publication of reports that were read, and how many reports have both."""
        both = _report.c.outlet, _report.c.published
        asked = select(*both, func.count()).where(self._view.seen(_report)).group_by(*both)
        present = self._view.present(_reading)
        read = select(func.count()).select_from(_reading).where(present)
        of_it = select(_reading.c.seq).where(_reading.c.report == _report.c.id, present)
        with self._view.connect() as connection:
            found = {(row[0], row[1]): int(row[2]) for row in connection.execute(asked).all()}
            if sum(found.values()) != connection.execute(read).scalar_one():
                for outlet, published, number in connection.execute(asked.where(~of_it.exists())):
                    found[outlet, published] -= number
        return [(*both, number) for both, number in found.items() if number]

    @staticmethod
    def _json(row: Any, reading: str) -> bytes:  # noqa: ANN401 - a row
        return unpacked(row.codec, row.record, size=row.size, where=f"reading {reading[:12]}")

    def things(self, *, kind: str | None = None, after: int = 0) -> Iterator[tuple[int, Reported]]:
        """Every reported thing of the present readings with the place of its report; memory stays level."""
        asked = select(_reported.c.row, _reported.c.report, *_THING).where(
            self._view.present(_reported, "reading")
        )
        asked = asked if kind is None else asked.where(_reported.c.kind == kind)
        while True:
            page = asked.where(_reported.c.row > after).order_by(_reported.c.row).limit(AT_ONCE)
            with self._view.connect() as connection:
                rows = connection.execute(page).all()
            for _row, report, *facts in rows:
                yield report, Reported(*facts)
            if len(rows) < AT_ONCE:
                return
            after = rows[-1].row

    def things_named(self, beginning: str) -> dict[str, str]:
        """Reported things of present readings whose ids begin like this, with their reports; two at most."""
        given = beginning.lower()
        asked = select(_reported.c.id, _reading.c.report).join_from(
            _reported, _reading, _reported.c.reading == _reading.c.seq
        )
        mine = _reported.c.id >= given, _reported.c.id < f"{given}g", self._view.present(_reported, "reading")
        with self._view.connect() as connection:
            rows = connection.execute(asked.where(*mine).distinct().limit(2)).all()
        return {row.id: row.report for row in rows} if given else {}

    def place_of(self, thing: str) -> tuple[str, str] | None:
        """The latest reading that holds a reported thing with an id, and its path in it, if one does."""
        asked = select(_reading.c.id, _reported.c.path).join_from(
            _reported, _reading, _reported.c.reading == _reading.c.seq
        )
        last = asked.where(_reported.c.id == thing).order_by(_reading.c.seq.desc()).limit(1)
        with self._view.connect() as connection:
            row = connection.execute(last).first()
        return None if row is None else (row.id, row.path)

    def tallies(self, reports: list[int]) -> dict[int, dict[str, int]]:
        """How many orders, incidents and practices each report has, by the places of the reports."""
        asked = (
            select(_reported.c.report, _reported.c.kind, func.count())
            .where(_reported.c.report.in_(reports), self._view.present(_reported, "reading"))
            .group_by(_reported.c.report, _reported.c.kind)
        )
        found: dict[int, dict[str, int]] = {}
        with self._view.connect() as connection:
            for report, kind, number in connection.execute(asked):
                found.setdefault(report, {})[kind] = number
        return found

    def _select(self, *columns: Any) -> Select[Any]:  # noqa: ANN401 - columns of any type
        return select(*columns).join_from(_reading, _log, _log.c.seq == _reading.c.seq)
