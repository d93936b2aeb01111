"""What was worked out before: kept by whoever corroborates again, so that only what is new is compared.

With a memory or without one the result is the same; a test holds the two against each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from holdfire.corroboration.account import Account, Kind
from holdfire.corroboration.accounts import accounts_of
from holdfire.corroboration.compared import Compared
from holdfire.corroboration.matching import matches
from holdfire.model.record import Record

_Key = tuple[object, ...]


@dataclass(slots=True)
class Memory:
    """Accounts by their records, and bits by pairs of accounts."""

    _accounts: dict[_Key, tuple[Account, ...]] = field(default_factory=dict)
    _present: dict[str, Account] = field(default_factory=dict)
    _known: dict[Kind, Compared] = field(default_factory=dict)

    def accounts(self, records: Sequence[Record]) -> list[Account]:
        """The accounts in the records; what rests on records that are gone is forgotten."""
        keys = [_key(record) for record in records]
        made = {k: self._accounts.get(k) or tuple(accounts_of(r)) for k, r in zip(keys, records, strict=True)}
        self._accounts = made
        present = {account.id: account for each in made.values() for account in each}
        same = {i for i, account in present.items() if self._present.get(i) is account}
        self._known = {
            kind: known.among(tuple(i for i in known.ids if i in same)) for kind, known in self._known.items()
        }
        self._present = present
        return list(present.values())

    def matches(self, accounts: Sequence[Account], kind: Kind) -> Compared:
        """The bits of one kind of account; only pairs that are new are compared."""
        self._known[kind] = matches(accounts, kind, self._known.get(kind))
        return self._known[kind]


def _key(record: Record) -> _Key:
    """What the accounts of a record follow from: its words, and its things by their ids."""
    report, told = record.report, [each.id for each in record.incidents]
    told += [each.id for each in record.orders]
    return (report.id, report.text_sha256, report.title, report.published, record.text, *told)
