"""One report: its words on the left, what was read from them on the right, and what people decided."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from holdfire.judging import Decisions, standing
from holdfire.model.judgement import Add, Judgement, Verdict
from holdfire.model.record import Record
from holdfire.model.report import Report
from holdfire.model.stored import StoredReading, StoredReport
from holdfire.model.text import Text
from holdfire.store.queued import OPEN, Wanted
from holdfire.views.worksheet import added_paths, worksheet
from holdfire.web.answers import download, page, session_of
from holdfire.web.desk import Desk
from holdfire.workflows.casebook.deciding import Page, added_to
from holdfire.workflows.casebook.judging import decisions
from holdfire.workflows.casebook.showing import verdicts

_ID = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Opened:
    """A report as a request needs it: its present record, and what was decided about it."""

    stored: StoredReport
    report: Report
    readings: Sequence[StoredReading]
    record: Record | None
    decided: Decisions
    verdicts: dict[str, Verdict]
    added: tuple[Add, ...]

    @property
    def page(self) -> Page:
        """What decisions are about; 409 where the report was not read."""
        if self.record is None:
            raise HTTPException(
                409, "This report could not be read, so there is nothing in it to decide about."
            )
        return Page(self.stored.id, self.readings[-1].id, self.record, self.report.words)

    @property
    def state(self) -> str:
        """How far people are with it."""
        return standing(self.decided, self.stored.id, self.readings[-1].id if self.readings else None)

    def notes(self, path: str = "") -> list[Judgement]:
        """What people noted about the report, or about a value in it."""
        here = f"report/{self.stored.id}" + (f"/{path}" if path else "")
        return [
            note
            for target, of in self.decided.about
            for note in self.decided.notes(target, of)
            if target == here
        ]


def opened(request: Request) -> Opened:
    """The report in the address; 404 where there is none."""
    desk: Desk = request.app.state.desk
    stored = named(request)
    readings = desk.book.readings.of(stored.id)
    decided, session = decisions(desk.book, stored.id), session_of(request)
    if session.is_blind:
        decided = decided.of(session.person.name)
    return Opened(
        stored,
        desk.book.reports.opened(stored),
        readings,
        desk.record(readings[-1].id) if readings else None,
        decided,
        verdicts(desk.book, stored.id, readings, decided),
        added_to(decided, stored.id),
    )


def show(request: Request) -> Response:
    """The reading view."""
    desk: Desk = request.app.state.desk
    found = opened(request)
    name = found.stored.title or "Untitled report"
    sheet = None
    if found.record is not None:
        text = Text(found.report.words, (), found.record.left_out)
        sheet = worksheet(found.record, text, found.verdicts, found.added, name=name)
    newer, older = desk.book.queue.beside(found.stored.seq, Wanted(OPEN))
    places = {seq: each.id for seq in (newer, older) if seq for each in desk.book.reports.at([seq])}
    return page(
        request,
        "report.html",
        found=found,
        stored=found.stored,
        name=name,
        sheet=sheet,
        web=_web(found.stored.url),
        newer=places.get(newer or 0, ""),
        older=places.get(older or 0, ""),
        reread=len(found.readings) > 1,
        at=_path_of(found, request.query_params.get("thing", "")),
        failures=[each for each in desk.book.reports.failures(limit=200) if each.report == found.stored.id],
    )


def original(request: Request) -> Response:
    """The bytes as they were got, to keep; a browser never shows them."""
    desk: Desk = request.app.state.desk
    stored = named(request)
    captures = desk.book.reports.captures(stored)
    origin = captures[0].origin if captures else ""
    return download(desk.book.reports.bytes_of(stored.raw_sha256), origin or stored.id[:12])


def named(request: Request) -> StoredReport:
    """The report in the address; 404 where there is none."""
    desk: Desk = request.app.state.desk
    report = request.path_params["report"]
    if not _ID.fullmatch(report) or not desk.book.reports.known([report]):
        raise HTTPException(404, "There is no such report in this casebook.")
    return desk.book.reports.get(report)


def _path_of(found: Opened, thing: str) -> str:
    """Where a reported thing stands, read or put in."""
    if found.record is None or not thing:
        return ""
    for frame in ("orders", "incidents", "practices"):
        for n, each in enumerate(getattr(found.record, frame)):
            if each.id == thing:
                return f"{frame}.{n}"
    return next(
        (path for path, each in added_paths(found.record, found.added) if each.value.get("id") == thing), ""
    )


def _web(url: str | None) -> str | None:
    """Only addresses of the web become links."""
    return url if url and url.lower().startswith(("https://", "http://")) else None
