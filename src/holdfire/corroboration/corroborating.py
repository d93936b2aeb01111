"""Records and decisions → orders and incidents: every step of corroboration in its order.

The result follows from what is given, in whatever order it comes; a decision taken back leaves no trace.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from holdfire.corroboration.account import Account, Kind
from holdfire.corroboration.accounts import Thing, account_id, accounts_of
from holdfire.corroboration.clusters import Apart, Decisions, cluster
from holdfire.corroboration.comparison import probability
from holdfire.corroboration.families import families
from holdfire.corroboration.joining import Told, incident, order
from holdfire.corroboration.linking import linked
from holdfire.corroboration.matching import matches
from holdfire.model.corroborated import Incident, Order, PossiblySame
from holdfire.model.record import Record

T = TypeVar("T", Incident, Order)


@dataclass(frozen=True, slots=True)
class Corroborated:
    """What all records tell together: force first, and the most widely told; orders by date."""

    incidents: tuple[Incident, ...]
    orders: tuple[Order, ...]


def corroborate(records: Iterable[Record], decisions: Decisions | None = None) -> Corroborated:
    """Bring together what the records tell of the same incidents and orders."""
    accounts: dict[str, Account] = {}
    told: dict[str, Told] = {}
    for record in records:
        all_told: tuple[Thing, ...] = (*record.incidents, *record.orders)
        things = {account_id(record.report.id, thing.id): thing for thing in all_told}
        for account in accounts_of(record):
            accounts[account.id] = account
            thing, prints = things[account.id], frozenset(account.telling.prints)
            told[account.id] = Told(account.id, record.report, thing, account.published or 0, prints)
    decided = decisions or Decisions()
    incidents = _of_kind("incident", accounts, told, decided, incident)
    orders = _of_kind("order", accounts, told, decided, order)
    return Corroborated(tuple(sorted(incidents, key=_severity)), linked(sorted(orders, key=_by_date)))


def _of_kind(
    kind: Kind,
    accounts: Mapping[str, Account],
    told: Mapping[str, Told],
    decisions: Decisions,
    made: Callable[..., T],
) -> list[T]:
    ids = [a.id for a in accounts.values() if a.kind == kind]
    found = cluster(ids, matches(list(accounts.values()), kind), decisions)
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


def _severity(each: Incident) -> tuple[bool, bool, int, str, str]:
    told = (each.act.value, *(other.value for other in each.act.others))
    date = each.date.value if each.date else "~"
    return ("force" not in families(told), each.salience != "main", -len(each.reports), date, each.id)


def _by_date(each: Order) -> tuple[str, str]:
    date = each.issued or each.effective_from
    return (date.value if date else "~", each.id)
