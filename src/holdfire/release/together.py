"""What several releases say together: rows that stand in the same groups of all that somebody knows.

Whoever knows two releases can hold them against each other: a row is then one of those that stand in both
groups, or in the one and not in the other. So no audience is told of so few that fewer than its k are in the
same groups of all that it knows.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from holdfire.release.audience import Audience
from holdfire.release.candidates import Candidate
from holdfire.release.frozen import Kept, Past

Marks = frozenset[tuple[str, str, str]]
"""Audience, group and batch of each row that an incident has in what was told."""
NOTHING: Marks = frozenset()


class Viewer(NamedTuple):
    """Somebody who gets a release: what they know already, by audience, and how many must stand together."""

    knows: frozenset[str]
    k: tuple[int, int]

    def seen(self, marks: Marks) -> Marks:
        """What of some marks they know."""
        return frozenset(mark for mark in marks if mark[0] in self.knows)


class Thing(NamedTuple):
    """An incident, or a row of one that is in the casebook no more; `accounts` are those of a candidate."""

    kin: str
    published: bool
    marks: Marks
    accounts: tuple[str, ...]


def viewers(audience: Audience, k: tuple[int, int], pasts: Sequence[Past]) -> list[Viewer]:
    """All who will know what an audience is told: itself, and every one that is no wider."""
    told = [each for each in pasts if each.audience != audience.name]
    who = [(audience, k), *((Audience(p.audience, p.width, max(p.k)), p.k) for p in told)]
    return [
        Viewer(frozenset(p.audience for p in pasts if each.knows(p.width)) | {each.name}, needs)
        for each, needs in who
        if each.knows(audience.width)
    ]


class Together:
    """How incidents stand in all that audiences were told, and who may not be told of which."""

    def __init__(
        self, pasts: Iterable[Past], candidates: Iterable[Candidate], viewers: Sequence[Viewer]
    ) -> None:
        self._viewers = viewers
        self._marks = _marks_by_account(pasts)
        self._things = list(self._all(pasts, candidates)) if self._marks else []
        self._of = {thing.accounts: thing for thing in self._things}

    def __bool__(self) -> bool:
        return bool(self._marks)

    def parts(self, rows: Sequence[Kept]) -> Iterator[tuple[int, list[Kept]]]:
        """For each who gets it: rows that they cannot tell apart, and how many of such must stay together."""
        marks = [self._joined(kept.accounts) for kept in rows]
        for viewer in self._viewers:
            parts: dict[Marks, list[Kept]] = defaultdict(list)
            for kept, known in zip(rows, marks, strict=True):
                parts[viewer.seen(known)].append(kept)
            for part in parts.values():
                yield max(viewer.k[kept.row.published] for kept in part), part

    def small(self, members: Sequence[tuple[str, ...]]) -> set[tuple[str, ...]]:
        """Those of a group, by their accounts, whom somebody could tell from the others of it."""
        found: set[tuple[str, ...]] = set()
        if not self._marks:
            return found
        for viewer in self._viewers:
            for part in _parts(viewer, (self._of[each] for each in members)).values():
                if _number(part) < _needed(viewer, part):
                    found |= {thing.accounts for thing in part}
        return found

    def stranded(self, told: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
        """Those newly told who would leave behind so few that somebody could tell these apart."""
        found: set[tuple[str, ...]] = set()
        for viewer in self._viewers if self._marks else ():
            for marks, part in _parts(viewer, self._things).items():
                rest = [thing for thing in part if thing.accounts not in told]
                if marks and rest and len(rest) < len(part) and _number(rest) < _needed(viewer, rest):
                    found |= {thing.accounts for thing in part} & told
        return found

    def _all(self, pasts: Iterable[Past], candidates: Iterable[Candidate]) -> Iterator[Thing]:
        known: set[str] = set()
        for each in candidates:
            known.update(each.accounts)
            yield Thing(each.kin, each.published, self._joined(each.accounts), each.accounts)
        for past in pasts:
            for kept in past.kept:
                if known.isdisjoint(kept.accounts):
                    known.update(kept.accounts)
                    yield Thing(f"row {kept.row.id}", kept.row.published, self._joined(kept.accounts), ())

    def _joined(self, accounts: Sequence[str]) -> Marks:
        if len(accounts) == 1:
            return self._marks.get(accounts[0], NOTHING)
        return NOTHING.union(*(self._marks.get(account, NOTHING) for account in accounts))


def _marks_by_account(pasts: Iterable[Past]) -> Mapping[str, Marks]:
    """The marks of each account; those that are alike are held once."""
    found: dict[str, Marks] = {}
    alike: dict[Marks, Marks] = {}
    for past in pasts:
        for kept in past.kept:
            for account in kept.accounts:
                marks = found.get(account, NOTHING) | {(past.audience, kept.row.group, kept.batch)}
                found[account] = alike.setdefault(marks, marks)
    return found


def _parts(viewer: Viewer, things: Iterable[Thing]) -> dict[Marks, list[Thing]]:
    parts: dict[Marks, list[Thing]] = defaultdict(list)
    for thing in things:
        parts[viewer.seen(thing.marks)].append(thing)
    return parts


def _number(part: Iterable[Thing]) -> int:
    return len({thing.kin for thing in part})


def _needed(viewer: Viewer, part: Iterable[Thing]) -> int:
    return max(viewer.k[thing.published] for thing in part)
