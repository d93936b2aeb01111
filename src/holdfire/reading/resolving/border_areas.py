"""A border that an order's sentence names → its area: the line, or the strip of a width on one side of it.

It is named by its pair of countries and not drawn: `geography.reach` draws it when it is asked about.
"""

from msgspec.structs import replace

from holdfire.errors import PlaceError
from holdfire.geography.areas import line_area, strip_area
from holdfire.geography.lines import BorderLine, border_line, named_line, pair_of
from holdfire.geography.zone import line_strip
from holdfire.model.grounded import Grounded, ground
from holdfire.model.place import Area, Width
from holdfire.model.span import Span
from holdfire.reading.english.phrases.widths import find_widths
from holdfire.reading.english.places.neighbours import find_neighbours
from holdfire.reading.mentions import PlaceMention
from holdfire.reading.resolving.scene import Scene

LYING = frozenset({"country", "province", "county", "city", "district"})
"""Levels of places that tell of which countries a report speaks."""
BECAUSE = "the border that is named beside it"


def border_area(sentence: Span, scene: Scene) -> Grounded[Area] | None:
    """The border named in a sentence: as a strip where a width stands there and its side is known."""
    found = _named(sentence, scene) or _by_neighbour(sentence, scene)
    if found is None:
        return None
    span, line, name = found
    width = next(iter(find_widths(scene.words, sentence)), None)
    side = _side(line, scene)
    if width is not None and side is not None and 0 < width[1].low <= width[1].high:
        area = _strip(line, width[1], side, name)
        span = span.joined(width[0])
    else:
        area = line_area(line, along=name).area
    named = replace(area, geometry=None)
    return ground(named, scene.words, span, rule="place.border", basis="inferred", because=BECAUSE)


def _strip(line: BorderLine, width: Width, side: str, name: str) -> Area:
    try:
        return strip_area(line_strip(line, width=width, side=side), along=name).area
    except PlaceError:
        return line_area(line, along=name).area


def _named(sentence: Span, scene: Scene) -> tuple[Span, BorderLine, str] | None:
    """A border named by both its countries."""
    for found in scene.places_in(sentence):
        if found.entry is None or found.entry.level != "line":
            continue
        line = named_line(found.entry.id, own={line.pair: line for line in scene.lines})
        if line is not None:
            return found.span, line, line.pair
    return None


def _by_neighbour(sentence: Span, scene: Scene) -> tuple[Span, BorderLine, str] | None:
    """A border named by one country: with the only neighbour of it whose places the report names."""
    if scene.gazetteer is None:
        return None
    for span, neighbour in find_neighbours(sentence.of(scene.words), gazetteer=scene.gazetteer):
        others = _countries(scene.mentions.places) - {neighbour.id}
        lines = [line for other in sorted(others) if (line := _line(neighbour.id, other, scene)) is not None]
        if len(lines) == 1:
            whole = Span(sentence.start + span.start, sentence.start + span.end)
            return whole, lines[0], lines[0].pair
    return None


def _line(one: str, other: str, scene: Scene) -> BorderLine | None:
    pair = pair_of(one, other)
    return next((line for line in scene.lines if line.pair == pair), None) or border_line(pair)


def _countries(places: tuple[PlaceMention, ...]) -> set[str]:
    """The countries that a report speaks of, by the places it names."""
    entries = (p.entry for p in places if p.entry is not None and p.entry.level in LYING)
    return {e.country or e.id for e in entries if "/" not in e.country}


def _side(line: BorderLine, scene: Scene) -> str | None:
    """The country of the two in which the towns and provinces lie that the report names."""
    named = {
        p.entry.country
        for p in scene.mentions.places
        if p.entry is not None and p.entry.level in LYING - {"country"}
    }
    sides = named & set(line.pair.split("-"))
    return sides.pop() if len(sides) == 1 else None
