"""What each field of the model may do, as a table that people can read; what is not in it may not leave."""

from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple, cast, get_args

from holdfire.errors import DataError
from holdfire.release.tables import rows

Sensitivity = Literal["code", "count", "date", "place", "person", "page", "inner", "never"]
RELEASABLE = frozenset({"code", "count", "date", "place", "person", "page"})


class Field(NamedTuple):
    """A field by its struct and name (`Incident.date`), what it may do, and why no more."""

    name: str
    sensitivity: Sensitivity
    why: str


@cache
def fields() -> dict[str, Field]:
    """All fields, by their names."""
    return read_fields((files("holdfire.release") / "fields.tsv").read_text(encoding="utf-8"))


def read_fields(text: str) -> dict[str, Field]:
    """A table of fields; DataError where it calls a sensitivity by another name."""
    found: dict[str, Field] = {}
    for name, sensitivity, why in rows(text, columns=3):
        if sensitivity not in get_args(Sensitivity):
            raise DataError(f"{sensitivity!r} is no sensitivity", where=f"fields.tsv, {name}")
        found[name] = Field(name, cast("Sensitivity", sensitivity), why)
    return found


def sensitivity_of(field: str) -> Sensitivity:
    """What a field may do; one that nobody has thought about may not leave."""
    known = fields().get(field)
    return known.sensitivity if known is not None else "never"
