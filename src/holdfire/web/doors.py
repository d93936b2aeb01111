"""Which right a page needs, and that a form comes from one of our own pages."""

from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from holdfire.web.answers import onward, session_of

Handler = Callable[[Request], Awaitable[Response]]
COOKIE = "holdfire"
FIELDS = 200
FILES = 200
_SAME = ("same-origin", "none")


def seeing(answer: Callable[[Request], Response], *, right: str = "see") -> Handler:
    """A page for those who are in and have a right."""

    async def handle(request: Request) -> Response:
        with request.app.state.desk.quiet.answering():
            shut = _shut(request, right)
            return shut if shut is not None else await run_in_threadpool(answer, request)

    return handle


def doing(answer: Callable[[Request, FormData], Response], *, right: str = "decide") -> Handler:
    """What changes something: the form must be our own page's."""

    async def handle(request: Request) -> Response:
        shut = _shut(request, right)
        if shut is not None:
            return shut
        async with request.form(max_files=FILES, max_fields=FIELDS, max_part_size=2_000_000) as form:
            require_own(request, form)
            for each in form.values():
                if not isinstance(each, str):
                    await each.seek(0)
            with request.app.state.desk.quiet.answering():
                return await run_in_threadpool(answer, request, form)

    return handle


def require_own(request: Request, form: FormData) -> None:
    """Refuse a form that another site made."""
    token = request.headers.get("x-forgery-token") or form.get("forgery_token")
    if not is_from_us(request) or not isinstance(token, str) or not session_of(request).is_own(token):
        raise HTTPException(
            403, "This form was not made by this workbench, or is too old. Load the page again."
        )


def is_from_us(request: Request) -> bool:
    """Whether the browser does not say that another site made the request."""
    return request.headers.get("sec-fetch-site", "same-origin") in _SAME


def cookie_of(request: Request) -> str:
    """What the cookie is called: cookies heed no ports, so two workbenches need two names."""
    return f"{COOKIE}-{request.url.port or 80}"


def _shut(request: Request, right: str) -> Response | None:
    """What keeps a request out: nobody is in, or they may not do this."""
    desk = request.app.state.desk
    session = desk.admitted(request.cookies.get(cookie_of(request), ""))
    if session is None:
        if "hx-request" in request.headers:
            return Response(status_code=401, headers={"HX-Redirect": "/enter"})
        return onward("/enter")
    request.state.session = session
    if not session.person.may(right):
        raise HTTPException(403, "Your role does not allow this. Ask whoever keeps the accounts.")
    return None
