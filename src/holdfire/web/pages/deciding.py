"""Decisions about the values of a report: each is one judgement, shown at once."""

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from holdfire.errors import HoldfireError
from holdfire.model.judgement import judgement_id
from holdfire.reading.cascade import Reading
from holdfire.reading.english.catalogue import catalogue
from holdfire.store.queued import OPEN, Wanted
from holdfire.views.explanation import Explanation, explain
from holdfire.views.values import FRAMES
from holdfire.views.worksheet import added_paths, decisions_of, entry_of, progress
from holdfire.web.answers import onward, page, session_of
from holdfire.web.desk import Desk
from holdfire.web.fields import field, told, words
from holdfire.web.pages.report import Opened, opened
from holdfire.workflows.casebook.deciding import (
    Said,
    close_report,
    closings,
    decide,
    require_value,
    take_back,
)
from holdfire.workflows.casebook.given import CHOICES
from holdfire.workflows.casebook.judging import judged
from holdfire.workflows.casebook.putting_in import SLOTS, put_in

UNUSABLE = 422
_NO_TEXT = {"notice", "evidence"}


def value(request: Request) -> Response:
    """The panel of one value: its words, what was decided, and what can be."""
    return _panel(request, opened(request), request.query_params.get("path", ""))


def take(request: Request, form: FormData) -> Response:
    """A decision about a value."""
    desk: Desk = request.app.state.desk
    found = opened(request)
    path = field(form, "path")
    said = Said(
        field(form, "kind"),
        session_of(request).person.name,
        field(form, "why"),
        field(form, "value"),
        words(form),
    )
    try:
        decide(desk.book, found.page, path, said, places=desk.places())
    except HoldfireError as error:
        return _panel(request, found, path, typed=said, problem=told(error))
    return _shown(request, path)


def undo(request: Request, form: FormData) -> Response:
    """An earlier decision counts no more."""
    desk: Desk = request.app.state.desk
    take_back(desk.book, field(form, "judgement"), who=session_of(request).person.name)
    path = field(form, "path")
    if not path or field(form, "whole"):
        return _reload(request, f"/reports/{request.path_params['report']}")
    return _shown(request, path)


def put(request: Request, form: FormData) -> Response:
    """An order or an incident that was not read."""
    desk: Desk = request.app.state.desk
    found = opened(request)
    frame, selected = field(form, "frame"), words(form)
    typed = {name: field(form, f"slot-{name}") for name in SLOTS.get(frame, ())}
    try:
        if selected is None:
            raise HoldfireError("no words are selected", remedy="select the words that say so")
        put_in(
            desk.book,
            found.page,
            frame,
            typed,
            words=selected,
            who=session_of(request).person.name,
            places=desk.places(),
        )
    except HoldfireError as error:
        return _adding(request, found, frame, selected, typed, problem=told(error))
    session_of(request).note(f"The {FRAMES[frame]} is put in.")
    return _reload(request, f"/reports/{found.stored.id}")


def adding(request: Request) -> Response:
    """The form for an order or an incident that was not read."""
    given = request.query_params
    return _adding(request, opened(request), given.get("frame", ""), words(given), {})


def why(request: Request) -> Response:
    """Why a value was read: its rule, the steps to it, and what was decided against."""
    desk: Desk = request.app.state.desk
    found = opened(request)
    path = request.query_params.get("path", "")
    require_value(found.page.record, path)
    reading = desk.reading(found.report)
    return page(request, "why.html", explained=_explained(reading, path), path=path, stored=found.stored)


def close(request: Request, form: FormData) -> Response:
    """The report is checked, set aside, or waits again; on to the next one."""
    desk: Desk = request.app.state.desk
    found = opened(request)
    who, kind = session_of(request).person.name, field(form, "kind")
    here = f"/reports/{found.stored.id}"
    if kind == "open":
        for each in closings(found.decided, found.stored.id):
            take_back(desk.book, each, who=who)
        return _reload(request, here)
    if kind not in ("checked", "aside"):
        raise HoldfireError("a report is checked or set aside")
    reading = found.readings[-1].id if found.readings else None
    newer, older = desk.book.queue.beside(found.stored.seq, Wanted(OPEN))
    close_report(desk.book, found.stored.id, reading, checked=kind == "checked", who=who)
    name = found.stored.title or "Untitled report"
    session_of(request).note(f"“{name}” is checked." if kind == "checked" else f"“{name}” is set aside.")
    following = [each.id for seq in (older, newer) if seq for each in desk.book.reports.at([seq])]
    return _reload(request, f"/reports/{following[0]}" if following else "/")


def history(request: Request) -> Response:
    """Everything that was decided about a report, and whether it still counts."""
    desk: Desk = request.app.state.desk
    found = opened(request)
    kept, session = list(reversed(judged(desk.book, found.stored.id))), session_of(request)
    if session.is_blind:
        kept = [each for each in kept if each.judgement.who == session.person.name]
    return page(request, "history.html", stored=found.stored, kept=kept)


def _shown(request: Request, path: str) -> Response:
    """What changed: the panel, the entry in its card, how far the report is; the whole page without htmx."""
    if "hx-request" not in request.headers:
        return onward(f"/reports/{request.path_params['report']}#e-{path.replace('.', '-')}")
    return _panel(request, opened(request), path)


def _panel(
    request: Request, found: Opened, path: str, *, typed: Said | None = None, problem: str = ""
) -> Response:
    of, alone, desk = found.page, "hx-request" not in request.headers, request.app.state.desk
    added, values = dict(added_paths(of.record, found.added)), desk.values(of.reading)
    whole = path.count(".") < 2
    if path not in added:
        require_value(of.record, path)
    slot = next((part for part in reversed(path.split(".")) if not part.isdigit()), "")
    kept, session = judged(desk.book, of.report), session_of(request)
    if session.is_blind:
        kept = [each for each in kept if each.judgement.who == session.person.name]
    return page(
        request,
        "value.html" if alone else "panel.html",
        status=UNUSABLE if problem and alone else 200,
        stored=found.stored,
        path=path,
        whole=whole,
        entry=None if whole else entry_of(values[path], found.verdicts.get(path), text=of.words),
        slot=slot,
        choices=CHOICES.get(slot, ()),
        decided=decisions_of(values, found.verdicts, added),
        added=judgement_id(added[path]) if path in added else None,
        kept=[each for each in kept if each.judgement.target == f"report/{of.report}/{path}"],
        typed=typed,
        problem=problem,
        swap=request.method == "POST" and not problem,
        progress=progress(values, found.verdicts),
        state=found.state,
        frame=FRAMES.get(path.split(".", 1)[0], "setting"),
    )


def _adding(  # noqa: PLR0913 - a form and what was typed in it
    request: Request,
    found: Opened,
    frame: str,
    selected: tuple[int, int] | None,
    typed: dict[str, str],
    *,
    problem: str = "",
) -> Response:
    frame = frame if frame in SLOTS else "incidents"
    text = found.report.words
    start, end = selected or (0, 0)
    inside = 0 <= start < end <= len(text)
    return page(
        request,
        "adding.html" if "hx-request" in request.headers else "addition.html",
        stored=found.stored,
        frame=frame,
        one=FRAMES[frame],
        slots=SLOTS[frame],
        choices=CHOICES,
        words=(start, end) if inside else None,
        quote=text[start:end] if inside else "",
        typed=typed,
        problem=problem,
        vocabulary=request.app.state.desk.vocabulary(),
    )


def _explained(reading: Reading, path: str) -> Explanation | None:
    """The explanation of a value, where the reader as it is now reads it too."""
    found = explain(reading, rules=catalogue())
    return next((each for each in found if each.entry.value == path), None)


def _reload(request: Request, to: str) -> Response:
    """To another page, from a form or from htmx."""
    if "hx-request" in request.headers:
        return Response(status_code=204, headers={"HX-Location": to} if "#" in to else {"HX-Redirect": to})
    return onward(to)
