"""The queue of a casebook: reports by how far people are with them, filtered, a page at a time."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, func, select

from holdfire.judging import Standing
from holdfire.model.stored import StoredReport
from holdfire.store import tables
from holdfire.store.reports import Reports
from holdfire.store.view import View

_report, _standing, _reported = tables.report, tables.standing, tables.reported
OPEN: tuple[Standing, ...] = ("again", "begun", "new")
"""What waits for somebody."""


class Queued(NamedTuple):
    """A report and how far people are with it."""

    report: StoredReport
    state: Standing


class Wanted(NamedTuple):
    """What of the queue is asked for; what is empty asks for nothing."""

    states: tuple[str, ...] = ()
    outlet: str = ""
    language: str = ""
    holds: str = ""


class Queue:
    """How far people are with the reports of a casebook, as it is now."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._reports = Reports(view)

    def counts(self) -> dict[str, int]:
        """How many reports stand how."""
        asked = select(_standing.c.state, func.count()).group_by(_standing.c.state)
        with self._view.connect() as connection:
            return {row[0]: row[1] for row in connection.execute(asked)}

    def page(self, wanted: Wanted, *, before: int | None = None, limit: int = 50) -> list[Queued]:
        """Reports, the last that came in first; `before` a place in the log."""
        asked = _asked(wanted).order_by(_standing.c.report.desc()).limit(limit)
        asked = asked if before is None else asked.where(_standing.c.report < before)
        with self._view.connect() as connection:
            return self._queued(connection.execute(asked).all())

    def number(self, wanted: Wanted, *, most: int = 1000) -> int:
        """How many there are, counted up to `most`."""
        some = _asked(wanted).limit(most).subquery()
        with self._view.connect() as connection:
            return connection.execute(select(func.count()).select_from(some)).scalar_one()

    def beside(self, seq: int, wanted: Wanted) -> tuple[int | None, int | None]:
        """The places of the reports before and after one in the queue."""
        asked = _asked(wanted).limit(1)
        newer = asked.where(_standing.c.report > seq).order_by(_standing.c.report)
        older = asked.where(_standing.c.report < seq).order_by(_standing.c.report.desc())
        with self._view.connect() as connection:
            return connection.execute(newer).scalar(), connection.execute(older).scalar()

    def states(self, seqs: Sequence[int]) -> dict[int, Standing]:
        """How the reports at some places stand."""
        asked = select(_standing.c.report, _standing.c.state).where(_standing.c.report.in_(seqs))
        with self._view.connect() as connection:
            return {row.report: row.state for row in connection.execute(asked)}

    def named(self, column: str, *, most: int = 200) -> list[str]:
        """The outlets or languages that reports have, the most common first."""
        of = _report.c[column]
        asked = select(of).where(of.is_not(None)).group_by(of).order_by(func.count().desc(), of).limit(most)
        with self._view.connect() as connection:
            return list(connection.execute(asked).scalars())

    def _queued(self, rows: Sequence[Any]) -> list[Queued]:
        states = {row.report: row.state for row in rows}
        return [Queued(each, states[each.seq]) for each in self._reports.at(list(states))]


def _asked(wanted: Wanted) -> Select[Any]:
    asked = select(_standing.c.report, _standing.c.state)
    if wanted.outlet or wanted.language:
        asked = asked.join(_report, _report.c.seq == _standing.c.report)
    return asked.where(*_conditions(wanted))


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.states:
        found.append(_standing.c.state.in_(wanted.states))
    if wanted.outlet:
        found.append(_report.c.outlet == wanted.outlet)
    if wanted.language:
        found.append(_report.c.language == wanted.language)
    if wanted.holds:
        present = _reported.c.report == _standing.c.report, _reported.c.superseded.is_(None)
        found.append(select(1).where(*present, _reported.c.kind == wanted.holds).exists())
    return found
