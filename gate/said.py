"""What the reader says in each slot, as plain values that can be held against the coder's."""

from collections.abc import Iterable
from typing import TypeVar

from holdfire.model.grounded import Grounded
from holdfire.model.incident import Practice, ReportedIncident
from holdfire.model.order import ReportedOrder
from holdfire.model.party import Party, Voice
from holdfire.model.place import Area, Place

T = TypeVar("T")
Names = tuple[str, ...]
Span = tuple[int, int]
NARRATION = "narration"


def bare(grounded: Grounded[T] | None) -> T | None:
    """A grounded value without its words."""
    return None if grounded is None else grounded.value


def party_names(parties: Iterable[Grounded[Party] | None]) -> Names:
    """What parties are called, in the record and in the report."""
    return tuple(name for p in parties if p is not None for name in (p.value.name, p.quote))


def place_names(places: Iterable[Grounded[Place]]) -> tuple[Names, ...]:
    """What each place is called, in the record and in the report."""
    return tuple((p.value.name, p.quote) for p in places)


def area_names(area: Grounded[Area] | None) -> Names:
    """The places that an area is drawn by, and its own words."""
    if area is None:
        return ()
    value = area.value
    return tuple(n for n in (value.along, value.from_, value.to, *value.via, area.quote) if n)


def speakers(voices: Iterable[Grounded[Voice]]) -> Names:
    """Who says so, without the outlet; "narration" where the report itself does."""
    inner = [v for v in voices if v.value.kind not in ("outlet", "narration")]
    documents = ("itself",) if any(v.value.kind == "document" for v in inner) else ()
    names = tuple(name for v in inner for name in (v.value.speaker, v.quote)) + documents
    return names or (NARRATION,)


def spans_of(item: ReportedOrder | ReportedIncident | Practice) -> tuple[Span, ...]:
    """Where the words of its evidence stand."""
    return tuple((e.start, e.end) for e in item.evidence)
