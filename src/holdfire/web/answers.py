"""What a request may be answered with: a page, a part of one, a way on, a download."""

import json
import re
from collections.abc import Mapping
from functools import cache, partial
from hashlib import sha256
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from holdfire.exports.templating import environment
from holdfire.views.corroborated import say_grade
from holdfire.views.dates import say_date
from holdfire.web.guard.sessions import Session
from holdfire.web.language import (
    ENGLISH,
    LANGUAGES,
    Translated,
    catalogue,
    counted,
    dated,
    listed,
    said,
    scripted,
    worded,
)

_ASSETS = files("holdfire.web") / "assets"
_SHARED = files("holdfire.exports") / "templates"
STATIC = {
    **{each.name: each for each in _ASSETS.iterdir() if each.is_file()},
    **{f"vendor/{each.name}": each for each in (_ASSETS / "vendor").iterdir() if each.is_file()},
    **{name: _SHARED / name for name in ("look.css", "drawings.css")},
}
"""The files that a page may ask for, by their names."""
SCRIPTS = ("workbench.js", "report.js", "map.js")
"""Our own."""
SEE_OTHER = 303
LANGUAGE = "holdfire-language"
"""The cookie that keeps the language somebody chose."""
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
_COMMAND = re.compile("`([^`]+)`")


def session_of(request: Request) -> Session:
    """The session of a request that has passed the door."""
    session: Session = request.state.session
    return session


def page(request: Request, template: str, *, status: int = 200, **given: Any) -> HTMLResponse:  # noqa: ANN401 - what the template needs
    """A page, or the named part of one where htmx asks for it."""
    session: Session | None = getattr(request.state, "session", None)
    part = request.headers.get("hx-target", "") if "hx-request" in request.headers else ""
    language = language_of(request)
    common = {
        "request": request,
        "here": request.url.path,
        "language": language,
        "tongues": {code: name for code, name in LANGUAGES.items() if code != language},
        "script_words": _script_words(language),
        "person": session.person if session else None,
        "forgery_token": session.forgery_token if session else "",
        "notes": session.taken() if session and not part else (),
        "alone": request.app.state.desk.alone is not None,
        "sections": [(to, name) for to, name, right in SECTIONS if session and session.person.may(right)],
        "is_blind": session.is_blind if session else False,
    }
    return HTMLResponse(_environment(language).get_template(template).render(**common, **given), status)


def language_of(request: Request) -> str:
    """The language that a person reads pages in: the one they chose, else what their browser asks for."""
    chosen = request.cookies.get(LANGUAGE, "")
    asked = request.headers.get("accept-language", "").partition(",")[0].partition("-")[0].strip().lower()
    return next((each for each in (chosen, asked) if each in LANGUAGES), ENGLISH)


def part(template: str, *, language: str, **given: Any) -> Markup:  # noqa: ANN401 - what the template needs
    """A part of a page that can be kept: it knows of no request."""
    return Markup(_environment(language).get_template(template).render(**given))


def templates() -> list[str]:
    """What the templates are called that pages are made of."""
    return [*PackageLoader("holdfire.web").list_templates(), "drawings.html"]


def load_template(name: str, language: str) -> None:
    """Compile a template for pages in a language."""
    _environment(language).get_template(name)


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
def _environment(language: str) -> Environment:
    made = environment(PackageLoader("holdfire.web"))
    if made.loader is not None and language != ENGLISH:
        made.loader = Translated(made.loader, language)
    filters: Mapping[str, Any] = {
        "w": partial(said, language),
        "plural": partial(counted, language),
        "date": lambda edtf: dated(language, say_date(edtf)),
        "when": partial(dated, language),
        "listed": partial(listed, language),
        "worded": partial(worded, language),
        "grade_said": lambda outlet: worded(language, say_grade(outlet)),
        "moment": _moment,
        "short": _short,
        "plainly": _plainly,
        "commands": _commands,
    }
    made.filters.update(filters)
    made.globals["static"] = static_url
    return made


@cache
def _script_words(language: str) -> str:
    """What scripts say, in a language, as JSON."""
    known = catalogue(language)
    sources = (each.read_text("utf-8") for name, each in STATIC.items() if name in SCRIPTS)
    return json.dumps({each: known[each] for source in sources for each in scripted(source) if each in known})


def _moment(at: str) -> str:
    """A moment of the log, to the minute."""
    return at[:16].replace("T", " ")


def _plainly(value: object) -> str:
    """A value as JSON has it, in words."""
    if isinstance(value, dict):
        return ", ".join(f"{name} {_plainly(each)}" for name, each in value.items() if each is not None)
    return ", ".join(map(_plainly, value)) if isinstance(value, list) else str(value).replace("_", " ")


def _commands(said: str) -> Markup:
    """Words in which commands stand between backticks, as they are typed."""
    return Markup(_COMMAND.sub(r"<code>\1</code>", str(escape(said))))


def _short(made: str) -> str:
    """The beginning of an id, as it is shown and can be typed."""
    return made[:8]
