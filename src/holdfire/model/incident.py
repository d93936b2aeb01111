"""What was done, or is said to have been done, as one report tells it."""

from typing import Final, Literal

import msgspec

from holdfire.model.grounded import Grounded
from holdfire.model.order import Salience
from holdfire.model.party import Party, Voice
from holdfire.model.place import Place

Status = Literal["happened", "alleged", "denied", "hypothetical"]
TargetType = Literal["person", "animal", "vehicle", "object", "unknown"]
Circumstance = Literal[
    "armed", "unarmed", "attacking", "stones", "approaching", "fleeing", "surrendering", "held", "disabled",
    "threat", "no_threat", "child", "assembly", "peaceful", "violent",
]  # fmt: skip
"""How those were then on whom force was used, or what they did; the last three are of their gathering."""
ALLEGED: Final = "actor.alleged"
"""The rule by which somebody is an actor who is only said to have done what is told as having happened."""


class Count(msgspec.Struct, frozen=True, omit_defaults=True):
    """A number that the report gives as a range; an end that it leaves open is absent."""

    low: int | None = None
    high: int | None = None


class ReportedIncident(msgspec.Struct, frozen=True, omit_defaults=True):
    """One dated act, or a failure to act.

    `act` is a code of the acts table, `date` EDTF, `time` ISO 8601.
    """

    id: str
    act: Grounded[str]
    status: Status
    salience: Salience
    status_words: Grounded[str] | None = None
    date: Grounded[str] | None = None
    time: Grounded[str] | None = None
    places: tuple[Grounded[Place], ...] = ()
    actor: tuple[Grounded[Party], ...] = ()
    means: Grounded[str] | None = None
    target: tuple[Grounded[Party], ...] = ()
    target_type: Grounded[TargetType] | None = None
    killed: Grounded[int | Count] | None = None
    injured: Grounded[int | Count] | None = None
    detained: Grounded[int | Count] | None = None
    warning_given: Grounded[Literal["yes", "no"]] | None = None
    aid_given: Grounded[Literal["yes", "no"]] | None = None
    circumstances: tuple[Grounded[Circumstance], ...] = ()
    attribution: tuple[Grounded[Voice], ...] = ()
    evidence: tuple[Grounded[str], ...] = ()


class Practice(msgspec.Struct, frozen=True, omit_defaults=True):
    """Conduct said to be habitual or counted over a period; never counted as an incident."""

    id: str
    act: Grounded[str]
    status: Status
    status_words: Grounded[str] | None = None
    period: Grounded[str] | None = None
    places: tuple[Grounded[Place], ...] = ()
    actor: tuple[Grounded[Party], ...] = ()
    means: Grounded[str] | None = None
    target: tuple[Grounded[Party], ...] = ()
    target_type: Grounded[TargetType] | None = None
    condition: Grounded[str] | None = None
    killed: Grounded[int | Count] | None = None
    injured: Grounded[int | Count] | None = None
    detained: Grounded[int | Count] | None = None
    attribution: tuple[Grounded[Voice], ...] = ()
    evidence: tuple[Grounded[str], ...] = ()
