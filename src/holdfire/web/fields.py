"""What a form or an address holds, read with care: what makes no sense is as if it were not there."""

from collections.abc import Mapping
from typing import Any

from holdfire.errors import HoldfireError

LONGEST = 4000


def field(given: Mapping[str, Any], name: str) -> str:
    """A field as text, without what stands around it."""
    value = given.get(name, "")
    return value.replace("\0", "\ufffd").strip()[:LONGEST] if isinstance(value, str) else ""


def number(given: Mapping[str, Any], name: str) -> int | None:
    """A field as a whole number that a store can hold."""
    said = field(given, name)
    return int(said) if said.isascii() and said.isdigit() and len(said) < 16 else None


def words(given: Mapping[str, Any]) -> tuple[int, int] | None:
    """Selected words: where they start and end."""
    start, end = number(given, "start"), number(given, "end")
    return (start, end) if start is not None and end is not None else None


def told(error: HoldfireError) -> str:
    """What is wrong and what to do, in a sentence."""
    said = f"{error.problem}; {error.remedy}" if error.remedy else error.problem
    return f"{said[:1].upper()}{said[1:]}."
