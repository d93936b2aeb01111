"""Record, Text → the article as blocks of runs: adds what each run says; drops only blank lines."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from holdfire.model.record import Record
from holdfire.model.span import Span
from holdfire.model.text import FurnitureKind, Text
from holdfire.views.values import Frame, Kind, Value, spans_of, values_of

_LINE = re.compile(r"[^\n]+")
_FRAME_ORDER: tuple[Frame, ...] = ("incident", "order", "practice", "setting")


@dataclass(frozen=True, slots=True)
class Mark:
    """Some words that a value rests on; `value` is the value's path in the record."""

    span: Span
    value: str
    kind: Kind
    frame: Frame | None


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand together and say the same things.

    `values` are the paths of the values (and warnings) that rest on them, the narrowest first, without
    evidence; `kind` is the narrowest one's. `owners` are the orders, incidents … whose evidence they are;
    `frame` is the sort of owner to show, failing one that of the narrowest value.
    """

    words: str
    start: int
    values: tuple[str, ...] = ()
    kind: Kind | None = None
    frame: Frame | None = None
    owners: tuple[str, ...] = ()
    left_out: FurnitureKind | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the text as its source broke it; `left_out` where none of it is the report's own words."""

    runs: tuple[Run, ...]
    left_out: FurnitureKind | None = None


def annotate(record: Record, text: Text) -> tuple[Block, ...]:
    """The whole text, line by line, with its marks; blank lines are dropped."""
    lines = tuple(_lines(text.words))
    here = _by_line([*_marks(values_of(record)), *_warned(record)], lines)
    return tuple(_block(line, marks, text) for line, marks in zip(lines, here, strict=True))


def _by_line(marks: Iterable[Mark], lines: Sequence[Span]) -> list[list[Mark]]:
    """The marks that touch each line; a long text has too many of both to hold all against all."""
    ends, found = [line.end for line in lines], [list[Mark]() for _ in lines]
    for mark in marks:
        at = bisect_right(ends, mark.span.start)
        while at < len(lines) and lines[at].overlaps(mark.span):
            found[at].append(mark)
            at += 1
    return found


def _lines(words: str) -> Iterator[Span]:
    for match in _LINE.finditer(words):
        if match.group().strip():
            yield Span(match.start(), match.end())


def _marks(values: Iterable[Value]) -> Iterator[Mark]:
    for value in values:
        for span in spans_of(value.grounded):
            yield Mark(span, value.path, value.kind, value.frame)


def _warned(record: Record) -> Iterator[Mark]:
    for number, warning in enumerate(record.warnings):
        if warning.start is not None and warning.end is not None:
            yield Mark(Span(warning.start, warning.end), f"warnings.{number}", "notice", None)


def _block(line: Span, here: list[Mark], text: Text) -> Block:
    aside = [left for left in text.left_out if left.span.overlaps(line)]
    over = [(mark.span.start, mark.span.end, mark) for mark in sorted(here, key=_narrow_first)]
    cuts = {cut for start, end, _ in over for cut in (start, end)}
    cuts.update(cut for left in aside for cut in (left.span.start, left.span.end))
    edges = sorted({line.start, line.end, *(cut for cut in cuts if line.start < cut < line.end)})
    runs = []
    for start, end in pairwise(edges):
        marks = [mark for first, last, mark in over if first <= start and end <= last]
        span = Span(start, end)
        reason = next((left.reason for left in aside if left.span.contains(span)), None)
        runs.append(_run(span, marks, text.words, reason))
    reasons = {run.left_out for run in runs if run.words.strip()}
    return Block(tuple(runs), runs[0].left_out if None not in reasons else None)


def _run(span: Span, over: list[Mark], words: str, reason: FurnitureKind | None) -> Run:
    """Words and the marks over all of them, the narrowest first."""
    values = [mark for mark in over if mark.kind != "evidence"]
    framing = [mark for mark in over if mark.kind == "evidence" or mark.frame == "setting"]
    frames = {mark.frame for mark in framing}
    own = next((mark.frame for mark in values if mark.frame), None)
    return Run(
        words=span.of(words),
        start=span.start,
        values=tuple(dict.fromkeys(mark.value for mark in values)),
        kind=values[0].kind if values else None,
        frame=next((frame for frame in _FRAME_ORDER if frame in frames), own),
        owners=tuple(dict.fromkeys(_owner(mark.value) for mark in framing)),
        left_out=reason,
    )


def _owner(path: str) -> str:
    return ".".join(path.split(".")[:2])


def _narrow_first(mark: Mark) -> tuple[int, int, str]:
    return (mark.span.end - mark.span.start, mark.span.start, mark.value)
