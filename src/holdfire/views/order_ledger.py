"""History → the orders over time: when each held, what it says, how they stand to each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from holdfire.assessment.history import History, Tie, ties, ties_of
from holdfire.assessment.versions import Problem, Version
from holdfire.model.moment import DAY
from holdfire.model.period import BEGINNING, END, Period
from holdfire.views.dates import say_date, say_start
from holdfire.views.in_force import SHORT, in_words, title
from holdfire.views.wording import say

_SAID = {
    "replaces": "replaces",
    "reaffirms": "reaffirms",
    "implements": "carries out",
    "amends": "amends",
    "replaces by implication": "replaces by implication",
    "lapses": "lapses",
    "end unknown": "end unknown",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """How an order stands to another, or ends: `kind` for programs, `said` for people."""

    kind: str
    to: str | None
    truth: str
    said: str
    because: str


@dataclass(frozen=True, slots=True)
class OrderRow:
    """An order in the ledger.

    `first` to `last` are the days (ordinals) through which it held, as far as they are told; `sure_from` is
    the first day on which it held for sure. None is open. `where` and `clauses` are in words.
    """

    id: str
    title: str
    issued: str
    holds_from: str
    holds_to: str
    where: str
    to_whom: str
    clauses: tuple[str, ...]
    relations: tuple[Relation, ...]
    reports: int
    lines: int
    first: int | None
    sure_from: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class OrderLedgerView:
    """All orders, the first given first, with what in them cannot be."""

    rows: tuple[OrderRow, ...]
    problems: tuple[Problem, ...]


def order_ledger(history: History) -> OrderLedgerView:
    """The ledger of a casebook."""
    of: dict[str, list[Tie]] = {}
    for tie in ties(history):
        of.setdefault(tie.order, []).append(tie)
    rows = (_row(version, of.get(version.id, ())) for version in history.versions)
    return OrderLedgerView(tuple(sorted(rows, key=_by_time)), history.problems)


def order_rows(history: History, versions: Iterable[Version], *, most: int) -> list[OrderRow]:
    """The rows of some orders, each with so many of the relations that follow by implication at most."""
    return sorted((_row(each, tuple(ties_of(history, each, most=most))) for each in versions), key=_by_time)


def _by_time(row: OrderRow) -> tuple[int, str]:
    return (row.first if row.first is not None else END, row.id)


def _row(version: Version, tied: Sequence[Tie]) -> OrderRow:
    order = version.order
    return OrderRow(
        id=order.id,
        title=title(order),
        issued=_date(version.issued),
        holds_from=say_start(_edtf(version.issued), "" if order.starts_as_given else _edtf(version.start)),
        holds_to=_date(version.end),
        where="; ".join(say(area.value) for area in order.areas)
        or ", ".join(place.value.name for place in order.places),
        to_whom=", ".join(party.value.name for party in order.addressees),
        clauses=tuple(say(norm.value) for norm in order.clauses),
        relations=tuple(_relation(tie) for tie in tied),
        reports=len(order.reports),
        lines=len(order.lines),
        first=_day(version.began[0]),
        sure_from=_day(version.began[1]),
        last=_day(version.end.bounds.latest_end - 1) if version.end is not None else None,
    )


def _date(period: Period | None) -> str:
    return say_date(period.edtf) if period is not None else ""


def _edtf(period: Period | None) -> str:
    return period.edtf if period is not None else ""


def _day(second: int) -> int | None:
    return second // DAY if BEGINNING < second < END else None


def _relation(tie: Tie) -> Relation:
    to = f" {tie.to[:SHORT]}" if tie.to else ""
    maybe = "possibly " if tie.truth.value == "possibly" else ""
    said = f"{maybe}{_SAID[tie.kind]}{to}"
    return Relation(tie.kind, tie.to, tie.truth.value, said, in_words(tie.because))
