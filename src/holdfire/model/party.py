"""Who acts, orders or is acted upon."""

from typing import Literal

import msgspec

PartyKind = Literal[
    "army", "border guard", "police", "state", "armed group", "civilian", "person crossing", "unknown"
]
RoleType = Literal["individual", "organization"]

FORCES: frozenset[PartyKind] = frozenset({"army", "border guard", "police"})
"""The forces of a state."""
ARMED: frozenset[PartyKind] = FORCES | {"armed group"}
"""Who bears arms."""
POWERS: frozenset[PartyKind] = FORCES | {"state"}
"""Who may give orders in the name of a state."""
ARMED_OR_STATE: frozenset[PartyKind] = ARMED | POWERS
"""Who bears arms, and the state that sends them."""
UNARMED: frozenset[PartyKind] = frozenset({"civilian", "person crossing"})
"""Whom neither an order to a force binds nor a standard for those who enforce the law."""


class Party(msgspec.Struct, frozen=True, omit_defaults=True):
    """A person, group or body by the name the report uses; `id` where it is a known unit or office."""

    name: str
    kind: PartyKind = msgspec.field(default="unknown")
    role_type: RoleType | None = None
    id: str | None = None


Link = Literal["says", "told", "denies"]
Sense = Literal["saw", "heard", "was told", "document", "unknown"]
"""How a voice knows what it says."""


class Voice(msgspec.Struct, frozen=True, omit_defaults=True):
    """One link in the chain of who says so, from the outlet inwards.

    `link` is how it stands among the others: it "says" so itself, "told" it to a voice before it, or "denies"
    what the others say.
    """

    speaker: str
    kind: Literal[
        "outlet", "anonymous source", "resident", "official", "military", "document", "narration", "other"
    ] = msgspec.field(default="other")
    place: str | None = None
    told_on: str | None = None
    basis: Sense = msgspec.field(default="unknown")
    link: Link = msgspec.field(default="says")

    @property
    def known_by(self) -> tuple[str | None, ...]:
        """What two voices share that are one, however it stands among others and whatever it knows by."""
        return self.speaker, self.kind, self.place, self.told_on
