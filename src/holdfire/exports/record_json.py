"""Records → JSON lines, and the JSON Schema that each of them satisfies."""

from typing import Any

import msgspec

from holdfire.model.grounded import Grounded
from holdfire.model.incident import Circumstance
from holdfire.model.record import FORMAT, Record

_SCHEMA = "https://json-schema.org/draft/2020-12/schema"
_encoder = msgspec.json.Encoder()


class Surrounded(msgspec.Struct, frozen=True):
    """How those were on whom the force of one incident was used."""

    incident: str
    told: tuple[Grounded[Circumstance], ...]


class Line(Record, frozen=True):
    """A record as it is written out: the circumstances of its incidents stand beside these.

    So every offset within an incident is of words that tell of the act itself.
    """

    circumstances: tuple[Surrounded, ...] = ()


class Problem(msgspec.Struct, frozen=True):
    """What kept a report from being read; `kind` is a stable word for programs."""

    kind: str
    message: str


class FailureLine(msgspec.Struct, frozen=True):
    """The line that stands in a record's place when a report cannot be read."""

    id: Any
    error: Problem


def record_line(record: Record, *, text: str | None = None) -> bytes:
    """A record as one line of JSON, with the text that its offsets point into where that is given."""
    given = msgspec.structs.asdict(record)
    given["incidents"] = tuple(msgspec.structs.replace(each, circumstances=()) for each in record.incidents)
    given["circumstances"] = tuple(
        Surrounded(each.id, each.circumstances) for each in record.incidents if each.circumstances
    )
    if text is not None:
        given["text"] = text
    return _encoder.encode(Line(**given)) + b"\n"


def failure_line(name: object, *, kind: str, message: str) -> bytes:
    """The line for a report that cannot be read; `name` is the id that its sender gave it."""
    return _encoder.encode(FailureLine(name, Problem(kind, message))) + b"\n"


def record_schema() -> dict[str, Any]:
    """The JSON Schema of a record."""
    schema = msgspec.json.schema(Line)
    schema["$defs"]["ReportedIncident"]["properties"].pop("circumstances")
    return {
        "$schema": _SCHEMA,
        "$id": f"urn:holdfire:{FORMAT.replace('/', ':')}",
        "title": FORMAT,
        "description": "All that one report was read to say. Offsets count code points of the report's text.",
        **schema,
    }


def schema_text() -> str:
    """The schema as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(record_schema()), indent=2).decode()
