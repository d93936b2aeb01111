"""What leaves: rows of codes, numbers, regions and periods. No struct here has room for words of a report."""

from typing import Literal

import msgspec

from holdfire.model.incident import Status, TargetType
from holdfire.model.order import Modality, OrderKind
from holdfire.release.coarsening import Region


class Toll(msgspec.Struct, frozen=True, omit_defaults=True):
    """A count: what is told best, the least and the most that was told; open ends are absent."""

    best: int | None = None
    low: int | None = None
    high: int | None = None


class Outcome(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was done, and to how many: what a group must not give away by being all alike."""

    act: str | None = None
    killed: Toll | None = None
    injured: Toll | None = None
    detained: Toll | None = None


class Telling(msgspec.Struct, frozen=True, omit_defaults=True):
    """What else is told of an incident. `actor` are kinds of force, `units` ids of units in our table.

    `alleged` are those of either who are only said to have done what is told as having happened.
    """

    status: Status | None = None
    means: str | None = None
    actor: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    alleged: tuple[str, ...] = ()
    target_type: TargetType | None = None
    warning_given: Literal["yes", "no"] | None = None
    aid_given: Literal["yes", "no"] | None = None


class Row(msgspec.Struct, frozen=True, omit_defaults=True):
    """An incident as it leaves. `group` names its group; in it, place, period and persons are all alike.

    `period` is EDTF. `kind` is the sort of act (`force`, `custody` …), given where the outcome is withheld.
    """

    id: str
    group: str
    kind: str
    published: bool
    outcome: Outcome = Outcome()
    told: Telling = Telling()
    period: str = ""
    region: Region | None = None
    role: str = ""
    sex: str = ""
    age: str = ""


class Clause(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing that an order obliges, forbids or permits, in codes; `act` is absent where it is in words."""

    modality: Modality
    act: str | None = None
    means: str | None = None


class ReleasedOrder(msgspec.Struct, frozen=True, omit_defaults=True):
    """An order as it leaves, with the published pages that tell it (their numbers)."""

    id: str
    published: bool
    kind: OrderKind | None = None
    issuer: str = ""
    office: str = ""
    addressees: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    clauses: tuple[Clause, ...] = ()
    regions: tuple[Region, ...] = ()
    issued: str = ""
    effective_from: str = ""
    effective_to: str = ""
    pages: tuple[int, ...] = ()


class Page(msgspec.Struct, frozen=True, omit_defaults=True):
    """A published page, as it is cited."""

    number: int
    url: str = ""
    title: str = ""
    outlet: str = ""
    published: str = ""
    language: str = ""


class Group(msgspec.Struct, frozen=True, omit_defaults=True):
    """Rows that are alike in place, period and persons: how many, and the pages that tell them together."""

    id: str
    size: int
    published: bool
    outcomes: int
    pages: tuple[int, ...] = ()


class Withheld(msgspec.Struct, frozen=True, omit_defaults=True):
    """How many of a kind stay, and why."""

    what: Literal["incident", "order", "page"]
    why: str
    number: int
