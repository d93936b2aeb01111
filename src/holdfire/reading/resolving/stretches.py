"""Corridors in words → areas with a geometry, its error and what it was derived from."""

from collections.abc import Sequence

from holdfire.errors import PlaceError
from holdfire.geography.areas import common_line, corridor_area
from holdfire.geography.corridor import corridor
from holdfire.model.grounded import Grounded, ground
from holdfire.model.place import Area
from holdfire.reading.english.corridors import Stretch
from holdfire.reading.mentions import PlaceMention


def stretch(found: Stretch, places: Sequence[PlaceMention], words: str) -> Grounded[Area]:
    """The area of a corridor; where its places stand on no one border it stays without a geometry."""
    area, because = _drawn(found, places)
    return ground(
        area,
        words,
        found.span,
        rule="place.corridor",
        basis="resolved" if because is None else "stated",
        because=because,
    )


def _drawn(found: Stretch, places: Sequence[PlaceMention]) -> tuple[Area, str | None]:
    entries = [places[n].entry for n in (found.start, *found.via, found.end)]
    known = [e for e in entries if e is not None]
    if len(known) != len(entries):
        return found.area, "not all of its places are in the gazetteer"
    try:
        line = common_line(known)
        made = corridor(line, known[0], known[-1], via=known[1:-1])
    except PlaceError as error:
        return found.area, str(error)
    return corridor_area(made, along=found.area.along), None
