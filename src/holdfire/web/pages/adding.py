"""Putting reports in: files, pasted text, or one address that a person gives."""

from collections.abc import Sequence

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from holdfire.errors import HoldfireError, SourceError
from holdfire.model.capture import Capture, Told
from holdfire.sources.captures import is_url
from holdfire.sources.limits import REPORT
from holdfire.sources.published import published_date
from holdfire.web.answers import onward, page, safe_name, session_of
from holdfire.web.desk import Desk
from holdfire.web.fields import field
from holdfire.web.intake import Lot
from holdfire.workflows.opening import fetch

FIELDS = ("text", "address", "title", "outlet", "published")
UNUSABLE = 422


def show(request: Request) -> Response:
    """The three ways in."""
    return _form(request, dict.fromkeys(FIELDS, ""))


def take(request: Request, form: FormData) -> Response:
    """Read what was given; where it cannot be, the form comes back with all that was typed."""
    desk: Desk = request.app.state.desk
    typed = {name: field(form, name) for name in FIELDS} | {"text": _text(form)}
    try:
        sources, where = _sources(form, typed)
        known = Told(
            typed["title"] or None,
            typed["outlet"] or None,
            published_date(typed["published"]) if typed["published"] else None,
            where,
        )
        lot = desk.intake.take(
            sources,
            told=known,
            who=session_of(request).person.name,
            fetch=fetch if typed["address"] else None,
        )
    except HoldfireError as error:
        return _form(
            request,
            typed,
            said=f"{error.where}: {error.problem}" if error.where else error.problem,
            remedy=error.remedy,
        )
    if lot.done and (lot.stopped or not lot.so_far.new + lot.so_far.known):
        return _form(
            request,
            typed,
            said=lot.stopped or "; ".join(lot.failures) or "Nothing was found there.",
            remedy="",
        )
    return _onward(request, lot)


def progress(request: Request) -> Response:
    """How far the reading of a lot is."""
    desk: Desk = request.app.state.desk
    lot = desk.intake.get(request.path_params["lot"])
    if lot is None:
        raise HTTPException(404, "Nothing is known of that any more. What was read stands in the inbox.")
    return page(request, "lot.html", lot=lot)


def _onward(request: Request, lot: Lot) -> Response:
    """To the report where there is one, to the inbox where there are several, to the lot while it is read."""
    if not lot.done or lot.failures:
        return onward(f"/add/{lot.id}")
    session = session_of(request)
    if lot.so_far.new:
        number = lot.so_far.new
        session.note(f"{number:,} report added." if number == 1 else f"{number:,} reports added.")
    else:
        session.note("That was in the casebook already.", kind="known")
    only = lot.reports[0] if len(lot.reports) == 1 else ""
    return onward(f"/reports/{only}" if only else "/")


def _form(request: Request, typed: dict[str, str], *, said: str = "", remedy: str = "") -> Response:
    desk: Desk = request.app.state.desk
    status = UNUSABLE if said else 200
    outlets = desk.book.queue.named("outlet")
    return page(request, "add.html", status=status, typed=typed, said=said, remedy=remedy, outlets=outlets)


def _text(form: FormData) -> str:
    """The pasted report, however long."""
    value = form.get("text", "")
    return value.strip() if isinstance(value, str) else ""


def _sources(form: FormData, typed: dict[str, str]) -> tuple[Sequence[str | Capture], str | None]:
    """What to read, and the address under which it was published, where that is known."""
    files = [each for each in form.getlist("files") if isinstance(each, UploadFile) and each.filename]
    if files:
        return [_uploaded(each) for each in files], None
    if typed["text"]:
        raw = typed["text"].replace("\r\n", "\n").encode("utf-8", "replace")
        where = typed["address"] or None
        if where is not None and not is_url(where):
            raise SourceError("is no address on the web", where=where, remedy="begin it with https://")
        return [Capture(raw, "pasted", "pipe", media_type="text/plain; charset=utf-8")], where
    if typed["address"]:
        if not is_url(typed["address"]):
            raise SourceError(
                "is no address on the web", where=typed["address"], remedy="begin it with https://"
            )
        return [typed["address"]], None
    raise SourceError("nothing was given", remedy="drop a file, paste text, or give an address")


def _uploaded(file: UploadFile) -> Capture:
    raw = file.file.read(REPORT + 1)
    name = safe_name(file.filename or "report")
    if len(raw) > REPORT:
        raise SourceError(
            f"is larger than {REPORT / 1e6:,.0f} MB", where=name, remedy="use `holdfire add` for it"
        )
    return Capture(raw, name, "file", media_type=file.content_type)
