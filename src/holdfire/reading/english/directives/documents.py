"""Texts that are an order themselves: "NOTICE TO RESIDENTS", "ORDER of the commander", "Agreed minutes"."""

import re
from dataclasses import dataclass

from holdfire.model.span import Span
from holdfire.model.text import Text

KINDS = {
    "notice": "proclamation",
    "proclamation": "proclamation",
    "ordinance": "proclamation",
    "decree": "proclamation",
    "public notice": "proclamation",
    "order": "order",
    "general order": "order",
    "directive": "instruction",
    "instruction": "instruction",
    "instructions": "instruction",
    "memorandum": "standing rule",
    "memo": "standing rule",
    "rules": "standing rule",
    "rules of engagement": "standing rule",
    "standing order": "standing rule",
    "agreement": "agreement",
    "agreed minutes": "agreement",
    "joint statement": "agreement",
    "military agreement": "agreement",
    "ceasefire agreement": "agreement",
    "declaration": "agreement",
    "joint declaration": "agreement",
    "protocol": "agreement",
    "memorandum of understanding": "agreement",
    "regulations": "standing rule",
    "open-fire regulations": "standing rule",
}
_HEADING = re.compile(
    r"\s*(?P<what>(?i:" + "|".join(sorted(KINDS, key=len, reverse=True)) + r"))\b"
    r"(?=\s*(?:[-–—:,]|\bof\b|\bto\b|\bTO\b|\bOF\b|\bon\b|\bNo\b|\n|$))"
)
_OF = re.compile(
    r"\s+(?:of|OF|by|BY)\s+(?P<who>(?:the\s+|THE\s+)?[^,\n–—]{3,90}?)(?=\s+(?:on|to|about|concerning|ON|TO)\b|[,\n–—]|$)"
)
_BY_DECISION = re.compile(
    r"\b(?:By|In accordance with|Pursuant to) (?:the )?(?:decision|order|decree|resolution) of "
    r"(?P<who>(?:the )?[A-Za-z' ]{3,70}?)(?=,| the following| it is| and |\.)"
)
_BY_ORDER = re.compile(
    r"\s*(?i:by (?:order|decree|command|authority) of) (?P<who>(?i:the )?[A-Z][^.,;:\n]{3,80}?)\s*(?=\n|$)"
)
"""A line of its own over the heading, that says who gives the order."""
_FIRST = re.compile(
    r"\s*(?P<who>The [^.,;:\n]{3,90}?)(?:,[^.;:\n]{3,120}?,)?\s+"
    r"(?:hereby\s+)?(?:orders?|sets? up|declares?|decrees?|announces?|lays? down|forbids?|"
    r"ha(?:s|ve) (?:agreed|decided))\b"
)
_TO = re.compile(r"\b(?:to|TO) (?P<who>[^,\n–—]{3,90}?)(?=[,\n–—]|$)")
LOOKS_AT = 400


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of an order that speaks for itself: its word, line and kind, who gives it, to whom."""

    span: Span
    line: Span
    kind: str
    issuer: Span | None = None
    addressees: Span | None = None


def _by_order(text: Text) -> re.Match[str] | None:
    """The first line, where it is one of its own that says by whose order what follows is given."""
    first = text.paragraphs[0]
    return _BY_ORDER.match(text.words, first.start, first.end)


def find_heading(text: Text) -> Heading | None:
    """The heading of a text that is itself an order, else None."""
    if not text.paragraphs:
        return None
    first, giver = text.paragraphs[0], _by_order(text)
    if giver is not None and len(text.paragraphs) > 1:
        first = text.paragraphs[1]
    line_end = text.words.find("\n", first.start, first.end)
    line = Span(first.start, first.end if line_end < 0 else line_end)
    match = _HEADING.match(text.words, line.start, line.end)
    if match is None or line.end - line.start > LOOKS_AT:
        return None
    below = min(len(text.words), line.end + LOOKS_AT)
    who = (
        _OF.match(text.words, match.end(), line.end)
        or _BY_DECISION.search(text.words, line.end, below)
        or _FIRST.match(text.words, line.end, below)
    )
    to = _TO.match(text.words, match.end() + 1, line.end)
    who = giver or who
    issuer, addressees = (Span(*found.span("who")) if found is not None else None for found in (who, to))
    return Heading(
        Span(match.start("what"), match.end()), line, KINDS[match["what"].lower()], issuer, addressees
    )
