"""Reports in a casebook: lists of them, one by its id, its bytes, its words and how it was got."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Select, func, select

from holdfire.errors import BookError
from holdfire.model.capture import Capture
from holdfire.model.report import Report
from holdfire.model.stored import Counts, StoredFailure, StoredReport
from holdfire.store import tables
from holdfire.store.change import last_entry
from holdfire.store.faults import DAMAGED
from holdfire.store.packing import unpacked
from holdfire.store.rows import More
from holdfire.store.view import View

SHORTEST = 4
"""An id may be given by its first characters, this many at least."""
LONGEST_TITLE = 400
"""So many characters of a text are looked at for a title."""
_log, _report, _blob = tables.log, tables.report, tables.blob
_COLUMNS = (
    _report.c.seq, _log.c.at, _report.c.id, _report.c.raw_sha256, _report.c.text_sha256, _report.c.title,
    _report.c.outlet, _report.c.url, _report.c.published, _report.c.language, _report.c.encoding,
    _report.c.source_id,
)  # fmt: skip


class Reports:
    """The reports that a view of a casebook holds."""

    def __init__(self, view: View) -> None:
        self._view = view

    def listed(self, *, before: int | None = None, limit: int = 50) -> list[StoredReport]:
        """The last that came in, the newest first; `before` a place in the log."""
        asked = self._select().order_by(_report.c.seq.desc()).limit(limit)
        return self._all(asked if before is None else asked.where(_report.c.seq < before))

    def at(self, seqs: list[int]) -> list[StoredReport]:
        """Those at places in the log, in the order of the places given."""
        found = {each.seq: each for each in self._all(self._select().where(_report.c.seq.in_(seqs)))}
        return [found[seq] for seq in seqs if seq in found]

    def get(self, report: str) -> StoredReport:
        """The report whose id begins like this; BookError where none does, or more than one."""
        if len(report) < SHORTEST:
            remedy = f"give at least {SHORTEST} characters of it"
            raise BookError(f"{report!r} is too short for an id", remedy=remedy)
        beginning = report.lower()
        asked = self._select().where(_report.c.id >= beginning, _report.c.id < beginning + "g")
        found = self._all(asked.order_by(_report.c.id).limit(2))
        if not found:
            remedy = "`holdfire reports` lists them"
            raise BookError(f"there is no report {report!r}", where=self._view.dialect.where, remedy=remedy)
        if len(found) > 1:
            several = " and ".join(each.id[: len(report) + 8] for each in found)
            raise BookError(f"more than one report begins with {report!r}", remedy=f"such as {several}")
        return found[0]

    def known(self, ids: list[str]) -> set[str]:
        """Which of the ids are those of reports that are there."""
        with self._view.connect() as connection:
            asked = select(_report.c.id).where(_report.c.id.in_(ids), self._view.seen(_report))
            return set(connection.execute(asked).scalars())

    def bytes_of(self, sha256: str) -> bytes:
        """Bytes by their hash."""
        with self._view.connect() as connection:
            row = connection.execute(select(_blob).where(_blob.c.sha256 == sha256)).first()
        if row is None:
            raise self._missing(sha256)
        return _bytes(row)

    def texts(self, reports: Sequence[StoredReport]) -> dict[str, str]:
        """The words of some reports, by their ids."""
        kept = self.words({each.text_sha256 for each in reports})
        return {each.id: kept[each.text_sha256] for each in reports}

    def words(self, sha256s: Iterable[str]) -> dict[str, str]:
        """Texts by their hashes; BookError where one is missing or damaged."""
        asked = set(sha256s)
        with self._view.connect() as connection:
            rows = connection.execute(select(_blob).where(_blob.c.sha256.in_(asked))).all()
        found = {row.sha256: _decoded(row.sha256, _bytes(row)) for row in rows}
        for sha256 in asked - found.keys():
            raise self._missing(sha256)
        return found

    def opened(self, stored: StoredReport) -> Report:
        """A report with its words."""
        words = _decoded(stored.text_sha256, self.bytes_of(stored.text_sha256))
        asked = select(_report.c.undecodable, _report.c.more).where(_report.c.seq == stored.seq)
        with self._view.connect() as connection:
            bad, more = connection.execute(asked).one()
        kept = msgspec.json.decode(more or "{}", type=More)
        return Report(
            id=stored.id,
            words=words,
            raw_sha256=stored.raw_sha256,
            title=None if stored.untitled else stored.title,
            outlet=stored.outlet,
            url=stored.url,
            published=stored.published,
            language=stored.language,
            source_id=stored.source_id,
            encoding=stored.encoding,
            undecodable=tuple(json.loads(bad)) if bad else (),
            created=kept.created,
            pages=kept.pages,
            faults=kept.faults,
        )

    def captures(self, stored: StoredReport) -> list[Capture]:
        """How the bytes of a report were got, each time that they were, the first time first."""
        capture = tables.capture
        asked = select(capture).where(capture.c.report == stored.id, self._view.seen(capture))
        with self._view.connect() as connection:
            rows = connection.execute(asked.order_by(capture.c.seq)).all()
        raw = self.bytes_of(stored.raw_sha256) if rows else b""
        return [_capture(row.origin, row.got_at, row.how, raw) for row in rows]

    def origins(self) -> Iterator[tuple[str, str]]:
        """Where all reports came from, and how (as JSON)."""
        capture = tables.capture
        asked = (
            select(capture.c.origin, capture.c.how).where(self._view.seen(capture)).order_by(capture.c.seq)
        )
        with self._view.connect() as connection:
            yield from ((row.origin, row.how) for row in connection.execute(asked))

    def failures(self, *, limit: int = 50) -> list[StoredFailure]:
        """The last sources and reports that could not be read, the newest first."""
        failure = tables.failure
        names = (failure.c.origin, failure.c.kind, failure.c.message, failure.c.report)
        asked = select(failure.c.seq, _log.c.at, *names).join_from(failure, _log, _log.c.seq == failure.c.seq)
        asked = asked.where(self._view.seen(failure)).order_by(failure.c.seq.desc()).limit(limit)
        with self._view.connect() as connection:
            return [StoredFailure(*row) for row in connection.execute(asked)]

    def counts(self) -> Counts:
        """How much there is."""
        view, reported = self._view, tables.reported
        with view.connect() as connection:
            numbers = {
                table.name: connection.execute(
                    select(func.count()).select_from(table).where(view.seen(table))
                ).scalar_one()
                for table in (_report, tables.reading, tables.failure, tables.judgement)
            }
            asked = select(reported.c.kind, func.count()).where(view.present(reported, "reading"))
            last = last_entry(connection, view.upto)
            rows = connection.execute(asked.group_by(reported.c.kind))
            things = {row[0]: row[1] for row in rows}
        return Counts(
            reports=numbers["report"],
            readings=numbers["reading"],
            orders=things.get("order", 0),
            incidents=things.get("incident", 0),
            practices=things.get("practice", 0),
            failures=numbers["failure"],
            judgements=numbers["judgement"],
            log=last.seq if last else 0,
        )

    def _select(self) -> Select[Any]:
        return (
            select(*_COLUMNS)
            .join_from(_report, _log, _log.c.seq == _report.c.seq)
            .where(self._view.seen(_report))
        )

    def _all(self, asked: Select[Any]) -> list[StoredReport]:
        with self._view.connect() as connection:
            found = [StoredReport(*row) for row in connection.execute(asked)]
        untitled = self.texts([each for each in found if not each.title])
        return [each if each.title else _entitled(each, untitled[each.id]) for each in found]

    def _missing(self, sha256: str) -> BookError:
        problem = f"the bytes {sha256[:12]} are missing"
        return BookError(problem, where=self._view.dialect.where, remedy=DAMAGED)


def _bytes(row: Any) -> bytes:  # noqa: ANN401 - a row of the table of blobs
    return unpacked(row.codec, row.bytes, size=row.size, where=f"blob {row.sha256[:12]}")


def _decoded(sha256: str, raw: bytes) -> str:
    try:
        return raw.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        where = f"blob {sha256[:12]}, byte {error.start}"
        raise BookError("the text is damaged", where=where, remedy=DAMAGED) from None


def _entitled(stored: StoredReport, words: str) -> StoredReport:
    first = next((line for line in words[:LONGEST_TITLE].splitlines() if line.strip()), None)
    return msgspec.structs.replace(stored, title=first, untitled=True)


def _capture(origin: str, got_at: str | None, how: str, raw: bytes) -> Capture:
    told = {**msgspec.json.decode(how), "origin": origin, "got_at": got_at, "raw": b""}
    return msgspec.structs.replace(msgspec.convert(told, Capture), raw=raw)
