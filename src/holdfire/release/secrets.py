"""What a casebook holds that must stay: every word in a field that may not leave, by the field."""

from collections.abc import Set
from functools import cache
from typing import Final, NamedTuple
from urllib.parse import parse_qsl, urlsplit

import msgspec
from msgspec.structs import astuple

from holdfire.model.record import Record
from holdfire.release.sensitivity import RELEASABLE, sensitivity_of

ADDRESS: Final = "ReportHeader.url"
TEXT: Final = "Report.words"
WORDS: Final = "Record.text"


class Secret(NamedTuple):
    """Something that must stay; the field it stands in, and whose it is: a report, or the casebook itself."""

    said: str
    field: str
    whose: str


def secrets(record: Record, *, but: Set[str] = frozenset()) -> list[Secret]:
    """All words and points in fields of a record that may not leave, each once; not its text, not `but`."""
    whose = f"report {record.report.id[:8]}"
    return [Secret(said, field, whose) for said, field in _staying(record, but).items()]


def private_parts(url: str) -> list[str]:
    """What in an address may tell who fetched it: names, passwords, the query, the fragment."""
    try:
        parts = urlsplit(url)
        told = [parts.username, parts.password, parts.fragment, *(v for _, v in parse_qsl(parts.query))]
    except ValueError:
        return [url]
    return [each for each in told if each]


class _Field(NamedTuple):
    """What a field is called, and whether what stands in it must stay."""

    name: str
    stays: bool


_SAID: Final = (str, float)
_TOP: Final = _Field("", stays=False)


def _staying(record: Record, but: Set[str]) -> dict[str, str]:
    """What must stay of a record, with the field that it stands in."""
    found: dict[str, str] = {}
    waiting: list[tuple[_Field, object]] = [(_TOP, record)]
    while waiting:
        field, each = waiting.pop()
        kind = type(each)
        if kind is tuple or kind is list:
            waiting += [(field, part) for part in each]  # type: ignore[attr-defined]
        elif issubclass(kind, msgspec.Struct):
            for own, part in zip(_fields(kind), astuple(each), strict=True):  # type: ignore[arg-type]
                held = type(part)
                if not part or held is int:
                    continue
                one = own or field
                if held is not str or one.name == ADDRESS:
                    waiting.append((one, part))
                elif one.stays and part not in but:
                    found.setdefault(part, one.name)
        elif kind is dict:
            waiting += [(field, part) for pair in each.items() for part in pair]  # type: ignore[attr-defined]
        elif isinstance(each, _SAID):
            said = str(each)
            if field.name == ADDRESS:
                found.update((part, ADDRESS) for part in private_parts(said) if part not in but)
            elif field.stays and said not in but:
                found.setdefault(said, field.name)
    return found


@cache
def _fields(kind: type[msgspec.Struct]) -> tuple[_Field | None, ...]:
    """The fields of a struct; a grounded value is called as its slot, which stands as None."""
    names = (f"{kind.__name__}.{name}" for name in kind.__struct_fields__)
    return tuple(
        None if name == "Grounded.value" else _Field(name, name != WORDS and _stays(name)) for name in names
    )


def _stays(name: str) -> bool:
    return sensitivity_of(name) not in RELEASABLE
