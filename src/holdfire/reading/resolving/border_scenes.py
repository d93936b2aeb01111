"""A border named by one of its countries as the place of an act or an order: "along the border with Mexico".

The other country is the one neighbour that its sentence names, else its report; where there is none, or more
than one, the border stands by its words alone.
"""

import re

from holdfire.geography.entry import unresolved
from holdfire.geography.lines import border_line, pair_of
from holdfire.geography.peoples import OF_AN_EDGE, countries_in
from holdfire.model.span import Span
from holdfire.model.statement import Deed, Directive
from holdfire.reading.english.places.borders import border
from holdfire.reading.english.places.neighbours import find_neighbours
from holdfire.reading.mentions import PlaceMention
from holdfire.reading.resolving.scene import Scene

RULE = "place.border_beside"
_WHERE = re.compile(
    r"\b(?:along|near|at|on|across|close to|by|over|of|(?:cross|patroll?|guard|breach|violat)"
    r"(?:e?s|e?d|ing|e)?)\s+(?:(?:the|its|their)\s+)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s*([a-z]+)")


def border_beside(told: Deed | Directive, scene: Scene) -> PlaceMention | None:
    """The border that a deed's own words say it was at, or that an order says is closed or watched."""
    if scene.gazetteer is None:
        return None
    words = scene.words
    for span, neighbour in find_neighbours(told.span.of(words), gazetteer=scene.gazetteer):
        whole = Span(told.span.start + span.start, told.span.start + span.end)
        after = _AFTER.match(words, whole.end)
        beside = _WHERE.search(words[max(0, whole.start - 16) : whole.start]) is not None
        beside = _is_ordered(told, whole) if isinstance(told, Directive) else beside
        if not beside or (after is not None and after[1] in OF_AN_EDGE):
            continue
        other = _other_side(neighbour.id, told, scene)
        far = scene.gazetteer.by_code(other) if other is not None else None
        if far is None:
            return PlaceMention(whole, unresolved(whole.of(words)), RULE)
        entry = border(neighbour, far)
        return PlaceMention(whole, entry.place, RULE, entry)
    return None


def _is_ordered(told: Directive, edge: Span) -> bool:
    """Whether a border is what an order is about, or where those are who are told it: "closed its border"."""
    about = [n.act_span for n in told.norms if n.act.endswith(("border", "frontier"))]
    return any(span.overlaps(edge) for span in (*about, *(p.span for p in told.addressees)))


def _other_side(country: str, told: Deed | Directive, scene: Scene) -> str | None:
    """The one neighbour of a country that a sentence speaks of, or else its report."""
    report = {p.entry.country or p.entry.id for p in scene.mentions.places if p.entry is not None}
    for spoken in (countries_in(scene.sentence(told.sentence).of(scene.words)), report):
        sides = [c for c in spoken if c != country and border_line(pair_of(country, c)) is not None]
        if len(sides) == 1:
            return sides[0]
    return None
