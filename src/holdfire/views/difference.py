"""Two records of one report → what changed between them: values that came, went or are read otherwise."""

import re
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

import msgspec

from holdfire.model.record import Record
from holdfire.views.values import Value, values_of

_NUMBER = re.compile(r"\.\d+")
_Place = tuple[str, int, int]


class Difference(NamedTuple):
    """A value that is new, gone, or another; paths lead into the record that has it."""

    kind: Literal["new", "gone", "other"]
    path: str
    quote: str
    old: Any
    new: Any


def differences(old: Record, new: Record) -> tuple[Difference, ...]:
    """What changed, in the order of the words; evidence aside. A value is known by its slot and its words."""
    before, after = _placed(old), _placed(new)
    found = [(place, _change(before.get(place), after.get(place))) for place in before.keys() | after.keys()]
    found.sort(key=lambda each: (each[0][1], each[0]))
    return tuple(change for _, change in found if change is not None)


def carried(old: Record, new: Record) -> Mapping[str, str]:
    """Where the values of an old record stand in a new one that reads them alike, and what they belong to."""
    before, after = _placed(old), _placed(new)
    paths: dict[str, str] = {}
    for place, value in before.items():
        same = after.get(place)
        if same is not None and _plain(same) == _plain(value):
            paths[value.path] = same.path
            paths.setdefault(value.owner, same.owner)
    return paths


def _placed(record: Record) -> dict[_Place, Value]:
    found: dict[_Place, Value] = {}
    for value in values_of(record):
        if value.kind != "evidence":
            place = _NUMBER.sub("", value.path), value.grounded.start, value.grounded.end
            found.setdefault(place, value)
    return found


def _change(old: Value | None, new: Value | None) -> Difference | None:
    if old is None and new is not None:
        return Difference("new", new.path, new.grounded.quote, None, _plain(new))
    if new is None and old is not None:
        return Difference("gone", old.path, old.grounded.quote, _plain(old), None)
    if old is not None and new is not None and _plain(old) != _plain(new):
        return Difference("other", new.path, new.grounded.quote, _plain(old), _plain(new))
    return None


def _plain(value: Value) -> Any:  # noqa: ANN401 - a value of any type
    return msgspec.to_builtins(value.grounded.value)
