"""A slot: what the reader says in it, what the coder coded, and when they agree."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from gate.tally import Tally

P = TypeVar("P")
G = TypeVar("G")
V = TypeVar("V")
W = TypeVar("W")


@dataclass(frozen=True, slots=True)
class Slot(Generic[P, G]):
    """One column of the score. `said` and `coded` give None where the slot is left open.

    `compare` is given what was said (or None) and what was coded, which is never None. `size` counts the
    values of what was said where nothing is coded to hold it against. `telling` slots decide which entries
    belong together. In a `closed` slot the coding is complete: what is said where it is open is wrong.
    """

    name: str
    said: Callable[[P], Any]
    coded: Callable[[G], Any]
    compare: Callable[[Any, Any], Tally]
    size: Callable[[Any], int]
    telling: bool = True
    closed: bool = False

    def score(self, said: P, coded: Sequence[G]) -> Tally:
        """The counts of a pair; where there are several codings, the one that agrees best."""
        value, options = self.said(said), [self.coded(each) for each in coded]
        kept = [option for option in options if option is not None]
        if not kept:
            return Tally(said=self.size(value) if self.closed and value is not None else 0)
        if value is None and len(kept) < len(options):
            return Tally()
        return max((self.compare(value, option) for option in kept), key=lambda t: (t.f1, -t.gold))

    def missed(self, coded: Sequence[G]) -> Tally:
        """The counts of a coded entry that the reader did not find."""
        options = [self.coded(each) for each in coded]
        if any(option is None for option in options):
            return Tally()
        return min((self.compare(None, option) for option in options), key=lambda t: t.gold)

    def invented(self, said: P) -> Tally:
        """The counts of an entry that the coder does not have."""
        value = self.said(said)
        return Tally(said=0 if value is None else self.size(value))


def one(
    name: str,
    said: Callable[[P], V | None],
    coded: Callable[[G], W | None],
    alike: Callable[[V, W], bool],
    *,
    telling: bool = True,
) -> Slot[P, G]:
    """A slot of one value."""

    def compare(value: V | None, option: W) -> Tally:
        if value is None:
            return Tally(gold=1)
        return Tally(int(alike(value, option)), 1, 1)

    return Slot(name, said, coded, compare, lambda _: 1, telling)


def several(
    name: str,
    said: Callable[[P], frozenset[V] | None],
    coded: Callable[[G], frozenset[V] | None],
    *,
    closed: bool = False,
    telling: bool = True,
) -> Slot[P, G]:
    """A slot of several values that are the same or not."""

    def compare(values: frozenset[V] | None, options: frozenset[V]) -> Tally:
        values = values or frozenset()
        return Tally(len(values & options), len(values), len(options))

    return Slot(name, said, coded, compare, len, telling, closed)


def equal(said: object, coded: object) -> bool:
    """Whether they are the same value."""
    return said == coded
