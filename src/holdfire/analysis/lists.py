"""Lists of the same kind of thing, and how many things stand on which of them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from holdfire.analysis.loglinear import Numbers

History = tuple[bool, ...]
"""On which lists one thing stands."""


@dataclass(frozen=True, slots=True)
class Lists:
    """Named lists, and how many things have each history; what stands on no list cannot be here."""

    names: tuple[str, ...]
    histories: Mapping[History, float]

    @property
    def seen(self) -> int:
        """How many things stand on one list at least."""
        return round(sum(self.histories.values()))

    def on(self, *numbers: int) -> int:
        """How many things stand on all of these lists, whatever others they stand on."""
        return round(sum(n for history, n in self.histories.items() if all(history[i] for i in numbers)))

    @property
    def counts(self) -> Numbers:
        """The count of each history in the order of `histories_of`; the first, on no list, is 0."""
        return np.array([self.histories.get(each, 0.0) for each in histories_of(len(self.names))])


def histories_of(lists: int) -> list[History]:
    """Every history over so many lists, on none first."""
    return list(product((False, True), repeat=lists))


def lists_of(names: Sequence[str], things: Iterable[frozenset[str]]) -> Lists:
    """Lists from the names of those that each thing stands on; a thing on none of them is left out."""
    found = Counter(tuple(name in on for name in names) for on in things)
    return Lists(tuple(names), {history: float(n) for history, n in found.items() if any(history)})
