"""What earlier releases said of incidents and orders: it is said again as it was, and never finer."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import overload

import msgspec
import numpy as np

from holdfire.release.audience import Width
from holdfire.release.candidates import Candidate
from holdfire.release.coarsening import holds
from holdfire.release.microdata import Microdata, Numbers
from holdfire.release.packed import Packed
from holdfire.release.quotes import KeptQuote
from holdfire.release.released import Outcome, ReleasedOrder, Row, Telling
from holdfire.release.rows import Rows


class Kept(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a release said of an incident, and by which accounts it is known again.

    `outcome` says whether the outcome was told: once withheld, it stays so. `batch` names the rows that were
    withdrawn together; it is empty while a row is told.
    """

    row: Row
    accounts: tuple[str, ...]
    outcome: bool = True
    batch: str = ""


class KeptOrder(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a release said of an order, without its pages, and by which accounts it is known again."""

    order: ReleasedOrder
    accounts: tuple[str, ...]


class Past(msgspec.Struct, frozen=True, omit_defaults=True):
    """All that an audience was told until now, and its k: for what no page tells, for what pages tell."""

    audience: str
    width: Width
    k: tuple[int, int]
    kept: Sequence[Kept] = ()
    orders: tuple[KeptOrder, ...] = ()
    quotes: Sequence[KeptQuote] = ()


class Earlier(Sequence[Kept]):
    """What releases have said of incidents, in columns: one is made when it is asked for."""

    def __init__(self, those: Iterable[Kept] = ()) -> None:
        self._rows, self._accounts, self._outcomes = Rows(), Packed(), array("B")
        self._batches: dict[int, str] = {}
        for kept in those:
            if kept.batch:
                self._batches[len(self._rows)] = kept.batch
            self._rows.add(kept.row)
            self._accounts.add("\0".join(kept.accounts).encode())
            self._outcomes.append(kept.outcome)

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> Kept: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Kept]: ...
    def __getitem__(self, at: int | slice) -> Kept | Sequence[Kept]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        number = range(len(self))[at]
        return self._made(number, self._rows[number], self._accounts[number])

    def __iter__(self) -> Iterator[Kept]:
        return map(self._made, range(len(self)), self._rows, self._accounts)

    def _made(self, number: int, row: Row, accounts: bytes) -> Kept:
        told = tuple(accounts.decode().split("\0"))
        return Kept(row, told, bool(self._outcomes[number]), self._batches.get(number, ""))


class Remembered(Sequence[Kept]):
    """What earlier releases have said, and behind it what is said for the first time, made when asked for.

    New rows are the last of `rows`; `members` are their numbers among the candidates, `outcomes` says
    whether their outcome was told.
    """

    def __init__(
        self,
        earlier: Sequence[Kept],
        rows: Rows,
        members: Sequence[int],
        outcomes: Sequence[int],
        data: Microdata,
    ) -> None:
        self._earlier, self._rows, self._members = earlier, rows, members
        self._outcomes, self._data = outcomes, data

    def __len__(self) -> int:
        return len(self._earlier) + len(self._members)

    @overload
    def __getitem__(self, at: int) -> Kept: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Kept]: ...
    def __getitem__(self, at: int | slice) -> Kept | Sequence[Kept]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        number = range(len(self))[at] - len(self._earlier)
        if number < 0:
            return self._earlier[number + len(self._earlier)]
        return self._made(number)

    def __iter__(self) -> Iterator[Kept]:
        return chain(self._earlier, map(self._made, range(len(self._members))))

    def _made(self, number: int) -> Kept:
        row = self._rows[number - len(self._members)]
        return Kept(row, self._data.accounts(self._members[number]), bool(self._outcomes[number]))


def as_json(past: Past) -> Iterator[bytes]:
    """What an audience was told, as it is kept, in pieces."""
    yield msgspec.json.encode(msgspec.structs.replace(past, kept=(), quotes=()))[:-1]
    for name, those in (("kept", past.kept), ("quotes", past.quotes)):
        yield b',"%b":[' % name.encode()
        for number, each in enumerate(those):
            yield (b"," if number else b"") + msgspec.json.encode(each)
        yield b"]"
    yield b"}"


def from_json(raw: bytes) -> Past | Earlier:
    """What an audience was told, as it was kept; releases before 2026-11 kept the rows alone."""
    if raw.lstrip()[:1] == b"[":
        return Earlier(map(_kept, _parts(raw)))
    said = _said(raw)
    return Past(
        said.audience, said.width, said.k, Earlier(map(_kept, said.kept)), said.orders, tuple(said.quotes)
    )


class _Said(msgspec.Struct, frozen=True):
    """What was kept, with what is said of incidents still as it lies there: as objects it would be large."""

    audience: str
    width: Width
    k: tuple[int, int]
    kept: tuple[msgspec.Raw, ...] = ()
    orders: tuple[KeptOrder, ...] = ()
    quotes: tuple[KeptQuote, ...] = ()


_said = msgspec.json.Decoder(_Said).decode
_parts = msgspec.json.Decoder(tuple[msgspec.Raw, ...]).decode
_kept = msgspec.json.Decoder(Kept).decode


class Again(msgspec.Struct, frozen=True):
    """A candidate of which an earlier release has spoken."""

    kept: Kept
    candidate: Candidate


def known_again(earlier: Sequence[Kept], data: Microdata) -> tuple[list[Again], Numbers]:
    """Those of which an earlier release has spoken, by any account they share, and those that are new."""
    by_account = {account: n for n, kept in enumerate(earlier) for account in kept.accounts}
    taken: set[int] = set()
    again: list[Again] = []
    new = np.ones(len(data), bool)
    for number in range(len(data)) if by_account else ():
        told = {by_account[a] for a in data.accounts(number) if a in by_account}
        free = sorted(told - taken)
        if free:
            again.append(Again(earlier[free[0]], data[number]))
            taken |= told
            new[number] = False
    return again, np.flatnonzero(new)


def remembered(
    earlier: Sequence[Kept],
    again: Iterable[tuple[Again, Row]],
    batches: dict[str, str],
) -> Earlier:
    """All that releases have said until now, with the accounts that rows are known by.

    `batches` names, by the id of a row that is told no more, those it was withdrawn with.
    """
    now = {each.kept.row.id: Kept(row, _joined(each), each.kept.outcome) for each, row in again}
    old = (now.get(kept.row.id, kept) for kept in earlier)
    return Earlier(msgspec.structs.replace(each, batch=batches.get(each.row.id, "")) for each in old)


def _joined(again: Again) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*again.kept.accounts, *again.candidate.accounts)))


def still_holds(again: Again) -> bool:
    """Whether what was said of a row still holds of what is known."""
    row, now = again.kept.row, again.candidate
    if not holds(row.period, now.days):
        return False
    if row.region is None:
        return True
    here = now.region(row.region.level)
    return here is not None and here.id == row.region.id


def row_again(again: Again) -> Row:
    """The row as it was; what published pages tell of its outcome now may be told, if it was before."""
    row, now = again.kept.row, again.candidate
    if not (row.published and now.published):
        return row
    outcome = now.outcome if again.kept.outcome else Outcome()
    told = now.told if again.kept.outcome else Telling(status=now.told.status)
    return msgspec.structs.replace(row, outcome=outcome, told=told)
