"""Incidents and orders: lists that sort and filter, and a page for each with all that was told of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Generic, Literal, TypeVar
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from holdfire.assessment.tellings import Telling
from holdfire.model.corroborated import Incident, Order
from holdfire.model.record import ReportHeader
from holdfire.store.together import Sought
from holdfire.views.corroborated import sheet
from holdfire.views.summary import row_of
from holdfire.web.answers import page
from holdfire.web.desk import Desk
from holdfire.web.fields import field, number
from holdfire.web.together import Told

AT_ONCE = 100
MOST_TOLD = 60
"""So many reports of one thing stand on one of its pages."""
MOST_LINES = 40
"""So many of its lines of testimony."""
T = TypeVar("T")
Frame = Literal["incident", "order"]
DOUBTS = {"dissent": "reports differ", "twice?": "may be told twice"}
COLUMNS = {"when": "When", "where": "Where", "what": "What", "told": "Told by"}
DOWN_FIRST = frozenset({"told"})
"""Columns of which the most is asked for first."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asks of a list; `at` are the degrees of a place on the map."""

    frame: Frame
    words: str
    doubt: str
    sort: str
    down: bool
    several: bool
    at: tuple[float, float] | None
    start: int

    def url(self, **changes: object) -> str:
        """The list with something else asked."""
        said = {
            "q": self.words,
            "doubt": self.doubt,
            "sort": self.sort if self.sort != "when" else "",
            "down": "yes" if self.down else "",
            "several": "yes" if self.several else "",
            "at": self.place,
        }
        said |= {name: str(value) for name, value in changes.items()}
        kept = {name: value for name, value in said.items() if value}
        return f"/{self.frame}s" + (f"?{urlencode(kept)}" if kept else "")

    def sorted_by(self, column: str) -> str:
        """The list sorted by a column; the other way round where it is sorted by it."""
        down = not self.down if column == self.sort else column in DOWN_FIRST
        return self.url(sort=column if column != "when" else "", down="yes" if down else "", start="")

    @property
    def way(self) -> str:
        """Which way it is sorted, as `aria-sort` has it."""
        return "descending" if self.down else "ascending"

    @property
    def place(self) -> str:
        """The place as an address has it."""
        return f"{self.at[0]},{self.at[1]}" if self.at else ""

    @property
    def narrowed(self) -> bool:
        """Whether something is filtered away."""
        return bool(self.words or self.doubt or self.several or self.at)

    @property
    def sought(self) -> Sought:
        """The same, as the casebook is asked."""
        return Sought(self.frame, self.words, self.doubt, self.several, at=self.at)


@dataclass(frozen=True, slots=True)
class Some(Generic[T]):
    """Some of many things, from the one with the number `start` on, so many at a time."""

    shown: Sequence[T]
    start: int
    most: int
    number: int

    @property
    def is_part(self) -> bool:
        """Whether there are others."""
        return self.start > 0 or self.number > self.most

    @property
    def before(self) -> int:
        """The number of the first of those before."""
        return max(0, self.start - self.most)

    @property
    def after(self) -> int:
        """The number of the first of those behind; 0 where there are none."""
        return self.start + self.most if self.start + self.most < self.number else 0


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
    found = now.thing(thing)
    if found is None or (frame is not None and isinstance(found, Incident) != (frame == "incident")):
        raise HTTPException(
            404, "There is no such incident or order now. It may have been joined or taken apart."
        )
    return found


def witnesses(now: Told, thing: Incident | Order, *, start: int = 0) -> list[Witness]:
    """Its accounts with their reports and words, the first published first, as many as a page can hold."""
    reports = now.reports(thing.accounts)
    by_time = sorted(thing.accounts, key=lambda each: (_published(reports.get(each)) or "~", each))
    shown = by_time[start : start + MOST_TOLD]
    now.tellings.fetch(shown)
    return [_witness(now, each, reports.get(each)) for each in shown]


def _published(header: ReportHeader | None) -> str | None:
    return header.published if header is not None else None


def _witness(now: Told, account: str, header: ReportHeader | None) -> Witness:
    telling = now.tellings.get(account)
    return Witness(
        account.partition(".")[2] if "." in account else account,
        header.id if header else "",
        (header.title if header else None) or "Untitled report",
        (header.outlet if header else None) or "",
        _published(header) or "",
        _words(telling) if telling is not None else (),
    )


def _words(telling: Telling) -> tuple[str, ...]:
    thing = telling.thing
    said = [each.quote for each in thing.evidence]
    return tuple(dict.fromkeys(said))[:4]


def _list(request: Request, frame: Frame) -> Response:
    asked = _asked(request, frame)
    now, fresh = told(request)
    kept, sought = now.kept, asked.sought
    shown = kept.page(sought, sort=asked.sort, down=asked.down, start=asked.start, limit=AT_ONCE + 1)
    everything = kept.number(Sought(frame))
    return page(
        request,
        "things.html",
        asked=asked,
        frame=frame,
        fresh=fresh,
        everything=everything,
        found=kept.number(sought) if asked.narrowed else everything,
        rows=[row_of(each) for each in shown[:AT_ONCE]],
        after=asked.start + AT_ONCE if len(shown) > AT_ONCE else 0,
        before=max(0, asked.start - AT_ONCE),
        doubts=DOUBTS,
        columns=COLUMNS,
    )


def _asked(request: Request, frame: Frame) -> Asked:
    given = request.query_params
    doubt, sort = field(given, "doubt"), field(given, "sort")
    return Asked(
        frame,
        field(given, "q")[:200],
        doubt if doubt in DOUBTS else "",
        sort if sort in COLUMNS else "when",
        field(given, "down") == "yes",
        field(given, "several") == "yes",
        _place(field(given, "at")),
        number(given, "start") or 0,
    )


def _place(said: str) -> tuple[float, float] | None:
    """Degrees in an address; what makes no sense is as if it were not there."""
    parts = said.split(",")
    try:
        lat, lon = (float(part) for part in parts)
    except ValueError:
        return None
    return (lat, lon) if isfinite(lat) and isfinite(lon) else None


def _thing(request: Request, frame: Frame) -> Response:
    now, fresh = told(request)
    thing = thing_of(now, request.path_params["thing"], frame)
    made = sheet(thing)
    known = now.kept.of(doubt.id for doubt in made.doubts)
    start, line = (number(request.query_params, name) or 0 for name in ("start", "line"))
    return page(
        request,
        "thing.html",
        frame=frame,
        thing=thing,
        sheet=made,
        fresh=fresh,
        tellers=Some(witnesses(now, thing, start=start), start, MOST_TOLD, len(thing.accounts)),
        told_lines=Some(made.lines[line : line + MOST_LINES], line, MOST_LINES, len(made.lines)),
        titles=_titles(now, thing),
        others=[(doubt, row_of(known[doubt.id])) for doubt in made.doubts if doubt.id in known],
    )


def _titles(now: Told, thing: Incident | Order) -> dict[str, tuple[str, str]]:
    """Its reports by what their lines of testimony call them: the id and the title of each."""
    return {
        header.source_id or header.id: (header.id, header.title or "Untitled report")
        for header in now.reports(thing.accounts).values()
    }
