"""Where the paragraphs of a plain text stand: by blank lines, by single lines, or across wrapped lines."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from holdfire.model.span import Span

WIDEST = 120  # code points; a text with longer lines was not wrapped to a width
NARROWEST = 40

_BREAKS = "\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
_LINE = re.compile(rf"[^\s](?:[^{_BREAKS}]*[^\s])?")
_BREAK = re.compile(rf"\r\n|[{_BREAKS}]")
_WORD = re.compile(r"\S+")


def paragraphs_of(words: str) -> list[Span]:
    """The paragraphs of a text in order, without the white space around them.

    Every other code point is in exactly one of them.
    """
    lines = [Span(*found.span()) for found in _LINE.finditer(words)]
    widest = max((line.end - line.start for line in lines), default=0)
    blocks = list(_blocks(words, lines))
    if len(blocks) == len(lines) or not NARROWEST <= widest <= WIDEST:
        return lines
    if not _wrapped(words, blocks, widest):
        return [span for block in blocks for span in _joined(words, block, widest, wrapped=False)]
    return [span for block in blocks for span in _joined(words, block, widest, wrapped=True)]


def _blocks(words: str, lines: Sequence[Span]) -> Iterator[list[Span]]:
    """Runs of lines with no blank line between them."""
    block: list[Span] = []
    for line in lines:
        if block and len(_BREAK.findall(words, block[-1].end, line.start)) > 1:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _wrapped(words: str, blocks: Sequence[Sequence[Span]], widest: int) -> bool:
    """Whether most lines within blocks run on until the next word would not fit."""
    pairs = [pair for block in blocks for pair in pairwise(block)]
    full = sum(1 for line, after in pairs if _full(words, line, after, widest))
    return full * 10 >= len(pairs) * 7


def _full(words: str, line: Span, after: Span, widest: int) -> bool:
    word = _WORD.match(words, after.start)
    length = min(word.end(), after.end) - after.start if word else 0
    return line.end - line.start + 1 + length >= widest - 2


def _joined(words: str, block: Sequence[Span], widest: int, *, wrapped: bool) -> Iterator[Span]:
    whole = block[0]
    for line, after in pairwise(block):
        if _runs_on(words, line, after, widest, wrapped=wrapped):
            whole = Span(whole.start, after.end)
        else:
            yield whole
            whole = after
    yield whole


def _runs_on(words: str, line: Span, after: Span, widest: int, *, wrapped: bool) -> bool:
    """Whether a line break is within a paragraph."""
    if wrapped:
        return _full(words, line, after, widest) and not _indented(words, after)
    mid_sentence = words[line.end - 1] not in '.!?:;"”’)…' and words[after.start].islower()
    return mid_sentence and (line.end - line.start) * 2 >= widest


def _indented(words: str, line: Span) -> bool:
    return line.start > 0 and words[line.start - 1] in " \t\u3000"
