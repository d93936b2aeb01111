"""Whether a place lies in an area, and why that is said."""

from typing import NamedTuple

from holdfire.geography.entry import Entry
from holdfire.model.truth import Truth


class Judged(NamedTuple):
    """An answer that respects the errors of the area and of the place's point, with its reason in words."""

    truth: Truth
    because: str


def unlocated(place: Entry) -> Judged:
    """The answer for a place of which no point is known."""
    return Judged(Truth.POSSIBLY, f"no point is known for {place.name}")
