"""How much a request may bring: more is refused before it is read to the end."""

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FORM = 2_000_000
"""Bytes of a form: a pasted report is a hundredth of it."""
UPLOAD = 100_000_000
"""Bytes of all files that are put in at once."""


class Size:
    """Counts what comes in; uploads go to `large` alone."""

    def __init__(self, app: ASGIApp, *, large: str) -> None:
        self._app = app
        self._large = large

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = UPLOAD if scope["path"] == self._large else FORM
        came = 0

        async def counted() -> Message:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            if came > most:
                raise HTTPException(413, f"That is more than {most / 1e6:,.0f} MB at once.")
            return message

        await self._app(scope, counted, send)
