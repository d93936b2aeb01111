"""What would leave the casebook, and the second person's word on it: it may, or it may not, and why."""

import msgspec
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from holdfire.errors import HoldfireError
from holdfire.views.release import preview
from holdfire.web.answers import onward, page, session_of
from holdfire.web.desk import Desk
from holdfire.web.fields import field, told
from holdfire.workflows.casebook.releasing import answer, plan, released

UNUSABLE = 422
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
        answer(desk.book, plan(desk.book, audience), looked, who=who, may=may, why=why)
    except HoldfireError as error:
        return _shown(request, audience, problem=told(error))
    session_of(request).note(
        f"{looked[:8]} {'may' if may else 'may not'} leave for {audience}: it is in the log."
    )
    return onward(f"/releases?audience={audience}")


def _shown(request: Request, audience: str, *, problem: str = "") -> Response:
    desk: Desk = request.app.state.desk
    known = desk.book.releases.audiences()
    planned = plan(desk.book, audience) if audience in known else None
    done = list(reversed(released(desk.book)))[:MOST]
    return page(
        request,
        "releases.html",
        status=UNUSABLE if problem else 200,
        audiences=sorted(known.values(), key=lambda each: (-each.k, each.name)),
        audience=audience,
        planned=planned,
        shown=preview(planned.release, planned.policy) if planned is not None else None,
        done=[(each, msgspec.json.decode(each.told)) for each in done],
        problem=problem,
    )
