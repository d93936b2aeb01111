"""A casebook → what its reports tell together, as people decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from holdfire.assessment.tellings import Tellings
from holdfire.assessment.versions import Heard, heard
from holdfire.corroboration.account import Account
from holdfire.corroboration.accounts import accounts_of
from holdfire.corroboration.comparison import Evidence
from holdfire.corroboration.corroborating import Corroborated, corroborate
from holdfire.corroboration.matching import evidence
from holdfire.errors import BookError
from holdfire.judging import Decisions
from holdfire.model.judgement import Different, Same
from holdfire.model.record import Record, ReportHeader
from holdfire.store.book import Book, Reader
from holdfire.workflows.casebook.bringing import Bringing
from holdfire.workflows.casebook.corrected import decided_records, headers
from holdfire.workflows.casebook.judging import decisions, named_thing
from holdfire.workflows.casebook.keeping import NOBODY, is_fresh, kept
from holdfire.workflows.casebook.moment import now
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


def gathered(book: Reader) -> Gathered:
    """All that a casebook tells: records as corrected, pairs as judged, lines as graded.

    What was kept is taken where nothing came since that changes it; else it is brought together.
    """
    seen = fresh(book)
    if seen is None:
        return brought(book)
    decided, (told, by) = decisions(seen), kept(seen)
    return Gathered(decided, told, headers(seen, decided), TellingsIn(seen, decided), by)


def fresh(book: Reader) -> Reader | None:
    """The casebook as far as what is kept holds; None where something came since that changes it."""
    seen = book.as_far_as(book.together.needed())
    return seen if is_fresh(seen) or (Bringing(book).caught_up() and is_fresh(seen)) else None


def brought(book: Reader) -> Gathered:
    """The same made anew, and kept."""
    made = Bringing(book).anew()
    return _made(made.decided, made.told, headers(made.seen, made.decided), made.records)


def afresh(book: Reader) -> Gathered:
    """The same where nothing that is kept is trusted."""
    if isinstance(book, Book):
        with book.change(who=NOBODY, at=now()) as change:
            change.forget_together()
    return brought(book)


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
