"""Report → Reading: every stage of reading in its order; drops nothing, so that each value can be explained.

text → tokens → triggers → syntax → mentions → statements → resolving → record
"""

from dataclasses import dataclass

from holdfire.model.record import Record
from holdfire.model.report import Report
from holdfire.model.text import Text


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


@dataclass(frozen=True, slots=True)
class Reading:
    """All that reading a report gave: the record, and the steps that led to it, in order of the words."""

    report: Report
    text: Text
    record: Record
    steps: tuple[Step, ...]
