"""Words right before a date that make it a part of itself, approximate, or a bound: "late", "about"."""

import re
from typing import cast

from msgspec.structs import replace

from holdfire.reading.english.dates.meaning import (
    About,
    Between,
    In,
    Limit,
    Meaning,
    Part,
    PartName,
    Ref,
    Week,
)
from holdfire.reading.english.dates.words import BOUNDARY, EXTENT, word_before
from holdfire.reading.grammar.matcher import OPENING_MARKS, Candidate
from holdfire.reading.grammar.pattern import word_set

_LOOK_BACK = 34
_PART = re.compile(
    r"\b(?:(?:(?P<first>early|mid)-? to[- ])?(?P<extent>early|earlier|late|later|mid|middle)"
    r"(?:[- \n]|,? (?:in|on) (?:the )?)"
    r"|(?:the )?(?P<week>week) (?:of|beginning|commencing|starting)(?: on)? (?:the )?"
    r"|(?:the |at )?(?P<boundary>beginning|start|onset|end|close|middle|turn) of (?:the )?)$"
)
_ABOUT = re.compile(
    r"(?<!how )(?<!what )(?<!but )\b(?:about|around|approximately|roughly|circa|some ?time in|on or about)"
    r"[ \n](?:the )?$"
)
_LIMIT = re.compile(
    r"\b(?:(?:no |not )?more than|less than|fewer than|at least|at most|up to|nearly|almost"
    r"|(?<!how )(?<!what )about|around|(?:just |well )?over|(?:just )?under|approximately|roughly"
    r"|as (?:long|many|little|few) as)[ \n](?:the )?$"
)
_PART_HEADS = frozenset([*EXTENT, *BOUNDARY, "week"])
_ABOUT_HEADS = word_set("about around approximately roughly circa some sometime")
_NARROWERS = word_set("of the in on beginning commencing starting") | frozenset(EXTENT) | _ABOUT_HEADS
_LIMIT_WORDS = word_set(
    "than least most to nearly almost about around over under approximately roughly as the"
)
_TOUCHING = _NARROWERS | _LIMIT_WORDS
_MORE = ("more", "at least", "over", "well over", "just over")
_LESS = ("less", "fewer", "under", "just under", "at most", "no more", "not more", "up to")
_PLAIN = frozenset(("set", "ref", "until_condition"))
_LENGTHS = frozenset(("length", "over"))


def narrowed(found: Candidate[Meaning], low: str, floor: int) -> Candidate[Meaning]:
    """Take in what stands right before a date and narrows it."""
    at = found.start
    word = word_before(low, at, floor)
    if word not in _TOUCHING:
        return found
    kind = found.value.kind
    if kind == "away" and word in _LIMIT_WORDS:
        return _since_then(found, low, floor)
    if kind in _LENGTHS:
        stands = word in _LIMIT_WORDS and not (word == "over" and kind == "over")
        return _limited(found, low, floor) if stands else found
    if word not in _NARROWERS or kind in _PLAIN:
        return found
    back = low[max(at - _LOOK_BACK, floor) : at]
    near = [w.lstrip(OPENING_MARKS) for w in back.replace("-", " ").split()[-4:]]
    if not _PART_HEADS.isdisjoint(near):
        part = _part(found, back)
        if part is not None:
            return part
    return found if _ABOUT_HEADS.isdisjoint(near) else _about(found, back)


def _limited(found: Candidate[Meaning], low: str, floor: int) -> Candidate[Meaning]:
    back = low[max(found.start - _LOOK_BACK, floor) : found.start]
    limit = _LIMIT.search(back)
    if limit is None or isinstance(found.value, In):
        return found
    start = found.start - len(back) + limit.start()
    return replace(found, start=start, value=Limit(found.value, limit.group().strip()))


def _since_then(found: Candidate[Meaning], low: str, floor: int) -> Candidate[Meaning]:
    """A time so many units ago, or more, or less."""
    limited = _limited(found, low, floor)
    if not isinstance(limited.value, Limit):
        return found
    words = limited.value.words
    if words.startswith(_MORE):
        return replace(limited, value=Between(None, found.value))
    if words.startswith(_LESS):
        return replace(limited, value=Between(found.value, Ref("PRESENT_REF")))
    return replace(limited, value=About(found.value))


def _part(found: Candidate[Meaning], back: str) -> Candidate[Meaning] | None:
    match = _PART.search(back)
    if match is None:
        return None
    start = found.start - len(back) + match.start()
    if match["week"]:
        return replace(found, start=start, value=Week(None, found.value))
    name = EXTENT[match["extent"]] if match["extent"] else BOUNDARY[match["boundary"]]
    side = {"earlier": -1, "later": 1}.get(match["extent"] or "", 0)
    value: Meaning = Part(found.value, cast("PartName", name), side, bool(match["boundary"]))
    if match["first"]:
        value = Between(Part(found.value, cast("PartName", EXTENT[match["first"]])), value)
    return replace(found, start=start, value=value)


def _about(found: Candidate[Meaning], back: str) -> Candidate[Meaning]:
    match = _ABOUT.search(back)
    if match is None:
        return found
    return replace(found, start=found.start - len(back) + match.start(), value=About(found.value))
