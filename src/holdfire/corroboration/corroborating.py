"""Records and decisions → orders and incidents: every step of corroboration in its order.

The result follows from what is given, in whatever order it comes; a decision taken back leaves no trace.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from holdfire.corroboration.account import Account, Kind
from holdfire.corroboration.accounts import Thing
from holdfire.corroboration.clusters import Apart, Decisions, cluster
from holdfire.corroboration.comparison import probability
from holdfire.corroboration.families import families
from holdfire.corroboration.joining import Told, incident, order
from holdfire.corroboration.linking import linked
from holdfire.corroboration.memory import Memory
from holdfire.model.corroborated import Incident, Order, PossiblySame
from holdfire.model.incident import ReportedIncident
from holdfire.model.order import ReportedOrder
from holdfire.model.record import Record

T = TypeVar("T", Incident, Order)
R = TypeVar("R", ReportedIncident, ReportedOrder)


@dataclass(frozen=True, slots=True)
class Corroborated:
    """What all records tell together: force first, and the most widely told; orders by date."""

    incidents: tuple[Incident, ...]
    orders: tuple[Order, ...]


def corroborate(
    records: Iterable[Record], decisions: Decisions | None = None, *, memory: Memory | None = None
) -> Corroborated:
    """Bring together what the records tell of the same incidents and orders.

    With a `memory` of an earlier time only what is new is compared.
    """
    given, known = _with_own_ids(records), memory or Memory()
    accounts = known.accounts(given)
    told = _told(given, accounts)
    decided = decisions or Decisions()
    incidents = _of_kind("incident", accounts, told, decided, known, incident)
    orders = _of_kind("order", accounts, told, decided, known, order)
    return Corroborated(tuple(sorted(incidents, key=severity)), linked(sorted(orders, key=by_date)))


def _told(records: Iterable[Record], accounts: Iterable[Account]) -> dict[str, Told]:
    """What each account tells, as its report has it."""
    things = {thing.id: (thing, record.report) for record in records for thing in _things(record)}
    return {
        account.id: Told(
            account.id,
            things[account.id][1],
            things[account.id][0],
            account.published or 0,
            frozenset(account.telling.prints),
        )
        for account in accounts
    }


def _with_own_ids(records: Iterable[Record]) -> list[Record]:
    """The records; where two tell things by one id, theirs get the report's before them."""
    given = list(records)
    often = Counter(thing.id for record in given for thing in _things(record))
    return [_renamed(record) if any(often[t.id] > 1 for t in _things(record)) else record for record in given]


def _things(record: Record) -> tuple[Thing, ...]:
    return (*record.incidents, *record.orders)


def _renamed(record: Record) -> Record:
    def own(thing: R) -> R:
        return msgspec.structs.replace(thing, id=f"{record.report.id[:16]}.{thing.id}")

    return msgspec.structs.replace(
        record, incidents=tuple(map(own, record.incidents)), orders=tuple(map(own, record.orders))
    )


def _of_kind(  # noqa: PLR0913, PLR0917 - all that a kind of thing is made of
    kind: Kind,
    accounts: Sequence[Account],
    told: Mapping[str, Told],
    decisions: Decisions,
    memory: Memory,
    made: Callable[..., T],
) -> list[T]:
    found = cluster(memory.matches(accounts, kind), decisions)
    doubts = _doubts(found.apart)
    return [
        made([told[member] for member in members], possibly_same=doubts.get(members[0], ()))
        for members in found.clusters
    ]


def _doubts(apart: Iterable[Apart]) -> dict[str, list[PossiblySame]]:
    """What each cluster may be the same as, most probable first."""
    found: dict[str, list[PossiblySame]] = {}
    for each in apart:
        for one, other in ((each.one, each.other), (each.other, each.one)):
            chance = round(probability(each.bits), 4)
            found.setdefault(one, []).append(PossiblySame(other, chance, each.reason))
    return {one: sorted(same, key=lambda s: (-s.probability, s.id)) for one, same in found.items()}


def severity(each: Incident) -> tuple[bool, bool, int, str, str]:
    """By what incidents are sorted: force first, then what reports are about, then the most widely told."""
    told = (each.act.value, *(other.value for other in each.act.others))
    date = each.date.value if each.date else "~"
    return ("force" not in families(told), each.salience != "main", -len(each.reports), date, each.id)


def by_date(each: Order) -> tuple[str, str]:
    """By what orders are sorted: the first given first; what has no date stands last."""
    date = each.issued or each.effective_from
    return (date.value if date else "~", each.id)
