"""How a value came about: the steps that led to it, and the readings that were decided against."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rival:
    """A reading that was considered and not chosen, with the reason."""

    value: str
    rule: str
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step in the derivation of a value: what a rule made of some words, and what it decided against."""

    stage: str
    rule: str
    start: int
    end: int
    made: str
    rivals: tuple[Rival, ...] = ()
