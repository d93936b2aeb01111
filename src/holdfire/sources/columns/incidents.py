"""A row as a capture, a map → Report and Record: one incident, each value tied to its cell; drops nothing.

A row whose act no code tells is kept as a report with its words, and a warning says so.
"""

import hashlib
from typing import Any, cast

import msgspec

from holdfire import __version__
from holdfire.errors import SourceError
from holdfire.geography.gazetteer import Gazetteer
from holdfire.model.capture import Capture, Told
from holdfire.model.incident import ReportedIncident, Status
from holdfire.model.party import Voice
from holdfire.model.record import IMPORTED, ReaderHeader, Record, ReportHeader, Warn
from holdfire.model.report import Report
from holdfire.sources.columns.cells import Cells
from holdfire.sources.columns.column_map import ColumnMap, Columns, Named
from holdfire.sources.columns.rows import cells_of
from holdfire.sources.columns.values import count_told, date_told, day_of, parties_told, places_told
from holdfire.sources.languages import language_of

_SLOTS = ("means", "target_type", "warning_given", "aid_given")
_COUNTS = ("killed", "injured", "detained")


def imported(capture: Capture, by: Named, known: Gazetteer) -> tuple[Report, Record]:
    """The report that a row is, and what is read in it; SourceError with file and line where it is none."""
    try:
        cells = Cells(cells_of(capture.raw), rule=f"import.{by.name}")
        report = _report(capture, cells, by.map)
        table = capture.row.file_sha256[:8] if capture.row is not None else ""
        return report, _record(report, cells, by, known, table=by.sha256[:8] + table)
    except SourceError as error:
        line = capture.row.line if capture.row is not None else 0
        where = f"{capture.origin}, line {line}"
        raise SourceError(error.problem, where=where, remedy=error.remedy) from None


def _report(capture: Capture, cells: Cells, by: ColumnMap) -> Report:
    digest = hashlib.sha256(capture.raw).hexdigest()
    published = cells.get(by.published)
    told = Told(_text(cells, by.title), _text(cells, by.source) or by.outlet, None, _address(cells, by))
    name = _text(cells, by.id)
    return Report(
        id=digest,
        words=cells.words,
        raw_sha256=digest,
        title=told.title or (f"{by.outlet} {name}" if name else by.outlet),
        outlet=told.outlet,
        url=told.url,
        published=day_of(cells, published) if published is not None else None,
        language=language_of(cells.words),
        source_id=None,
    )


def _text(cells: Cells, columns: Columns) -> str | None:
    told = cells.get(columns) if columns else None
    return told.text if told is not None else None


def _address(cells: Cells, by: ColumnMap) -> str | None:
    url = _text(cells, by.url)
    return url if url is not None and url.lower().startswith(("http://", "https://")) else None


def _record(report: Report, cells: Cells, by: Named, known: Gazetteer, *, table: str) -> Record:
    incident = _incident(report, cells, by.map, known)
    warning = Warn("import", "no code of the column map says what was done: look at its words")
    return Record(
        report=ReportHeader(
            report.id, report.title, report.outlet, report.url, report.published, report.language,
            report.raw_sha256, hashlib.sha256(report.words.encode()).hexdigest(), report.source_id,
        ),
        reader=ReaderHeader(IMPORTED, __version__, report.language or "und", table),
        incidents=(incident,) if incident is not None else (),
        warnings=() if incident is not None else (warning,),
    )  # fmt: skip


def _incident(report: Report, cells: Cells, by: ColumnMap, known: Gazetteer) -> ReportedIncident | None:
    act = cells.coded(by.act)
    if act is None:
        return None
    status = cells.coded(by.status)
    source = cells.get(by.source) if by.source else None
    slots: dict[str, Any] = {name: cells.coded(getattr(by, name)) for name in _SLOTS}
    slots |= {name: count_told(cells, getattr(by, name)) for name in _COUNTS}
    made = ReportedIncident(
        id="",
        act=act,
        status=cast("Status", status.value) if status is not None else "happened",
        salience="main",
        status_words=cast("Any", status),
        date=date_told(cells, by.date),
        places=places_told(cells, by.places, known),
        actor=parties_told(cells, by.actor, by.units),
        target=parties_told(cells, by.target),
        attribution=(cells.grounded(Voice(source.text, "outlet"), source),) if source is not None else (),
        **slots,
    )
    return msgspec.structs.replace(made, id=_id(report, made))


def _id(report: Report, incident: ReportedIncident) -> str:
    return hashlib.sha256(
        report.id.encode() + msgspec.json.encode(incident, order="deterministic")
    ).hexdigest()[:16]
