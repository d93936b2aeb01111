"""A casebook → what its reports tell together, kept in it: only what came since is done again.

The result is what all of it at once would give; a law test holds the two against each other.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from holdfire.assessment.tellings import Telling
from holdfire.corroboration.clusters import Decisions as Pairs
from holdfire.corroboration.corroborating import Corroborated, Corroboration, by_date, severity
from holdfire.corroboration.grading import graded
from holdfire.corroboration.memory import own_id
from holdfire.corroboration.testimony import outlet_of, plain
from holdfire.judging import Decisions
from holdfire.model.corroborated import Incident, Order
from holdfire.model.judgement import Grade, Judgement, OnPair, Same, Undo, pair
from holdfire.model.record import Record
from holdfire.store.book import Reader
from holdfire.store.deriving import some_of
from holdfire.store.together import Since
from holdfire.views.difference import carried
from holdfire.workflows.casebook.corrected import decided_records, headers
from holdfire.workflows.casebook.judging import decisions
from holdfire.workflows.casebook.keeping import Keeping, keep, maker
from holdfire.workflows.casebook.telling import tellings

Named = Callable[[str], Sequence[str]]


class Made(NamedTuple):
    """All that a casebook tells together, and what it was made of."""

    seen: Reader
    decided: Decisions
    records: tuple[Record, ...]
    told: Corroborated
    kept: Keeping


class Bringing:
    """Brings one casebook together again and again, and remembers what it needs to do that in part."""

    def __init__(self, book: Reader) -> None:
        self._book = book
        self._upto: int | None = None
        self._corroboration = Corroboration()

    def bring(self) -> None:
        """Keep what is told together now. What people and reports said since the last time is taken in."""
        if self.caught_up():
            return
        if self._upto is None or self._upto != self._book.together.upto(maker()):
            self.anew()
        else:
            self._in_part(self._upto)

    def caught_up(self) -> bool:
        """Whether what is kept holds now: nothing came since that changes what is told, and that is kept."""
        needed, kept = self._book.together.needed(), self._book.together.upto(maker())
        if kept is None or kept >= needed:
            return kept is not None
        then, now = self._book.as_far_as(kept), self._book.as_far_as(needed)
        came = _came(now, kept)
        if now.readings.since(kept) or came.more or _told(then, came.reports) != _told(now, came.reports):
            return False
        done = keep(self._book, Keeping((), {}, str), upto=needed, since=Since(kept))
        if done and self._upto == kept:
            self._upto = needed
        return done

    def anew(self) -> Made:
        """Make all of it anew, and keep it."""
        upto = self._book.together.needed()
        seen = self._book.as_far_as(upto)
        decided = decisions(seen)
        records = {each.report.id: each for each in decided_records(seen, decided)}
        self._corroboration = Corroboration()
        self._corroboration.take(records)
        pairs = decided_pairs(seen, decided, self._corroboration.named, records.get)
        made = self._corroboration.again(pairs, lambda keys: ((key, records[key]) for key in keys))
        things = [graded(each, decided.grade) for each in made.incidents]
        orders = [graded(each, decided.grade) for each in made.orders]
        told = Corroborated(tuple(sorted(things, key=severity)), tuple(sorted(orders, key=by_date)))
        what = Keeping((*things, *orders), tellings(records.values()), self._corroboration.key_of)
        self._keep(what, upto, None)
        return Made(seen, decided, tuple(records.values()), told, what)

    def _in_part(self, since: int) -> None:
        upto = self._book.together.needed()
        seen = self._book.as_far_as(upto)
        decided = decisions(seen)
        fetched = _Records(seen, decided)
        touched = _touched(seen, decided, _came(seen, since))
        self._corroboration.take(dict.fromkeys(touched) | dict(fetched(touched)))
        pairs = decided_pairs(seen, decided, self._corroboration.named, fetched.get)
        made = self._corroboration.again(pairs, fetched)
        things: list[Incident | Order] = [graded(each, decided.grade) for each in made.incidents]
        things += [graded(each, decided.grade) for each in made.orders]
        known = fetched.tellings(
            self._corroboration.key_of(account) for thing in things for account in thing.accounts
        )
        self._keep(Keeping(things, known, self._corroboration.key_of), upto, Since(since, made.gone))

    def _keep(self, what: Keeping, upto: int, since: Since | None) -> None:
        self._upto = upto if keep(self._book, what, upto=upto, since=since) else None


class _Records:
    """Records of reports as people decided, fetched when they are asked for."""

    def __init__(self, seen: Reader, decided: Decisions) -> None:
        self._seen = seen
        self._decided = decided
        self._found: dict[str, Record] = {}

    def __call__(self, reports: Sequence[str]) -> Iterator[tuple[str, Record]]:
        for some in some_of([each for each in reports if each not in self._found]):
            records = decided_records(self._seen, self._decided, only=some)
            self._found |= {each.report.id: each for each in records}
        return ((each, self._found[each]) for each in reports if each in self._found)

    def get(self, report: str) -> Record | None:
        """The record of one, if it was read."""
        return next((record for _, record in self([report])), None)

    def tellings(self, reports: Iterable[str]) -> dict[str, Telling]:
        """What each account of some reports tells."""
        return tellings(record for _, record in self(sorted(set(reports))))


class _Came(NamedTuple):
    """What came in since: reports read or decided about, outlets graded, whether more changed."""

    reports: frozenset[str]
    outlets: frozenset[str]
    more: bool


def _came(seen: Reader, since: int) -> _Came:
    said = [_undone(seen, each) for each in seen.judgements.since(since)]
    grades = [each.target for each in said if isinstance(each, Grade)]
    targets = [each.target for each in said if not isinstance(each, OnPair)]
    return _Came(
        frozenset(seen.readings.since(since))
        | frozenset(each.split("/")[1] for each in targets if each.startswith("report/")),
        frozenset(plain(each.removeprefix("source/")) for each in grades if each.startswith("source/")),
        any(isinstance(each, OnPair | Grade) for each in said),
    )


def _undone(seen: Reader, judgement: Judgement) -> Judgement:
    """What a judgement is about in the end: that of an undo is what it undoes."""
    while isinstance(judgement, Undo):
        judgement = seen.judgements.get(judgement.target)
    return judgement


def _touched(seen: Reader, decided: Decisions, came: _Came) -> list[str]:
    """The reports that may be told otherwise: also those of an outlet, whose lines bear its grade."""
    known = headers(seen, decided).values() if came.outlets else ()
    return sorted(came.reports.union(each.id for each in known if outlet_of(each) in came.outlets))


def _told(seen: Reader, reports: Iterable[str]) -> list[Record]:
    """The records of some reports as people decided."""
    decided = decisions(seen)
    return [each for some in some_of(sorted(reports)) for each in decided_records(seen, decided, only=some)]


def decided_pairs(
    book: Reader, decided: Decisions, named: Named, present: Callable[[str], Record | None]
) -> Pairs:
    """Which accounts people called the same or different; `named` has those that an id stands for now.

    A thing that a later reading tells alike, under another id, keeps what was decided of it; `present` has
    the record of a report.
    """
    same: set[tuple[str, str]] = set()
    different: set[tuple[str, str]] = set()
    for (one, other), verdict in decided.pairs().items():
        now = [named(each) or _now(book, each, named, present) for each in (one, other)]
        pairs = {pair(a, b) for a, b in product(*now) if a != b}
        (same if isinstance(verdict, Same) else different).update(pairs)
    return Pairs(frozenset(same), frozenset(different))


def _now(book: Reader, thing: str, named: Named, present: Callable[[str], Record | None]) -> Sequence[str]:
    """The accounts of a thing of an earlier reading in the present one; none where it is told no more."""
    place, own = book.readings.place_of(thing), thing.partition(".")[2]
    as_own = place is None and bool(own)
    place = book.readings.place_of(own) if as_own else place
    if place is None:
        return ()
    reading, path = place
    old = book.readings.record(reading)
    if as_own and own_id(old.report.id, own) != thing:
        return ()
    new = present(old.report.id)
    at = carried(old, new).get(path) if new is not None else None
    if at is None or new is None:
        return ()
    frame, number = at.split(".")
    found: str = getattr(new, frame)[int(number)].id
    ours = own_id(new.report.id, found)
    return tuple(each for each in named(found) if each in (found, ours))
