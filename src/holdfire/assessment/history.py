"""Versions → how they stand to each other: what reports say, what follows from their clauses, what cannot be.

replaces, reaffirms, implements, amends      as reports say
replaces by implication                      a later order, of no lower authority, that excludes a clause
lapses, end unknown                          of each order by itself
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from holdfire.assessment.authority import at_least
from holdfire.assessment.regulation import excludes
from holdfire.assessment.tellings import Tellings
from holdfire.assessment.versions import Heard, Problem, Version, heard, versions
from holdfire.model.corroborated import Norm, Order
from holdfire.model.truth import Truth, any_of, between

Column = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
TieKind = Literal[
    "replaces", "reaffirms", "implements", "amends", "replaces by implication", "lapses", "end unknown"
]


@dataclass(frozen=True, slots=True)
class Tie:
    """How an order stands to an earlier one (`to`, None where it is not known which), or how it ends."""

    kind: TieKind
    order: str
    to: str | None
    truth: Truth
    because: str
    lines: int = 0


@dataclass(frozen=True)
class History:
    """The orders of a casebook, ready to be asked, with what in them cannot be."""

    versions: tuple[Version, ...]
    ties: tuple[Tie, ...]
    problems: tuple[Problem, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Version]:
        """The versions by their orders' ids."""
        return {version.id: version for version in self.versions}

    @cached_property
    def upon(self) -> Mapping[str, tuple[Tie, ...]]:
        """What later orders do to each order that reports name."""
        found: dict[str, list[Tie]] = {}
        for tie in self.ties:
            if tie.to is not None:
                found.setdefault(tie.to, []).append(tie)
        return {order: tuple(ties) for order, ties in found.items()}

    @cached_property
    def upon_others(self) -> Mapping[str, tuple[Tie, ...]]:
        """What reports say that each order does to others."""
        found: dict[str, list[Tie]] = {}
        for tie in self.ties:
            found.setdefault(tie.order, []).append(tie)
        return {order: tuple(ties) for order, ties in found.items()}

    def excluding(self, version: Version) -> tuple[Version, ...]:
        """The later orders that may exclude a clause of one, where both may hold."""
        bounds, n = self._bounds, self._place[version.id]
        near = _meeting(bounds, n) & (bounds.last > bounds.first[n])
        return self._of_kinds(near, n, lambda other: _may_exclude(other, version))

    def excluded(self, version: Version) -> tuple[Version, ...]:
        """The earlier orders of which one may exclude a clause, the last given first."""
        bounds, n = self._bounds, self._place[version.id]
        near = _meeting(bounds, n) & (bounds.first < bounds.last[n])
        found = self._of_kinds(near, n, lambda other: _may_exclude(version, other))
        return tuple(sorted(found, key=lambda each: (-each.made[0], each.id)))

    def _of_kinds(self, near: Flags, n: int, is_wanted: Callable[[Version], bool]) -> tuple[Version, ...]:
        """Of the versions near one, those wanted: what alike orders demand is asked of one of them."""
        kinds = self._bounds.kind
        near[n] = False
        wanted = np.zeros(len(self._one_of_kind), bool)
        for kind in np.flatnonzero(np.bincount(kinds[near])).tolist():
            wanted[kind] = is_wanted(self._one_of_kind[kind])
        return tuple(self.versions[i] for i in np.flatnonzero(near & wanted[kinds]).tolist())

    @cached_property
    def _one_of_kind(self) -> list[Version]:
        """A version for each number of a kind."""
        one = dict(zip(reversed(self._bounds.kind.tolist()), reversed(self.versions), strict=True))
        return [one[kind] for kind in range(len(one))]

    @cached_property
    def _place(self) -> dict[str, int]:
        return {version.id: n for n, version in enumerate(self.versions)}

    @cached_property
    def _bounds(self) -> "_Bounds":
        west, south, east, north = np.array([v.box for v in self.versions], np.float64).T
        kinds: dict[tuple[object, ...], int] = {}
        kind = [kinds.setdefault(_kind(version), len(kinds)) for version in self.versions]
        return _Bounds(
            west,
            south,
            east,
            north,
            np.array([v.made[0] for v in self.versions], np.float64),
            np.array([v.made[1] for v in self.versions], np.float64),
            np.array(kind, np.int64),
        )


class _Bounds(NamedTuple):
    """The boxes of all orders, between when each was given, and the number of what it demands, in columns."""

    west: Column
    south: Column
    east: Column
    north: Column
    first: Column
    last: Column
    kind: npt.NDArray[np.int64]


def history(orders: Iterable[Order], tellings: Tellings) -> History:
    """The orders with their ties and problems."""
    return history_of((order, heard(order, tellings)) for order in orders)


def history_of(orders: Iterable[tuple[Order, Heard]]) -> History:
    """The same of orders with what is known to have been heard of them."""
    made, problems = versions(orders)
    told = [tie for version in made for tie in _told(version)]
    circles = list(_circles(told))
    inside = {frozenset(circle) for circle in circles}
    kept = [tie for tie in told if not _goes_round(tie, inside)]
    problems += [_circle(circle) for circle in circles]
    problems += [problem for version in made for problem in _apart(version)]
    return History(tuple(made), tuple(kept), tuple(problems))


def ties(given: History) -> Iterator[Tie]:
    """All ties: those told, those implied, and how each order ends."""
    yield from given.ties
    named = {(tie.order, tie.to) for tie in given.ties if tie.kind == "replaces"}
    for version in given.versions:
        for later in given.excluding(version):
            found = implied(later, version)
            if found is not None and (later.id, version.id) not in named:
                yield found
    yield from map(_ending, given.versions)


def ties_of(given: History, version: Version, *, most: int) -> Iterator[Tie]:
    """The ties of one order; of those implied, `most` at most, with the latest orders first."""
    told = given.upon_others.get(version.id, ())
    yield from told
    named = {tie.to for tie in told if tie.kind == "replaces"}
    implicit = (implied(version, earlier) for earlier in given.excluded(version) if earlier.id not in named)
    yield from islice(filter(None, implicit), most)
    yield _ending(version)


def implied(later: Version, earlier: Version) -> Tie | None:
    """Whether a later order replaces a clause of an earlier one by implication, where both hold."""
    clash, norms = clashing(later, earlier)
    truth = clash & later_than(later, earlier) & at_least(later.rank, earlier.rank) & _meet(later, earlier)
    if truth is Truth.NO or norms is None:
        return None
    doubts = [
        "its authority is not told" if later.rank is None or earlier.rank is None else "",
        "whether they hold in one place is not sure" if _meet(later, earlier) is Truth.POSSIBLY else "",
        "which is the later is not sure" if later_than(later, earlier) is Truth.POSSIBLY else "",
    ]
    because = "; ".join(filter(None, ["the later order excludes what the earlier one says", *doubts]))
    return Tie("replaces by implication", later.id, earlier.id, truth & later.given, because)


def clashing(later: Version, earlier: Version) -> tuple[Truth, tuple[Norm, Norm] | None]:
    """Whether some clause of one order excludes one of another, and which two."""
    best: tuple[Truth, tuple[Norm, Norm] | None] = (Truth.NO, None)
    for one in later.order.clauses:
        for other in earlier.order.clauses:
            truth = excludes(one.value, other.value)
            if truth is Truth.YES:
                return truth, (one.value, other.value)
            if truth is Truth.POSSIBLY and best[1] is None:
                best = truth, (one.value, other.value)
    return best


def later_than(one: Version, other: Version) -> Truth:
    """Whether an order was given after another."""
    (first, last), (start, end) = one.made, other.made
    return between(surely=first > end, ruled_out=last <= start)


def _may_exclude(later: Version, earlier: Version) -> bool:
    return at_least(later.rank, earlier.rank) is not Truth.NO and clashing(later, earlier)[1] is not None


def _kind(version: Version) -> tuple[object, ...]:
    """What it depends on whether an order may exclude another: what it demands, and how high it stands."""
    return version.rank, tuple(clause.value for clause in version.order.clauses)


def _meeting(bounds: _Bounds, n: int) -> Flags:
    """Which orders may have a place in common with one."""
    west, south, east, north = bounds[:4]
    found: Flags = (west <= east[n]) & (east >= west[n]) & (south <= north[n]) & (north >= south[n])
    return found


def _meet(one: Version, other: Version) -> Truth:
    if not one.reaches or not other.reaches:
        return Truth.POSSIBLY
    return any_of(mine.meets(theirs) for mine in one.reaches for theirs in other.reaches)


def _told(version: Version) -> Iterator[Tie]:
    for relation in version.order.relations:
        said = relation.value
        because = f"reports say so: “{said.words}”" if said.words else "reports say so"
        yield Tie(said.kind, version.id, said.order, Truth.YES, because, relation.lines)


def _ending(version: Version) -> Tie:
    if version.end is not None:
        return Tie("lapses", version.id, None, Truth.YES, f"to hold until {version.end}")
    until = version.order.until_condition
    because = f"to hold until “{until[0].value}”" if until else version.no_end
    return Tie("end unknown", version.id, None, Truth.YES, because)


def _circles(told: Sequence[Tie]) -> Iterator[tuple[str, ...]]:
    """The circles among orders that replace each other, each once."""
    after: dict[str, list[str]] = {}
    for tie in told:
        if tie.kind in ("replaces", "amends") and tie.to is not None:
            after.setdefault(tie.order, []).append(tie.to)
    seen: set[str] = set()
    for start in sorted(after):
        found = _round(start, after) if start not in seen else ()
        if found:
            seen |= set(found)
            yield found


def _round(start: str, after: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The way from an order back to itself, if there is one."""
    ways: list[tuple[str, ...]] = [(start,)]
    visited: set[str] = set()
    while ways:
        way = ways.pop()
        for to in after.get(way[-1], ()):
            if to == start:
                return way
            if to not in visited:
                visited.add(to)
                ways.append((*way, to))
    return ()


def _goes_round(tie: Tie, circles: set[frozenset[str]]) -> bool:
    both = {tie.order, tie.to}
    return tie.kind in ("replaces", "amends") and any(both <= circle for circle in circles)


def _circle(orders: tuple[str, ...]) -> Problem:
    said = "replaces itself" if len(orders) == 1 else "replace each other in a circle"
    return Problem("circle", orders, f"{said}; these relations are set aside, and the dates decide")


def _apart(version: Version) -> Iterator[Problem]:
    """Areas of one order, told by different reports, that have nothing in common."""
    areas = list(zip(version.order.areas, version.reaches, strict=True))
    for number, (one, mine) in enumerate(areas):
        for other, theirs in areas[number + 1 :]:
            if set(one.reports).isdisjoint(other.reports) and mine.meets(theirs) is Truth.NO:
                said = "is told to hold in two areas that do not meet; a place in one only is possibly in it"
                yield Problem("contradictory scopes", (version.id,), said)
                return
