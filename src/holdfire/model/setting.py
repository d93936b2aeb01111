"""What stands around orders and incidents: zones, reviews, expectations, pictures."""

from typing import Literal

import msgspec

from holdfire.model.grounded import Grounded
from holdfire.model.party import Party, Voice
from holdfire.model.place import Area, Place, Width


class Zone(msgspec.Struct, frozen=True, omit_defaults=True):
    """A strip or area that was set up along a border."""

    name: Grounded[str]
    width_km: Grounded[Width] | None = None
    along: Grounded[Place] | None = None
    area: Grounded[Area] | None = None
    established: Grounded[str] | None = None
    closed_hours: tuple[Grounded[str], ...] = ()
    attribution: tuple[Grounded[Voice], ...] = ()


class Review(msgspec.Struct, frozen=True, omit_defaults=True):
    """An authority judging its own forces."""

    of: Grounded[Party]
    reviewer: Grounded[Party] | None = None
    period: Grounded[str] | None = None
    finding: tuple[Grounded[str], ...] = ()
    attribution: tuple[Grounded[Voice], ...] = ()


class Expectation(msgspec.Struct, frozen=True, omit_defaults=True):
    """What someone fears, hopes or predicts: not a fact."""

    content: Grounded[str]
    holder: Grounded[Party] | None = None
    kind: Literal["fear", "hope", "prediction"] = msgspec.field(default="prediction")
    attribution: tuple[Grounded[Voice], ...] = ()


class Media(msgspec.Struct, frozen=True, omit_defaults=True):
    """A picture with its caption; its place and date are never those of an event."""

    caption: Grounded[str]
    place: Grounded[Place] | None = None
    taken: Grounded[str] | None = None
    credit: Grounded[str] | None = None
