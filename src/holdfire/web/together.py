"""What all reports tell together, kept as of a place in the log and made again beside the requests.

A small casebook is brought together while a request waits. For a large one pages show what was known a moment
ago, and say so.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import cached_property
from threading import Lock

from holdfire.corroboration.memory import Memory
from holdfire.judging import Decisions
from holdfire.judging.agreement import Agreement, agreement, judged_by_several
from holdfire.model.corroborated import Incident, Order
from holdfire.model.judgement import Verdict
from holdfire.model.record import Record, ReportHeader
from holdfire.store.book import Book
from holdfire.views.corroborated import Row, row, rows
from holdfire.views.order_ledger import OrderLedgerView, order_ledger
from holdfire.workflows.casebook.corroborating import gathered
from holdfire.workflows.casebook.ordering import Case, case_of
from holdfire.workflows.own.folder import Own

PATIENCE = 1.5
"""Seconds that a request waits for what is newer."""


@dataclass(frozen=True)
class Told:
    """What the reports tell together at a place in the log; `reports` by their ids."""

    upto: int
    case: Case
    reports: dict[str, ReportHeader]
    of: dict[str, str]
    decided: Decisions
    records: tuple[Record, ...]

    @cached_property
    def things(self) -> dict[str, Incident | Order]:
        """Every incident and order, by the ids of the accounts that it is made of."""
        both: tuple[Incident | Order, ...] = (*self.case.told.incidents, *self.case.told.orders)
        return {account: each for each in both for account in each.accounts}

    @cached_property
    def incidents(self) -> list[Row]:
        """A row for each incident, by date."""
        return rows(self.case.told.incidents)

    @cached_property
    def orders(self) -> list[Row]:
        """A row for each order, by date."""
        return rows(self.case.told.orders)

    @cached_property
    def ledger(self) -> OrderLedgerView:
        """The orders over time."""
        return order_ledger(self.case.ledger.history)

    @cached_property
    def made_by(self) -> dict[str, int]:
        """How many decisions that count each person made."""
        return dict(Counter(each.who for those in self.decided.about.values() for each in those))

    @cached_property
    def several(self) -> Mapping[tuple[str, str | None], dict[str, Verdict]]:
        """The verdicts of each person on what two or more of them judged."""
        return judged_by_several(self.decided)

    @cached_property
    def agreement(self) -> Agreement:
        """How far people agree."""
        return agreement(self.decided)

    def row(self, thing: Incident | Order) -> Row:
        """The row of one thing."""
        return row(thing)


class Together:
    """Brings the reports of a casebook together, one time after another."""

    def __init__(self, book: Book, own: Own, clock: Callable[[], float]) -> None:
        self._book = book
        self._clock = clock
        self._own = own
        self._memory = Memory()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="together")
        self._lock = Lock()
        self._told: Told | None = None
        self._work: Future[None] | None = None
        self._took = 0.0

    def begin(self) -> None:
        """Begin before anybody asks."""
        self._started()

    def now(self) -> tuple[Told | None, bool]:
        """What is told together as far as it is known, and whether nothing came in since.

        It waits for what is newer only where that came quickly the last time.
        """
        last = self._book.log.last()
        upto = last.seq if last else 0
        for _ in range(2):  # what is under way may have begun before the last entry
            if self._is_fresh(upto):
                break
            is_quick = self._told is None or self._took < PATIENCE
            wait([self._started()], timeout=PATIENCE if is_quick else 0)
            self._failed()
        return self._told, self._is_fresh(upto)

    def close(self) -> None:
        """Begin nothing more."""
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _is_fresh(self, upto: int) -> bool:
        return self._told is not None and self._told.upto >= upto

    def _started(self) -> "Future[None]":
        with self._lock:
            if self._work is None or self._work.done():
                self._work = self._thread.submit(self._make)
            return self._work

    def _failed(self) -> None:
        """What went wrong in the thread goes wrong in the request that waited for it."""
        work = self._work
        if work is not None and work.done():
            error = work.exception()
            if error is not None:
                raise error

    def _make(self) -> None:
        started = self._clock()
        last = self._book.log.last()
        found = gathered(self._book, memory=self._memory)
        reports = {record.report.id: record.report for record in found.records}
        of = {thing.id: record.report.id for record in found.records for thing in record.incidents}
        of |= {thing.id: record.report.id for record in found.records for thing in record.orders}
        self._told = Told(
            last.seq if last else 0,
            case_of(found.records, found.told, own=self._own),
            reports,
            of,
            found.decided,
            found.records,
        )
        self._took = self._clock() - started
