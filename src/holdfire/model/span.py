"""Where words stand in a text."""

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """Half-open offsets in Unicode code points: `text[start:end]`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span must have 0 <= start <= end, not {self.start}:{self.end}")

    def of(self, words: str) -> str:
        """The words that the span covers."""
        return words[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether at least one code point is in both."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def joined(self, other: "Span") -> "Span":
        """The smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))
