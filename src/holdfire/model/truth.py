"""Three-valued truth, for answers that rest on bounds: Kleene's strong logic."""

from collections.abc import Iterable
from enum import Enum
from functools import reduce
from operator import and_, or_


class Truth(Enum):
    """`YES` and `NO` hold whatever the doubtful values turn out to be; `POSSIBLY` depends on them."""

    NO = "no"
    POSSIBLY = "possibly"
    YES = "yes"

    def __init__(self, _: str) -> None:
        self._sureness = len(type(self).__members__)

    def __and__(self, other: "Truth") -> "Truth":
        return self if self._sureness <= other._sureness else other

    def __or__(self, other: "Truth") -> "Truth":
        return self if self._sureness >= other._sureness else other

    def __invert__(self) -> "Truth":
        if self is Truth.POSSIBLY:
            return self
        return Truth.NO if self is Truth.YES else Truth.YES

    def __bool__(self) -> bool:
        raise TypeError("a Truth has three values: compare it with Truth.YES, Truth.NO or Truth.POSSIBLY")


def between(*, surely: bool, ruled_out: bool) -> Truth:
    """The truth of something that certainly holds, certainly does not, or may."""
    if surely:
        return Truth.YES
    return Truth.NO if ruled_out else Truth.POSSIBLY


def all_of(answers: Iterable[Truth]) -> Truth:
    """Whether all of some things hold; `YES` of none."""
    return reduce(and_, answers, Truth.YES)


def any_of(answers: Iterable[Truth]) -> Truth:
    """Whether any of some things holds; `NO` of none."""
    return reduce(or_, answers, Truth.NO)


def unanimous(answers: Iterable[Truth]) -> Truth:
    """The answer on which all readings agree, else `POSSIBLY`."""
    different = set(answers)
    return different.pop() if len(different) == 1 else Truth.POSSIBLY
