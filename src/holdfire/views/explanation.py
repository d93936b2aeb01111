"""Reading → explanations: a value's words in their sentence, its rule, the steps to it, and its rivals."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from holdfire.model.span import Span
from holdfire.reading.cascade import Reading, Rival, Step
from holdfire.reading.english.catalogue import CatalogueEntry
from holdfire.reading.tokens import split
from holdfire.views.entries import Entry, entry
from holdfire.views.values import Value, spans_of, values_of

WITHIN = 240


@dataclass(frozen=True, slots=True)
class Context:
    """Some words with what stands before and after them in their sentence, and their page, if any."""

    before: str
    words: str
    after: str
    start: int
    end: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a record holds a value.

    `note` is what the rule says of itself in plain words, where it does; `example` is words that it reads and
    what it makes of them. Its pattern is for those who write rules, and stands in docs/reference/rules.md.
    """

    entry: Entry
    contexts: tuple[Context, ...]
    note: str
    example: str
    steps: tuple[Step, ...]

    @property
    def rivals(self) -> tuple[Rival, ...]:
        """The readings that were considered and not chosen."""
        return tuple(rival for step in self.steps for rival in step.rivals)


def explain(
    reading: Reading,
    *,
    at: int | None = None,
    rules: Mapping[str, CatalogueEntry] | None = None,
) -> tuple[Explanation, ...]:
    """Explanations of the values that stand at an offset of the text, or of all values."""
    sentences = [Span(sentence.start, sentence.end) for sentence in split(reading.text)]
    known = rules or {}
    return tuple(
        _explanation(value, reading, known.get(value.grounded.rule), sentences)
        for value in _chosen(reading, at)
    )


def _chosen(reading: Reading, at: int | None) -> Iterator[Value]:
    for value in values_of(reading.record):
        if value.kind == "evidence":
            continue
        if at is None or any(span.start <= at < span.end for span in spans_of(value.grounded)):
            yield value


def _explanation(
    value: Value, reading: Reading, rule: CatalogueEntry | None, sentences: Sequence[Span]
) -> Explanation:
    spans = spans_of(value.grounded)
    return Explanation(
        entry=entry(value.grounded, value.path),
        contexts=tuple(_context(span, sentences, reading) for span in spans),
        note=rule.note if rule else "",
        example=next(iter(rule.examples), "") if rule else "",
        steps=tuple(step for step in reading.steps if any(_touches(step, span) for span in spans)),
    )


def _touches(step: Step, span: Span) -> bool:
    if step.start == step.end:
        return span.start <= step.start < span.end
    return step.start < span.end and span.start < step.end


def _context(span: Span, sentences: Sequence[Span], reading: Reading) -> Context:
    words, page = reading.text.words, reading.report.page_of(span.start)
    whole = next((sentence for sentence in sentences if sentence.contains(span)), span)
    start = max(whole.start, span.start - WITHIN)
    end = min(whole.end, span.end + WITHIN)
    before, after = words[start : span.start], words[span.end : end]
    if start > whole.start:
        before = "… " + before.partition(" ")[2]
    if end < whole.end:
        after = after.rpartition(" ")[0] + " …"
    return Context(before, span.of(words), after, span.start, span.end, page)
