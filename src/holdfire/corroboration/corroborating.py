"""Records and decisions → orders and incidents: every step of corroboration in its order.

The result follows from what is given, in whatever order it comes; a decision taken back leaves no trace.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from holdfire.corroboration.account import Kind
from holdfire.corroboration.clusters import Apart, Clustering, Decisions
from holdfire.corroboration.comparison import probability
from holdfire.corroboration.families import families
from holdfire.corroboration.joining import Told, incident, order
from holdfire.corroboration.linking import linked
from holdfire.corroboration.memory import Memory
from holdfire.model.corroborated import Incident, Order, PossiblySame
from holdfire.model.record import Record

T = TypeVar("T", Incident, Order)
Records = Callable[[Sequence[str]], Iterable[tuple[str, Record]]]
"""Gets records by their keys."""
KINDS: tuple[Kind, ...] = ("incident", "order")


@dataclass(frozen=True, slots=True)
class Corroborated:
    """What all records tell together: force first, and the most widely told; orders by date."""

    incidents: tuple[Incident, ...]
    orders: tuple[Order, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What is told otherwise than before: things made anew, and the ids of those that are no more."""

    incidents: tuple[Incident, ...]
    orders: tuple[Order, ...]
    gone: frozenset[str]


class Corroboration:
    """What records tell together, while they come, change and go and people decide."""

    def __init__(self) -> None:
        self._memory = Memory()
        self._touched: frozenset[str] = frozenset()
        self._made: dict[str, tuple[tuple[str, ...], tuple[PossiblySame, ...]]] = {}
        self._orders: dict[str, Order] = {}
        self._linked: dict[str, Order] = {}

    def take(self, changed: Mapping[str, Record | None]) -> None:
        """Take in records that changed, by their keys; None stands for one that is gone."""
        self._touched |= self._memory.take(changed)

    def again(self, decisions: Decisions, records: Records) -> Changes:
        """What is told otherwise since the last time; `records` gets those that are asked for."""
        moved = {account.id for key in self._touched for account in self._memory.accounts_of(key)}
        self._touched = frozenset()
        of = {kind: self._memory.clusters(kind, decisions) for kind in KINDS}
        now = {kind: _by_first(found) for kind, found in of.items()}
        every = {i: made for of_kind in now.values() for i, made in of_kind.items()}
        new = {
            i: made for i, made in every.items() if self._made.get(i) != made or not moved.isdisjoint(made[0])
        }
        gone = frozenset(self._made.keys() - every.keys())
        self._made = every
        told = self._told({account for accounts, _ in new.values() for account in accounts}, records)
        incidents = [_made(incident, told, *new[i]) for i in now["incident"] if i in new]
        orders = [_made(order, told, *new[i]) for i in now["order"] if i in new]
        return Changes(tuple(incidents), self._linked_anew(orders, gone), gone)

    def all_told(self, decisions: Decisions, records: Records) -> Corroborated:
        """The same where nothing was asked for before: all that is told."""
        made = self.again(decisions, records)
        return Corroborated(
            tuple(sorted(made.incidents, key=severity)), tuple(sorted(made.orders, key=by_date))
        )

    def key_of(self, account: str) -> str:
        """The key of the record that gives an account."""
        return self._memory.key_of(account)

    def named(self, thing: str) -> tuple[str, ...]:
        """The accounts that the id of a reported thing stands for."""
        return self._memory.named(thing)

    def _told(self, accounts: Collection[str], records: Records) -> dict[str, Told]:
        """What accounts tell, as their reports have it."""
        found: dict[str, Told] = {}
        for key, record in records(sorted({self._memory.key_of(each) for each in accounts})):
            things = self._memory.told(record, key)
            for each in self._memory.accounts_of(key):
                prints = frozenset(each.telling.prints)
                found[each.id] = Told(each.id, record.report, things[each.id], each.published or 0, prints)
        return found

    def _linked_anew(self, new: Sequence[Order], gone: Iterable[str]) -> tuple[Order, ...]:
        """The orders that are others now, or stand to others."""
        before = self._orders
        self._orders = {i: each for i, each in before.items() if i not in gone} | {o.id: o for o in new}
        if not new and len(before) == len(self._orders):
            return ()
        was = self._linked
        self._linked = {each.id: each for each in linked(sorted(self._orders.values(), key=by_date))}
        again = {each.id for each in new}
        return tuple(each for i, each in self._linked.items() if i in again or was.get(i) != each)


def corroborate(records: Iterable[Record], decisions: Decisions | None = None) -> Corroborated:
    """Bring together what the records tell of the same incidents and orders."""
    given = {str(number): record for number, record in enumerate(records)}
    corroboration = Corroboration()
    corroboration.take(given)
    return corroboration.all_told(decisions or Decisions(), lambda keys: ((key, given[key]) for key in keys))


def _by_first(found: Clustering) -> dict[str, tuple[tuple[str, ...], tuple[PossiblySame, ...]]]:
    """What each thing is made of: its accounts, and what it may be the same as."""
    doubts = _doubts(found.apart)
    return {members[0]: (members, tuple(doubts.get(members[0], ()))) for members in found.clusters}


def _made(
    make: Callable[..., T],
    told: Mapping[str, Told],
    accounts: Iterable[str],
    doubts: Sequence[PossiblySame],
) -> T:
    return make([told[each] for each in accounts], possibly_same=doubts)


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
