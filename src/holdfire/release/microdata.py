"""Candidates in columns (what statistical disclosure control calls microdata): values by their numbers.

What many share is held once, so that 100,000 candidates take a few megabytes, and are grouped as arrays.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from holdfire.release.candidates import Candidate
from holdfire.release.coarsening import LEVELS, Days, Region, period_of, years_of
from holdfire.release.distinct import Distinct
from holdfire.release.packed import Packed
from holdfire.release.persons import Persons
from holdfire.release.policy import PeriodLevel, PlaceLevel
from holdfire.release.released import Outcome
from holdfire.release.rows import Told

Numbers = npt.NDArray[np.int64]
UNKNOWN = -1
"""Where a place or a date cannot be told so coarsely."""


class _Common(NamedTuple):
    """What candidates are grouped by, before anything is made coarse."""

    published: bool
    days: Days | None
    regions: tuple[Region | None, ...]
    persons: Persons


class Microdata:
    """Candidates by their number, in the order of their accounts once all are in (`seal`)."""

    def __init__(self) -> None:
        self._accounts, self._pages = Packed(), Packed()
        self._common, self._told = array("I"), array("I")
        self.commons, self.tolds = Distinct[_Common](), Distinct[Told]()
        self._ids = array("Q")
        self._order: Numbers = np.zeros(0, np.int64)
        self.kin: Numbers = np.zeros(0, np.int64)

    def add(self, name: str, made: Candidate) -> None:
        """Add what of an incident could leave, by the incident's id."""
        self._ids.append(_short(name))
        self._accounts.add("\0".join(made.accounts).encode())
        self._pages.add(array("I", made.pages).tobytes())
        self._common.append(
            self.commons.number(_Common(made.published, made.days, made.regions, made.persons))
        )
        self._told.append(self.tolds.number(Told(made.kind, made.outcome, made.told)))

    def seal(self, kins: Mapping[str, str]) -> None:
        """Bring all into the order of their accounts; `kins` are those that may be one incident."""
        number = len(self._accounts)
        self._order = np.array(sorted(range(number), key=self._accounts.__getitem__), np.int64)
        kin = np.arange(number)
        if kins:
            roots = {root: -1 - n for n, root in enumerate(sorted(set(kins.values())))}
            ids = np.frombuffer(self._ids, np.uint64) if number else np.zeros(0, np.uint64)
            linked = {_short(name): roots[root] for name, root in kins.items()}
            for at in np.flatnonzero(np.isin(ids, np.array(list(linked), np.uint64))):
                kin[at] = linked[int(ids[at])]
        self.kin = kin[self._order]

    def __len__(self) -> int:
        return len(self._accounts)

    def __iter__(self) -> Iterator[Candidate]:
        return map(self.__getitem__, range(len(self)))

    def __getitem__(self, number: int) -> Candidate:
        common, told = self.common(number), self.told(number)
        return Candidate(
            self.accounts(number), str(self.kin[number]), common.published, self.pages(number), common.days,
            common.regions, common.persons, told.kind, told.outcome, told.telling,
        )  # fmt: skip

    def accounts(self, number: int) -> tuple[str, ...]:
        """The accounts of one."""
        return tuple(self._accounts[int(self._order[number])].decode().split("\0"))

    def pages(self, number: int) -> tuple[int, ...]:
        """The numbers of the published pages that tell one."""
        return tuple(array("I", self._pages[int(self._order[number])]))

    def common(self, number: int) -> _Common:
        """What one is grouped by."""
        return self.commons.values[self._common[int(self._order[number])]]

    def told(self, number: int) -> Told:
        """What is told of one."""
        return self.tolds.values[self._told[int(self._order[number])]]

    def column(self, of: Iterable[int]) -> Numbers:
        """For each candidate, the value that stands for what it is grouped by."""
        values = np.fromiter(of, np.int64, len(self.commons.values))
        return values[self._numbers(self._common)]

    def numbers(self) -> Numbers:
        """For each candidate, the number of what it is grouped by, among `commons`."""
        return self._numbers(self._common)

    def outcomes(self) -> tuple[Numbers, list[Outcome]]:
        """For each candidate, the number of its outcome; and the outcomes by their numbers."""
        seen = Distinct[Outcome]()
        values = np.fromiter((seen.number(told.outcome) for told in self.tolds.values), np.int64)
        return values[self._numbers(self._told)], seen.values

    def places(self, level: PlaceLevel) -> Numbers:
        """For each candidate, a number of its region of a level; UNKNOWN where none is known."""
        if level == "none":
            return np.zeros(len(self), np.int64)
        seen, at = Distinct[str](), LEVELS.index(level)
        found = (each.regions[at] for each in self.commons.values)
        return self.column(UNKNOWN if region is None else seen.number(region.id) for region in found)

    def periods(self, level: PeriodLevel) -> Numbers:
        """For each candidate, a number of the period in which it lies; UNKNOWN where no one holds it."""
        if level == "none":
            return np.zeros(len(self), np.int64)
        seen = Distinct[str]()

        def number(days: Days | None) -> int:
            told = None if days is None else level if level == "years" else period_of(days, level)
            return UNKNOWN if told is None else seen.number(told)

        return self.column(number(each.days) for each in self.commons.values)

    def years(self, number: int) -> tuple[int, int]:
        """The years in which one may have been."""
        days = self.common(number).days
        return years_of(days) if days is not None else (0, 0)

    def _numbers(self, column: "array[int]") -> Numbers:
        if not len(self):
            return np.zeros(0, np.int64)
        return np.frombuffer(column, np.uint32).astype(np.int64)[self._order]


def _short(name: str) -> int:
    """An id as a number: two of a casebook are never the same for all that can happen."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big")
