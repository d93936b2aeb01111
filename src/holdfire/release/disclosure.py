"""Candidates → groups of at least k, alike in place, period and persons; drops those that no group takes.

Local recoding: rows are grouped at the finest step of the policy, and those left over at the next
(k-anonymity, Sweeney 2002). A group with fewer than l outcomes gives none away (l-diversity,
Machanavajjhala et al. 2007). Groups are counted in arrays; a candidate is its number.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from holdfire.release.coarsening import LEVELS, Region, period_of
from holdfire.release.distinct import Distinct
from holdfire.release.microdata import UNKNOWN, Microdata, Numbers
from holdfire.release.persons import NOBODY, Persons
from holdfire.release.policy import Policy, Step
from holdfire.release.together import Together


class Cell(NamedTuple):
    """A group: what its rows have in common, and whether their outcomes may be told."""

    members: Sequence[int]
    published: bool
    region: Region | None
    period: str
    persons: Persons
    outcome: bool


def cells(data: Microdata, new: Numbers, policy: Policy, *, together: Together) -> tuple[list[Cell], int]:
    """Groups of at least k of the new ones, and how many stand alone however coarse they are told.

    Where a group would leave behind too few of those whom somebody was told of together, these are told
    more coarsely, step by step, and at last not at all.
    """
    grouping, begins = _Grouping(data, policy, together), np.zeros(len(data), np.int64)
    while True:
        made, left = grouping.at(new, begins)
        told = {data.accounts(each) for cell in made for each in cell.members} if together else set()
        stranded = together.stranded(told)
        if not stranded:
            return made, left
        for each in new:
            begins[each] += data.accounts(int(each)) in stranded


class _Grouping:
    """Candidates, a policy, and what is known already → groups."""

    def __init__(self, data: Microdata, policy: Policy, together: Together) -> None:
        self._data, self._policy, self._together = data, policy, together
        self._outcomes, _ = data.outcomes()
        self._published = data.column(each.published for each in data.commons.values)
        persons = Distinct[Persons]()
        self._persons = data.column(persons.number(each.persons) for each in data.commons.values)

    def at(self, new: Numbers, begins: Numbers) -> tuple[list[Cell], int]:
        """The groups where each candidate is told no more exactly than from the step at which it begins."""
        waiting, made = new, list[Cell]()
        for number, step in enumerate(self._policy.steps):
            now = begins[waiting] <= number
            found, taken = self._grouped(waiting[now], step)
            made += found
            waiting = waiting[~np.isin(waiting, taken)]
        return made, len(waiting)

    def _grouped(self, waiting: Numbers, step: Step) -> tuple[list[Cell], Numbers]:
        made, taken = list[Cell](), [np.zeros(0, np.int64)]
        for members in self._alike(waiting, step):
            kept = self._indistinct(members) if self._together else members
            k = self._policy.k_of(published=self._is_published(members))
            if len(kept) >= k and self._number(kept) >= k:
                made += self._cells(kept, step, k)
                taken.append(kept)
        return made, np.concatenate(taken)

    def _alike(self, waiting: Numbers, step: Step) -> Iterator[Numbers]:
        """Those that are alike at a step, by the first of them; those that it cannot tell are in none."""
        data = self._data
        place, period = data.places(step.place)[waiting], data.periods(step.period)[waiting]
        known = (place != UNKNOWN) & (period != UNKNOWN)
        told = waiting[known]
        if not len(told):
            return
        keys = self._published[told]
        persons = [self._persons[told]] if step.persons != "none" else []
        for column in (place[known], period[known], *persons):
            keys = keys * (int(column.max()) + 1) + column
        order = np.argsort(keys, kind="stable")
        parts = np.split(told[order], np.flatnonzero(np.diff(keys[order])) + 1)
        yield from sorted(parts, key=lambda part: int(part[0]))

    def _is_published(self, members: Numbers) -> bool:
        return bool(self._published[members[0]])

    def _number(self, members: Sequence[int] | Numbers) -> int:
        """How many incidents some candidates are, those counted once that may be one."""
        return len(np.unique(self._data.kin[np.asarray(members)]))

    def _indistinct(self, members: Numbers) -> Numbers:
        """Those of a group whom nobody can tell from enough others of it by what they know already."""
        kept = members
        while small := self._together.small([self._data.accounts(int(each)) for each in kept]):
            kept = np.array([each for each in kept if self._data.accounts(int(each)) not in small], np.int64)
        return kept

    def _cells(self, members: Numbers, step: Step, k: int) -> Iterator[Cell]:
        parts: list[Sequence[int]] = [members.tolist()]
        if step.period == "years":
            finer = self._by_years(members, k)
            told = ([self._data.accounts(each) for each in part] for part in finer)
            if not (self._together and any(self._together.small(part) for part in told)):
                parts = finer
        return (self._cell(part, step) for part in parts)

    def _by_years(self, members: Numbers, k: int) -> list[Sequence[int]]:
        """Parts of at least k that follow each other in time."""
        years, kin = self._data.years, self._data.kin
        parts: list[list[int]] = [[]]
        seen: set[int] = set()
        for each in sorted(map(int, members), key=years):
            if len(seen) >= k and years(each) != years(parts[-1][-1]):
                parts.append([])
                seen = set()
            parts[-1].append(each)
            seen.add(int(kin[each]))
        if len(parts) > 1 and len(seen) < k:
            last = parts.pop()
            parts[-1] += last
        return list[Sequence[int]](parts)

    def _cell(self, members: Sequence[int], step: Step) -> Cell:
        first, published = self._data.common(members[0]), self._is_published(np.asarray(members))
        outcomes = len(np.unique(self._outcomes[np.asarray(members)]))
        return Cell(
            members=members,
            published=published,
            region=first.regions[LEVELS.index(step.place)] if step.place != "none" else None,
            period=self._period(members, step),
            persons=first.persons if step.persons == "persons" else NOBODY,
            outcome=outcomes >= self._policy.l_of(published=published),
        )

    def _period(self, members: Sequence[int], step: Step) -> str:
        days = self._data.common(members[0]).days
        if step.period == "none" or days is None:
            return ""
        if step.period != "years":
            return period_of(days, step.period) or ""
        years = [self._data.years(each) for each in members]
        first, last = min(year for year, _ in years), max(year for _, year in years)
        return f"{first:04}" if first == last else f"{first:04}/{last:04}"
