"""Anchors → candidates: rules are tried only where a word that anchors them stands."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

import msgspec
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from holdfire.model.span import Span
from holdfire.reading.grammar.pattern import Pattern, any_of
from holdfire.reading.grammar.rule import Rule

V = TypeVar("V")
_LEADS_AT_MOST = 6
_AROUND = 32
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_NOT_BEFORE = _LETTERS | frozenset("0123456789_$#@")
_FIGURE = (  # cheap to reject: most numbers in a report are counts and ages
    r"[0-9'’](?<![\w$£€.,].)(?=(?<=['’])[0-9]0s|[0-9]{3}|[0-9]{0,2}(?:[a-z:/]| [ap]\.? ?m|\.[ap]m|[.-][0-9]))"
)


class Found(msgspec.Struct):
    """A match over the lower-cased words, with the words as they were written."""

    match: re.Match[str]
    words: str

    def before(self, group: int | str = 0) -> list[str]:
        """The few words before the match, or before one of its groups, as they were written."""
        at = self.match.start(group)
        return self.words[max(at - _AROUND, 0) : at].split()

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
    """

    words: Mapping[str, str]
    shapes: Mapping[str, str]
    leads: Mapping[str, frozenset[str]]


class _Rules(Generic[V]):
    """The rules of one class of anchor, in one expression that tells which of them match at a place."""

    def __init__(self, rules: Sequence[Rule[Pattern, Found, V]], leads: frozenset[str]) -> None:
        self.leads = leads
        self.rules = [(r.name, re.compile(r.pattern.regex).match, r.produce) for r in rules]
        parts = [f"(?:(?=(?P<r{n}>{_plain(r.pattern.regex, n)}))|)" for n, r in enumerate(rules)]
        every = re.compile("".join(parts))
        self.look = every.match
        self.groups = [(n, every.groupindex[f"r{n}"]) for n in range(len(rules))]

    def longest(self, words: str, low: str, start: int, at: int, end: int) -> Candidate[V] | None:
        """The longest match from `start` that takes in the anchor at `at` and means something."""
        looked = self.look(low, start, end)
        if looked is None or looked.lastindex is None:
            return None
        ends = looked.regs
        best, best_end = -1, at
        for n, group in self.groups:
            if ends[group][1] > best_end:
                best, best_end = n, ends[group][1]
        if best < 0:
            return None
        name, match, produce = self.rules[best]
        matched = match(low, start, end)
        value = produce(Found(matched, words)) if matched is not None else None
        if matched is None or value is None:
            return self._next_best(ends, words, low, start, at, end)
        return Candidate(start, matched.end(), name, value)

    def _make(self, n: int, words: str, low: str, start: int, end: int) -> Candidate[V] | None:
        name, match, produce = self.rules[n]
        matched = match(low, start, end)
        if matched is None:
            return None
        value = produce(Found(matched, words))
        return None if value is None else Candidate(start, matched.end(), name, value)

    def _next_best(  # noqa: PLR0913, PLR0917
        self, ends: tuple[tuple[int, int], ...], words: str, low: str, start: int, at: int, end: int
    ) -> Candidate[V] | None:
        """The longest of the others, where the longest of all meant nothing."""
        hits = sorted((-ends[group][1], n) for n, group in self.groups if ends[group][1] > at)
        made = (self._make(n, words, low, start, end) for _, n in hits[1:])
        return next((candidate for candidate in made if candidate is not None), None)


class Matcher(Generic[V]):
    """Finds candidates of one grammar: made once, used for every text."""

    def __init__(self, rules: Iterable[Rule[Pattern, Found, V]], anchors: Anchors) -> None:
        self._given: dict[str, list[Rule[Pattern, Found, V]]] = {}
        for rule in rules:
            for anchor in rule.pattern.anchors:
                self._given.setdefault(anchor, []).append(rule)
        self._rules: dict[str, _Rules[V]] = {}
        shapes = "|".join(f"(?P<{name}>{shape})" for name, shape in anchors.shapes.items())
        self._words = {w: name if name in self._given else "" for w, name in anchors.words.items()}
        self._kinds = tuple(self._words.values())
        self._word = re.compile(f"(?:{any_of(self._words)})(?![a-z])")
        self._figures = re.compile(shapes)
        self._first_figures = re.compile(_FIGURE)
        self._leads = anchors.leads

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
        """Finds the words wherever their letters stand: (number of the word, start, end)."""
        found = AhoCorasick(self._words, MatchKind.LeftmostLongest, implementation=Implementation.DFA)
        return found.find_matches_as_indexes

    def _anchors(self, low: str, start: int, end: int) -> list[tuple[int, str]]:
        """Where the rules of what class are to be tried, in order."""
        anchors = self._words_in(f"\n{low[start:end]}\n", start - 1)
        shape = self._figures.match
        figures = len(anchors)
        for first in self._first_figures.finditer(low, start, end):
            shaped = shape(low, first.start(), end)
            if shaped is not None:
                anchors.append((first.start(), shaped.lastgroup or ""))
        if 0 < figures < len(anchors):
            anchors.sort()
        return anchors

    def _words_in(self, padded: str, shift: int) -> list[tuple[int, str]]:
        """The anchors that are words, with their class; letters within other words are none."""
        kinds = self._kinds
        return [
            (at + shift, kind)
            for number, at, stop in self._scan(padded)
            if padded[at - 1] not in _NOT_BEFORE
            and (kind := kinds[number] if padded[stop] not in _LETTERS else self._shorter(padded, at))
        ]

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
        for mark in "-\n/":
            if mark in lead:
                lead = lead.rpartition(mark)[2]
                start = stop - len(lead)
        if lead not in leads and not lead[:1].isnumeric():
            break
        starts.insert(0, start)
    return starts


def _plain(pattern: str, number: int) -> str:
    """Write a pattern without its groups, but for those that it refers back to, renamed."""
    back = set(re.findall(r"\(\?P=(\w+)\)", pattern))
    text = re.sub(r"\(\?P=(\w+)\)", rf"(?P=r{number}_\1)", pattern)
    return re.sub(r"\(\?P<(\w+)>", lambda m: f"(?P<r{number}_{m[1]}>" if m[1] in back else "(?:", text)


def lowered(words: str) -> str:
    """Lower-case without moving any offset."""
    low = words.lower()
    return low if len(low) == len(words) else "".join(c if len(c.lower()) > 1 else c.lower() for c in words)
