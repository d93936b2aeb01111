"""What a casebook holds that must stay: every word in a field that may not leave, by the field."""

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple
from urllib.parse import parse_qsl, urlsplit

import msgspec

from holdfire.model.grounded import Grounded
from holdfire.model.record import Record
from holdfire.release.sensitivity import RELEASABLE, sensitivity_of

ADDRESS: Final = "ReportHeader.url"
TEXT: Final = "Report.words"


class Secret(NamedTuple):
    """Something that must stay; the field it stands in, and whose it is: a report, or the casebook itself."""

    said: str
    field: str
    whose: str


def secrets(record: Record) -> Iterator[Secret]:
    """All words and points of a record in fields that may not leave, but for its text."""
    whose = f"report {record.report.id[:8]}"
    for field, said in _leaves(record, ""):
        if field == ADDRESS:
            yield from (Secret(each, field, whose) for each in private_parts(said))
        elif field != "Record.text" and sensitivity_of(field) not in RELEASABLE:
            yield Secret(said, field, whose)


def private_parts(url: str) -> list[str]:
    """What in an address may tell who fetched it: names, passwords, the query, the fragment."""
    try:
        parts = urlsplit(url)
        told = [parts.username, parts.password, parts.fragment, *(v for _, v in parse_qsl(parts.query))]
    except ValueError:
        return [url]
    return [each for each in told if each]


def _leaves(value: object, field: str) -> Iterator[tuple[str, str]]:
    waiting = [(field, value)]
    while waiting:
        name, each = waiting.pop()
        if each is None or type(each) is int:
            continue
        if isinstance(each, str):
            yield name, each
        elif isinstance(each, float):
            yield name, str(each)
        elif isinstance(each, msgspec.Struct):
            waiting += [(label or name, getattr(each, slot)) for slot, label in _labels(type(each))]
        elif isinstance(each, dict):
            waiting += [(name, part) for pair in each.items() for part in pair]
        elif isinstance(each, tuple | list):
            waiting += [(name, part) for part in each]


@cache
def _labels(kind: type[msgspec.Struct]) -> tuple[tuple[str, str], ...]:
    """The fields of a struct and what they are called; a grounded value is called as its slot."""
    return tuple(
        (name, "" if kind is Grounded and name == "value" else f"{kind.__name__}.{name}")
        for name in kind.__struct_fields__
    )
