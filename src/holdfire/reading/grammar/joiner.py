"""Candidates → candidates: neighbours that mean one thing together are joined into one."""

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from holdfire.reading.grammar.matcher import Candidate
from holdfire.reading.grammar.pattern import Seam
from holdfire.reading.grammar.rule import Rule

_GAP_AT_MOST = 24
_BEFORE_AT_MOST = 16


class Kinded(Protocol):
    """A value that says what kind it is, for seams to name."""

    @property
    def kind(self) -> str:
        """What kind of value it is."""


V = TypeVar("V", bound=Kinded)


class Joined(NamedTuple, Generic[V]):
    """Two neighbouring values and the words between them."""

    left: V
    right: V
    between: str


SeamRule = Rule[Seam, Joined[V], V]


class Joiner(Generic[V]):
    """Joins neighbours by seams, in passes: a later pass sees what the earlier ones made."""

    def __init__(self, passes: Iterable[Sequence[SeamRule[V]]]) -> None:
        self._passes = [_by_kinds(seams) for seams in passes]

    def join(self, found: list[Candidate[V]], low: str) -> list[Candidate[V]]:
        """Join each candidate with the one before it for as long as a seam fits."""
        out: list[Candidate[V]] = []
        run: list[Candidate[V]] = []
        for candidate in found:
            if run and candidate.start - run[-1].end > _GAP_AT_MOST:
                out += run if len(run) == 1 else self._sew(run, low, out[-1].end if out else 0)
                run = []
            run.append(candidate)
        return out + (run if len(run) < 2 else self._sew(run, low, out[-1].end if out else 0))

    def _sew(self, run: list[Candidate[V]], low: str, floor: int) -> list[Candidate[V]]:
        """Join within a run of close neighbours, pass after pass."""
        for seams in self._passes:
            done: list[Candidate[V]] = []
            for candidate in run:
                current = candidate
                while done:
                    joined = _sewn(seams, done, current, low, floor)
                    if joined is None:
                        break
                    done.pop()
                    current = joined
                done.append(current)
            run = done
        return run


def _by_kinds(seams: Iterable[SeamRule[V]]) -> dict[tuple[str, str], list[SeamRule[V]]]:
    table: dict[tuple[str, str], list[SeamRule[V]]] = {}
    for rule in seams:
        for left in rule.pattern.left:
            for right in rule.pattern.right:
                table.setdefault((left, right), []).append(rule)
    return table


def _sewn(
    seams: dict[tuple[str, str], list[SeamRule[V]]],
    done: list[Candidate[V]],
    right: Candidate[V],
    low: str,
    floor: int,
) -> Candidate[V] | None:
    left = done[-1]
    rules = seams.get((left.value.kind, right.value.kind))
    if rules is None:
        return None
    gap = low[left.end : right.start]
    if len(gap) > _GAP_AT_MOST or "\n\n" in gap:
        return None
    floor = done[-2].end if len(done) > 1 else floor
    for rule in rules:
        start = _start(rule.pattern, gap, left, low, floor)
        if start >= 0:
            value = rule.produce(Joined(left.value, right.value, gap))
            if value is not None:
                return Candidate(start, right.end + _closed(gap, low, right.end), rule.name, value)
    return None


def _start(seam: Seam, gap: str, left: Candidate[V], low: str, floor: int) -> int:
    """Where the whole begins if the seam fits, else -1."""
    if seam.between.fullmatch(gap) is None:
        return -1
    if seam.before is None:
        return left.start
    before = seam.before.search(low[max(left.start - _BEFORE_AT_MOST, floor) : left.start])
    return -1 if before is None else left.start - (before.end() - before.start())


def _closed(gap: str, low: str, end: int) -> int:
    """The length of the bracket that closes one opened between the two."""
    return int("(" in gap and low[end : end + 1] == ")")
