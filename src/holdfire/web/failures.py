"""What went wrong → a page that says so in words, and what to do."""

import logging

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from holdfire.errors import HoldfireError
from holdfire.web.answers import page

_log = logging.getLogger("holdfire.web")
_SAID = {
    400: "That is not something this page can read.",
    404: "There is no such page.",
    405: "This page cannot do that.",
    413: "That is too much at once.",
}


def refused(request: Request, error: Exception) -> Response:
    """A request that asks for what is not there, or is not allowed."""
    assert isinstance(error, HTTPException)
    default = error.detail in ("", "Not Found", "Method Not Allowed", "Bad Request")
    said = _SAID.get(error.status_code, "That did not work.") if default else error.detail
    answer = page(request, "failure.html", status=error.status_code, said=said, remedy="")
    answer.headers.update(error.headers or {})
    return answer


def complained(request: Request, error: Exception) -> Response:
    """What Holdfire itself says cannot be done."""
    assert isinstance(error, HoldfireError)
    return page(
        request, "failure.html", status=409, said=_sentence(error.problem), remedy=_sentence(error.remedy)
    )


def broken(request: Request, error: Exception) -> Response:
    """An error of ours: told, and logged where the program was started."""
    _log.error("%s %s", request.method, request.url.path, exc_info=error)
    said = "Holdfire made a mistake here. Nothing was half done: what was kept before is there whole."
    return page(request, "failure.html", status=500, said=said, remedy="The terminal says more.")


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}." if words else ""
