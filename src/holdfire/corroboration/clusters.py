"""Matches and decisions → clusters: which accounts tell of one thing.

Two clusters are joined while the mean of the bits between their accounts is above 0, the strongest first.
So a chain of weak links makes no cluster: each account is held against all of the other side, and those that
were not worth comparing count against it. What people decided always holds: accounts that are the same are
joined first, and no cluster holds two that are different.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import Literal

UNCOMPARED = -6.0
"""Bits between two accounts that were not worth comparing."""
DOUBTFUL = -4.0
"""From which mean of bits two clusters that stay apart are shown as possibly the same."""

Pair = tuple[str, str]
"""Two ids, the smaller first."""
Bits = Mapping[Pair, float]
"""How much speaks for two accounts telling of one thing."""
Reason = Literal["decided", "doubtful", "chained", "contradiction"]


def pair(a: str, b: str) -> Pair:
    """Two ids as a pair."""
    return (a, b) if a < b else (b, a)


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


class _Merging:
    """Clusters by the id of their first account, and the links between them."""

    def __init__(self, ids: Iterable[str], bits: Bits, different: frozenset[Pair]) -> None:
        self.members: dict[str, list[str]] = {each: [each] for each in sorted(ids)}
        self.links: dict[str, dict[str, _Link]] = {each: {} for each in self.members}
        self._different = different
        self._named = frozenset(each for two in different for each in two)
        for (a, b), weight in sorted(bits.items()):
            self.links[a][b] = self.links[b][a] = _Link(weight, 1, weight)

    def mean(self, a: str, b: str) -> float:
        """The mean of bits between all accounts of two clusters."""
        link = self.links[a].get(b, _NO_LINK)
        pairs = len(self.members[a]) * len(self.members[b])
        return (link.bits + (pairs - link.compared) * UNCOMPARED) / pairs

    def forbidden(self, a: str, b: str) -> bool:
        """Whether people said of two of their accounts that they are different."""
        ours, theirs = ([m for m in self.members[each] if m in self._named] for each in (a, b))
        return any(pair(x, y) in self._different for x in ours for y in theirs)

    def join(self, a: str, b: str) -> str:
        """Make one cluster of two; returns its id."""
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
    """Bring together what tells of one thing; the same in whatever order ids and bits come."""
    decided = decisions or Decisions()
    merging = _Merging(ids, bits, decided.different)
    contradictions = tuple(_join_decided(merging, decided.same))
    _join_matching(merging)
    clusters = tuple(tuple(members) for _, members in sorted(merging.members.items()))
    return Clustering(clusters, (*contradictions, *_kept_apart(merging)))


def _join_decided(merging: _Merging, same: frozenset[Pair]) -> Iterator[Apart]:
    """Join what people said is the same; yields what they also said is not."""
    head = {each: each for each in merging.members}

    def first(each: str) -> str:
        while head[each] != each:
            each = head[each]
        return each

    for a, b in sorted(same):
        if a not in head or b not in head:
            continue
        one, other = pair(first(a), first(b))
        if one == other:
            continue
        if merging.forbidden(one, other):
            yield Apart(one, other, merging.mean(one, other), "contradiction")
            continue
        head[other] = head[one] = merging.join(one, other)


_Entry = tuple[float, str, str, int, int]
"""Minus the mean of bits, two clusters, and how large they were when it was worked out."""


def _join_matching(merging: _Merging) -> None:
    heap = [e for a, near in merging.links.items() for b in near if a < b for e in _entry(merging, a, b)]
    heapify(heap)
    members = merging.members
    while heap:
        _, a, b, size_a, size_b = heappop(heap)
        stale = a not in members or b not in members or (len(members[a]), len(members[b])) != (size_a, size_b)
        if stale or merging.forbidden(a, b):
            continue
        into = merging.join(a, b)
        for other in merging.links[into]:
            for entry in _entry(merging, *pair(into, other)):
                heappush(heap, entry)


def _entry(merging: _Merging, a: str, b: str) -> Iterator[_Entry]:
    mean = merging.mean(a, b)
    if mean > 0:
        yield (-mean, a, b, len(merging.members[a]), len(merging.members[b]))


def _kept_apart(merging: _Merging) -> Iterator[Apart]:
    for a, near in sorted(merging.links.items()):
        for b, link in sorted(near.items()):
            if a < b:
                mean = merging.mean(a, b)
                if mean > 0:
                    yield Apart(a, b, mean, "decided")
                elif mean > DOUBTFUL:
                    yield Apart(a, b, mean, "chained" if link.strongest > 0 else "doubtful")
