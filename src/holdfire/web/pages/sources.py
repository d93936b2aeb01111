"""The vault, for keepers of sources alone: that there are entries, never what they say."""

import importlib

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from holdfire.errors import HoldfireError
from holdfire.web.answers import onward, page, session_of
from holdfire.web.desk import Desk
from holdfire.web.fields import field, told

UNUSABLE = 422


def show(request: Request) -> Response:
    """The pseudonyms, and who may open the entries."""
    return _shown(request)


def seal(request: Request, form: FormData) -> Response:
    """Seal something: it is never shown here again."""
    desk: Desk = request.app.state.desk
    secret = form.get("secret", "")
    said = secret if isinstance(secret, str) else ""
    try:
        vault = importlib.import_module("holdfire.workflows.casebook.vault")
        pseudonym = vault.seal(desk.book, said.encode(), who=session_of(request).person.name)
    except HoldfireError as error:
        return _shown(request, problem=told(error), typed=said)
    session_of(request).note(f"It is sealed as {pseudonym}. Use that in notes and grades.")
    return onward("/sources")


def destroy(request: Request, form: FormData) -> Response:
    """Destroy the key of an entry: nobody can read it any more."""
    desk: Desk = request.app.state.desk
    pseudonym, why = field(form, "pseudonym"), field(form, "why")
    try:
        if not why:
            raise HoldfireError("why it is destroyed is missing", remedy="say it without naming anybody")
        vault = importlib.import_module("holdfire.workflows.casebook.vault")
        vault.destroy(desk.book, pseudonym, why, who=session_of(request).person.name)
    except HoldfireError as error:
        return _shown(request, problem=told(error))
    session_of(request).note(f"The key of {pseudonym} is destroyed.")
    return onward("/sources")


def _shown(request: Request, *, problem: str = "", typed: str = "") -> Response:
    desk: Desk = request.app.state.desk
    return page(
        request,
        "sources.html",
        status=UNUSABLE if problem else 200,
        entries=list(reversed(desk.book.vault.entries())),
        keepers=desk.book.vault.keepers(),
        problem=problem,
        typed=typed,
    )
