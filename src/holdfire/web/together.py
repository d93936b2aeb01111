"""What all reports tell together, kept in the casebook and brought up to date beside the requests.

A page asks the casebook for what it shows and no more. A small casebook is brought together while a request
waits; a large one in a process of its own: pages show what was known before, and say so.
"""

from collections import Counter, OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import Any

from holdfire.assessment.in_force import OrderLedger
from holdfire.corroboration.corroborating import Corroborated
from holdfire.judging import Decisions
from holdfire.judging.agreement import Agreement, agreement, judged_by_several
from holdfire.model.corroborated import Incident, Order
from holdfire.model.judgement import Verdict
from holdfire.model.record import ReportHeader
from holdfire.store.book import Book, Reader
from holdfire.store.together import Together as Kept
from holdfire.workflows.analysis.counting import Counting, counting_kept
from holdfire.workflows.casebook.beside import Beside
from holdfire.workflows.casebook.bringing import Bringing
from holdfire.workflows.casebook.corrected import headers
from holdfire.workflows.casebook.judging import decisions
from holdfire.workflows.casebook.keeping import is_fresh, maker, orders_kept, things_kept
from holdfire.workflows.casebook.ordering import Case, ledger_of
from holdfire.workflows.casebook.telling import Few, TellingsIn
from holdfire.workflows.own.folder import Own

PATIENCE = 1.5
"""Seconds that a request waits for what is newer, or for an answer that takes long."""
LARGE = 2_000
"""From so many reports on a process of its own brings them together."""
ANSWERS = 16
"""So many answers that took long are kept."""


@dataclass(frozen=True, eq=False)
class Told:
    """What the reports tell together as of a place in the log; `kept` has all of it, a page at a time."""

    upto: int
    book: Reader
    kept: Kept
    decided: Decisions
    ledger: OrderLedger
    tellings: TellingsIn
    _own: Own

    def thing(self, account: str) -> Incident | Order | None:
        """The incident or order that has an account."""
        found = self.kept.of([account]).get(account)
        return next(iter(self.things([found.id])), None) if found is not None else None

    def things(self, ids: Sequence[str]) -> list[Incident | Order]:
        """Incidents and orders by their ids, in the order asked for; what is not there is left out."""
        return things_kept(self.book, list(ids))

    def case(self, incidents: Sequence[Incident] = ()) -> Case:
        """Some incidents, and all orders, as they are assessed, with the words of a few reports of each."""
        told = Corroborated(tuple(incidents), self._orders)
        return Case(told, self._few.and_of(incidents), self.ledger)

    def words(self, orders: Sequence[Order]) -> Few:
        """The words of a few reports of each of some orders, fetched at once."""
        return Few(self.tellings, ()).and_of(orders)

    def reports(self, accounts: Sequence[str]) -> dict[str, ReportHeader]:
        """The reports that give some accounts, by the accounts."""
        of = self.kept.reports_of(accounts)
        known = headers(self.book, self.decided, only=sorted(set(of.values())))
        return {account: known[report] for account, report in of.items() if report in known}

    @cached_property
    def _orders(self) -> tuple[Order, ...]:
        return tuple(version.order for version in self.ledger.history.versions)

    @cached_property
    def _few(self) -> Few:
        return Few(self.tellings, self._orders)

    @cached_property
    def counting(self) -> Counting:
        """What can be counted of it."""
        return counting_kept(self.book, self.decided, self.ledger, self._own)

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


class Together:
    """Brings the reports of a casebook together, one time after another."""

    def __init__(
        self,
        book: Book,
        own: Own,
        clock: Callable[[], float],
        *,
        large: int = LARGE,
        settled: Callable[[], object],
    ) -> None:
        self._book = book
        self._clock = clock
        self._settled = settled
        self._own = own
        self._large = large
        self._bringing = Bringing(book)
        self._beside: Beside | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="together")
        self._answering = ThreadPoolExecutor(1, thread_name_prefix="answers")
        self._answers: OrderedDict[Hashable, Future[Any]] = OrderedDict()
        self._lock = Lock()
        self._told: Told | None = None
        self._work: Future[None] | None = None
        self._took = 0.0

    def begin(self) -> None:
        """Begin before anybody asks."""
        self._started()

    @property
    def known(self) -> Told | None:
        """What is told together as far as it is known, newer or not."""
        return self._told

    def wait(self) -> None:
        """Wait a little for what is under way."""
        if self._work is not None:
            wait([self._work], timeout=PATIENCE)

    def now(self) -> tuple[Told | None, bool]:
        """What is told together as far as it is known, and whether nothing came in since.

        It waits for what is newer only where that came quickly the last time.
        """
        needed = self._book.together.needed()
        for _ in range(2):  # what is under way may have begun before the last entry
            if self._is_fresh(needed):
                break
            is_quick = self._told is None or self._took < PATIENCE
            wait([self._started()], timeout=PATIENCE if is_quick else 0)
            self._failed()
        return self._told, self._is_fresh(needed)

    def answer(self, told: Told, asked: Hashable, work: Callable[[], Any]) -> "Future[Any]":
        """The answer to a question that goes through everything, done or still to come; it waits a little."""
        return self.kept((told.upto, asked), work)

    def kept(self, key: Hashable, work: Callable[[], Any]) -> "Future[Any]":
        """What takes long and is the same for a key: under way, or done and kept; it waits a little."""
        with self._lock:
            made = self._answers.get(key)
            if made is None:
                made = self._answers[key] = self._answering.submit(work)
            self._answers.move_to_end(key)
            while len(self._answers) > ANSWERS:
                self._answers.popitem(last=False)
        wait([made], timeout=PATIENCE)
        return made

    def close(self) -> None:
        """Begin nothing more."""
        if self._beside is not None:
            self._beside.close()
        self._answering.shutdown(wait=False, cancel_futures=True)
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _is_fresh(self, needed: int) -> bool:
        return self._told is not None and self._told.upto >= needed

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
        if not is_fresh(self._book):
            if self._told is None and self._book.together.upto(maker()) is not None:
                self._told = self._opened()  # what was kept last, until there is newer
            self._bring()
        self._told = self._opened()
        self._settled()
        self._took = self._clock() - started

    def _bring(self) -> None:
        again = self._book.again
        if again is None or sum(self._book.queue.counts().values()) < self._large:
            self._bringing.bring()
            return
        if self._beside is None:
            self._beside = Beside(again)
        self._beside.bring()

    def _opened(self) -> Told:
        upto = self._book.together.upto(maker()) or 0
        seen = self._book.as_far_as(upto)
        decided = decisions(seen)
        ledger = ledger_of(orders_kept(self._book), own=self._own)
        return Told(upto, seen, self._book.together, decided, ledger, TellingsIn(seen, decided), self._own)
