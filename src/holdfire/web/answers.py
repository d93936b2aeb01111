"""What a request may be answered with: a page, a part of one, a way on, a download."""

import re
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from holdfire.exports.templating import environment
from holdfire.views.corroborated import say_grade
from holdfire.web.guard.sessions import Session

_ASSETS = files("holdfire.web") / "assets"
_SHARED = files("holdfire.exports") / "templates"
STATIC = {
    **{each.name: each for each in _ASSETS.iterdir() if each.is_file()},
    **{f"vendor/{each.name}": each for each in (_ASSETS / "vendor").iterdir() if each.is_file()},
    **{name: _SHARED / name for name in ("look.css", "drawings.css")},
}
"""The files that a page may ask for, by their names."""
SEE_OTHER = 303
SECTIONS = (
    ("/", "Inbox", "see"),
    ("/incidents", "Incidents", "see"),
    ("/orders", "Orders", "see"),
    ("/ledger", "Ledger", "see"),
    ("/findings", "Findings", "see"),
    ("/trend", "Trend", "see"),
    ("/map", "Map", "see"),
    ("/releases", "Release", "see"),
    ("/team", "Team", "see"),
    ("/sources", "Sources", "sources"),
)
"""The pages that the bar leads to, and the right that each needs."""
_UNSAFE = re.compile(r"[^\w.-]+", re.ASCII)
_LONGEST_NAME = 80


def session_of(request: Request) -> Session:
    """The session of a request that has passed the door."""
    session: Session = request.state.session
    return session


def page(request: Request, template: str, *, status: int = 200, **given: Any) -> HTMLResponse:  # noqa: ANN401 - what the template needs
    """A page, or the named part of one where htmx asks for it."""
    session: Session | None = getattr(request.state, "session", None)
    part = request.headers.get("hx-target", "") if "hx-request" in request.headers else ""
    common = {
        "request": request,
        "here": request.url.path,
        "person": session.person if session else None,
        "forgery_token": session.forgery_token if session else "",
        "notes": session.taken() if session and not part else (),
        "alone": request.app.state.desk.alone is not None,
        "sections": [(to, name) for to, name, right in SECTIONS if session and session.person.may(right)],
        "is_blind": session.is_blind if session else False,
    }
    return HTMLResponse(_environment().get_template(template).render(**common, **given), status)


def onward(to: str) -> RedirectResponse:
    """Go and see another page."""
    return RedirectResponse(to, SEE_OTHER)


def download(raw: bytes, name: str, *, media_type: str = "application/octet-stream") -> Response:
    """Bytes to keep; a browser must not show them, whatever they say they are."""
    safe = safe_name(name)
    headers = {
        "Content-Disposition": f"attachment; filename=\"{safe}\"; filename*=UTF-8''{quote(safe)}",
        "Content-Security-Policy": "sandbox; default-src 'none'",
    }
    return Response(raw, media_type=media_type, headers=headers)


def safe_name(name: str) -> str:
    """A file name without anything that a system may take for more than a name."""
    bare = _UNSAFE.sub("-", name.replace("\\", "/").rsplit("/", 1)[-1]).strip("-. ")
    return bare[-_LONGEST_NAME:].lstrip("-.") or "report"


def static_url(name: str) -> str:
    """The address of a file of ours, which changes when the file does."""
    return f"/static/{name}?v={_digest(name)}"


@cache
def _digest(name: str) -> str:
    return sha256(STATIC[name].read_bytes()).hexdigest()[:12]


@cache
def _environment() -> Environment:
    made = environment(PackageLoader("holdfire.web"))
    filters: Mapping[str, Any] = {
        "grade_said": say_grade,
        "moment": _moment,
        "short": _short,
        "plainly": _plainly,
    }
    made.filters.update(filters)
    made.globals["static"] = static_url
    return made


def _moment(at: str) -> str:
    """A moment of the log, to the minute."""
    return at[:16].replace("T", " ")


def _plainly(value: object) -> str:
    """A value as JSON has it, in words."""
    if isinstance(value, dict):
        return ", ".join(f"{name} {_plainly(each)}" for name, each in value.items() if each is not None)
    return ", ".join(map(_plainly, value)) if isinstance(value, list) else str(value).replace("_", " ")


def _short(made: str) -> str:
    """The beginning of an id, as it is shown and can be typed."""
    return made[:8]
