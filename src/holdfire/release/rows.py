"""Rows of a release in columns: a row is made when it is asked for, and 25 bytes until then."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple, TypeVar, overload

import msgspec
import numpy as np
import numpy.typing as npt

from holdfire.release.coarsening import Region
from holdfire.release.distinct import Distinct
from holdfire.release.packed import Packed
from holdfire.release.released import Outcome, Row, Telling

Numbers = npt.NDArray[np.int64]
T = TypeVar("T")
MOST_KEPT: Final = 16_384
"""Different sayings of which what was made is kept at once."""


class Alike(NamedTuple):
    """What all rows of a group have in common."""

    group: str
    published: bool
    period: str
    region: Region | None
    role: str
    sex: str
    age: str


class Told(NamedTuple):
    """What is told of a row: the sort of act, the outcome, and what else."""

    kind: str
    outcome: Outcome
    telling: Telling


class Rows(Sequence[Row]):
    """Rows, in an order: ids, and the numbers of what they have in common and of what is told of them."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self._ids = Packed()
        self._alike, self._told = array("I"), array("I")
        self._alikes, self._tolds = Distinct[Alike](), Distinct[Told]()
        self._order: Numbers | None = None
        for row in rows:
            self.add(row)

    def add(self, row: Row) -> None:
        """Put a row as it is behind the others."""
        alike = Alike(row.group, row.published, row.period, row.region, row.role, row.sex, row.age)
        self.put(row.id, alike, Told(row.kind, row.outcome, row.told))

    def put(self, name: str, alike: Alike, told: Told) -> None:
        """Put a row behind the others."""
        self._ids.add(name.encode())
        self._alike.append(self._alikes.number(alike))
        self._told.append(self._tolds.number(told))

    def __len__(self) -> int:
        return len(self._ids) if self._order is None else len(self._order)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> "Rows": ...
    def __getitem__(self, at: int | slice) -> "Row | Rows":
        if isinstance(at, slice):
            return self._in_order(self._places()[at])
        number = range(len(self))[at]
        return self._row(number if self._order is None else int(self._order[number]))

    def __iter__(self) -> Iterator[Row]:
        return map(self._row, range(len(self)) if self._order is None else map(int, self._order))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def _row(self, number: int) -> Row:
        alike, told = self._alikes.values[self._alike[number]], self._tolds.values[self._told[number]]
        return Row(
            self._ids[number].decode(), alike.group, told.kind, alike.published, told.outcome, told.telling,
            alike.period, alike.region, alike.role, alike.sex, alike.age,
        )  # fmt: skip

    def sorted(self) -> "Rows":
        """The same rows by their ids, which says nothing of how they came."""
        return self._in_order(sorted(range(len(self._ids)), key=self._ids.__getitem__))

    def groups(self) -> "Iterator[tuple[Alike, Rows]]":
        """The rows of each group, in their order; groups by their ids."""
        order = self._places()
        of = np.frombuffer(self._alike, np.uint32)[order] if len(order) else np.zeros(0, np.uint32)
        by_name = sorted(range(len(self._alikes.values)), key=lambda n: self._alikes.values[n].group)
        by_group = order[np.argsort(of, kind="stable")]
        starts = np.searchsorted(np.sort(of), np.arange(len(self._alikes.values) + 1))
        for number in by_name:
            members = by_group[starts[number] : starts[number + 1]]
            if len(members):
                yield self._alikes.values[number], self._in_order(members)

    def counted(self) -> Iterator[tuple[Alike, Told, int]]:
        """What rows say, and how many say just this."""
        order = self._places()
        if not len(order):
            return
        both = np.frombuffer(self._alike, np.uint32)[order].astype(np.int64) << 32
        both |= np.frombuffer(self._told, np.uint32)[order]
        for code, number in zip(*np.unique(both, return_counts=True), strict=True):
            alike, told = self._alikes.values[code >> 32], self._tolds.values[code & 0xFFFFFFFF]
            yield alike, told, int(number)

    def parts(self) -> Iterator[tuple[str, Alike, Told]]:
        """The id of each row, what it has in common with others, and what is told of it."""
        for number in map(int, self._places()):
            alike, told = self._alike[number], self._told[number]
            yield self._ids[number].decode(), self._alikes.values[alike], self._tolds.values[told]

    def ids(self) -> Iterator[str]:
        """Their ids."""
        return (self._ids[number].decode() for number in map(int, self._places()))

    def each(self, make: Callable[[Row], T]) -> Iterator[tuple[str, T]]:
        """The id of each row, and what is made of it: once for all that say the same, with no id."""
        made: dict[tuple[int, int], T] = {}
        for number in map(int, self._places()):
            key = self._alike[number], self._told[number]
            if key not in made:
                if len(made) >= MOST_KEPT:
                    made.clear()
                made[key] = make(msgspec.structs.replace(self._row(number), id=""))
            yield self._ids[number].decode(), made[key]

    def _places(self) -> Numbers:
        return np.arange(len(self._ids)) if self._order is None else self._order

    def _in_order(self, order: Sequence[int] | Numbers) -> "Rows":
        made = Rows.__new__(Rows)
        made._ids, made._alike, made._told = self._ids, self._alike, self._told
        made._alikes, made._tolds = self._alikes, self._tolds
        made._order = np.asarray(order, np.int64)
        return made
