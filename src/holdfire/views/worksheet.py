"""A record and what people decided of it → a worksheet: each value with its verdict; drops nothing.

What a person rejected stays, marked; what they corrected is shown as they have it, with what was read; what
they put in stands behind what was read, at paths of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from holdfire.errors import DataError
from holdfire.judging import applied
from holdfire.model.grounded import Grounded
from holdfire.model.judgement import Add, Correct, Reject, Verdict
from holdfire.model.record import Record
from holdfire.model.text import Text
from holdfire.views.annotated import Block, annotate
from holdfire.views.entries import Entry, entry
from holdfire.views.ledger import Ledger, ledger
from holdfire.views.values import Value, values_of
from holdfire.views.wording import say

Mood = Literal["accepted", "rejected", "corrected", "added"]


@dataclass(frozen=True, slots=True)
class Decided:
    """What holds of a value: who decided so, and what was read where that is another value."""

    mood: Mood
    who: str
    when: str
    why: str = ""
    was: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of a record's values are decided, by themselves or with what they belong to."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A record with what people corrected and put in; `problem` says why that cannot be shown, if so."""

    ledger: Ledger
    blocks: tuple[Block, ...]
    problem: str = ""


def shown(
    record: Record, text: Text, corrected: Mapping[str, Correct], added: Sequence[Add], *, name: str
) -> Shown:
    """A record as people have it; `name` stands where the report has no title."""
    problem, made = "", record
    if corrected or added:
        try:
            made = applied(record, corrected, added, text=text.words)
        except DataError as error:
            problem = str(error)
    return Shown(ledger(made, name=name), annotate(made, text), problem)


def values_by_path(record: Record) -> dict[str, Value]:
    """The values of a record that can be judged, by their paths."""
    return {value.path: value for value in values_of(record) if value.kind != "evidence"}


def decisions_of(
    values: Mapping[str, Value], verdicts: Mapping[str, Verdict], added: Mapping[str, Add]
) -> dict[str, Decided]:
    """What holds of each value that was decided, and of each thing that was put in, by its path."""
    found = {path: _decided(each, values.get(path)) for path, each in verdicts.items()}
    return found | {path: Decided("added", each.who, each.when, each.why) for path, each in added.items()}


def added_paths(record: Record, added: Sequence[Add]) -> Iterator[tuple[str, Add]]:
    """Where each thing that was put in stands: behind what was read."""
    numbers: dict[str, int] = {}
    for each in added:
        frame = each.target.rpartition("/")[2]
        number = numbers.setdefault(frame, len(getattr(record, frame, ())))
        numbers[frame] = number + 1
        yield f"{frame}.{number}", each


def progress(values: Mapping[str, Value], verdicts: Mapping[str, Verdict]) -> Progress:
    """How far people are with the values of a record."""
    decided = verdicts.keys()
    done = sum(path in decided or value.owner in decided for path, value in values.items()) if verdicts else 0
    return Progress(done, len(values))


def entry_of(value: Value, verdict: Verdict | None, *, text: str) -> Entry:
    """The entry of one value as people have it."""
    grounded = value.grounded
    if isinstance(verdict, Correct):
        grounded = _corrected(grounded, verdict, text)
    return entry(grounded, value.path)


def _corrected(grounded: Grounded[Any], verdict: Correct, text: str) -> Grounded[Any]:
    changes: dict[str, Any] = {"rule": "judgement.correct", "basis": "stated", "because": None}
    try:
        changes["value"] = msgspec.convert(verdict.value, type(grounded.value))
    except msgspec.ValidationError:
        changes["value"] = verdict.value
    if verdict.start is not None and verdict.end is not None:
        start, end = verdict.start, verdict.end
        changes |= {"start": start, "end": end, "quote": text[start:end], "more": ()}
    return msgspec.structs.replace(grounded, **changes)


def _decided(verdict: Verdict, read: Value | None) -> Decided:
    mood: Mood = "accepted"
    was = ""
    if isinstance(verdict, Reject):
        mood = "rejected"
    elif isinstance(verdict, Correct):
        mood = "corrected"
        was = _said(read) if read is not None else ""
    return Decided(mood, verdict.who, verdict.when, verdict.why, was)


def _said(value: Value) -> str:
    return entry(value.grounded, value.path).said if value.kind == "date" else say(value.grounded.value)
