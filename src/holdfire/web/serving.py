"""A casebook → a server on this machine, until the person who started it stops it."""

import gc
import secrets
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from holdfire.errors import HoldfireError
from holdfire.store.book import Book
from holdfire.web.app import HOSTS, make_app
from holdfire.web.desk import Alone, Desk
from holdfire.web.tiles import Tiles
from holdfire.workflows.own.folder import owned

LOOPBACK = ("127.0.0.1", "localhost", "::1")
_WAITING = 128
SWITCH_S = 0.001
"""Seconds after which a thread lets another go on: each row that a page reads may wait as long."""


@dataclass(frozen=True, slots=True)
class Listening:
    """Where to listen: an address, a port, the names that requests may use, a certificate and its key."""

    host: str
    port: int
    names: tuple[str, ...] = ()
    certificate: Path | None = None
    key: Path | None = None


def serve(
    book: Book, at: Listening, *, who: str, tell: Callable[[str], None], tiles: Tiles | None = None
) -> None:
    """Listen and answer; `tell` is given the address to open. HoldfireError where that cannot be done."""
    team = bool(book.accounts.all())
    _require_safe(at, team=team)
    alone = None if team else Alone(who, secrets.token_urlsafe(16))
    listening = _socket(at.host, at.port)
    scheme = "https" if at.certificate else "http"
    address = f"{scheme}://{_shown(at)}:{listening.getsockname()[1]}"
    if alone is None:
        tell(f"{book.where} is open at\n\n  {address}\n\nAccounts: `holdfire user list`. Ctrl-C closes it.")
    else:
        tell(f"{book.where} is open at\n\n  {address}/enter?key={alone.key}\n")
        tell("The key is new at each start and opens it to you alone. Ctrl-C closes it.")
    if tiles is not None:
        tell(f"The map asks {tiles.host} for pictures, which so learns where you look.")
    _shorten_pauses()
    desk = Desk(book, alone=alone, tiles=tiles, own=owned(), settled=gc.freeze)
    app = make_app(desk, hosts=(*HOSTS, *at.names))
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        ssl_certfile=at.certificate,
        ssl_keyfile=at.key,
    )
    uvicorn.Server(config).run(sockets=[listening])


def _shorten_pauses() -> None:
    """Answers wait for no collection of garbage in what stays, and less for work beside them."""
    gc.freeze()
    sys.setswitchinterval(SWITCH_S)


def _require_safe(at: Listening, *, team: bool) -> None:
    """Beyond this machine only for people with accounts, and only under a certificate."""
    if at.host in LOOPBACK:
        return
    if not team:
        remedy = "leave --host away, or make accounts with `holdfire user add`"
        raise HoldfireError(
            "without accounts a workbench is open to this machine alone", where=at.host, remedy=remedy
        )
    if at.certificate is None or at.key is None:
        remedy = "give --certificate and --key, or put a server with a certificate before it on this machine"
        raise HoldfireError("passwords would cross the network in clear", where=at.host, remedy=remedy)
    if not at.names:
        raise HoldfireError("its name is missing", where=at.host, remedy="say with --name how people call it")


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


def _shown(at: Listening) -> str:
    host = at.names[0] if at.names else at.host
    return f"[{host}]" if ":" in host else host
