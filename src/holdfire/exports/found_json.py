"""What one part of reading finds → JSON lines."""

from collections.abc import Sequence
from typing import Any

import msgspec

from holdfire.model.grounded import Piece
from holdfire.model.span import Span
from holdfire.model.statement import Attribution


class FoundAttribution(msgspec.Struct, frozen=True):
    """Who says what, in which words; a part that the words leave out is null."""

    source: Piece | None
    cue: Piece
    content: Piece
    stance: str
    rule: str


class FoundLine(msgspec.Struct, frozen=True):
    """What was found in one text, under the id that its sender gave it."""

    id: Any
    found: Sequence[Any]


def found_line(name: object, found: Sequence[Any]) -> bytes:
    """One line of JSON."""
    return msgspec.json.encode(FoundLine(name, found)) + b"\n"


def attributed(attribution: Attribution, words: str) -> FoundAttribution:
    """An attribution with the words of its parts."""
    speaker = attribution.speaker
    return FoundAttribution(
        source=_piece(speaker.span, words) if speaker else None,
        cue=_piece(attribution.cue, words),
        content=_piece(attribution.content, words),
        stance=attribution.stance,
        rule=attribution.rule,
    )


def _piece(span: Span, words: str) -> Piece:
    return Piece(span.of(words), span.start, span.end)
