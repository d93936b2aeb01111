"""Quotations of a text: from mark to mark, over sentences and, where each paragraph opens anew, paragraphs.

Found over the whole text at once by its quotation marks, without trees.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from holdfire.model.sentence import Sentence
from holdfire.model.span import Span

_MARKS = re.compile("[“”„«»\"]|''|``")
_SINGLE = re.compile(r"(?<!\w)‘(?=\S)|(?<=[\w.,?!…])’(?!\w)")
_WORD = re.compile(r"\w")
LIST_MARKS = frozenset({"-", "–", "•", "*", "·"})
"""What stands before an item of a list."""
OPENS, CLOSES = frozenset({"“", "„", "«", "``", "‘"}), frozenset({"”", "»", "’"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between quotation marks, the marks included: a span in each paragraph it runs through."""

    pieces: tuple[Span, ...]

    @property
    def start(self) -> int:
        """Where its first mark stands."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Where its last mark ends."""
        return self.pieces[-1].end

    @property
    def length(self) -> int:
        """How much is quoted."""
        return sum(piece.end - piece.start for piece in self.pieces)

    def holds(self, span: Span) -> bool:
        """Whether words lie within it."""
        return any(piece.contains(span) for piece in self.pieces)

    def shares(self, spans: Sequence[Span]) -> int:
        """How much of some spans is within it."""
        pairs = ((s, p) for s in spans for p in self.pieces)
        return sum(max(0, min(s.end, p.end) - max(s.start, p.start)) for s, p in pairs)


class Quotations:
    """The quotations of one text in order, asked by place."""

    def __init__(self, words: str, paragraphs: Sequence[Span], sentences: Sequence[Sentence]) -> None:
        self.words = words
        self.all = find_quotations(words, paragraphs)
        self._sentences = sentences
        self._ends = [q.end for q in self.all]
        self._spans = [Span(s.start, s.end) for s in sentences]
        self._begins = [s.start for s in self._spans]
        self._has: dict[tuple[str, int], bool] = {}
        self.carriers: dict[int, frozenset[int]] = {}
        """The sentences that may name who speaks in a sentence, where they were looked for (`carrying`)."""

    def around(self, span: Span) -> Quotation | None:
        """The quotation that words lie in."""
        return next((q for q in self.over(span) if q.holds(span)), None)

    def holds(self, span: Span) -> bool:
        """Whether words lie in a quotation."""
        return self.around(span) is not None

    def over(self, span: Span) -> list[Quotation]:
        """The quotations that share words with a span."""
        if not self.all:
            return []
        n = bisect_right(self._ends, span.start)
        out = []
        while n < len(self.all) and self.all[n].start < span.end:
            out.append(self.all[n])
            n += 1
        return out

    def sentence(self, at: int) -> int:
        """The number of the sentence that stands at an offset, or last before it."""
        return max(0, bisect_right(self._begins, at) - 1)

    def after(self, sentence: int) -> Span | None:
        """Where the sentence after one stands."""
        return self._spans[sentence + 1] if sentence + 1 < len(self._spans) else None

    def span(self, sentence: int) -> Span:
        """Where a sentence stands."""
        return self._spans[sentence]

    def has(self, pattern: re.Pattern[str], sentence: int) -> bool:
        """Whether a pattern stands somewhere in a sentence; looked for once."""
        known = self._has.get((pattern.pattern, sentence))
        if known is None:
            span = self._spans[sentence]
            known = pattern.search(self.words, span.start, span.end) is not None
            self._has[pattern.pattern, sentence] = known
        return known

    @property
    def sentences(self) -> int:
        """How many sentences the text has."""
        return len(self._sentences)

    def same_paragraph(self, one: int, other: int) -> bool:
        """Whether two sentences stand in the same paragraph."""
        return self._sentences[one].paragraph == self._sentences[other].paragraph

    def goes_on(self, before: int, number: int) -> bool:
        """Whether a voice of one sentence may go on in another: in its paragraph, or in the list it opens.

        Or in the next paragraph, if that is but a quotation.
        """
        if self.same_paragraph(before, number) or self._is_quoted_on(before, number):
            return True
        return self._is_listed(number) and (self._is_listed(before) or self._is_listed(before + 1))

    def _is_quoted_on(self, before: int, number: int) -> bool:
        """Whether a sentence is of a quotation that fills the paragraph behind that of another."""
        here, there = self._sentences[number].paragraph, self._sentences[before].paragraph
        quoted = self.around(self._spans[number]) if here - there == 1 else None
        return quoted is not None and self.fills_paragraph(quoted)

    def fills_paragraph(self, quotation: Quotation) -> bool:
        """Whether a quotation is all that its paragraph says, so that nobody is named there as saying it."""
        first, last = self.sentence(quotation.start), self.sentence(quotation.end - 1)
        opens = first == 0 or not self.same_paragraph(first - 1, first)
        closes = last + 1 == self.sentences or not self.same_paragraph(last, last + 1)
        return opens and closes and self.alone(quotation)

    def _is_listed(self, number: int) -> bool:
        """Whether a sentence is an item of a list, by the mark before it."""
        start = self._sentences[number].start
        return self.words[self.words.rfind("\n", 0, start) + 1 : start].strip() in LIST_MARKS

    def ends_in_colon(self, sentence: int) -> bool:
        """Whether a sentence hands over to the next."""
        return self._sentences[sentence].tokens[-1].text == ":"

    def before(self, quotation: Quotation) -> Quotation | None:
        """The quotation that one follows alone."""
        n = bisect_left(self._ends, quotation.end)
        before = self.all[n - 1] if n > 0 else None
        return before if before is not None and self.next(before) is quotation else None

    def next(self, quotation: Quotation) -> Quotation | None:
        """The quotation after one in the same paragraph, if its words stand alone there."""
        n = bisect_left(self._ends, quotation.end) + 1
        if n >= len(self.all):
            return None
        follower = self.all[n]
        here, there = self.sentence(quotation.pieces[-1].start), self.sentence(follower.start)
        same = self._sentences[here].paragraph == self._sentences[there].paragraph
        return follower if same and self.alone(follower) else None

    def alone(self, quotation: Quotation) -> bool:
        """Whether a quotation's sentences hold nothing else: nobody is said to say it there."""
        first = self._spans[self.sentence(quotation.start)]
        last = self._spans[self.sentence(quotation.end - 1)]
        before = _WORD.search(self.words, first.start, quotation.start)
        return before is None and _WORD.search(self.words, quotation.end, last.end) is None


def find_quotations(words: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """The quotations, in order; single marks count in a text that has no double ones."""
    marks = _MARKS if _MARKS.search(words) else _SINGLE
    found: list[list[Span]] = []
    unclosed = False
    for paragraph in paragraphs:
        pieces, still = _in_paragraph(marks, words, paragraph)
        if unclosed and pieces and pieces[0].start == paragraph.start:
            found[-1].append(pieces.pop(0))
        found += [[piece] for piece in pieces]
        unclosed = still and bool(found)
    return tuple(Quotation(tuple(pieces)) for pieces in found)


def _in_paragraph(marks: re.Pattern[str], words: str, paragraph: Span) -> tuple[list[Span], bool]:
    """The quoted stretches of a paragraph, and whether the last is left open at its end."""
    out: list[Span] = []
    opened: int | None = None
    for match in marks.finditer(words, paragraph.start, paragraph.end):
        mark = match.group()
        if opened is None:
            opened = match.start() if mark not in CLOSES else None
        elif mark not in OPENS:
            out.append(Span(opened, match.end()))
            opened = None
    if opened is not None:
        out.append(Span(opened, paragraph.end))
    return out, opened is not None


def has_words(text: str, span: Span) -> bool:
    """Whether a span holds more than marks."""
    return _WORD.search(text, span.start, span.end) is not None


def joined(words: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order, those with nothing but marks and spaces between them made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and (span.start <= out[-1].end or not _WORD.search(words, out[-1].end, span.start)):
            out[-1] = out[-1].joined(span)
        else:
            out.append(span)
    return tuple(out)
