"""Seeded choices."""

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """Draws among options; the same seed draws the same."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def odds(self, share: float) -> bool:
        """Yes, this often."""
        return self._random.random() < share

    def one(self, options: Sequence[T]) -> T:
        """One of them, all alike."""
        return self._random.choice(options)

    def word(self, options: str) -> str:
        """One of the words or phrases between bars."""
        return self.one(options.split("|"))

    def number(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return self._random.randint(low, high)

    def weighted(self, options: Sequence[tuple[float, Callable[[], T]]]) -> T:
        """One of the makers, by weight; what it makes."""
        maker = self._random.choices([m for _, m in options], [w for w, _ in options])[0]
        return maker()
