"""Anchors → candidates: rules are tried only where a word that anchors them stands."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

import msgspec
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from holdfire.model.span import Span
from holdfire.reading.grammar.first import firsts
from holdfire.reading.grammar.pattern import Pattern, any_of
from holdfire.reading.grammar.rule import Rule

V = TypeVar("V")
_LEADS_AT_MOST = 6
_AROUND = 32
OPENING_MARKS = "\"'“‘(["
"""What may stand before the first word of an expression."""
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_NOT_BEFORE = _LETTERS | frozenset("0123456789_$#@")
_NOT_BEFORE_FIGURE = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_$£€.,")
_FIGURES = (*"0123456789", *(f"{mark}{n}0s" for mark in "'’" for n in range(10)))
"""How figures begin: the search for words finds these too."""
_FIGURE = (  # cheap to reject: most numbers in a report are counts and ages
    r"(?<![\w$£€.,])(?=['’]|[0-9]{4}|[0-9]{1,3}(?:[a-z:/]| [ap]\.? ?m|\.[ap]m|[.-][0-9]))"
)


class Found(msgspec.Struct):
    """A match over the lower-cased words, with the words as they were written."""

    match: re.Match[str]
    words: str

    def before(self, group: int | str = 0) -> list[str]:
        """The few words before the match, or one of its groups, as written but for opening marks."""
        at = self.match.start(group)
        words = self.words[max(at - _AROUND, 0) : at].split()
        return [bare for word in words if (bare := word.lstrip(OPENING_MARKS))]

    def after(self) -> str:
        """What follows the match, as it was written."""
        end = self.match.end()
        return self.words[end : end + _AROUND]


class Candidate(msgspec.Struct, Generic[V], frozen=True):
    """What one rule made of the words between `start` and `end`."""

    start: int
    end: int
    rule: str
    value: V


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where rules may apply.

    `words` maps a word to its class, `shapes` a class to an expression (for numbers); `leads` are the words
    that may stand before an anchor of a class and belong to the same expression (numbers always may).
    `closer` maps a class to a narrower one and to what must follow a word for it to be of that one, so that
    the rules of the narrower class are passed over elsewhere; the rules of the wider are tried at both.
    """

    words: Mapping[str, str]
    shapes: Mapping[str, str]
    leads: Mapping[str, frozenset[str]]
    closer: Mapping[str, tuple[str, str]]


class _Rules(Generic[V]):
    """The rules of one class of anchor; those are tried at a place that may begin with its character."""

    def __init__(self, rules: Sequence[Rule[Pattern, Found, V]], leads: frozenset[str]) -> None:
        self.leads = leads
        self._rules = [(firsts(rule.pattern.regex), rule) for rule in rules]
        self._compiled: dict[str, _Match] = {}
        self._by_first: dict[str, list[_Tried[V]]] = {}

    def longest(self, words: str, low: str, start: int, at: int, end: int) -> Candidate[V] | None:
        """The longest match from `start` that takes in the anchor at `at` and means something."""
        first = low[start]
        tried = self._by_first.get(first)
        if tried is None:
            tried = self._beginning_with(first)
        hits = []
        for match, produce, name in tried:
            matched = match(low, start, end)
            if matched is not None and matched.end() > at:
                hits.append((matched, produce, name))
        if len(hits) > 1:
            hits.sort(key=_end, reverse=True)
        for matched, produce, name in hits:
            value = produce(Found(matched, words))
            if value is not None:
                return Candidate(start, matched.end(), name, value)
        return None

    def _beginning_with(self, first: str) -> "list[_Tried[V]]":
        """The rules that may begin with a character, compiled the first time that they are wanted."""
        rules = [rule for begins, rule in self._rules if begins is None or first in begins]
        self._by_first[first] = [(self._match(rule), rule.produce, rule.name) for rule in rules]
        return self._by_first[first]

    def _match(self, rule: Rule[Pattern, Found, V]) -> "_Match":
        if rule.name not in self._compiled:
            self._compiled[rule.name] = re.compile(rule.pattern.regex).match
        return self._compiled[rule.name]


_Match = Callable[[str, int, int], re.Match[str] | None]
_Tried = tuple[_Match, Callable[[Found], V | None], str]


def _end(hit: tuple[re.Match[str], object, str]) -> int:
    return hit[0].end()


class Matcher(Generic[V]):
    """Finds candidates of one grammar: made once, used for every text."""

    def __init__(self, rules: Iterable[Rule[Pattern, Found, V]], anchors: Anchors) -> None:
        self._given: dict[str, list[Rule[Pattern, Found, V]]] = {}
        for rule in rules:
            for anchor in rule.pattern.anchors:
                self._given.setdefault(anchor, []).append(rule)
                if anchor in anchors.closer:
                    self._given.setdefault(anchors.closer[anchor][0], []).append(rule)
        self._rules: dict[str, _Rules[V]] = {}
        shapes = "|".join(f"(?P<{name}>{shape})" for name, shape in anchors.shapes.items())
        self._words = {w: name if name in self._given else "" for w, name in anchors.words.items()}
        self._kinds = (*self._words.values(), *(_FIGURE for _ in _FIGURES))
        self._word = re.compile(f"(?:{any_of(self._words)})(?![a-z])")
        self._shape = re.compile(f"{_FIGURE}(?:{shapes})")
        self._leads = anchors.leads
        self._closer = {kind: (name, re.compile(after)) for kind, (name, after) in anchors.closer.items()}

    def find(self, words: str, low: str, spans: Sequence[Span]) -> list[Candidate[V]]:
        """Find all candidates within the spans, in order: at an anchor the longest of the leftmost start.

        `low` is what `lowered` makes of the words.
        """
        found: list[Candidate[V]] = []
        if not spans:
            return found
        upcoming = iter(spans)
        span = next(upcoming)
        done = span.start
        stop = span.end
        for at, kind in self._anchors(low, span.start, spans[-1].end):
            while at >= stop:
                span = next(upcoming)
                done, stop = span.start, span.end
            if at < done:
                continue
            rules = self._rules.get(kind) or self._made(kind)
            for start in _starts(low, at, done, rules.leads):
                candidate = rules.longest(words, low, start, at, stop)
                if candidate is not None:
                    found.append(candidate)
                    done = candidate.end
                    break
        return found

    @cached_property
    def _scan(self) -> Callable[[str], list[tuple[int, int, int]]]:
        """Finds words and figures wherever their letters stand: (number of the word, start, end)."""
        words = (*self._words, *_FIGURES)
        found = AhoCorasick(words, MatchKind.LeftmostLongest, implementation=Implementation.DFA)
        return found.find_matches_as_indexes

    def _anchors(self, low: str, start: int, end: int) -> list[tuple[int, str]]:
        """Where the rules of what class are to be tried, in order; letters within other words are none."""
        padded, shift = f"\n{low[start:end]}\n", start - 1
        kinds, closer = self._kinds, self._closer
        anchors = []
        for number, at, stop in self._scan(padded):
            kind = kinds[number]
            if kind is _FIGURE:
                if padded[at - 1] in _NOT_BEFORE_FIGURE:
                    continue
                shaped = self._shape.match(padded, at)
                kind = "" if shaped is None else shaped.lastgroup or ""
            elif padded[at - 1] in _NOT_BEFORE:
                continue
            elif padded[stop] in _LETTERS:
                kind = self._shorter(padded, at)
            elif kind in closer and closer[kind][1].match(padded, stop) is not None:
                kind = closer[kind][0]
            if kind:
                anchors.append((at + shift, kind))
        return anchors

    def _shorter(self, padded: str, at: int) -> str:
        """The class of a shorter anchor where a longer one is none: "year" in "year older"."""
        shorter = self._word.match(padded, at)
        return self._words[shorter[0]] if shorter is not None else ""

    def _made(self, kind: str) -> _Rules[V]:
        """Compile the rules of a class the first time they are wanted."""
        self._rules[kind] = _Rules(self._given.get(kind, ()), self._leads[kind])
        return self._rules[kind]


def _starts(low: str, at: int, floor: int, leads: frozenset[str]) -> list[int]:
    """Where an expression with its anchor at `at` may start: at the farthest lead first."""
    if at - 1 <= floor or low[at - 1] not in " -\n/":
        return [at]
    lead = low[low.rfind(" ", max(floor, at - 1 - _AROUND), at - 1) + 1 : at - 1]
    if lead not in leads and lead.isalpha():
        return [at]
    starts = [at]
    start = at
    while start - 1 > floor and low[start - 1] in " -\n/" and len(starts) <= _LEADS_AT_MOST:
        stop = start - 1
        near = max(floor, stop - _AROUND)
        start = low.rfind(" ", near, stop) + 1 or near
        lead = low[start:stop]
        if lead in leads:
            starts.insert(0, start)
            continue
        if lead[:1] in OPENING_MARKS:
            lead = lead.lstrip(OPENING_MARKS)
            start = stop - len(lead)
        for mark in "-\n/":
            if mark in lead:
                lead = lead.rpartition(mark)[2]
                start = stop - len(lead)
        if lead not in leads and not lead[:1].isnumeric():
            break
        starts.insert(0, start)
    return starts


def lowered(words: str) -> str:
    """Lower-case without moving any offset."""
    low = words.lower()
    return low if len(low) == len(words) else "".join(c if len(c.lower()) > 1 else c.lower() for c in words)
