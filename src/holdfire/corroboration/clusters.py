"""Matches and decisions → clusters: which accounts tell of one thing.

Two clusters are joined while the mean of the bits between their accounts is above 0, the strongest first.
So a chain of weak links makes no cluster: each account is held against all of the other side, and those that
were not compared count against it. What people decided always holds: no cluster holds two accounts that are
different, and those that are the same are in one, with all that was found to go with them, so that saying so
parts nobody.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import Literal

import numpy as np

from holdfire.corroboration.between import Between
from holdfire.corroboration.columns import Index
from holdfire.corroboration.compared import (
    DOUBTFUL,
    NOTHING,
    UNCOMPARED,
    Compared,
    Flags,
    Pair,
    changed_pairs,
    hanging_together,
    numbers_in,
)

Reason = Literal["decided", "doubtful", "chained", "contradiction"]


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people decided: which accounts are the same thing, and which are different ones."""

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()


@dataclass(frozen=True, slots=True)
class Apart:
    """Two clusters, by their first accounts, that may be one, and why they were kept apart.

    `decided`: people said so. `chained`: some of their accounts match, but all together do not. `doubtful`:
    not enough speaks for it. `contradiction`: people said both that they are the same and that they are not.
    """

    one: str
    other: str
    bits: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class Clustering:
    """The clusters, each in order of its ids, and what was kept apart though it may belong together."""

    clusters: tuple[tuple[str, ...], ...]
    apart: tuple[Apart, ...] = ()


_Link = tuple[float, int]
"""What was compared between two clusters: the sum of bits, of how many pairs."""
_NO_LINK: _Link = (0.0, 0)
_Weighed = tuple[int, int, float]
"""A pair of accounts by number, and its bits."""


class _Decided:
    """Groups of accounts that must be together: what people called the same, and what was joined with it.

    A group goes by one of its accounts; `_clashing` has the groups that are different from it.
    """

    def __init__(self, ids: Sequence[str], decisions: Decisions) -> None:
        self._head: dict[int, int] = {}
        self._clashing: dict[int, set[int]] = {}
        numbers = _numbers(ids, decisions)
        for a, b in decisions.different:
            if a in numbers and b in numbers:
                self._clashing.setdefault(numbers[a], set()).add(numbers[b])
                self._clashing.setdefault(numbers[b], set()).add(numbers[a])
        self.same = sorted(
            (numbers[a], numbers[b]) for a, b in decisions.same if a in numbers and b in numbers
        )
        self.contradicted = [two for two in self.same if not self._say_same(*two)]

    def group(self, each: int) -> int:
        """The account that the group of an account goes by."""
        head = self._head
        while (above := head.get(each, each)) != each:
            head[each] = each = head.get(above, above)
        return each

    def forbid(self, a: int, b: int) -> bool:
        """Whether two groups are different."""
        return bool(self._clashing) and self.group(b) in self._clashing.get(self.group(a), ())

    def join(self, a: int, b: int) -> None:
        """Make one group of two."""
        one, other = self.group(a), self.group(b)
        into, gone = min(one, other), max(one, other)
        self._head[gone] = into
        for clashing in self._clashing.pop(gone, set()) if into != gone else ():
            self._clashing[clashing].discard(gone)
            self._clashing[clashing].add(into)
            self._clashing.setdefault(into, set()).add(clashing)

    def _say_same(self, a: int, b: int) -> bool:
        if self.forbid(a, b):
            return False
        self.join(a, b)
        return True


def _numbers(ids: Sequence[str], decisions: Decisions) -> dict[str, int]:
    """The places of those that were decided on among the ids."""
    asked = {each for two in (*decisions.same, *decisions.different) for each in two}
    return {each: at for each in asked if (at := bisect_left(ids, each)) < len(ids) and ids[at] == each}


class _Merging:
    """Clusters by their first account, and the links between them."""

    def __init__(self, members: Iterable[int], pairs: Iterable[_Weighed], decided: _Decided) -> None:
        self.members: dict[int, list[int]] = {each: [each] for each in members}
        self.links: dict[int, dict[int, _Link]] = {each: {} for each in self.members}
        self.decided = decided
        for a, b, weight in pairs:
            self.links[a][b] = self.links[b][a] = (weight, 1)

    def join(self, a: int, b: int) -> int:
        """Make one cluster of two; returns its first account."""
        self.decided.join(a, b)
        into, gone = min(a, b), max(a, b)
        self.members[into] = sorted(self.members[into] + self.members.pop(gone))
        mine = self.links[into]
        for other, (bits, compared) in self.links.pop(gone).items():
            theirs = self.links[other]
            del theirs[gone]
            if other != into:
                before, known = mine.get(other, _NO_LINK)
                mine[other] = theirs[into] = (before + bits, known + compared)
        return into


class Clusters:
    """Clusters that are kept: where pairs or decisions change, those groups alone are clustered again."""

    def __init__(self) -> None:
        self._compared = NOTHING
        self._decisions = Decisions()
        self._group: Index = np.empty(0, np.intp)
        self._heads: Index = np.empty(0, np.intp)
        self._members: dict[str, tuple[str, ...]] = {}
        self._apart: list[Apart] = []

    def again(self, compared: Compared, decisions: Decisions) -> Clustering:
        """What all pairs and decisions make now; only what hangs together by them can become one."""
        decided = _Decided(compared.ids, decisions)
        group = self._hanging(compared, decisions, decided)
        now = numbers_in(compared.ids, self._compared.ids)
        there, said = (
            now >= 0,
            decisions.same ^ self._decisions.same | decisions.different ^ self._decisions.different,
        )
        touched = _new(now, len(group)) | changed_pairs(self._compared, compared, now)
        touched[list(_numbers(compared.ids, Decisions(said)).values())] = True
        touched = _closed(touched, now, self._group, group)
        heads = np.arange(len(group))
        heads[now[there]] = now[self._heads[there]]
        self._forget(there, touched, compared.ids)
        for members in _clustered(compared, decided, group, touched):
            heads[members] = members[0]
            self._members[compared.ids[members[0]]] = tuple(compared.ids[each] for each in members)
        between = Between(heads, compared.where(touched[compared.left] | touched[compared.right]))
        contradicted = [two for two in decided.contradicted if touched[two[0]]]
        self._apart = [*_contradictions(contradicted, between), *self._apart, *_kept_apart(between)]
        self._apart.sort(key=lambda each: (each.reason != "contradiction", each.one, each.other))
        self._compared, self._decisions, self._group, self._heads = compared, decisions, group, heads
        return Clustering(tuple(sorted(self._members.values())), tuple(self._apart))

    def _hanging(self, compared: Compared, decisions: Decisions, decided: _Decided) -> Index:
        """The group of each account, by what matches or was called the same."""
        if compared is self._compared and decisions.same == self._decisions.same:
            return self._group
        match, same = compared.bits > 0, np.array(decided.same, np.intp).reshape(-1, 2)
        left, right = (
            np.append(compared.left[match], same[:, 0]),
            np.append(compared.right[match], same[:, 1]),
        )
        return hanging_together(left, right, len(compared.ids))

    def _forget(self, there: Flags, touched: Flags, ids: Sequence[str]) -> None:
        """Let go of the clusters of accounts that are gone or clustered again."""
        gone = {self._compared.ids[each] for each in np.flatnonzero(~there).tolist()}
        gone.update(ids[each] for each in np.flatnonzero(touched).tolist())
        for each in gone & self._members.keys():
            del self._members[each]
        self._apart = [each for each in self._apart if each.one not in gone and each.other not in gone]


def cluster(compared: Compared, decisions: Decisions | None = None) -> Clustering:
    """Bring together what tells of one thing."""
    return Clusters().again(compared, decisions or Decisions())


def _new(now: Index, number: int) -> Flags:
    """Which of so many accounts were not there before."""
    found = np.ones(number, np.bool_)
    found[now[now >= 0]] = False
    return found


def _closed(touched: Flags, now: Index, before: Index, group: Index) -> Flags:
    """The accounts whose group, as it was or as it is, holds one that is touched or gone."""
    there = now >= 0
    stale = ~there
    stale[there] = touched[now[there]]
    stale = np.isin(before, before[stale])
    touched[now[stale & there]] = True
    return np.isin(group, group[touched])


def _clustered(compared: Compared, decided: _Decided, group: Index, touched: Flags) -> Iterator[list[int]]:
    """The clusters of the groups that are touched, each group by itself."""
    for members, inner in _groups(compared, group, touched):
        merging = _Merging(members, inner, decided)
        _join_matching(merging)
        if _join_groups(merging):
            _join_matching(merging)
        yield from merging.members.values()


def _groups(
    compared: Compared, group: Index, touched: Flags
) -> Iterator[tuple[list[int], Iterable[_Weighed]]]:
    """The accounts that hang together, of the groups that are touched, and the bits among them."""
    inner = np.flatnonzero(touched[compared.left] & (group[compared.left] == group[compared.right]))
    inner = inner[np.argsort(group[compared.left[inner]], kind="stable")]
    order = np.flatnonzero(touched)
    order = order[np.argsort(group[order], kind="stable")]
    heads, starts = np.unique(group[order], return_index=True)
    firsts = np.searchsorted(group[compared.left[inner]], heads)
    bounds = zip(_bounds(starts, len(order)), _bounds(firsts, len(inner)), strict=True)
    for (start, end), (first, last) in bounds:
        yield order[start:end].tolist(), _weighed(compared, inner[first:last]) if first < last else ()


def _weighed(compared: Compared, at: Index) -> Iterable[_Weighed]:
    return zip(
        compared.left[at].tolist(), compared.right[at].tolist(), compared.bits[at].tolist(), strict=True
    )


def _bounds(starts: Index, number: int) -> Iterable[tuple[int, int]]:
    """Where each stretch starts and ends, the last at so many."""
    return zip(starts.tolist(), np.append(starts, number)[1:].tolist(), strict=True)


def _join_groups(merging: _Merging) -> bool:
    """Join the clusters that people called the same; tells whether there were any."""
    before, by_group = len(merging.members), dict[int, int]()
    for each in sorted(merging.members):
        group = merging.decided.group(each)
        by_group[group] = merging.join(by_group[group], each) if group in by_group else each
    return len(merging.members) < before


_Entry = tuple[float, int, int, int, int]
"""Minus the mean of bits, two clusters, and how large they were when it was worked out."""


def _join_matching(merging: _Merging) -> None:
    heap = [entry for a in merging.links for entry in _entries(merging, a) if a == entry[1]]
    heapify(heap)
    members = merging.members
    while heap:
        _, a, b, size_a, size_b = heappop(heap)
        stale = a not in members or b not in members or (len(members[a]), len(members[b])) != (size_a, size_b)
        if stale or merging.decided.forbid(a, b):
            continue
        for entry in _entries(merging, merging.join(a, b)):
            heappush(heap, entry)


def _entries(merging: _Merging, each: int) -> Iterator[_Entry]:
    """What speaks for joining a cluster with others; a sum that is not above 0 needs no mean."""
    members, mine = merging.members, len(merging.members[each])
    for other, (bits, compared) in merging.links[each].items():
        if bits > 0:
            theirs = len(members[other])
            mean = (bits + (mine * theirs - compared) * UNCOMPARED) / (mine * theirs)
            if mean > 0:
                yield (
                    (-mean, each, other, mine, theirs) if each < other else (-mean, other, each, theirs, mine)
                )


def _contradictions(contradicted: Iterable[tuple[int, int]], between: Between) -> Iterator[Apart]:
    for a, b in contradicted:
        one, other, mean = between.clusters_of(a, b)
        yield Apart(one, other, mean, "contradiction")


def _kept_apart(between: Between) -> Iterator[Apart]:
    for one, other, mean, strongest in between.above(DOUBTFUL):
        reason: Reason = "decided" if mean > 0 else "chained" if strongest > 0 else "doubtful"
        yield Apart(one, other, mean, reason)
