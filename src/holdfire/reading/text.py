"""Report → Text: adds paragraphs, and the spans that are not the report's own words; drops nothing."""

from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from holdfire.model.report import Report
from holdfire.model.span import Span
from holdfire.model.text import FurnitureKind, LeftOut, Text
from holdfire.reading.english.furniture import bylines, captions, navigation
from holdfire.reading.english.furniture.writing import CLUES, LONGEST, Furniture, ends_like_a_sentence
from holdfire.reading.grammar.paragraphs import paragraphs_of

OPENING = 4  # datelines stand among the first so many paragraphs
LONGEST_LEAD = 120  # code points that a dateline and the word after it take

LINES: tuple[Furniture, ...] = (*navigation.RULES, *captions.TAGS, *captions.CAPTIONS, *bylines.BYLINES)
LEADS: tuple[Furniture, ...] = bylines.DATELINES
RULES = (*LINES, *LEADS)


class _Match(NamedTuple):
    start: int
    end: int
    reason: FurnitureKind
    rule: str


def clean(report: Report) -> Text:
    """The paragraphs of a report, with captions, tags, bylines, links and the like set aside."""
    words = report.words
    lowered = words.lower()
    spans = paragraphs_of(words)
    clues = _clues(lowered, spans) if len(lowered) == len(words) else set(range(len(spans)))
    kept: list[Span] = []
    left_out: list[LeftOut] = []
    for number, span in enumerate(spans):
        line = words[span.start : span.end]
        found = None
        if number in clues or not ends_like_a_sentence(line):
            found = _first(LINES, line, cased=lowered != words)
        if found is None and len(kept) < OPENING:
            found = _first(LEADS, line[:LONGEST_LEAD], cased=lowered != words)
        if found is None:
            kept.append(span)
        elif found.rule == navigation.READERS and _is_end(kept, spans[number:]):
            last = spans[-1].end
            left_out.append(LeftOut(words[span.start : last], span.start, last, found.reason, found.rule))
            break
        else:
            _split(words, span, found, kept, left_out)
    pictures = tuple(piece.span for piece in left_out if piece.reason == "caption")
    return Text(words=words, paragraphs=tuple(kept), left_out=tuple(left_out), captions=pictures)


def _is_end(kept: list[Span], rest: list[Span]) -> bool:
    """Whether a line behind which readers speak ends a report: most of the page stands before it."""
    before, behind = (sum(s.end - s.start for s in spans) for spans in (kept, rest))
    return len(kept) >= OPENING and before > behind


def match(rule: Furniture, line: str) -> tuple[Span, FurnitureKind] | None:
    """What one rule leaves out of a trimmed paragraph, and why."""
    found = rule.pattern.match(line)
    reason = rule.produce(found) if found else None
    return (Span(*found.span()), reason) if found and reason else None


def _clues(lowered: str, spans: list[Span]) -> set[int]:
    """The numbers of the paragraphs that hold a word of some furniture."""
    starts = [span.start for span in spans]
    found = _clue_finder().find_matches_as_indexes(lowered)
    return {bisect_right(starts, start) - 1 for _, start, _ in found}


@cache
def _clue_finder() -> AhoCorasick:
    return AhoCorasick(CLUES, implementation=Implementation.DFA)


def _first(rules: tuple[Furniture, ...], line: str, *, cased: bool) -> _Match | None:
    if len(line) > LONGEST and rules is LINES:
        return None
    for rule in rules:
        found = rule.pattern.match(line)
        reason = rule.produce(found) if found else None
        if found and reason and (cased or not rule.pattern.cased):
            return _Match(found.start(), found.end(), reason, rule.name)
    return None


def _split(words: str, span: Span, found: _Match, kept: list[Span], left_out: list[LeftOut]) -> None:
    """Set the matched words aside and keep what stands before and after them, without white space."""
    start, end = span.start + found.start, span.start + found.end
    for before, after in ((span.start, start), (end, span.end)):
        piece = words[before:after]
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            kept.append(Span(before + lead, before + len(piece.rstrip())))
    quote = words[start:end]
    start += len(quote) - len(quote.lstrip())
    end = start + len(quote.strip())
    left_out.append(LeftOut(words[start:end], start, end, found.reason, found.rule))
