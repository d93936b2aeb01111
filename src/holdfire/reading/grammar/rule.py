"""A rule of the grammar as a value."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

P = TypeVar("P")
M = TypeVar("M")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that a rule must read, and the value it must give, as text (`str` of the value)."""

    words: str
    value: str


@dataclass(frozen=True, slots=True)
class Rule(Generic[P, M, V]):
    """What one rule matches and what it makes of it.

    `name` is dotted and stable, for every value keeps it (`order.told_to`). `pattern` is data for a matcher;
    `produce` turns a match into a value, or into None where the match turns out to mean nothing.
    `examples` and `counterexamples` are executed as tests and printed in the rule catalogue.
    """

    name: str
    pattern: P
    produce: Callable[[M], V | None]
    examples: tuple[Example, ...]
    counterexamples: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Convention:
    """A named reading inside a rule, or a slot filled by a table: what it does, with examples.

    It has no pattern of its own; the tests read each example whole and look for a value under this name.
    """

    name: str
    note: str
    examples: tuple[Example, ...] = ()
