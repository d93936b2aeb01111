"""A casebook → what its reports tell together, kept in it so that it need not be made again.

It is good as long as nothing was read or decided since, and Holdfire brings together as it did then.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import NamedTuple

import msgspec

from holdfire import __version__
from holdfire.assessment.tellings import Tellings
from holdfire.assessment.versions import Heard
from holdfire.corroboration.corroborating import Corroborated
from holdfire.errors import BookError
from holdfire.model.corroborated import Incident, Order
from holdfire.model.stored import KeptThing, StoredReport
from holdfire.store.book import Book, Reader
from holdfire.store.together import Since
from holdfire.views.summary import heard_again, summary
from holdfire.workflows.casebook.moment import now

_MAKERS = tuple(f"holdfire.{name}" for name in ("corroboration", "judging", "model", "views", "assessment"))
NOBODY = "holdfire"
COPIED = "same wording"
"""Why reports are one line of testimony where one is a copy of another."""
_incident = msgspec.json.Decoder(Incident).decode
_order = msgspec.json.Decoder(Order).decode


class Alike(NamedTuple):
    """Of how many others a report may be a copy, or they of it, and what they tell of."""

    frame: str
    thing: str
    others: int


@cache
def maker() -> str:
    """What brings together here: the version, and a hash of the code and the tables that do it."""
    made = sha256()
    for package in _MAKERS:
        for file in sorted(files(package).iterdir(), key=lambda each: each.name):
            if file.name.endswith((".py", ".tsv")):
                made.update(file.name.encode() + b"\0" + file.read_bytes())
    return f"{__version__} {made.hexdigest()[:16]}"


def is_fresh(book: Reader) -> bool:
    """Whether what is kept is all that the casebook tells."""
    upto = book.together.upto(maker())
    return upto is not None and upto >= book.together.needed()


def kept(book: Reader) -> tuple[Corroborated, dict[str, Heard]]:
    """What is kept, with what was heard of each order; it may be stale."""
    incidents = tuple(incidents_kept(book))
    orders = orders_kept(book)
    return Corroborated(incidents, tuple(order for order, _ in orders)), {o.id: by for o, by in orders}


def incidents_kept(book: Reader) -> Iterator[Incident]:
    """The incidents that are kept, one after the other: memory stays level."""
    return (_incident(raw) for _, raw in book.together.all("incident"))


def orders_kept(book: Reader) -> list[tuple[Order, Heard]]:
    """The orders that are kept, with what was heard of each."""
    return [(_order(raw), heard_again(summary)) for summary, raw in book.together.all("order")]


def things_kept(book: Reader, ids: list[str]) -> list[Incident | Order]:
    """Incidents and orders by their ids, as they are kept; what is not there, or no longer, is left out."""
    frames = {each.id: each.frame for each in book.together.of(ids).values()}
    found = book.together.whole([each for each in ids if each in frames])
    return [_order(raw) if frames[each] == "order" else _incident(raw) for each, raw in found.items()]


def alike(book: Reader, reports: Sequence[StoredReport]) -> dict[str, Alike]:
    """Which of some reports share their wording with others, as far as that is kept, by their ids."""
    told = book.together.things_in([report.seq for report in reports])
    ids = sorted({each for those in told.values() for each in those})
    things = {thing.id: thing for thing in things_kept(book, ids)}
    found: dict[str, Alike] = {}
    for report in reports:
        name = report.source_id or report.id
        for thing in (things[each] for each in told.get(report.seq, ()) if each in things):
            line = next((line for line in thing.lines if name in line.reports), None)
            others = len(line.reports) - 1 if line is not None and COPIED in line.because else 0
            if others > (found[report.id].others if report.id in found else 0):
                found[report.id] = Alike(
                    "incident" if isinstance(thing, Incident) else "order", thing.id, others
                )
    return found


@dataclass(frozen=True, slots=True)
class Keeping:
    """Things to keep, what their accounts tell, and which report gives each account."""

    things: Iterable[Incident | Order]
    tellings: Tellings
    report_of: Callable[[str], str]

    def __iter__(self) -> Iterator[KeptThing]:
        for thing in self.things:
            accounts = {each: self.report_of(each) for each in thing.accounts}
            yield KeptThing(summary(thing, self.tellings), accounts, msgspec.json.encode(thing))


def keep(book: Reader, what: Keeping, *, upto: int, since: Since | None = None) -> bool:
    """Keep what is told together as of a place in the log, all or what is told otherwise since another.

    A casebook that cannot be written is none the worse: False, and that is done again the next time.
    """
    if not isinstance(book, Book):
        return False
    try:
        with book.change(who=NOBODY, at=now()) as change:
            return change.keep_together(what, upto=upto, by=maker(), since=since)
    except BookError:
        return False
