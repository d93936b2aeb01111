"""A value together with the words that it was read from."""

from typing import Generic, Literal, TypeVar

import msgspec

from holdfire.model.span import Span

T = TypeVar("T")

Basis = Literal["stated", "resolved", "inferred"]


class Piece(msgspec.Struct, frozen=True):
    """Further words that a value rests on, apart from its first span."""

    quote: str
    start: int
    end: int


class Grounded(msgspec.Struct, Generic[T], frozen=True, eq=False, omit_defaults=True):
    """A value, its quote at its offsets, how it follows from the words, and the rule that read it.

    Two grounded values are equal when their values are: the spans do not count. `because` says, in a few
    words, what an inferred or resolved value follows from. `more` holds further words that lie apart.
    """

    value: T
    quote: str
    start: int
    end: int
    basis: Basis = msgspec.field(default="stated")
    rule: str = ""
    because: str | None = None
    more: tuple[Piece, ...] = ()

    @property
    def span(self) -> Span:
        """Where the first words stand."""
        return Span(self.start, self.end)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Grounded) and self.value == other.value

    def __hash__(self) -> int:
        return hash(self.value)


def ground(  # noqa: PLR0913 - a value and all that grounds it
    value: T,
    words: str,
    span: Span,
    *,
    rule: str,
    basis: Basis = "stated",
    because: str | None = None,
    more: tuple[Span, ...] = (),
) -> Grounded[T]:
    """Tie a value to the words of a text at a span."""
    pieces = tuple(Piece(s.of(words), s.start, s.end) for s in more) if more else ()
    return Grounded(value, span.of(words), span.start, span.end, basis, rule, because, pieces)
