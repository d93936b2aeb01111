"""A casebook → a server on this machine, until the person who started it stops it."""

import secrets
import socket
from collections.abc import Callable

import uvicorn

from holdfire.errors import HoldfireError
from holdfire.store.book import Book
from holdfire.web.app import HOSTS, make_app
from holdfire.web.desk import Alone, Desk
from holdfire.workflows.own.folder import owned

LOOPBACK = ("127.0.0.1", "localhost", "::1")
_WAITING = 128


def serve(book: Book, *, host: str, port: int, who: str, tell: Callable[[str], None]) -> None:
    """Listen and answer; `tell` is given the address to open. HoldfireError where that cannot be done."""
    if host not in LOOPBACK:
        raise HoldfireError(
            "without accounts a workbench is open to this machine alone",
            where=host,
            remedy="leave --host away",
        )
    alone = Alone(who, secrets.token_urlsafe(16))
    listening = _socket(host, port)
    address = f"http://{_shown(host)}:{listening.getsockname()[1]}"
    tell(f"{book.where} is open at\n\n  {address}/enter?key={alone.key}\n")
    tell("The key is new at each start and opens it to you alone. Ctrl-C closes it.")
    app = make_app(Desk(book, alone=alone, own=owned()), hosts=HOSTS)
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
    uvicorn.Server(config).run(sockets=[listening])


def _socket(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
    except OSError as error:
        made.close()
        remedy = "is another workbench open? --port takes another, 0 a free one"
        raise HoldfireError(
            f"cannot be listened on: {error.strerror}", where=f"{host}:{port}", remedy=remedy
        ) from None
    made.listen(_WAITING)
    return made


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
