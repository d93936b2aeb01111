"""Words around a name → whether it is a site's: a gate, a ford, a pillar, what lies opposite or between."""

import re
from collections.abc import Container, Iterator

from holdfire.geography.resolution import Named
from holdfire.reading.grammar.pattern import any_of

SITE, NUMBERED = "place.site", "place.numbered"
SITES = frozenset({SITE, NUMBERED})
"""Rules for what lies in or beside another place that a report names."""
WORDS = frozenset((
    "border", "frontier", "road", "ridge", "gate", "post", "ford", "bridge", "farm", "ranch", "dam",
    "pass", "forest", "hill", "hills", "mountain", "mountains", "beach", "junction", "roadblock",
    "base", "barracks", "port", "harbour", "harbor", "quarry", "woods", "plain", "plateau", "heights",
    "peak", "breakwater", "marsh", "oasis", "islet", "pasture", "pastures", "front", "axis", "meadow",
    "orchard", "highlands", "station", "island", "cape", "bay", "point", "market",
))  # fmt: skip
"""What may stand after the name of a place at a border, whose name few gazetteers have."""
STANDING = frozenset({"camp", "river", "stream", "creek", "canal", "reservoir", "lagoon"})
AFTER = re.compile(f" {any_of(sorted(WORDS | STANDING))}(?![a-z-])")
"""A name's site in small letters: "the Karro gate"."""
LED = ("te ", "ng ", "nd ", "en ", "to ")
"""How the words end that lead to such a name, besides those of others: opposite, facing, around, between."""
LEADING = re.compile(
    r"(?:\b(?:opposite|facing|across from|close to|beside|around|adjacent to|next to"
    r"|(?:way|road|path|track|route|way back) (?:to|from)"
    r"|(?:kilomet(?:er|re)s?|miles?|met(?:er|re)s?|km) (?:away )?from"
    r"|villages? (?:of|called|named)) )$"
)
"""What stands right before the name of a place, whatever it is."""
NUMBERS = ("illar", "ost ", "ate ", "point ", "arker ", "stone ")
_NUMBERED = re.compile(
    r"\b(?:(?:[Bb]oundary|[Bb]order|[Ff]rontier|[Mm]ain) ){0,2}"
    r"(?:[Pp]illars?|(?:[Oo]ut)?[Pp]ost|[Gg]ate|[Cc]heckpoint|[Mm]arker|[Mm]ilestone|[Cc]ornerstone)"
    r" (?:(?:[Nn]o|[Nn]umber|[Nn]r)s?\.? ?)?\d[\w/-]*(?![\w/-])(?: (?:MP|[A-Z])\b)?(?! (?:[a-z]+s|per)\b)"
)
_BESIDE = re.compile(r"\b(?:near|at|opposite|between|by|beside|from|of|off|to|and|around|on|past)(?: the)? $")
_BETWEEN = re.compile(
    r"\b(?:(road|point|crossing|checkpoint|post|stretch|line|area|field|intake|border|forest|way|track|village"
    r"|river)s? )?between (?:the )?(?:(?:villages|towns|hamlets|settlements|posts) of )?$"
)
_AND = re.compile(r" and (?:the )?(?=[^\W\d_a-z])")
_NAME_AND = re.compile(r"([^\W\d_a-z][\w'’-]*(?: [^\W\d_a-z][\w'’-]*){0,2}) and (?:the )?$")
_AT = re.compile(r"\b(?:at|on|near|off|by|along|opposite|beside|in) (?:the )?$")
_REACH = 60


def stands_at(words: str, start: int) -> bool:
    """Whether a name stands where a place does: "at the …", "on …"."""
    return _AT.search(words, max(0, start - 14), start) is not None


def after(words: str, start: int, end: int) -> int | None:
    """Where the word for a site ends that follows a name with "the" before it."""
    found = AFTER.match(words, end) if words.endswith("the ", 0, start) else None
    if found is None or (found[0].strip() in STANDING and not stands_at(words, start)):
        return None
    return found.end()


def is_between(words: str, start: int, end: int, known: Container[int]) -> bool:
    """Whether a name is one of two that something lies between: "between Zaly and Toktor".

    `known` is where names of known places begin; of two unknown ones a word such as "road" says that they are
    places.
    """
    if (first := _BETWEEN.search(words, max(0, start - _REACH), start)) is not None:
        other = _AND.match(words, end)
        return other is not None and (first[1] is not None or other.end() in known)
    before = _NAME_AND.search(words, max(0, start - _REACH), start)
    if before is None:
        return False
    led = _BETWEEN.search(words, max(0, before.start() - _REACH), before.start())
    return led is not None and (led[1] is not None or before.start() in known)


def numbered(words: str) -> Iterator[Named]:
    """Pillars, posts and gates that bear a number: "near boundary pillar 917"."""
    if not any(part in words for part in NUMBERS):
        return
    for found in _NUMBERED.finditer(words):
        if _BESIDE.search(words, max(0, found.start() - 16), found.start()):
            yield Named(found.start(), found.end(), found[0], (), rule=NUMBERED)
