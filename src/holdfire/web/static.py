"""Our own style, scripts and vendored libraries, which a browser may keep: their addresses change too."""

from mimetypes import guess_type

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from holdfire.web.answers import STATIC

FOREVER = "public, max-age=31536000, immutable"


class Static:
    """Gives the files that are there, by a list made at the start: no path is ever built from a request."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        name = scope["path"].removeprefix(scope.get("root_path", "")).lstrip("/")
        found = STATIC.get(name)
        if found is None or scope["method"] not in ("GET", "HEAD"):
            raise HTTPException(404)
        kind = guess_type(name)[0] or "text/plain"
        answer = Response(found.read_bytes(), media_type=kind, headers={"Cache-Control": FOREVER})
        await answer(scope, receive, send)
