"""The way in and out: the address from the terminal for one person."""

from hmac import compare_digest

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from holdfire.web.answers import onward, page
from holdfire.web.desk import Desk
from holdfire.web.doors import cookie_of
from holdfire.web.guard.sessions import Person

TOO_OFTEN = 429


async def enter(request: Request) -> Response:
    """The door: opens to the key in the address."""
    key = request.query_params.get("key", "")
    return _try_key(request, key) if key else page(request, "enter.html", said="", status=200)


async def come_in(request: Request) -> Response:
    """The key, typed in."""
    async with request.form(max_files=0, max_fields=8) as form:
        return _try_key(request, str(form.get("key", "")))


def leave(request: Request, _form: FormData) -> Response:
    """End the session."""
    desk: Desk = request.app.state.desk
    desk.sessions.close(request.cookies.get(cookie_of(request), ""))
    answer = onward("/enter")
    answer.delete_cookie(cookie_of(request), httponly=True, samesite="strict")
    return answer


def _try_key(request: Request, key: str) -> Response:
    desk: Desk = request.app.state.desk
    where = f"from {request.client.host if request.client else '?'}"
    seconds = desk.pace.wait(where)
    if seconds:
        said = f"That was tried too often. Try again in {-(-seconds // 60)} minutes."
        return page(request, "enter.html", said=said, status=TOO_OFTEN)
    if desk.alone is None or not compare_digest(key.encode(), desk.alone.key.encode()):
        desk.pace.failed(where)
        said = "That key does not open this workbench. Each start of `holdfire serve` makes a new one."
        return page(request, "enter.html", said=said, status=403)
    desk.pace.passed(where)
    return let_in(request, desk.alone.person)


def let_in(request: Request, person: Person) -> Response:
    """Begin a session."""
    desk: Desk = request.app.state.desk
    desk.sessions.close(request.cookies.get(cookie_of(request), ""))
    answer = onward("/")
    secure = request.url.scheme == "https"
    answer.set_cookie(
        cookie_of(request),
        desk.sessions.open(person),
        httponly=True,
        samesite="strict",
        secure=secure,
        path="/",
    )
    return answer
