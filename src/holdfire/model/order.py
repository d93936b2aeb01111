"""A norm given by someone in authority to someone armed, as one report tells it."""

from typing import Literal

import msgspec

from holdfire.model.grounded import Grounded
from holdfire.model.party import Party, Voice
from holdfire.model.place import Area, Place

Modality = Literal["obligation", "prohibition", "permission"]
Salience = Literal["main", "background"]
OrderStatus = Literal["given", "denied", "rumoured"]
OrderKind = Literal[
    "order", "instruction", "proclamation", "standing rule", "agreement", "threat", "proposal"
]


class Clause(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing that an order obliges, forbids or permits.

    `modality` is fixed by the words in `cue`; `act` is a code of the acts table where the act is known,
    else the words' lemmas.
    """

    modality: Modality
    act: Grounded[str]
    cue: Grounded[str] | None = None
    means: Grounded[str] | None = None
    target: Grounded[Party] | None = None
    condition: Grounded[str] | None = None
    exception: Grounded[str] | None = None


class Relation(msgspec.Struct, frozen=True, omit_defaults=True):
    """How an order stands to an earlier one; `to` is that order in the report's words."""

    kind: Literal["reaffirms", "replaces", "implements", "amends"]
    to: str | None = None


class ReportedOrder(msgspec.Struct, frozen=True, omit_defaults=True):
    """An order as one report tells it. Dates are EDTF; `id` follows from the content.

    `status` is "denied" where someone denies that it was given, "rumoured" where only hearsay has it.
    """

    id: str
    kind: Grounded[OrderKind]
    salience: Salience
    status: OrderStatus = "given"
    issuer: Grounded[Party] | None = None
    addressees: tuple[Grounded[Party], ...] = ()
    clauses: tuple[Clause, ...] = ()
    places: tuple[Grounded[Place], ...] = ()
    area: Grounded[Area] | None = None
    issued: Grounded[str] | None = None
    effective_from: Grounded[str] | None = None
    effective_to: Grounded[str] | None = None
    until_condition: Grounded[str] | None = None
    hours: tuple[Grounded[str], ...] = ()
    purpose: Grounded[str] | None = None
    relation: Grounded[Relation] | None = None
    attribution: tuple[Grounded[Voice], ...] = ()
    evidence: tuple[Grounded[str], ...] = ()
