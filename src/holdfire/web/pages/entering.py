"""The way in and out: the address from the terminal for one person, a name and a password for a team."""

import logging
from hmac import compare_digest

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from holdfire.web.answers import LANGUAGE, onward, page
from holdfire.web.desk import Desk
from holdfire.web.doors import cookie_of, is_from_us
from holdfire.web.fields import field
from holdfire.web.guard.sessions import Person
from holdfire.web.language import LANGUAGES
from holdfire.workflows.casebook.accounts import entered

TOO_OFTEN = 429
REFUSED = 403
YEAR = 31_536_000
"""Seconds."""
_log = logging.getLogger("holdfire.web")


async def enter(request: Request) -> Response:
    """The door: opens to the key in the address, or asks who comes in."""
    key = request.query_params.get("key", "")
    alone = _desk(request).alone is not None
    return _try_key(request, key) if key and alone else _door(request, "")


async def come_in(request: Request) -> Response:
    """The key, or a name and a password, typed in."""
    async with request.form(max_files=0, max_fields=8) as form:
        given = {name: str(form.get(name, ""))[:2000] for name in ("key", "name", "password")}
    if not is_from_us(request):
        return _door(request, "That form was made by another site.", status=REFUSED)
    if _desk(request).alone is not None:
        return _try_key(request, given["key"])
    return await run_in_threadpool(_try_password, request, given["name"].strip(), given["password"])


def speak(_request: Request, form: FormData) -> Response:
    """Pages in another language from now on; back to where the choice was made."""
    language, back = field(form, "language"), field(form, "back")[:2000]
    is_ours = back.startswith("/") and not back.startswith(("//", "/\\"))
    answer = onward(back if is_ours else "/")
    if language in LANGUAGES:
        answer.set_cookie(LANGUAGE, language, max_age=YEAR, httponly=True, samesite="strict")
    return answer


def leave(request: Request, _form: FormData) -> Response:
    """End the session."""
    _desk(request).sessions.close(request.cookies.get(cookie_of(request), ""))
    answer = onward("/enter")
    answer.delete_cookie(cookie_of(request), httponly=True, samesite="strict")
    return answer


def _try_key(request: Request, key: str) -> Response:
    desk, where = _desk(request), _where(request)
    if desk.pace.wait(where):
        return _too_often(request, desk.pace.wait(where))
    if desk.alone is None or not compare_digest(key.encode(), desk.alone.key.encode()):
        desk.pace.failed(where)
        said = "That key does not open this workbench. Each start of `holdfire serve` makes a new one."
        return _door(request, said, status=REFUSED)
    desk.pace.passed(where)
    return _let_in(request, desk.alone.person)


def _try_password(request: Request, name: str, password: str) -> Response:
    desk, where, who = _desk(request), _where(request), f"account {name.lower()}"
    if desk.pace.wait(where, who):
        return _too_often(request, desk.pace.wait(where, who), typed=name)
    desk.pace.failed(where, who)  # taken back when it goes well: many tries at once do not slip through
    place = desk.book.accounts.place(name)  # before: whoever comes in by a password that changes is out again
    account = entered(desk.book, name, password)
    if account is None:
        _log.warning("%s may not come in (%s)", name[:40], where)
        said = "That name and that password do not belong together, or the account is closed."
        return _door(request, said, status=REFUSED, typed=name)
    desk.pace.passed(where, who)
    _log.info("%s comes in (%s)", account.name, where)
    return _let_in(request, Person(account.name, frozenset(account.rights)), account=place)


def _let_in(request: Request, person: Person, *, account: int | None = None) -> Response:
    desk, name = _desk(request), cookie_of(request)
    desk.sessions.close(request.cookies.get(name, ""))
    answer = onward("/")
    secret, secure = desk.sessions.open(person, account=account), request.url.scheme == "https"
    answer.set_cookie(name, secret, httponly=True, samesite="strict", secure=secure, path="/")
    return answer


def _too_often(request: Request, seconds: int, *, typed: str = "") -> Response:
    minutes = -(-seconds // 60)
    said = f"That was tried too often. Try again in {minutes} minute{'' if minutes == 1 else 's'}."
    return _door(request, said, status=TOO_OFTEN, typed=typed)


def _door(request: Request, said: str, *, status: int = 200, typed: str = "") -> Response:
    return page(request, "enter.html", said=said, typed=typed, status=status)


def _where(request: Request) -> str:
    return f"from {request.client.host if request.client else '?'}"


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk
