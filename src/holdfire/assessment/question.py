"""What is asked of the orders: which was in force here, then, for this unit, on this act."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from holdfire.assessment.units import Unit
from holdfire.geography.entry import Entry
from holdfire.model.period import Bounds, Period

MOST_KEPT = 20_000


@dataclass(frozen=True)
class Question:
    """A place (None: anywhere), a time, and where given a unit and an act (`live_fire`, `flare` …).

    `unit` is the unit's name as given; `known` is its row, where it is one of the table.
    """

    place: Entry | None
    on: Period
    unit: str | None = None
    known: Unit | None = None
    act: str | None = None

    @cached_property
    def at(self) -> Bounds:
        """Between what seconds the time asked about starts and ends."""
        return _bounds(self.on)

    @property
    def is_clock(self) -> bool:
        """Whether it asks about a time of day."""
        return "T" in self.on.edtf


@lru_cache(maxsize=MOST_KEPT)
def _bounds(on: Period) -> Bounds:
    return on.bounds
