"""Shapes → proposals: the words handed on as spans, drawn out to the whole of a quotation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from holdfire.model.span import Span
from holdfire.reading.english.saying.quotations import Quotation, Quotations, has_words, joined
from holdfire.reading.english.saying.shape import Shape
from holdfire.reading.grammar.dependents import Dependents

LONGEST_CHAIN = 10


@dataclass(frozen=True, slots=True)
class Proposal:
    """A shape in its sentence, with the spans of what it hands on."""

    shape: Shape
    tree: Dependents
    sentence: int
    pieces: tuple[Span, ...]

    @property
    def anchor(self) -> Span:
        """Where the anchoring word stands."""
        return self.tree.word(self.shape.anchor)


def proposed(shape: Shape, tree: Dependents, sentence: int, quotations: Quotations) -> Proposal | None:
    """The proposal of a shape; None where there are no words for it to hand on."""
    anchor = tree.word(shape.anchor)
    if shape.name == "said_quoted":
        whole = Span(tree.tokens[0].start, tree.tokens[-1].end)
        spans: list[Span] = []
        quoted = [q for q in quotations.over(whole) if not q.holds(anchor)]
    elif shape.name == "said_next":
        spans, quoted = _next(sentence, quotations)
    else:
        spans = list(runs(tree, shape.content))
        quoted = quoted_in(spans, anchor, quotations)
    if not spans and not quoted:
        return None
    spans += [piece for each in with_followers(quoted, quotations) for piece in each.pieces]
    if not any(has_words(quotations.words, span) for span in spans):
        return None
    return Proposal(shape, tree, sentence, joined(quotations.words, spans))


def runs(tree: Dependents, tokens: Sequence[int]) -> Iterator[Span]:
    """The unbroken runs of tokens, without the marks at their ends."""
    start = 0
    for n in range(1, len(tokens) + 1):
        if n == len(tokens) or tokens[n] != tokens[n - 1] + 1:
            first, last = tree.without_marks(tokens[start:n])
            if first is not None and last is not None:
                yield Span(tree.tokens[first].start, tree.tokens[last].end)
            start = n


def quoted_in(spans: Sequence[Span], anchor: Span, quotations: Quotations) -> list[Quotation]:
    """The quotations that make up most of the spans, or that the spans hold most of."""
    if not spans or not quotations.all:
        return []
    over = quotations.over(Span(spans[0].start, spans[-1].end))
    length = sum(s.end - s.start for s in spans)
    return [q for q in over if not q.holds(anchor) and 2 * q.shares(spans) > min(length, q.length)]


def with_followers(quoted: Sequence[Quotation], quotations: Quotations) -> list[Quotation]:
    """Quotations with those that follow the last in its paragraph without a speaker of their own."""
    out = list(quoted)
    for _ in range(LONGEST_CHAIN if out else 0):
        follower = quotations.next(out[-1])
        if follower is None:
            break
        out.append(follower)
    return out


def _next(sentence: int, quotations: Quotations) -> tuple[list[Span], list[Quotation]]:
    after = quotations.after(sentence)
    if after is None:
        return [], []
    quoted = quotations.around(Span(after.start, after.start + 1))
    return ([], [quoted]) if quoted is not None else ([after], [])
