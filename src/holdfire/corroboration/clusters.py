"""Matches and decisions → clusters: which accounts tell of one thing.

Two clusters are joined while the mean of the bits between their accounts is above 0, the strongest first.
So a chain of weak links makes no cluster: each account is held against all of the other side, and those that
were not compared count against it. What people decided always holds: no cluster holds two accounts that are
different, and those that are the same are in one, with all that was found to go with them, so that saying so
parts nobody.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import Literal

from holdfire.corroboration.between import DOUBTFUL, UNCOMPARED, Between, Bits, Pair
from holdfire.model.judgement import pair

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


@dataclass(slots=True)
class _Link:
    """What was compared between two clusters: the sum of bits, of how many pairs, and the strongest."""

    bits: float = 0.0
    compared: int = 0
    strongest: float = UNCOMPARED


_NO_LINK = _Link()


class _Decided:
    """Groups of accounts that must be together: what people called the same, and what was joined with it.

    A group goes by one of its accounts; `_clashing` has the groups that are different from it.
    """

    def __init__(self, ids: Iterable[str], decisions: Decisions) -> None:
        self._head: dict[str, str] = {each: each for each in ids}
        self._clashing: dict[str, set[str]] = {}
        for a, b in decisions.different:
            if a in self._head and b in self._head:
                self._clashing.setdefault(a, set()).add(b)
                self._clashing.setdefault(b, set()).add(a)
        known = [(a, b) for a, b in sorted(decisions.same) if a in self._head and b in self._head]
        self.contradicted = [two for two in known if not self._say_same(*two)]

    def group(self, each: str) -> str:
        """The account that the group of an account goes by."""
        while self._head[each] != each:
            self._head[each] = self._head[self._head[each]]
            each = self._head[each]
        return each

    def forbid(self, a: str, b: str) -> bool:
        """Whether two groups are different."""
        return self.group(b) in self._clashing.get(self.group(a), ())

    def join(self, a: str, b: str) -> None:
        """Make one group of two."""
        into, gone = pair(self.group(a), self.group(b))
        self._head[gone] = into
        for other in self._clashing.pop(gone, set()) if into != gone else ():
            self._clashing[other].discard(gone)
            self._clashing[other].add(into)
            self._clashing.setdefault(into, set()).add(other)

    def _say_same(self, a: str, b: str) -> bool:
        if self.forbid(a, b):
            return False
        self.join(a, b)
        return True


class _Merging:
    """Clusters by the id of their first account, and the links between them."""

    def __init__(self, ids: Iterable[str], bits: Bits, decided: _Decided) -> None:
        self.members: dict[str, list[str]] = {each: [each] for each in ids}
        self.links: dict[str, dict[str, _Link]] = {each: {} for each in self.members}
        self.decided = decided
        for (a, b), weight in sorted(bits.items()):
            self.links[a][b] = self.links[b][a] = _Link(weight, 1, weight)

    def mean(self, a: str, b: str) -> float:
        """The mean of bits between all accounts of two clusters."""
        link = self.links[a].get(b, _NO_LINK)
        pairs = len(self.members[a]) * len(self.members[b])
        return (link.bits + (pairs - link.compared) * UNCOMPARED) / pairs

    def join(self, a: str, b: str) -> str:
        """Make one cluster of two; returns its id."""
        self.decided.join(a, b)
        into, gone = pair(a, b)
        self.members[into] = sorted(self.members[into] + self.members.pop(gone))
        for other, link in self.links.pop(gone).items():
            del self.links[other][gone]
            if other != into:
                self._add(into, other, link)
        return into

    def _add(self, into: str, other: str, link: _Link) -> None:
        mine = self.links[into].get(other, _NO_LINK)
        strongest = max(mine.strongest, link.strongest)
        both = _Link(mine.bits + link.bits, mine.compared + link.compared, strongest)
        self.links[into][other] = self.links[other][into] = both


def cluster(ids: Iterable[str], bits: Bits, decisions: Decisions | None = None) -> Clustering:
    """Bring together what tells of one thing; the same in whatever order ids and bits come.

    Only what hangs together by matches and decisions can become one: each such group is clustered by itself.
    """
    accounts = sorted(ids)
    decided = _Decided(accounts, decisions or Decisions())
    clusters: list[tuple[str, ...]] = []
    for members, inner in _groups(accounts, bits, decided):
        merging = _Merging(members, inner, decided)
        _join_matching(merging)
        _join_groups(merging)
        _join_matching(merging)
        clusters += map(tuple, merging.members.values())
    clusters.sort()
    between = Between(clusters, bits)
    return Clustering(tuple(clusters), (*_contradictions(decided, between), *_kept_apart(between)))


def _groups(
    accounts: Iterable[str], bits: Bits, decided: _Decided
) -> Iterator[tuple[list[str], dict[Pair, float]]]:
    """The accounts that hang together by what matches or was called the same, and the bits among them."""
    head = {each: decided.group(each) for each in accounts}

    def of(each: str) -> str:
        while head[each] != each:
            head[each] = each = head[head[each]]
        return each

    for (a, b), weight in bits.items():
        if weight > 0:
            one, other = pair(of(a), of(b))
            head[other] = one
    members: dict[str, list[str]] = {}
    for each in head:
        members.setdefault(of(each), []).append(each)
    inner: dict[str, dict[Pair, float]] = {group: {} for group in members}
    for two, weight in bits.items():
        group = of(two[0])
        if group == of(two[1]):
            inner[group][two] = weight
    yield from ((members[group], inner[group]) for group in members)


def _join_groups(merging: _Merging) -> None:
    """Join the clusters that people called the same."""
    by_group: dict[str, str] = {}
    for each in sorted(merging.members):
        group = merging.decided.group(each)
        by_group[group] = merging.join(by_group[group], each) if group in by_group else each


_Entry = tuple[float, str, str, int, int]
"""Minus the mean of bits, two clusters, and how large they were when it was worked out."""


def _join_matching(merging: _Merging) -> None:
    heap = [e for a, near in merging.links.items() for b in near if a < b for e in _entry(merging, a, b)]
    heapify(heap)
    members = merging.members
    while heap:
        _, a, b, size_a, size_b = heappop(heap)
        stale = a not in members or b not in members or (len(members[a]), len(members[b])) != (size_a, size_b)
        if stale or merging.decided.forbid(a, b):
            continue
        into = merging.join(a, b)
        for other in merging.links[into]:
            for entry in _entry(merging, *pair(into, other)):
                heappush(heap, entry)


def _entry(merging: _Merging, a: str, b: str) -> Iterator[_Entry]:
    mean = merging.mean(a, b)
    if mean > 0:
        yield (-mean, a, b, len(merging.members[a]), len(merging.members[b]))


def _contradictions(decided: _Decided, between: Between) -> Iterator[Apart]:
    for a, b in decided.contradicted:
        one, other, mean = between.clusters_of(a, b)
        yield Apart(one, other, mean, "contradiction")


def _kept_apart(between: Between) -> Iterator[Apart]:
    for one, other, mean, strongest in between.above(DOUBTFUL):
        reason: Reason = "decided" if mean > 0 else "chained" if strongest > 0 else "doubtful"
        yield Apart(one, other, mean, reason)
