"""What each account says of a slot → the slot attested: adds who supports and who dissents; drops nothing.

The best value is the one that most independent lines of testimony support; then most reports; then the
finer one; then the one told last. A coarser value that agrees supports a finer one ("January" for "17
January", "at least three" for 4).
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

import msgspec

from holdfire.corroboration.testimony import plain
from holdfire.errors import DateError
from holdfire.model.corroborated import Alternative, Attested
from holdfire.model.incident import Count
from holdfire.model.party import Party, Voice
from holdfire.model.period import parse_period
from holdfire.model.place import Place

T = TypeVar("T")


class Said(msgspec.Struct, Generic[T], frozen=True):
    """What one report says of a slot; `at` is the ordinal day it was published, 0 where that is not known.

    `alleged` says that the report only alleges it.
    """

    value: T
    report: str
    at: int
    alleged: bool = False


Lines = Mapping[str, int]
"""The number of each report's line of testimony."""
Supports = Callable[[T, T], bool]
"""Whether the first value, told by someone, supports the second."""


def _never(_told: object, _value: object) -> bool:
    return False


def _alike(_value: object) -> float:
    return 0.0


class _Group(Generic[T]):
    """A value and the reports that tell it."""

    def __init__(self, value: T) -> None:
        self.value = value
        self.reports: set[str] = set()
        self.last = 0
        self.alleged = True

    def add(self, said: Said[T]) -> None:
        self.reports.add(said.report)
        self.alleged = self.alleged and said.alleged
        self.last = max(self.last, said.at)


def attested(  # noqa: PLR0913 - what makes two values of a slot one is the slot's own
    told: Iterable[Said[T]],
    lines: Lines,
    *,
    key: Callable[[T], Hashable] = repr,
    supports: Supports[T] = _never,
    agrees: Supports[T] = _never,
    finer: Callable[[T], float] = _alike,
) -> Attested[T] | None:
    """One slot with one best value; None where no report fills it."""
    groups = _grouped(told, key)
    if not groups:
        return None
    behind = [[g for g in groups if g is each or supports(g.value, each.value)] for each in groups]
    best = max(range(len(groups)), key=lambda n: _rank(groups[n], behind[n], lines, finer))
    supporting = behind[best]
    others = tuple(
        Alternative(
            g.value, tuple(sorted(g.reports)), _count(g.reports, lines), agrees(g.value, groups[best].value)
        )
        for g in groups
        if g is not groups[best]
    )
    reports = {report for group in supporting for report in group.reports}
    return Attested(groups[best].value, tuple(sorted(reports)), _count(reports, lines), others)


def listed(
    told: Iterable[Said[T]], lines: Lines, *, key: Callable[[T], Hashable] = repr
) -> tuple[Attested[T], ...]:
    """A slot with many values: each with its support, the best supported first."""
    groups = _grouped(told, key)
    groups.sort(key=lambda g: (-_count(g.reports, lines), -len(g.reports), repr(key(g.value))))
    return tuple(
        Attested(g.value, tuple(sorted(g.reports)), _count(g.reports, lines), alleged=g.alleged)
        for g in groups
    )


def _grouped(told: Iterable[Said[T]], key: Callable[[T], Hashable]) -> list[_Group[T]]:
    groups: dict[Hashable, _Group[T]] = {}
    for said in sorted(told, key=lambda s: (repr(key(s.value)), s.report, repr(s.value))):
        groups.setdefault(key(said.value), _Group(said.value)).add(said)
    return list(groups.values())


def _rank(
    group: _Group[T], behind: Sequence[_Group[T]], lines: Lines, finer: Callable[[T], float]
) -> tuple[float, ...]:
    reports = {report for each in behind for report in each.reports}
    return (
        _count(reports, lines),
        _count(group.reports, lines),
        len(reports),
        finer(group.value),
        group.last,
    )


def _count(reports: Iterable[str], lines: Lines) -> int:
    return len({lines[report] for report in reports})


def date(told: Iterable[Said[str]], lines: Lines) -> Attested[str] | None:
    """A date: a wider one supports a finer one within it; two that may be the same agree."""
    return attested(told, lines, key=str, supports=_holds, agrees=_may_be_one, finer=_fineness)


def count(told: Iterable[Said[int | Count]], lines: Lines) -> Attested[int | Count] | None:
    """A count: a range supports a number within it; the least and the most told stand beside the best."""
    said = list(told)
    best = attested(said, lines, supports=_covers, agrees=_covers, finer=lambda v: float(isinstance(v, int)))
    if best is None:
        return None
    ends = [_ends(each.value) for each in said]
    highest = [high for _, high in ends if high is not None]
    return msgspec.structs.replace(
        best,
        low=min(low for low, _ in ends),
        high=max(highest) if len(highest) == len(ends) else None,
    )


def places(told: Iterable[Said[Place]], lines: Lines) -> tuple[Attested[Place], ...]:
    """Places, the same where their ids or, without one, their names are."""
    return listed(told, lines, key=lambda place: place.id or plain(place.name))


def parties(told: Iterable[Said[Party]], lines: Lines) -> tuple[Attested[Party], ...]:
    """Parties, the same where their ids or names are; alleged where nobody tells them outright."""
    return listed(told, lines, key=_party)


def party(told: Iterable[Said[Party]], lines: Lines) -> Attested[Party] | None:
    """One party, the same where ids or names are."""
    return attested(told, lines, key=_party)


def _party(party: Party) -> str:
    return party.id or plain(party.name)


def voices(told: Iterable[Said[Voice]], lines: Lines) -> tuple[Attested[Voice], ...]:
    """Voices, by name and kind, those who deny apart."""
    return listed(told, lines, key=lambda v: (v.link == "denies", plain(v.speaker), v.kind))


def _holds(wide: str, narrow: str) -> bool:
    """Whether all that a date may mean lies within what another may mean."""
    outer, inner = bounds_of(wide), bounds_of(narrow)
    return outer is not None and inner is not None and outer[0] <= inner[0] and inner[1] <= outer[1]


def _may_be_one(a: str, b: str) -> bool:
    """Whether two dates may mean one day."""
    one, other = bounds_of(a), bounds_of(b)
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]


def _fineness(edtf: str) -> float:
    bounds = bounds_of(edtf)
    return -float(bounds[1] - bounds[0]) if bounds else float("-inf")


def bounds_of(edtf: str) -> tuple[int, int] | None:
    """The first instant that a date may mean and the one after its last; None where it is no date."""
    try:
        bounds = parse_period(edtf, within=True).bounds
    except DateError:
        return None
    return bounds.earliest_start, bounds.latest_end


def _ends(count: int | Count) -> tuple[int, int | None]:
    return (count, count) if isinstance(count, int) else (count.low or 0, count.high)


def _covers(wide: int | Count, narrow: int | Count) -> bool:
    """Whether a count that leaves room leaves it for all that another may be."""
    (low, high), (least, most) = _ends(wide), _ends(narrow)
    return low <= least and (high is None or (most is not None and most <= high))
