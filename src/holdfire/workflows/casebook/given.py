"""What a person types for a slot → a value of its type. DateError or BookError where it is none."""

import re
from typing import Any, get_args

import msgspec

from holdfire.errors import BookError, DateError
from holdfire.geography.gazetteer import Gazetteer
from holdfire.model.incident import Circumstance, Count, TargetType
from holdfire.model.order import OrderKind
from holdfire.model.party import Party, Voice
from holdfire.model.period import parse_period
from holdfire.model.place import Place, Width
from holdfire.sources.published import published_date
from holdfire.views.values import KINDS

_RANGE = re.compile(r"(\d+)\s*(?:-|–|to|bis|~)\s*(\d+)")
_OPEN = re.compile(r"(at least|at most|more than|fewer than|up to)?\s*(\d+)(\+)?")
_WIDTH = re.compile(r"(\d+(?:\.\d+)?)(?:\s*(?:-|–|to)\s*(\d+(?:\.\d+)?))?\s*(?:km|kilomet(?:er|re)s?)?")
CHOICES: dict[str, tuple[str, ...]] = {
    "kind": get_args(OrderKind),
    "target_type": get_args(TargetType),
    "warning_given": ("yes", "no"),
    "aid_given": ("yes", "no"),
    "circumstances": get_args(Circumstance),
}
"""The slots that take one of a few words."""
COUNTS = frozenset({"killed", "injured", "detained"})
_PLACES = frozenset({"places", "place", "along"})
_LONGEST = 2000


def value_given(typed: str, *, slot: str, old: Any = None, places: Gazetteer | None = None) -> Any:  # noqa: ANN401 - a value of any slot, as JSON has it
    """The value that somebody types for a slot, as JSON has it; `old` is what it replaces, if anything."""
    said = " ".join(typed.split())
    if not said or len(said) > _LONGEST:
        raise BookError("no value was given" if not said else "is too long for a value", remedy="type one")
    if slot in CHOICES:
        return _chosen(said, CHOICES[slot])
    if slot in COUNTS:
        return _count(said)
    if KINDS.get(slot) == "date":
        return _date(said)
    return msgspec.to_builtins(_of_type(said, old, places, slot=slot))


def place_named(name: str, places: Gazetteer | None, *, near: Place | None = None) -> Place:
    """The place of a name: of several that in the country of `near`, or the largest; else the name alone."""
    found = places.lookup(name) if places is not None else ()
    country = (near.id or "")[:2] if near is not None else ""
    best = next((each for each in found if country and each.country.startswith(country)), None)
    best = best or next(iter(found), None)
    return best.place if best is not None else Place(name)


def _of_type(said: str, old: Any, places: Gazetteer | None, *, slot: str) -> Any:  # noqa: ANN401 - any type
    if isinstance(old, Party | Voice):
        name = "name" if isinstance(old, Party) else "speaker"
        return msgspec.structs.replace(old, **{name: said}, **({"id": None} if name == "name" else {}))
    if isinstance(old, Width):
        return _width(said)
    if isinstance(old, Place) or (old is None and slot in _PLACES):
        return place_named(said, places, near=old)
    if old is None:
        new = {"party": Party, "voice": Voice}.get(KINDS.get(slot, ""), str)
        return new(said)
    if isinstance(old, str):
        return said
    remedy = "reject it, and say in a note what the report says"
    raise BookError("a value of this kind cannot be typed", remedy=remedy)


def _chosen(said: str, choices: tuple[str, ...]) -> str:
    if said.lower() not in choices:
        raise BookError(f"{said!r} is none of its values", remedy=f"one of: {', '.join(choices)}")
    return said.lower()


def _count(said: str) -> Any:  # noqa: ANN401 - a number or a range
    span = _RANGE.fullmatch(said.lower())
    if span is not None:
        least, most = int(span[1]), int(span[2])
        if least <= most:
            return least if least == most else msgspec.to_builtins(Count(least, most))
    found = _OPEN.fullmatch(said.lower())
    if found is None:
        remedy = "write 3, 2 to 4, at least 3, at most 5"
        raise BookError(f"{said!r} is no number of people", remedy=remedy)
    how, number = found[1] or ("at least" if found[3] else ""), int(found[2])
    if not how:
        return number
    low: int | None = {"at least": number, "more than": number + 1}.get(how)
    high: int | None = {"at most": number, "up to": number, "fewer than": max(number - 1, 0)}.get(how)
    return msgspec.to_builtins(Count(low, high))


def _date(said: str) -> str:
    try:
        return published_date(said)
    except DateError as error:
        return _edtf(said, error)


def _edtf(said: str, error: DateError) -> str:
    try:
        return parse_period(said).edtf
    except DateError:
        raise error from None


def _width(said: str) -> Width:
    found = _WIDTH.fullmatch(said.lower())
    if found is None:
        raise BookError(f"{said!r} is no width", remedy="write 2 km, or 1 to 2 km")
    low = float(found[1])
    return Width(low, float(found[2] or low))
