"""Whether two values of one report may speak of the same thing."""

from collections.abc import Container, Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

from holdfire.errors import DateError
from holdfire.geography.distance import km
from holdfire.model.grounded import Grounded
from holdfire.model.party import ARMED, Party
from holdfire.model.period import overlaps, parse_period
from holdfire.model.place import Place
from holdfire.model.truth import Truth

T = TypeVar("T")
UNKNOWN = 100_000
CLOSE_KM = 20.0
"""A quarter and its town, or a village and the post beside it, lie no farther apart."""
WIDE = frozenset({"country", "province", "river", "line", "continent", "region"})


def first(*values: T | None) -> T | None:
    """The first value that is there."""
    return next((v for v in values if v is not None), None)


def union(*groups: Iterable[Grounded[T]]) -> tuple[Grounded[T], ...]:
    """All values, each once, in the order in which they first stand."""
    out: dict[T, Grounded[T]] = {}
    for group in groups:
        for one in group:
            out.setdefault(one.value, one)
    return tuple(out.values())


def parties(*groups: Iterable[Grounded[Party]]) -> tuple[Grounded[Party], ...]:
    """All parties once; of two names for one party the fuller stands, in the place of the first."""
    out: list[Grounded[Party]] = []
    for one in union(*groups):
        at = next((n for n, known in enumerate(out) if _one_within_other(known.value, one.value)), None)
        if at is None:
            out.append(one)
        elif len(one.value.name) > len(out[at].value.name):
            out[at] = one
    return tuple(out)


def _one_within_other(a: Party, b: Party) -> bool:
    """Whether one name holds the other; "guerrillas of the front" and "the front" are two parties."""
    apart = a.role_type is not None and b.role_type is not None and a.role_type != b.role_type
    if apart or not kinds_agree(a.kind, b.kind):
        return False
    left, right = _words_of(a.name), _words_of(b.name)
    return left <= right or right <= left


@lru_cache(maxsize=4096)
def _words_of(name: str) -> frozenset[str]:
    return frozenset(name.lower().split())


def dates_agree(a: Grounded[str] | None, b: Grounded[str] | None) -> bool:
    """Whether two dates may be the same; an open one agrees with any."""
    if a is None or b is None or a.value == b.value:
        return True
    return days_meet(a.value, b.value)


@lru_cache(maxsize=4096)
def days_meet(a: str, b: str) -> bool:
    """Whether two dates may be the same."""
    try:
        return overlaps(parse_period(a), parse_period(b)) is not Truth.NO
    except DateError:
        return False


def finer(a: Grounded[str] | None, b: Grounded[str] | None) -> Grounded[str] | None:
    """Of two dates that agree, the one that says more: the day before its month; else the first."""
    if a is None or b is None:
        return a or b
    return b if _days(b.value) < _days(a.value) else a


def days_between(a: str, b: str) -> int:
    """How many days lie from the end of one date to the start of another; 0 where either is open."""
    try:
        left, right = parse_period(a), parse_period(b)
    except DateError:
        return 0
    if left.latest is None or right.earliest is None:
        return 0
    return (right.earliest - left.latest).days


def _days(value: str) -> int:
    """How many days a date leaves open."""
    try:
        period = parse_period(value)
    except DateError:
        return UNKNOWN
    if period.earliest is None or period.latest is None or period.open_start or period.open_end:
        return UNKNOWN
    return (period.latest - period.earliest).days


def narrow(places: Sequence[Grounded[Place]]) -> set[str]:
    """The places of a list that are no countries, provinces or rivers, by their ids or names."""
    return {p.value.id or p.value.name for p in places if p.value.level not in WIDE}


def are_far_apart(
    a: Iterable[Place], b: Iterable[Place], *, within: float = CLOSE_KM, wide: Container[str | None] = WIDE
) -> bool:
    """Whether each names a place with a point that is not `wide`, and none close to one of the other's."""
    left, right = _points(a, wide), _points(b, wide)
    return bool(left) and bool(right) and all(km(p, q) > within for p in left for q in right)


def _points(places: Iterable[Place], wide: Container[str | None]) -> list[tuple[float, float]]:
    narrow = (p for p in places if p.level not in wide)
    return [(p.lat, p.lon) for p in narrow if p.lat is not None and p.lon is not None]


def parties_agree(a: Party | None, b: Party | None) -> bool:
    """Whether two names may be of one party: the same kind of force, or one of them unknown."""
    return a is None or b is None or kinds_agree(a.kind, b.kind)


def kinds_agree(a: str, b: str) -> bool:
    """Whether two kinds of party may be one, as soldiers and border guards may, and police may not."""
    if "unknown" in (a, b) or a == b:
        return True
    return a in ARMED and b in ARMED and "police" not in (a, b)
