"""An order or act of which no place is named → the border, fence, zone or crossing that its words speak of.

"Guards shot a man at the border", "fire at whoever nears the fence": a border is the one that the report
names or the only one between countries that it speaks of, "the crossing" the only one that it names, and then
inferred; else a line stands by its words alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TypeVar

import msgspec

from holdfire.geography.entry import Entry
from holdfire.geography.lines import border_line, pair_of
from holdfire.geography.peoples import countries_in
from holdfire.model.grounded import Grounded, ground
from holdfire.model.incident import Practice, ReportedIncident
from holdfire.model.order import ReportedOrder
from holdfire.model.place import Place
from holdfire.model.span import Span
from holdfire.reading.english.places.borders import border
from holdfire.reading.english.places.plain_lines import RULE, PlainLine, find_plain_lines, is_of_kind
from holdfire.reading.resolving.scene import Scene

COUNTRIES = frozenset({"country", "continent"})
LYING = frozenset({"country", "province", "county", "city", "district"})
"""Levels of places that tell of which countries a report speaks."""
K = TypeVar("K", ReportedOrder, ReportedIncident, Practice)


@dataclass(frozen=True)
class PlainLines:
    """The lines and sites that a report speaks of without their names."""

    scene: Scene

    def along(self, told: K) -> K:
        """The order, act or habit with the line of its own words, where no place of it is named."""
        if any(p.value.level not in COUNTRIES for p in told.places):
            return told
        voices = [Span(v.start, v.end) for v in told.attribution]
        ordered = isinstance(told, ReportedOrder)
        for evidence in told.evidence:
            clause = Span(evidence.start, evidence.end)
            for line in find_plain_lines(self.scene.words, clause):
                if not (ordered or line.is_where) or any(v.contains(line.span) for v in voices):
                    continue
                place = self._place(line, clause)
                if place is not None:
                    return msgspec.structs.replace(told, places=(place, *told.places))
        return told

    def _place(self, line: PlainLine, clause: Span) -> Grounded[Place] | None:
        """The line with its place: the border or site that is meant, else a line's own words."""
        meant, because = None, ""
        if line.kind is not None:
            meant, because = self._site(line.kind, line.span), "the only one that the report names before"
        elif line.is_edge:
            meant, because = self._border(clause)
        words, span = self.scene.words, line.span
        if meant is not None:
            return ground(meant, words, span, rule=RULE, basis="inferred", because=because)
        said = span.of(words)
        at_border = line.kind is None or "border" in said  # "the border crossing", and not "the town"
        return ground(Place(said, level="line"), words, span, rule=RULE) if at_border else None

    def _site(self, kind: str, span: Span) -> Place | None:
        """The one place named before that is said to be a site of the kind."""
        before = (p for p in self.scene.mentions.places if p.span.end <= span.start)
        of_kind = (p for p in before if p.place.level == kind or is_of_kind(self.scene.words, p.span, kind))
        named = {p.place.name: p.place for p in of_kind}
        return next(iter(named.values())) if len(named) == 1 else None

    def _border(self, clause: Span) -> tuple[Place | None, str]:
        if self._named is not None:
            return self._named, "the only border that the report names"
        sides = _only_neighbours(countries_in(clause.of(self.scene.words))) or self._sides
        ends = [self._country(code) for code in sides or ()]
        if not ends or ends[0] is None or ends[1] is None:
            return None, ""
        return border(ends[0], ends[1]).place, "the only neighbours that the report speaks of"

    def _country(self, code: str) -> Entry | None:
        return self.scene.gazetteer.by_code(code) if self.scene.gazetteer is not None else None

    @cached_property
    def _named(self) -> Place | None:
        """The one line that a report names."""
        lines = {p.place.id: p.place for p in self.scene.mentions.places if p.place.level == "line"}
        return next(iter(lines.values())) if len(lines) == 1 else None

    @cached_property
    def _sides(self) -> tuple[str, str] | None:
        """The only two neighbours that a report speaks of."""
        named = (p.entry for p in self.scene.mentions.places if p.entry is not None)
        found = {e.country or e.id for e in named if e.level in LYING}
        for n in range(len(self.scene.sentences)):
            found |= countries_in(self.scene.sentence(n).of(self.scene.words))
        return _only_neighbours(found)


def _only_neighbours(countries: Iterable[str]) -> tuple[str, str] | None:
    """The only two of some countries that share a border; None where there are none, or others too."""
    pairs = [pair for pair in combinations(sorted(countries), 2) if border_line(pair_of(*pair)) is not None]
    return pairs[0] if len(pairs) == 1 else None
