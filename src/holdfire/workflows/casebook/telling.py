"""Records → what each account in them tells, by its id: of records at hand, or fetched as it is asked for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from holdfire.assessment.tellings import Telling
from holdfire.corroboration.memory import own_id
from holdfire.judging import Decisions
from holdfire.model.corroborated import Incident, Order
from holdfire.model.incident import ReportedIncident
from holdfire.model.order import ReportedOrder
from holdfire.model.record import Record
from holdfire.store.book import Reader
from holdfire.workflows.casebook.corrected import decided_records

MOST = 5_000
"""So many tellings are held at most; then all are let go of and fetched anew."""


def tellings(records: Iterable[Record]) -> dict[str, Telling]:
    """What each account tells, by its id; also by the id it gets where two reports share one."""
    found: dict[str, Telling] = {}
    for record in records:
        head = record.report
        for thing in _things(record):
            made = Telling(head.source_id or head.id, head.outlet, head.published, thing)
            found.setdefault(thing.id, made)
            found[own_id(head.id, thing.id)] = made
    return found


class TellingsIn(Mapping[str, Telling]):
    """The tellings of a casebook whose accounts are kept, fetched report by report."""

    def __init__(self, book: Reader, decided: Decisions) -> None:
        self._book = book
        self._decided = decided
        self._found: dict[str, Telling] = {}
        self.names: dict[str, str] = {}
        """The ids of the reports fetched until now, by what tellings call them."""

    def __getitem__(self, account: str) -> Telling:
        found = self._found.get(account)
        if found is None:
            self.fetch(self._book.together.beside(account))
            found = self._found.get(account)
        if found is None:
            raise KeyError(account)
        return found

    def __iter__(self) -> Iterator[str]:
        return self._book.together.accounts()

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def fetch(self, accounts: Iterable[str]) -> None:
        """Fetch several at once, which is faster."""
        lacking = [each for each in accounts if each not in self._found]
        reports = sorted(set(self._book.together.reports_of(lacking).values())) if lacking else []
        if not reports:
            return
        records = list(decided_records(self._book, self._decided, only=reports))
        self.names |= {record.report.source_id or record.report.id: record.report.id for record in records}
        kept = self._found if len(self._found) < MOST else {}
        self._found = kept | tellings(records)


class Few(Mapping[str, Telling]):
    """The tellings of a few accounts of each thing: enough for the words that a page can show."""

    EACH = 5

    def __init__(self, of: TellingsIn, things: Iterable[Incident | Order]) -> None:
        self._of = of
        few = (thing.accounts[: self.EACH] for thing in things)
        self._beside = {account: accounts for accounts in few for account in accounts}

    def and_of(self, things: Sequence[Incident | Order]) -> "Few":
        """The same with those of further things, which are fetched at once."""
        made = Few(self._of, things)
        self._of.fetch(made)
        made._beside = {**self._beside, **made._beside}
        return made

    def __getitem__(self, account: str) -> Telling:
        self._of.fetch(self._beside[account])
        return self._of[account]

    def __iter__(self) -> Iterator[str]:
        return iter(self._beside)

    def __len__(self) -> int:
        return len(self._beside)


def _things(record: Record) -> tuple[ReportedOrder | ReportedIncident, ...]:
    return (*record.orders, *record.incidents)
