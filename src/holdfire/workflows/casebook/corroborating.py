"""A casebook → what its reports tell together, as people decided."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

import msgspec

from holdfire.corroboration.account import Account
from holdfire.corroboration.accounts import accounts_of
from holdfire.corroboration.clusters import Decisions as Pairs
from holdfire.corroboration.comparison import Evidence
from holdfire.corroboration.corroborating import Corroborated, corroborate
from holdfire.corroboration.grading import graded
from holdfire.corroboration.matching import evidence
from holdfire.corroboration.memory import Memory
from holdfire.errors import BookError
from holdfire.judging import HEADER, Decisions, applied
from holdfire.model.judgement import Different, Same, pair
from holdfire.model.record import Record
from holdfire.model.stored import StoredReading
from holdfire.store.book import Reader
from holdfire.views.difference import carried
from holdfire.workflows.casebook.deciding import added_to
from holdfire.workflows.casebook.judging import decisions, named_thing
from holdfire.workflows.casebook.showing import verdicts

AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Compared:
    """Two reported things by their ids: what speaks for and against their being one; what people said."""

    one: str
    other: str
    evidence: tuple[Evidence, ...]
    decided: Same | Different | None = None


@dataclass(frozen=True, slots=True)
class Gathered:
    """What people decided, the present records as they corrected them, and what these tell together."""

    decided: Decisions
    records: tuple[Record, ...]
    told: Corroborated


def gathered(book: Reader, *, memory: Memory | None = None) -> Gathered:
    """All that a casebook tells: records as corrected, pairs as judged, lines as graded.

    With a `memory` of an earlier time only what is new is compared.
    """
    decided = decisions(book)
    records = tuple(decided_records(book, decided))
    told = corroborate(records, decided_pairs(book, decided, records), memory=memory)
    return Gathered(decided, records, graded(told, decided.grade))


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
    record = next(decided_records(book, decided, only=report))
    return next(account for account in accounts_of(record) if account.id == thing)


def decided_records(book: Reader, decided: Decisions, *, only: str | None = None) -> Iterator[Record]:
    """The present record of each report, or of one, with its text, corrected as people decided."""
    judged = {target.split("/")[1] for target, _ in decided.about if target.startswith("report/")}
    present = book.readings.present(report=only)
    while page := list(islice(present, AT_ONCE)):
        words = book.reports.words(record.report.text_sha256 for _, record in page)
        for reading, record in page:
            text = words[record.report.text_sha256]
            made = _corrected(book, reading, record, decided, text) if reading.report in judged else record
            yield msgspec.structs.replace(made, text=text)


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


def _corrected(book: Reader, reading: StoredReading, record: Record, decided: Decisions, text: str) -> Record:
    here = f"report/{reading.report}"
    said = verdicts(book, reading.report, book.readings.of(reading.report))
    of_report = ((path, decided.verdict(f"{here}/{path}")) for path in HEADER)
    said |= {path: verdict for path, verdict in of_report if verdict is not None}
    return applied(record, said, added_to(decided, reading.report), text=text)


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
