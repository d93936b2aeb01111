"""The inbox: what waits, how far people are, filters and search."""

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from holdfire.errors import BookError
from holdfire.store.queued import OPEN, Queued, Wanted
from holdfire.store.search.ranking import Snippet
from holdfire.web.answers import page
from holdfire.web.desk import Desk
from holdfire.web.fields import field, number
from holdfire.workflows.casebook.keeping import alike

AT_ONCE = 30
LONGEST_SEARCH = 300
VIEWS = {
    "waiting": ("Waiting", OPEN),
    "new": ("New", ("new",)),
    "begun": ("Begun", ("begun",)),
    "again": ("Read again", ("again",)),
    "checked": ("Checked", ("checked",)),
    "aside": ("Set aside", ("aside",)),
    "unread": ("Could not be read", ("unread",)),
    "all": ("All", ()),
}
HOLDS = {"order": "orders", "incident": "incidents", "practice": "practices"}


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the list: a report, its tallies, and the words that were searched for."""

    queued: Queued
    tally: dict[str, int]
    snippet: Snippet | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asks of the inbox."""

    view: str
    outlet: str
    language: str
    holds: str
    words: str
    before: int | None

    @property
    def wanted(self) -> Wanted:
        """The same for the queue."""
        return Wanted(VIEWS[self.view][1], self.outlet, self.language, self.holds)

    def url(self, **changes: object) -> str:
        """The inbox with something else asked."""
        said = {
            "view": self.view,
            "outlet": self.outlet,
            "language": self.language,
            "holds": self.holds,
            "q": self.words,
        }
        said |= {name: str(value) for name, value in changes.items()}
        kept = {name: value for name, value in said.items() if value and (name, value) != ("view", "waiting")}
        return f"/?{urlencode(kept)}" if kept else "/"

    @property
    def narrowed(self) -> bool:
        """Whether something is filtered away."""
        return bool(self.outlet or self.language or self.holds or self.words)


def asked_of(request: Request) -> Asked:
    """What the address asks; what makes no sense asks nothing."""
    given = request.query_params
    view = given.get("view", "waiting")
    holds = given.get("holds", "")
    return Asked(
        view=view if view in VIEWS else "waiting",
        outlet=field(given, "outlet"),
        language=field(given, "language"),
        holds=holds if holds in HOLDS else "",
        words=field(given, "q")[:LONGEST_SEARCH],
        before=number(given, "before"),
    )


def show(request: Request) -> Response:
    """The list."""
    desk: Desk = request.app.state.desk
    asked = asked_of(request)
    counts = desk.book.queue.counts()
    problem = ""
    try:
        listed = _found(desk, asked) if asked.words else _queue(desk, asked)
    except BookError as error:
        listed, problem = [], f"{error.problem}: {error.remedy}" if asked.words else str(error)
    more = len(listed) > AT_ONCE
    shown = listed[:AT_ONCE]
    return page(
        request,
        "inbox.html",
        asked=asked,
        views=VIEWS,
        holds=HOLDS,
        counts=counts,
        numbers={
            name: sum(counts.get(state, 0) for state in states or counts)
            for name, (_, states) in VIEWS.items()
        },
        outlets=desk.book.queue.named("outlet"),
        languages=desk.book.queue.named("language"),
        listed=shown,
        alike=alike(desk.book, [each.queued.report for each in shown]),
        problem=problem,
        older=asked.url(before=shown[-1].queued.report.seq) if more and not asked.words else "",
        cut=more and bool(asked.words),
    )


def _queue(desk: Desk, asked: Asked) -> list[Listed]:
    queued = desk.book.queue.page(asked.wanted, before=asked.before, limit=AT_ONCE + 1)
    tallies = desk.book.readings.tallies([each.report.seq for each in queued])
    return [Listed(each, tallies.get(each.report.seq, {})) for each in queued]


def _found(desk: Desk, asked: Asked) -> list[Listed]:
    """The first hits that pass the filters; a search looks through all reports, whatever their state."""
    hits = desk.book.search(asked.words, limit=AT_ONCE + 1)
    seqs = [hit.report.seq for hit in hits]
    states, tallies = desk.book.queue.states(seqs), desk.book.readings.tallies(seqs)
    return [
        Listed(
            Queued(hit.report, states.get(hit.report.seq, "new")),
            tallies.get(hit.report.seq, {}),
            hit.snippet,
        )
        for hit in hits
        if (not asked.outlet or hit.report.outlet == asked.outlet)
        and (not asked.language or hit.report.language == asked.language)
        and (not asked.holds or asked.holds in tallies.get(hit.report.seq, {}))
    ]
