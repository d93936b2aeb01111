"""What would leave the casebook, and the second person's word on it: it may, or it may not, and why."""

import msgspec
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from holdfire.errors import HoldfireError
from holdfire.web.answers import onward, page, session_of
from holdfire.web.desk import Desk
from holdfire.web.fields import field, told
from holdfire.workflows.casebook.audiences import audience as audience_of
from holdfire.workflows.casebook.releasing import answer, approvals, refusals, released

UNUSABLE = 422
AGAIN = 4
"""Seconds after which a page asks again for what is still being worked out."""
MOST = 50
"""Releases of the past that are listed."""


def show(request: Request) -> Response:
    """The audiences, what would leave for one, and what left until now."""
    return _shown(request, request.query_params.get("audience", ""))


def say(request: Request, form: FormData) -> Response:
    """Somebody looked, and says whether it may leave."""
    desk: Desk = request.app.state.desk
    audience, looked = field(form, "audience"), field(form, "release")
    may, why, who = field(form, "kind") == "approve", field(form, "why"), session_of(request).person.name
    try:
        answer(desk.book, _now(desk, audience), audience, looked, who=who, may=may, why=why)
    except HoldfireError as error:
        return _shown(request, audience, problem=told(error))
    session_of(request).note(
        f"{looked[:8]} {'may' if may else 'may not'} leave for {audience}: it is in the log."
    )
    return onward(f"/releases?audience={audience}")


def _now(desk: Desk, audience: str) -> str:
    """The id of what would leave now for an audience; BookError where there is no such audience."""
    return desk.previews.now(audience_of(desk.book, audience).name).id


def _shown(request: Request, audience: str, *, problem: str = "") -> Response:
    desk: Desk = request.app.state.desk
    known = desk.book.releases.audiences()
    looked, fresh = desk.previews.of(audience) if audience in known else (None, True)
    done = list(reversed(released(desk.book)))[:MOST]
    answered = page(
        request,
        "releases.html",
        status=UNUSABLE if problem else 200,
        audiences=sorted(known.values(), key=lambda each: (-each.k, each.name)),
        audience=audience,
        known=audience in known,
        looked=looked,
        approved=approvals(desk.book, looked.id) if looked else (),
        refused=refusals(desk.book, looked.id) if looked else (),
        fresh=fresh,
        done=[(each, msgspec.json.decode(each.told)) for each in done],
        problem=problem,
    )
    if not fresh:
        answered.headers["Refresh"] = str(AGAIN)
    return answered
