"""The application: which address leads where, and what every request passes first."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from threading import Thread

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import BaseRoute, Mount, Route

from holdfire.errors import HoldfireError
from holdfire.web import failures
from holdfire.web.desk import Desk
from holdfire.web.doors import doing, seeing
from holdfire.web.guard.headers import Headers
from holdfire.web.guard.size import Size
from holdfire.web.pages import (
    adding,
    changes,
    deciding,
    entering,
    findings,
    inbox,
    ledger,
    mapping,
    pairs,
    releasing,
    report,
    sources,
    team,
    things,
    trends,
)
from holdfire.web.static import Static
from holdfire.web.warming import warm

HOSTS = ("127.0.0.1", "localhost", "[::1]")


def make_app(desk: Desk, *, hosts: Sequence[str] = HOSTS) -> Starlette:
    """The workbench over a casebook; requests for other hosts are refused (DNS rebinding)."""

    @asynccontextmanager
    async def living(_app: Starlette) -> AsyncIterator[None]:
        desk.together.begin()
        warming = Thread(target=warm, args=(desk,), name="warming", daemon=True)
        warming.start()
        yield
        desk.close()
        warming.join()

    app = Starlette(
        routes=routes(),
        lifespan=living,
        middleware=[
            Middleware(Headers),
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False),
            Middleware(GZipMiddleware, minimum_size=1000, compresslevel=4),
            Middleware(Size, large="/add"),
        ],
        exception_handlers={
            HTTPException: failures.refused,
            HoldfireError: failures.complained,
            Exception: failures.broken,
        },
    )
    app.state.desk = desk
    return app


def routes() -> list[BaseRoute]:
    """Every address there is."""
    return [
        Mount("/static", Static()),
        Route("/enter", entering.enter, methods=["GET"]),
        Route("/enter", entering.come_in, methods=["POST"]),
        Route("/language", doing(entering.speak, right="see"), methods=["POST"]),
        Route("/leave", doing(entering.leave, right="see"), methods=["POST"]),
        Route("/", seeing(inbox.show), methods=["GET"]),
        Route("/add", seeing(adding.show, right="decide"), methods=["GET"]),
        Route("/add", doing(adding.take), methods=["POST"]),
        Route("/add/{lot}", seeing(adding.progress, right="decide"), methods=["GET"]),
        Route("/reports/{report}", seeing(report.show), methods=["GET"]),
        Route("/reports/{report}/cards", seeing(report.cards), methods=["GET"]),
        Route("/reports/{report}/original", seeing(report.original), methods=["GET"]),
        Route("/reports/{report}/value", seeing(deciding.value), methods=["GET"]),
        Route("/reports/{report}/why", seeing(deciding.why), methods=["GET"]),
        Route("/reports/{report}/changes", seeing(changes.show), methods=["GET"]),
        Route("/reports/{report}/reread", doing(changes.again), methods=["POST"]),
        Route("/reports/{report}/history", seeing(deciding.history), methods=["GET"]),
        Route("/reports/{report}/addition", seeing(deciding.adding, right="decide"), methods=["GET"]),
        Route("/reports/{report}/addition", doing(deciding.put), methods=["POST"]),
        Route("/reports/{report}/decision", doing(deciding.take), methods=["POST"]),
        Route("/reports/{report}/undo", doing(deciding.undo), methods=["POST"]),
        Route("/reports/{report}/state", doing(deciding.close), methods=["POST"]),
        Route("/incidents", seeing(things.incidents), methods=["GET"]),
        Route("/incidents/{thing}", seeing(things.incident), methods=["GET"]),
        Route("/orders", seeing(things.orders), methods=["GET"]),
        Route("/orders/{thing}", seeing(things.order), methods=["GET"]),
        Route("/ledger", seeing(ledger.show), methods=["GET"]),
        Route("/findings", seeing(findings.show), methods=["GET"]),
        Route("/trend", seeing(trends.show), methods=["GET"]),
        Route("/releases", seeing(releasing.show), methods=["GET"]),
        Route("/releases", doing(releasing.say, right="review"), methods=["POST"]),
        Route("/team", seeing(team.show), methods=["GET"]),
        Route("/team/settle", doing(team.settle, right="review"), methods=["POST"]),
        Route("/team/blind", doing(team.blind), methods=["POST"]),
        Route("/sources", seeing(sources.show, right="sources"), methods=["GET"]),
        Route("/sources", doing(sources.seal, right="sources"), methods=["POST"]),
        Route("/sources/destroy", doing(sources.destroy, right="sources"), methods=["POST"]),
        Route("/map", seeing(mapping.show), methods=["GET"]),
        Route("/pair", seeing(pairs.compare), methods=["GET"]),
        Route("/pair", doing(pairs.decide), methods=["POST"]),
        Route("/split/{thing}", seeing(pairs.split), methods=["GET"]),
        Route("/split/{thing}", doing(pairs.take_apart), methods=["POST"]),
    ]
