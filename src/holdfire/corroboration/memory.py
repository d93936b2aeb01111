"""Which accounts tell of one thing, as records come, change and go: only what is touched is done again.

What comes out is what all records at once would give; a law test holds the two against each other.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import msgspec
import numpy as np

from holdfire.corroboration.account import Account, Kind
from holdfire.corroboration.accounts import Thing, accounts_of
from holdfire.corroboration.clusters import Clustering, Clusters, Decisions
from holdfire.corroboration.columns import Columns, columns, joined, taken
from holdfire.corroboration.compared import NOTHING, Compared
from holdfire.corroboration.matching import matched
from holdfire.model.record import Record


@dataclass(frozen=True, slots=True)
class _Report:
    """What a report tells: its accounts as it names them, and the name by which they are told apart."""

    name: str
    accounts: tuple[Account, ...]


class Memory:
    """The accounts of records that go by keys, and for each kind what is one thing."""

    def __init__(self) -> None:
        self._reports: dict[str, _Report] = {}
        self._bearers: dict[str, Counter[str]] = {}
        self._present: dict[str, dict[str, Account]] = {}
        self._keys: dict[str, str] = {}
        self._kinds: dict[Kind, _Kin] = {"incident": _Kin("incident"), "order": _Kin("order")}

    def take(self, changed: Mapping[str, Record | None]) -> frozenset[str]:
        """Take in records by their keys, None for one that is gone; the keys of all that are touched by it.

        Where two records tell things by one id, theirs get the report's before them, so one record may touch
        another.
        """
        again = set(changed)
        for key, record in changed.items():
            again.update(self._forgotten(key))
            again.update(self._learnt(key, record) if record is not None else ())
        gone: dict[str, Account] = {}
        new: dict[str, Account] = {}
        for key in sorted(again):
            gone |= self._present.pop(key, {})
        for key in sorted(again & self._reports.keys()):
            self._present[key] = self._named(key)
            new |= self._present[key]
        for each in gone.keys() - new.keys():
            del self._keys[each]
        self._keys |= {
            each: key for key in sorted(again & self._reports.keys()) for each in self._present[key]
        }
        for kin in self._kinds.values():
            kin.change(gone, new)
        return frozenset(again)

    def clusters(self, kind: Kind, decisions: Decisions) -> Clustering:
        """What is one thing, as people decided."""
        return self._kinds[kind].clusters(decisions)

    def key_of(self, account: str) -> str:
        """The key of the record that gives an account."""
        return self._keys[account]

    def accounts_of(self, key: str) -> Iterable[Account]:
        """The accounts of a record."""
        return self._present.get(key, {}).values()

    def named(self, thing: str) -> tuple[str, ...]:
        """The accounts that an id stands for: several where it is told by several reports, none if by none.

        Ids get their report's before them when another report tells a thing by one of them, and lose it when
        that report is gone; what was said of a thing is said of it under both.
        """
        if thing in self._keys:
            return (thing,)
        if thing in self._bearers:
            bearers = self._bearers[thing]
            return tuple(sorted({own_id(self._reports[key].name, thing) for key in bearers if bearers[key]}))
        plain = thing.partition(".")[2]
        key = self._keys.get(plain)
        return (plain,) if key is not None and own_id(self._reports[key].name, plain) == thing else ()

    def told(self, record: Record, key: str) -> dict[str, Thing]:
        """The things of a record by the ids of their accounts."""
        is_shared = self._is_shared(self._reports[key])
        name = self._reports[key].name
        things: tuple[Thing, ...] = (*record.incidents, *record.orders)
        return {own_id(name, each.id) if is_shared else each.id: each for each in things}

    def _forgotten(self, key: str) -> Iterable[str]:
        """Let go of a record; the keys of those that tell things by the same ids."""
        was = self._reports.pop(key, None)
        for account in was.accounts if was is not None else ():
            bearers = self._bearers[account.id]
            bearers[key] -= 1
            yield from +bearers
            if not +bearers:
                del self._bearers[account.id]

    def _learnt(self, key: str, record: Record) -> Iterable[str]:
        self._reports[key] = _Report(record.report.id, tuple(accounts_of(record)))
        for account in self._reports[key].accounts:
            bearers = self._bearers.setdefault(account.id, Counter())
            bearers[key] += 1
            yield from +bearers

    def _named(self, key: str) -> dict[str, Account]:
        of = self._reports[key]
        if not self._is_shared(of):
            return {account.id: account for account in of.accounts}
        own = (msgspec.structs.replace(each, id=own_id(of.name, each.id)) for each in of.accounts)
        return {account.id: account for account in own}

    def _is_shared(self, report: _Report) -> bool:
        return any(self._bearers[account.id].total() > 1 for account in report.accounts)


def own_id(report: str, thing: str) -> str:
    """The id that an account gets where two reports tell things by one id."""
    return f"{report[:16]}.{thing}"


@dataclass(slots=True)
class _Kin:
    """The accounts of one kind: in columns, compared, and in clusters."""

    kind: Kind
    _ids: tuple[str, ...] = ()
    _table: Columns = field(default_factory=lambda: columns(()))
    _compared: Compared = NOTHING
    _clusters: Clusters = field(default_factory=Clusters)

    def change(self, gone: Mapping[str, Account], new: Mapping[str, Account]) -> None:
        """Accounts that come in the place of those that go; what stays as it was is not compared again."""
        dropped = {i for i, each in gone.items() if each.kind == self.kind and new.get(i) != each}
        ours = [each for i, each in new.items() if each.kind == self.kind and gone.get(i) != each]
        if not dropped and not ours:
            return
        kept = [number for number, each in enumerate(self._ids) if each not in dropped]
        staying = tuple(self._ids[number] for number in kept)
        ids = (*staying, *(each.id for each in ours))
        order = np.array(sorted(range(len(ids)), key=ids.__getitem__), np.intp)
        table = taken(joined(taken(self._table, np.array(kept, np.intp)), columns(ours)), order)
        self._ids, self._table = tuple(ids[number] for number in order.tolist()), table
        self._compared = matched(self._ids, table, self.kind, self._compared.among(staying).among(self._ids))

    def clusters(self, decisions: Decisions) -> Clustering:
        return self._clusters.again(self._compared, decisions)
