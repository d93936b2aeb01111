"""Incidents and orders: lists that sort and filter, and a page for each with all that was told of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from holdfire.assessment.tellings import Telling
from holdfire.model.corroborated import Incident, Order
from holdfire.views.corroborated import Row, sheet
from holdfire.web.answers import page
from holdfire.web.desk import Desk
from holdfire.web.fields import field, number
from holdfire.web.together import Told

AT_ONCE = 100
Frame = Literal["incident", "order"]
DOUBTS = {"dissent": "reports differ", "twice?": "may be told twice"}
_SORTS: dict[str, Callable[[Row], Any]] = {
    "where": lambda row: (not row.where, row.where.lower()),
    "what": lambda row: row.what.lower(),
    "reports": lambda row: (-row.lines, -row.reports),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asks of a list."""

    frame: Frame
    words: str
    doubt: str
    sort: str
    several: bool
    start: int

    def url(self, **changes: object) -> str:
        """The list with something else asked."""
        said = {
            "q": self.words,
            "doubt": self.doubt,
            "sort": self.sort,
            "several": "yes" if self.several else "",
        }
        said |= {name: str(value) for name, value in changes.items()}
        kept = {name: value for name, value in said.items() if value}
        return f"/{self.frame}s" + (f"?{urlencode(kept)}" if kept else "")

    @property
    def narrowed(self) -> bool:
        """Whether something is filtered away."""
        return bool(self.words or self.doubt or self.several)


@dataclass(frozen=True, slots=True)
class Witness:
    """One report's account: who tells it, and in which words."""

    account: str
    report: str
    title: str
    outlet: str
    published: str
    quotes: tuple[str, ...]


def incidents(request: Request) -> Response:
    """All incidents."""
    return _list(request, "incident")


def orders(request: Request) -> Response:
    """All orders."""
    return _list(request, "order")


def incident(request: Request) -> Response:
    """One incident."""
    return _thing(request, "incident")


def order(request: Request) -> Response:
    """One order."""
    return _thing(request, "order")


def told(request: Request) -> tuple[Told, bool]:
    """What is told together, and whether it is up to date; 503 while there is nothing to show yet."""
    desk: Desk = request.app.state.desk
    now, fresh = desk.together.now()
    if now is None:
        said = "The reports are being brought together. This page comes back by itself in a moment."
        raise HTTPException(503, said, headers={"Refresh": "4", "Retry-After": "4"})
    return now, fresh


def thing_of(now: Told, thing: str, frame: str | None = None) -> Incident | Order:
    """The incident or order with an account of this id; 404 where there is none."""
    found = now.things.get(thing)
    if found is None or (frame is not None and isinstance(found, Incident) != (frame == "incident")):
        raise HTTPException(
            404, "There is no such incident or order now. It may have been joined or taken apart."
        )
    return found


def witnesses(now: Told, thing: Incident | Order) -> list[Witness]:
    """Every account with its report and its words, the first published first."""
    found = [_witness(now, account) for account in thing.accounts]
    return sorted(found, key=lambda each: (each.published or "~", each.account))


def _witness(now: Told, account: str) -> Witness:
    telling = now.case.tellings.get(account)
    plain = account.partition(".")[2] if "." in account else account
    report = now.of.get(account) or now.of.get(plain, "")
    header = now.reports.get(report)
    return Witness(
        plain,
        report,
        (header.title if header else None) or "Untitled report",
        (header.outlet if header else None) or "",
        (header.published if header else None) or "",
        _words(telling) if isinstance(telling, Telling) else (),
    )


def _words(telling: Telling) -> tuple[str, ...]:
    thing = telling.thing
    said = [each.quote for each in thing.evidence]
    return tuple(dict.fromkeys(said))[:4]


def _list(request: Request, frame: Frame) -> Response:
    asked = _asked(request, frame)
    now, fresh = told(request)
    everything = now.incidents if frame == "incident" else now.orders
    found = [row for row in everything if _passes(row, asked)]
    if asked.sort:
        found.sort(key=_SORTS[asked.sort])
    return page(
        request,
        "things.html",
        asked=asked,
        frame=frame,
        fresh=fresh,
        everything=len(everything),
        found=len(found),
        rows=found[asked.start : asked.start + AT_ONCE],
        after=asked.start + AT_ONCE if len(found) > asked.start + AT_ONCE else 0,
        before=max(0, asked.start - AT_ONCE),
        doubts=DOUBTS,
    )


def _asked(request: Request, frame: Frame) -> Asked:
    given = request.query_params
    doubt, sort = field(given, "doubt"), field(given, "sort")
    return Asked(
        frame,
        field(given, "q")[:200],
        doubt if doubt in DOUBTS else "",
        sort if sort in _SORTS else "",
        field(given, "several") == "yes",
        number(given, "start") or 0,
    )


def _passes(row: Row, asked: Asked) -> bool:
    words = f"{row.date} {row.where} {row.what} {row.toll}".lower()
    return (
        all(word in words for word in asked.words.lower().split())
        and (not asked.doubt or asked.doubt in row.doubts)
        and (not asked.several or row.lines > 1)
    )


def _thing(request: Request, frame: Frame) -> Response:
    now, fresh = told(request)
    thing = thing_of(now, request.path_params["thing"], frame)
    made = sheet(thing)
    others: Sequence[tuple[object, Row]] = [
        (doubt, now.row(now.things[doubt.id])) for doubt in made.doubts if doubt.id in now.things
    ]
    return page(
        request,
        "thing.html",
        frame=frame,
        thing=thing,
        sheet=made,
        fresh=fresh,
        witnesses=witnesses(now, thing),
        titles={
            each: (now.reports[each].title or "Untitled report")
            for each in thing.reports
            if each in now.reports
        },
        others=others,
    )
