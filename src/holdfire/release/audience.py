"""Who is told: how wide an audience is, and how many at least stand together before all of that width."""

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple, get_args

import msgspec

Width = Literal["internal", "partner", "public"]
WIDTHS: Final[tuple[Width, ...]] = get_args(Width)
"""From the narrowest to the widest. What a wider audience was told, a narrower one is taken to know."""
_LEAST: Final[dict[Width, int]] = {"internal": 1, "partner": 3, "public": 5}


class Audience(msgspec.Struct, frozen=True):
    """An audience by its name. `k` is the least of its width: no policy goes below it."""

    name: str
    width: Width
    k: int

    def knows(self, width: Width) -> bool:
        """Whether it knows what an audience of a width was told: one at least as wide as itself."""
        return WIDTHS.index(width) >= WIDTHS.index(self.width)


class Said(NamedTuple):
    """What a keeper said of an audience: its width; or, of a width under its own name, the least k."""

    name: str
    width: Width
    k: int | None = None


OURS: Final = tuple(Audience(width, width, _LEAST[width]) for width in reversed(WIDTHS))
"""The audiences that every casebook has, each as wide as its name says."""


def least_k(width: Width) -> int:
    """Below what no keeper may go: outside the team nobody is told of one alone."""
    return 1 if width == "internal" else 2


def audiences(said: Iterable[Said]) -> dict[str, Audience]:
    """All audiences by name, as what was said last of each has them."""
    last = {each.name: each for each in said}
    least = {width: (last[width].k if width in last else None) or _LEAST[width] for width in WIDTHS}
    widths: dict[str, Width] = {each.name: each.width for each in OURS}
    widths |= {each.name: each.width for each in last.values()}
    return {name: Audience(name, width, least[width]) for name, width in widths.items()}
