"""A zone's width, its line and the side on which the report's places lie → the strip, drawn."""

from collections.abc import Sequence

from holdfire.geography.areas import strip_area
from holdfire.geography.lines import BorderLine, named_line
from holdfire.geography.zone import line_strip
from holdfire.model.grounded import Grounded, ground
from holdfire.model.place import Area, Width
from holdfire.model.span import Span
from holdfire.reading.mentions import PlaceMention
from holdfire.reading.resolving.scene import Scene

LYING = frozenset({"province", "county", "city", "district"})
"""Levels of places that lie on one side of a border."""


def zone_strip(width: Width, along: PlaceMention, span: Span, scene: Scene) -> Grounded[Area] | None:
    """The strip of a width along a line, on the one side on which the report's places lie; else None."""
    line = named_line(along.entry.id, own=_by_pair(scene.lines)) if along.entry is not None else None
    side = side_of(line, scene.mentions.places) if line is not None else None
    if line is None or side is None or not 0 < width.low <= width.high:
        return None
    area = strip_area(line_strip(line, width=width, side=side), along=along.place.name).area
    because = f"on the side of {side}, for the report names places on no other"
    return ground(area, scene.words, span, rule="place.strip", basis="inferred", because=because)


def side_of(line: BorderLine, places: Sequence[PlaceMention]) -> str | None:
    """The country of the two by a line in which all places that the report names of theirs lie."""
    named = {p.entry.country for p in places if p.entry is not None and p.entry.level in LYING}
    sides = named & set(line.pair.split("-"))
    return sides.pop() if len(sides) == 1 else None


def _by_pair(lines: Sequence[BorderLine]) -> dict[str, BorderLine]:
    return {line.pair: line for line in lines}
