"""One report's words, sentences, dates and places, asked by statement."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from holdfire.geography.entry import Entry
from holdfire.geography.gazetteer import Gazetteer
from holdfire.geography.lines import BorderLine
from holdfire.model.grounded import Grounded, ground
from holdfire.model.place import Place
from holdfire.model.sentence import Sentence
from holdfire.model.span import Span
from holdfire.model.statement import Attribution, Deed, Directive, Statement
from holdfire.reading.english.dates import ResolvedDate
from holdfire.reading.english.directives.documents import Heading
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.mentions import Mentions, PlaceMention

TOLD_WITHIN = 60
YEAR = 4
_OF_THING = re.compile(r"(?:\b(?:the|a|its|their|his|her|that)|['’]s?) $", re.IGNORECASE)
_IN_THING = re.compile(
    r"\b(?:in|during|at|since|after|before) (?:the|a|its|their|his|her|that) $", re.IGNORECASE
)
_THING = re.compile(r" (?!(?:in|on|at|and|or|to|by|that|which|who|when|as|after|before)\b)[a-z]")
"""What stands round the year of a thing: "the 2003 truce"."""
_ACCORD = re.compile(
    r" (?:cease-?fire|truce|armistice|agreement|accords?|treaty|pact|understanding|protocol)\b"
)
_TELLING = re.compile(r" (?:say|says|said|report|reports|reported|alleged|alleges|added|confirmed)\b")
_CENTURY = re.compile(r"\d\dXX")
_REPLACED = re.compile(r"\b(?:instead of|rather than|formerly|previously|up from|down from)(?: from)? $")
_WHERE = re.compile(
    r"\b(?:in|inside|within|across|throughout|along|over|around)\s+"
    r"(?:(?:the|far|most|parts|north|south|east|west|\w+ern|\w+ side|border|of)[\s-]+)*$",
    re.IGNORECASE,
)
"""What stands before the name of a country where something is."""


def is_dated(found: ResolvedDate) -> bool:
    """Whether a mention names a day or a span of days, and not a length, a habit or "recently"."""
    vague = found.stretch is None or found.stretch.unit in ("ref", "hours")
    century = _CENTURY.match(found.value or "") is not None  # "the 11th-century temple"
    return bool(found.value) and not vague and not century and found.mention.type in ("DATE", "TIME")


def is_recurring(found: ResolvedDate) -> bool:
    """Whether a mention names hours or days that come again ("20:00 to 05:00", "every night")."""
    hours = found.stretch is not None and found.stretch.unit == "hours"
    return found.mention.type == "SET" or (found.mention.type == "TIME" and hours)


@dataclass(frozen=True)
class Scene:
    """What statements are resolved against.

    `lines` are a user's own border lines; `heading` is that of a text which is an order itself; `gazetteer`
    tells what a place lies in; `published` is the day of the report.
    """

    words: str
    sentences: Sequence[Sentence]
    mentions: Mentions
    dates: Sequence[ResolvedDate]
    lexicon: Lexicon
    lines: Sequence[BorderLine] = ()
    heading: Heading | None = None
    gazetteer: Gazetteer | None = None
    published: str | None = None

    @cached_property
    def _spans(self) -> list[Span]:
        return [Span(sentence.start, sentence.end) for sentence in self.sentences]

    @cached_property
    def _begins(self) -> list[int]:
        return [span.start for span in self._spans]

    @cached_property
    def _date_spans(self) -> list[Span]:
        return [found.mention.span for found in self.dates]

    @cached_property
    def _date_starts(self) -> list[int]:
        return [span.start for span in self._date_spans]

    @cached_property
    def _place_starts(self) -> list[int]:
        return [found.span.start for found in self.mentions.places]

    def sentence(self, number: int) -> Span:
        """Where a sentence stands."""
        return self._spans[number]

    def number_at(self, span: Span) -> int:
        """The number of the sentence that words stand in."""
        return max(0, bisect_right(self._begins, span.start) - 1)

    def quoted(self, span: Span | None, rule: str) -> Grounded[str] | None:
        """Words as a value of their own."""
        return ground(span.of(self.words), self.words, span, rule=rule) if span is not None else None

    def date(self, found: ResolvedDate) -> Grounded[str]:
        """A resolved date with its words."""
        span, rule = found.mention.span, found.mention.rule
        return ground(
            found.value or "", self.words, span, rule=rule, basis=found.basis, because=found.because
        )

    def dates_of(self, told: Statement) -> list[ResolvedDate]:
        """The dates of a statement's own clause, not of those who told it; "recently" dates nothing."""
        own = [d for d in self.dates_in(self.sentence(told.sentence)) if is_dated(d)]
        own = [d for d in own if not self._is_of_a_thing(d.mention.span, told)]
        if isinstance(told, Deed):
            own = [d for d in own if not self._is_of_accord(d.mention.span)]
        return [d for d in own if all(said.hands_on(d.mention.span) for said in told.attribution)]

    def _is_of_a_thing(self, span: Span, told: Statement) -> bool:
        """Whether a year is that of a thing and no act's: "broke the 2003 truce"; not "in the 2003 raid"."""
        if span.end - span.start != YEAR:
            return False
        if told.cue.start > span.start and "," not in self.words[span.end : told.cue.start]:
            return False
        before = self.words[max(0, span.start - 16) : span.start]
        named = _OF_THING.search(before) is not None and _IN_THING.search(before) is None
        return named and _THING.match(self.words, span.end) is not None

    def _is_of_accord(self, span: Span) -> bool:
        """Whether a date is that of what was agreed, and no act's: "the June 2003 truce agreement"."""
        before = self.words[max(0, span.start - 16) : span.start]
        return _OF_THING.search(before) is not None and _ACCORD.match(self.words, span.end) is not None

    def dates_in(self, span: Span) -> list[ResolvedDate]:
        """The dates named within a span."""
        first, last = bisect_left(self._date_starts, span.start), bisect_left(self._date_starts, span.end)
        ends = self._date_spans
        return [self.dates[n] for n in range(first, last) if ends[n].end <= span.end]

    def hours_in(self, span: Span) -> tuple[Grounded[str], ...]:
        """The recurring times named within a span ("between 6 pm and 5 am")."""
        found = (d for d in self.dates_in(span) if is_recurring(d) and "T" in (d.value or ""))
        return tuple(self.date(d) for d in found if not self._is_replaced(d.mention.span))

    def _is_replaced(self, span: Span) -> bool:
        """Whether hours held before: "to 7 p.m. instead of 5 p.m."."""
        return _REPLACED.search(self.words[max(0, span.start - 24) : span.start].lower()) is not None

    def told_on(self, said: Attribution, number: int) -> str | None:
        """The date beside a verb of speech: when it was said."""
        beside = (
            d
            for d in self.dates_in(self.sentence(number))
            if is_dated(d)
            and not said.hands_on(d.mention.span)
            and abs(d.mention.span.start - said.cue.end) < TOLD_WITHIN
        )
        return next((d.value for d in beside), None)

    def place(self, found: PlaceMention) -> Grounded[Place]:
        """A place with its words."""
        return ground(found.place, self.words, found.span, rule=found.rule)

    def province_of(self, place: Place) -> Place | None:
        """The province or state that a known place lies in."""
        entry = self._entry(place)
        if entry is None or self.gazetteer is None or not entry.province:
            return None
        above = self.gazetteer.by_code(entry.province)
        return above.place if above is not None and above.level == "province" else None

    def country_of(self, place: Place) -> str | None:
        """The country that a known place lies in."""
        entry = self._entry(place)
        return entry.country if entry is not None else None

    def _entry(self, place: Place) -> Entry | None:
        known = self.gazetteer.lookup(place.name) if self.gazetteer is not None and place.id else ()
        return next((e for e in known if e.id == place.id), None)

    def places_in(self, span: Span) -> list[PlaceMention]:
        """The places named within a span."""
        places = self.mentions.places
        first, last = bisect_left(self._place_starts, span.start), bisect_left(self._place_starts, span.end)
        return [p for p in places[first:last] if p.span.end <= span.end]

    def places_of(self, told: Statement) -> list[PlaceMention]:
        """The places of a statement's sentence; not where it is said, nor a country or city that acts."""
        speakers = [p.span for a in told.attribution for p in (a.speaker, a.hearer) if p is not None]
        acting = [told.issuer.span] if isinstance(told, Directive) and told.issuer is not None else []
        return [
            p
            for p in self.places_in(self.sentence(told.sentence))
            if not any(s.contains(p.span) for s in speakers)
            and not (isinstance(told, Deed) and self._is_told_in(p.span, told))
            and p.span not in acting
            and not self._is_whence_told(p.span)
            and not self.is_dateline(p.span)
            and (p.place.level != "country" or self._is_where(p.span, acting))
        ]

    def _is_whence_told(self, span: Span) -> bool:
        """Whether a place is where those who say so are from: "activists and reports from Seoul say"."""
        from_there = self.words[max(0, span.start - 5) : span.start] == "from "
        return from_there and _TELLING.match(self.words, span.end) is not None

    def is_dateline(self, span: Span) -> bool:
        """Whether a place in capitals opens a paragraph as its dateline: "LANDI KOTAL: The army …"."""
        opens = span.start == 0 or self.words[span.start - 1] == "\n"
        return opens and self.words[span.end : span.end + 1] == ":" and span.of(self.words).isupper()

    def _is_told_in(self, span: Span, told: Deed) -> bool:
        """Whether a place is where an act is told of: "survivors told a group on Lesbos", "said in Dhaka"."""
        return any(
            told.cue.start < said.cue.start < span.start
            and not said.hands_on(span)
            and "," not in self.words[said.cue.end : span.start]
            for said in told.attribution
        )

    def _is_where(self, span: Span, acting: Sequence[Span]) -> bool:
        """Whether a country is one where something is: not who acts, whose it is, nor whence or whither."""
        if self._owns(span) or any(s.contains(span) for s in acting):
            return False
        return _WHERE.search(self.words[max(0, span.start - 40) : span.start]) is not None

    def _owns(self, span: Span) -> bool:
        """Whether a name is followed by "'s": whose something is, not where."""
        return self.words[span.end : span.end + 2] in ("'s", "’s")
