"""One report: its words on the left, what was read from them on the right, and what people decided."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from holdfire.judging import Decisions, standing
from holdfire.model.judgement import Add, Correct, Judgement, Verdict, judgement_id
from holdfire.model.record import Record
from holdfire.model.report import Report
from holdfire.model.stored import StoredReading, StoredReport
from holdfire.model.text import Text
from holdfire.store.queued import OPEN, Wanted
from holdfire.views.worksheet import Decided, Progress, added_paths, decisions_of, progress, shown
from holdfire.web.answers import download, language_of, page, session_of
from holdfire.web.desk import Desk
from holdfire.web.fields import field, number
from holdfire.web.sheets import Part, Sheet
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
    def name(self) -> str:
        """What stands at the top of its page."""
        return self.stored.title or "Untitled report"

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
    sheet = _sheet(desk, found) if found.record is not None else None
    decided, done = _decided(desk, found)
    at = _path_of(found, request.query_params.get("thing", ""))
    newer, older = desk.book.queue.beside(found.stored.seq, Wanted(OPEN))
    places = {seq: each.id for seq in (newer, older) if seq for each in desk.book.reports.at([seq])}
    return page(
        request,
        "report.html",
        found=found,
        stored=found.stored,
        name=found.name,
        sheet=sheet.shown if sheet else None,
        text=sheet.text(decided) if sheet else (),
        parts=_parts(request, sheet, decided, at) if sheet else (),
        progress=done,
        web=_web(found.stored.url),
        newer=places.get(newer or 0, ""),
        older=places.get(older or 0, ""),
        reread=len(found.readings) > 1,
        at=at,
        failures=[each for each in desk.book.reports.failures(limit=200) if each.report == found.stored.id],
    )


def _parts(request: Request, sheet: Sheet, decided: Mapping[str, Decided], at: str) -> list[Part]:
    """The sections as they are first seen, or the whole of them."""
    language = language_of(request)
    if "all" not in request.query_params:
        return sheet.parts(decided, language, to=at)
    sections = sheet.shown.ledger.sections
    return [sheet.part(each, decided, language, to=each.cards[-1].path) for each in sections]


def cards(request: Request) -> Response:
    """More cards of a section, as somebody comes to them."""
    desk: Desk = request.app.state.desk
    found = opened(request)
    sheet = _sheet(desk, found) if found.record is not None else None
    named = field(request.query_params, "section")
    start, to = number(request.query_params, "from"), field(request.query_params, "to")
    sections = sheet.shown.ledger.sections if sheet is not None else ()
    section = next((each for each in sections if each.name == named), None)
    if sheet is None or section is None or start is None:
        raise HTTPException(404, "There are no such cards in this report.")
    part = sheet.part(section, _decided(desk, found)[0], language_of(request), start=start, to=to)
    return page(request, "more_cards.html", part=part, report=found.stored.id)


def _sheet(desk: Desk, found: Opened) -> Sheet:
    """The report as people have it, kept until they correct something else or put something in."""
    record = found.record
    assert record is not None
    corrected = {path: each for path, each in found.verdicts.items() if isinstance(each, Correct)}
    follows = (
        found.readings[-1].id,
        found.name,
        tuple((path, judgement_id(each)) for path, each in corrected.items()),
        tuple(map(judgement_id, found.added)),
    )
    text = Text(found.report.words, (), record.left_out)
    return desk.sheets.get(
        found.stored.id, follows, lambda: shown(record, text, corrected, found.added, name=found.name)
    )


def _decided(desk: Desk, found: Opened) -> tuple[Mapping[str, Decided], Progress | None]:
    """What was decided by path, and how far people are."""
    if found.record is None:
        return {}, None
    values = desk.values(found.readings[-1].id)
    added = dict(added_paths(found.record, found.added))
    return decisions_of(values, found.verdicts, added), progress(values, found.verdicts)


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
