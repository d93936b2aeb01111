"""What one part of reading finds → JSON lines."""

from collections.abc import Sequence
from typing import Any

import msgspec

from holdfire.model.grounded import Piece
from holdfire.model.span import Span
from holdfire.model.statement import Attribution


class FoundWords(msgspec.Struct, frozen=True, omit_defaults=True):
    """Words in their place; `more` are further stretches of the same part."""

    quote: str
    start: int
    end: int
    more: tuple[Piece, ...] = ()


class FoundAttribution(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who says what, in which words; a part that the words leave out is null.

    `because` names the features that told, `inner` what is handed on within the content, `antecedent` who
    "he" or "the source" is.
    """

    source: FoundWords | None
    cue: FoundWords
    content: FoundWords
    stance: str
    rule: str
    because: tuple[str, ...] = ()
    inner: "tuple[FoundAttribution, ...]" = ()
    antecedent: FoundWords | None = None


class FoundLine(msgspec.Struct, frozen=True):
    """What was found in one text, under the id that its sender gave it."""

    id: Any
    found: Sequence[Any]


def found_line(name: object, found: Sequence[Any]) -> bytes:
    """One line of JSON."""
    return msgspec.json.encode(FoundLine(name, found)) + b"\n"


def attributed(attribution: Attribution, words: str) -> FoundAttribution:
    """An attribution with the words of its parts."""
    speaker = (attribution.speaker.span,) if attribution.speaker is not None else ()
    named = attribution.antecedent.speaker if attribution.antecedent is not None else None
    return FoundAttribution(
        source=_found(attribution.source or speaker, words),
        cue=_found(attribution.signal, words) or _only(attribution.cue, words),
        content=_found((attribution.content, *attribution.more), words) or _only(attribution.content, words),
        stance=attribution.stance,
        rule=attribution.rule,
        because=attribution.because,
        inner=tuple(attributed(each, words) for each in attribution.inner),
        antecedent=_only(named.span, words) if named is not None else None,
    )


def _found(spans: Sequence[Span], words: str) -> FoundWords | None:
    return _only(spans[0], words, tuple(_piece(s, words) for s in spans[1:])) if spans else None


def _only(span: Span, words: str, more: tuple[Piece, ...] = ()) -> FoundWords:
    return FoundWords(span.of(words), span.start, span.end, more)


def _piece(span: Span, words: str) -> Piece:
    return Piece(span.of(words), span.start, span.end)
