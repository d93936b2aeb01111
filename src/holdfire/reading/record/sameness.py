"""Whether two values of one report may speak of the same thing."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from holdfire.errors import DateError
from holdfire.model.grounded import Grounded
from holdfire.model.party import Party
from holdfire.model.period import overlaps, parse_period
from holdfire.model.place import Place
from holdfire.model.truth import Truth

T = TypeVar("T")
ARMED = frozenset({"army", "border guard", "police", "armed group"})
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
    """All parties once; one whose name says no more than that of another before it adds nothing."""
    out: list[Grounded[Party]] = []
    for one in union(*groups):
        words = set(one.value.name.lower().split())
        if not any(
            parties_agree(one.value, p.value) and words <= set(p.value.name.lower().split()) for p in out
        ):
            out.append(one)
    return tuple(out)


def dates_agree(a: Grounded[str] | None, b: Grounded[str] | None) -> bool:
    """Whether two dates may be the same; an open one agrees with any."""
    if a is None or b is None or a.value == b.value:
        return True
    try:
        return overlaps(parse_period(a.value), parse_period(b.value)) is not Truth.NO
    except DateError:
        return False


def places_agree(a: Sequence[Grounded[Place]], b: Sequence[Grounded[Place]]) -> bool:
    """Whether two lists of places may be of one event: wide places agree with any, narrow ones must meet."""
    left, right = _narrow(a), _narrow(b)
    return not left or not right or bool(left & right)


def _narrow(places: Sequence[Grounded[Place]]) -> set[str]:
    return {p.value.id or p.value.name for p in places if p.value.level not in WIDE}


def parties_agree(a: Party | None, b: Party | None) -> bool:
    """Whether two names may be of one party: the same kind of force, or one of them unknown."""
    if a is None or b is None or "unknown" in (a.kind, b.kind) or a.kind == b.kind:
        return True
    return a.kind in ARMED and b.kind in ARMED and "police" not in (a.kind, b.kind)
