"""Words → the borders, fences, zones and crossings that they speak of without a name: "their border"."""

import re
from collections.abc import Iterator

import msgspec

from holdfire.model.span import Span
from holdfire.reading.grammar.pattern import any_of

RULE = "place.plain_line"
EDGES = (
    "border", "borders", "frontier", "boundary", "borderline", "boundary line", "border line", "border area",
    "demarcation line", "armistice line", "line of demarcation", "zero line", "zero point", "dividing line",
    "border areas", "border region", "border regions", "border zone", "border strip", "border fence",
    "border wall", "border barrier", "border river", "frontier area", "frontier zone",
)  # fmt: skip
"""What lies along the border of two countries."""
OTHERS = (
    "fence", "security fence", "barbed wire fence", "barbed-wire fence", "perimeter fence", "barrier",
    "separation barrier", "buffer zone", "demilitarized zone", "demilitarised zone", "no man's land",
    "no man’s land", "no-man's land", "no-man’s land", "ceasefire line", "cease-fire line", "truce line",
    "front line", "frontline", "front lines", "line of contact", "contact line", "security zone",
    "border crossings", "border crossing point", "border crossing points", "border posts", "border villages",
    "border towns",
)  # fmt: skip
"""What lies at a border or between two sides, and is none itself."""
SITES = (
    "crossing", "bridge", "checkpoint", "gate", "pass", "river", "lake", "outpost", "post", "village", "town",
    "camp", "island",
)  # fmt: skip
"""What is spoken of again by its kind: "the crossing"."""
_OF_WHAT_KIND = (
    r"(?:(?:(?:two |both )?(?:countries|nations|states|sides|neighbou?rs)['’]|entire|whole|common|shared|long"
    r"|disputed|mutual|international|land|sea|maritime|state|national|tense|porous|volatile|contested|military"
    r"|undemarcated|un?fenced|closed|inter-Korean|de facto|administrative|heavily [\w-]+|once-\w+|then-\w+"
    r"|(?:north|south)?-?(?:ea|we|nor|sou)(?:st|th)ern"
    r"|[\d,.]+[- ](?:km|kilomet(?:er|re)s?|miles?)(?:[- ]long)?),? ){0,3}"
)
_LINE = re.compile(
    rf"(?<![\w-])(?:the|its|their|his|our|this|that) {_OF_WHAT_KIND}"
    rf"(?:({any_of(EDGES)})|{any_of(OTHERS)})(?![\w-])",
    re.IGNORECASE,
)
_SITE = re.compile(
    rf"(?<![\w-])(?:the|this|that) (?:(?:same|busy|main|border) )*({any_of(SITES)})(?![\w-])", re.IGNORECASE
)
_OF_KIND = re.compile(rf"(?: (?:border|river|frontier))? ({any_of(SITES)})(?![\w-])", re.IGNORECASE)
_HINTS = ("order", "front", "bound", "line", "fence", "barrier", "zone", "man's", "man’s", "zero", *SITES)
_ON = (
    "in", "on", "at", "by", "with", "of", "and", "or", "to", "from", "near", "after", "before", "while",
    "when", "since", "as", "for", "who", "that", "which", "where", "during", "between", "without",
    "into", "along", "across", "over", "under", "is", "are", "was", "were", "be", "has", "have", "had",
    "will", "would", "must", "should", "shall", "may", "might", "can", "could", "but", "if", "unless",
    "until", "again", "not", "there", "because", "late", "early", "last", "this", "amid", "despite",
    "against", "through", "so", "they", "he", "she", "it", "via", "today", "yesterday", "whose", "than",
    "about", "around", "left", "killed", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
    "Saturday", "Sunday",
)  # fmt: skip
_WHOLE = re.compile(rf"""[.,;:!?)”"’\]—–\n]|$| [—–(-]|\s(?:{any_of(_ON)}|\w+ly)\b""")
"""What follows the words for a line that are not the beginning of others, as in "the border guards"."""
_AT = re.compile(
    r"\b(?:at|near|along|across|on|over|by|of|next to|close to|in|inside|within|from|towards?|into|through"
    r"|beyond|around|off|against|behind|(?:cross|patroll?|guard|breach|violat|approach|reach|near|enter|scal|climb)"
    r"(?:e?s|e?d|ing|e)?|between .{3,40} and) $",
    re.IGNORECASE,
)
_REACH = 60


class PlainLine(msgspec.Struct, frozen=True):
    """Words for a line or a site; `kind` is the plain word for a site, and None of a line.

    `is_edge` says that it is a border of two countries or runs along it, `is_where` that something is done
    there: "at the border", "crossing the border", and not "closed the border".
    """

    span: Span
    kind: str | None
    is_edge: bool
    is_where: bool


def find_plain_lines(words: str, within: Span) -> Iterator[PlainLine]:
    """Every line and site that a part of a text speaks of without a name, lines first."""
    part = within.of(words)
    if not any(hint in part for hint in _HINTS):
        return
    for pattern in (_LINE, _SITE):
        for m in pattern.finditer(words, within.start, within.end):
            if _WHOLE.match(words, m.end()) is None:
                continue
            where = _AT.search(words[max(0, m.start() - _REACH) : m.start()]) is not None
            kind = m[1].lower() if pattern is _SITE else None
            yield PlainLine(
                Span(m.start(), m.end()), kind, is_edge=kind is None and m[1] is not None, is_where=where
            )


def is_of_kind(words: str, name: Span, kind: str) -> bool:
    """Whether a name is said to be that of a site of a kind: "the Torkham border crossing", "Lake Edward"."""
    after = _OF_KIND.match(words, name.end)
    parts = name.of(words).lower().split()
    return kind in (parts[0], parts[-1]) or (after is not None and after[1].lower() == kind)
