"""Record → its grounded values: adds the path where each stands and what it is about; drops nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from holdfire.model.grounded import Grounded
from holdfire.model.record import Record
from holdfire.model.span import Span

Kind = Literal["act", "party", "place", "date", "voice", "reason", "count", "setting", "evidence", "notice"]
Frame = Literal["order", "incident", "practice", "setting"]

FRAMES: dict[str, Frame] = {
    "orders": "order",
    "incidents": "incident",
    "practices": "practice",
    "zones": "setting",
    "reviews": "setting",
    "expectations": "setting",
    "media": "setting",
}

SLOTS: dict[Kind, str] = {
    "act": "act means cue kind",
    "party": "issuer addressees actor target target_type reviewer of holder",
    "place": "places place area along name width_km",
    "date": "issued effective_from effective_to hours date time period established closed_hours taken",
    "voice": "attribution credit",
    "reason": "condition exception purpose relation until_condition status_words warning_given aid_given "
    "circumstances",
    "count": "killed injured detained",
    "setting": "finding content caption",
    "evidence": "evidence",
}
KINDS: dict[str, Kind] = {slot: kind for kind, slots in SLOTS.items() for slot in slots.split()}


@dataclass(frozen=True, slots=True)
class Value:
    """A grounded value and its place in the record; `path` is dotted, as in `orders.0.clauses.1.act`."""

    path: str
    grounded: Grounded[Any]

    @property
    def slot(self) -> str:
        """The name of the slot it fills: `act`, `effective_from`."""
        return next(part for part in reversed(self.path.split(".")) if not part.isdigit())

    @property
    def kind(self) -> Kind:
        """What it is about."""
        return KINDS.get(self.slot, "setting")

    @property
    def frame(self) -> Frame:
        """What it belongs to: an order, an incident, a practice, or what stands around them."""
        return FRAMES[self.path.split(".", 1)[0]]

    @property
    def owner(self) -> str:
        """The path of the order, incident … that it belongs to: `orders.0`."""
        return ".".join(self.path.split(".")[:2])


def values_of(record: Record) -> Iterator[Value]:
    """Every grounded value of a record, in the record's order."""
    for name in FRAMES:
        yield from _within(getattr(record, name), name)


def spans_of(grounded: Grounded[Any]) -> tuple[Span, ...]:
    """All the words that a value rests on, the first of them first."""
    return (grounded.span, *(Span(piece.start, piece.end) for piece in grounded.more))


def _within(part: object, path: str) -> Iterator[Value]:
    if isinstance(part, Grounded):
        yield Value(path, part)
    elif isinstance(part, tuple):
        for number, each in enumerate(part):
            yield from _within(each, f"{path}.{number}")
    elif isinstance(part, msgspec.Struct):
        for name in part.__struct_fields__:
            yield from _within(getattr(part, name), f"{path}.{name}")
