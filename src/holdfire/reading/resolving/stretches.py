"""Corridors in words → areas with a geometry, its error and what it was derived from."""

from collections.abc import Sequence

from holdfire.errors import PlaceError
from holdfire.geography.areas import corridor_area
from holdfire.geography.corridor import Corridor, corridor
from holdfire.geography.entry import Entry
from holdfire.geography.lines import BorderLine
from holdfire.geography.standing import common_line
from holdfire.model.grounded import Grounded, ground
from holdfire.model.place import Area
from holdfire.reading.english.places.corridors import Stretch
from holdfire.reading.mentions import PlaceMention


def stretch(
    found: Stretch, places: Sequence[PlaceMention], words: str, *, lines: Sequence[BorderLine] = ()
) -> Grounded[Area]:
    """The area of a corridor; where its places stand on no one border it stays without a geometry.

    `lines` are a user's own; a corridor that reaches beyond one of them is cut from ours.
    """
    area, because = _drawn(found, places, lines)
    return ground(
        area,
        words,
        found.span,
        rule="place.corridor",
        basis="resolved" if because is None else "stated",
        because=because,
    )


def _drawn(
    found: Stretch, places: Sequence[PlaceMention], lines: Sequence[BorderLine]
) -> tuple[Area, str | None]:
    entries = [places[n].entry for n in (found.start, *found.via, found.end)]
    known = [e for e in entries if e is not None]
    if len(known) != len(entries):
        return found.area, "not all of its places are in the gazetteer"
    try:
        return corridor_area(_cut(known, lines), along=found.area.along).area, None
    except PlaceError as error:
        return found.area, str(error)


def _cut(known: Sequence[Entry], lines: Sequence[BorderLine]) -> Corridor:
    """The stretch of a user's line between the places, else that of ours."""
    try:
        return corridor(common_line(known, lines=lines), known[0], known[-1], via=known[1:-1])
    except PlaceError:
        if not lines:
            raise
        return _cut(known, ())
