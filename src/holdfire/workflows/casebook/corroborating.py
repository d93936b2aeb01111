"""A casebook → what its reports tell together, as people decided."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from holdfire.assessment.tellings import Tellings
from holdfire.assessment.versions import Heard, heard
from holdfire.corroboration.account import Account
from holdfire.corroboration.accounts import accounts_of
from holdfire.corroboration.clusters import Decisions as Pairs
from holdfire.corroboration.comparison import Evidence
from holdfire.corroboration.corroborating import Corroborated, corroborate
from holdfire.corroboration.grading import graded
from holdfire.corroboration.matching import evidence
from holdfire.corroboration.memory import Memory
from holdfire.errors import BookError
from holdfire.judging import Decisions
from holdfire.model.judgement import Different, Same, pair
from holdfire.model.record import Record, ReportHeader
from holdfire.store.book import Reader
from holdfire.views.difference import carried
from holdfire.workflows.casebook.corrected import decided_records, headers
from holdfire.workflows.casebook.judging import decisions, named_thing
from holdfire.workflows.casebook.keeping import keep, kept
from holdfire.workflows.casebook.telling import TellingsIn, tellings


@dataclass(frozen=True, slots=True)
class Compared:
    """Two reported things by their ids: what speaks for and against their being one; what people said."""

    one: str
    other: str
    evidence: tuple[Evidence, ...]
    decided: Same | Different | None = None


@dataclass(frozen=True, slots=True)
class Gathered:
    """What people decided, and what the present records, as they corrected them, tell together.

    `headers` are those of all reports that were read, by their ids; `tellings` has what each account tells,
    `heard` what the reports of each order tell beside it.
    """

    decided: Decisions
    told: Corroborated
    headers: Mapping[str, ReportHeader]
    tellings: Tellings
    heard: Mapping[str, Heard]


def gathered(book: Reader, *, memory: Memory | None = None) -> Gathered:
    """All that a casebook tells: records as corrected, pairs as judged, lines as graded.

    What was kept is taken where it is fresh; else it is brought together.
    """
    seen = book.as_far_as(book.together.needed())
    there = kept(seen)
    if there is None:
        return brought(book, memory=memory)
    decided, (told, by) = decisions(seen), there
    return Gathered(decided, told, headers(seen, decided), TellingsIn(seen, decided), by)


def brought(book: Reader, *, memory: Memory | None = None) -> Gathered:
    """The same made anew, and kept. With a `memory` of an earlier time only what is new is compared."""
    upto = book.together.needed()
    seen = book.as_far_as(upto)
    decided = decisions(seen)
    records = tuple(decided_records(seen, decided))
    told = graded(corroborate(records, decided_pairs(seen, decided, records), memory=memory), decided.grade)
    keep(book, told, records, upto=upto)
    return _made(decided, told, headers(seen, decided), records)


def gathered_of(records: Sequence[Record]) -> Gathered:
    """What records tell together of which nobody decided anything."""
    return _made(
        Decisions({}), corroborate(records), {each.report.id: each.report for each in records}, records
    )


def _made(
    decided: Decisions, told: Corroborated, known: Mapping[str, ReportHeader], records: Sequence[Record]
) -> Gathered:
    accounts = tellings(records)
    by = {order.id: heard(order, accounts) for order in told.orders}
    return Gathered(decided, told, known, accounts, by)


def compared(book: Reader, one: str, other: str) -> Compared:
    """Two reported things whose ids begin like this; BookError where there are no two of one kind."""
    decided = decisions(book)
    accounts = [_account(book, each, decided) for each in (one, other)]
    if accounts[0].kind != accounts[1].kind:
        raise BookError("an order and an incident are never one thing", remedy="name two of one kind")
    if accounts[0].id == accounts[1].id:
        raise BookError("these are one and the same", remedy="name two")
    first, second = sorted(accounts, key=lambda account: account.id)
    return Compared(first.id, second.id, evidence(first, second), decided.pair(first.id, second.id))


def _account(book: Reader, beginning: str, decided: Decisions) -> Account:
    """The account of a reported thing as the present readings tell it."""
    thing, report = named_thing(book, beginning)
    record = next(decided_records(book, decided, only=[report]))
    return next(account for account in accounts_of(record) if account.id == thing)


def decided_pairs(book: Reader, decided: Decisions, records: Iterable[Record]) -> Pairs:
    """Which reported things people called the same or different.

    A thing that a later reading tells alike, under another id, keeps what was decided of it.
    """
    present = {record.report.id: record for record in records}
    ids = {order.id for record in present.values() for order in record.orders}
    ids |= {incident.id for record in present.values() for incident in record.incidents}
    same: set[tuple[str, str]] = set()
    different: set[tuple[str, str]] = set()
    for (one, other), verdict in decided.pairs().items():
        now = [each if each in ids else _now(book, each, present) for each in (one, other)]
        if now[0] and now[1] and now[0] != now[1]:
            (same if isinstance(verdict, Same) else different).add(pair(now[0], now[1]))
    return Pairs(frozenset(same), frozenset(different))


def _now(book: Reader, thing: str, present: Mapping[str, Record]) -> str | None:
    """The id of a thing of an earlier reading in the present one; None where it is told no more."""
    place = book.readings.place_of(thing)
    if place is None:
        return None
    reading, path = place
    old = book.readings.record(reading)
    new = present.get(old.report.id)
    at = carried(old, new).get(path) if new is not None else None
    if at is None or new is None:
        return None
    frame, number = at.split(".")
    found: str = getattr(new, frame)[int(number)].id
    return found
