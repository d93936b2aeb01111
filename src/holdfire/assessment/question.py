"""What is asked of the orders: which was in force here, then, for this unit, on this act."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from holdfire.assessment.home import UNTOLD, Home, home_of_question
from holdfire.assessment.units import Unit, Units
from holdfire.geography.entry import Entry
from holdfire.model.period import Bounds, Period

MOST_KEPT = 20_000


@dataclass(frozen=True)
class Question:
    """A place (None: anywhere), a time, and where given a unit and an act (`live_fire`, `flare` …).

    `unit` is the unit's name as given; `known` is its row, where it is one of the table;
    `home` is whose forces it is about.
    """

    place: Entry | None
    on: Period
    unit: str | None = None
    known: Unit | None = None
    act: str | None = None
    home: Home = UNTOLD

    @cached_property
    def at(self) -> Bounds:
        """Between what seconds the time asked about starts and ends."""
        return _bounds(self.on)

    @property
    def is_clock(self) -> bool:
        """Whether it asks about a time of day."""
        return "T" in self.on.edtf


def question_of_words(
    place: Entry | None, on: Period, unit: str | None, act: str | None, units: Units
) -> Question:
    """A question in a person's words: the unit by its name, with its country by the place; or by its id."""
    if unit is None:
        return Question(place, on, act=act)
    row = units.get(unit.upper())
    home = home_of_question(unit, place) if row is None else Home(frozenset({row.country}))
    return Question(place, on, unit, row or units.find(unit, home), act, home)


@lru_cache(maxsize=MOST_KEPT)
def _bounds(on: Period) -> Bounds:
    return on.bounds
