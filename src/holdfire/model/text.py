"""The words of a report, with what in them is not the report's own told apart."""

from typing import Literal

import msgspec

from holdfire.model.span import Span

FurnitureKind = Literal[
    "navigation", "tags", "contact", "byline", "dateline", "caption", "credit", "boilerplate", "subscription"
]


class LeftOut(msgspec.Struct, frozen=True):
    """Words of the input that are not the report's own words, with the reason they are set aside."""

    quote: str
    start: int
    end: int
    reason: FurnitureKind
    rule: str

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.start, self.end)


class Text(msgspec.Struct, frozen=True):
    """A report's words. Nothing is cut: every offset points into `words`, and reading skips `left_out`.

    `captions` are the spans (within `left_out`) that describe a picture. `paragraphs` are the spans of the
    report's own paragraphs, in order, without the left-out ones.
    """

    words: str
    paragraphs: tuple[Span, ...]
    left_out: tuple[LeftOut, ...] = ()
    captions: tuple[Span, ...] = ()
