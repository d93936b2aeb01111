"""Orders and incidents as several reports tell them: what each report says is kept, with who supports it."""

from typing import Generic, Literal, TypeVar

import msgspec

from holdfire.model.incident import Circumstance, Count, Status, TargetType
from holdfire.model.judgement import Credibility, Reliability
from holdfire.model.order import Clause, Modality, OrderKind, Salience
from holdfire.model.party import Party, Voice
from holdfire.model.place import Area, Place

T = TypeVar("T")


class Alternative(msgspec.Struct, Generic[T], frozen=True, omit_defaults=True):
    """Another value that was told: by which reports, by how many independent lines of testimony.

    `agrees` says that it does not contradict the best value ("January" beside "17 January").
    """

    value: T
    reports: tuple[str, ...]
    lines: int
    agrees: bool = False


class Attested(msgspec.Struct, Generic[T], frozen=True, omit_defaults=True):
    """The value of a slot that is told best, who supports it, and what else was told.

    `lines` counts the independent lines of testimony for the value, those of agreeing values among them.
    `low` and `high` are the least and the most that was told of a count; `high` is open where a report
    leaves it open. `alleged` says of who acted that each report naming them only alleges it, of what is told
    as having happened.
    """

    value: T
    reports: tuple[str, ...]
    lines: int
    others: tuple[Alternative[T], ...] = ()
    low: int | None = None
    high: int | None = None
    alleged: bool = False


class Outlet(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who published reports of a line, and how people graded it on the Admiralty scale.

    `reliability` is that of the outlet, `credibility` the best of its reports here; the two are apart, and
    None where nobody graded them.
    """

    name: str
    reports: tuple[str, ...]
    reliability: Reliability | None = None
    credibility: Credibility | None = None


class Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """Reports that are one line of testimony, and because of what: the same wording, outlet or source."""

    reports: tuple[str, ...]
    because: tuple[str, ...] = ()
    outlets: tuple[Outlet, ...] = ()


class PossiblySame(msgspec.Struct, frozen=True, omit_defaults=True):
    """Another thing that may be the same: its id, how probable that is, and why they are kept apart."""

    id: str
    probability: float
    because: Literal["decided", "doubtful", "chained", "contradiction"]


class Incident(msgspec.Struct, frozen=True, omit_defaults=True):
    """One incident as all reports of it tell it. `accounts` are the reported incidents it is made of."""

    id: str
    accounts: tuple[str, ...]
    reports: tuple[str, ...]
    lines: tuple[Line, ...]
    salience: Salience
    status: Attested[Status]
    act: Attested[str]
    date: Attested[str] | None = None
    time: Attested[str] | None = None
    places: tuple[Attested[Place], ...] = ()
    actor: tuple[Attested[Party], ...] = ()
    means: Attested[str] | None = None
    target: tuple[Attested[Party], ...] = ()
    target_type: Attested[TargetType] | None = None
    killed: Attested[int | Count] | None = None
    injured: Attested[int | Count] | None = None
    detained: Attested[int | Count] | None = None
    warning_given: Attested[Literal["yes", "no"]] | None = None
    aid_given: Attested[Literal["yes", "no"]] | None = None
    circumstances: tuple[Attested[Circumstance], ...] = ()
    attribution: tuple[Attested[Voice], ...] = ()
    possibly_same: tuple[PossiblySame, ...] = ()


class Norm(msgspec.Struct, frozen=True, omit_defaults=True):
    """One clause of an order as reports tell it: what is obliged, forbidden or permitted.

    `words` are a report's own, where no means say what was to be done: the lemmas or the code in `act` leave
    out what goes with it.
    """

    modality: Modality
    act: str
    means: str | None = None
    target: str | None = None
    condition: str | None = None
    exception: str | None = None
    words: str | None = None


def norm_of(clause: Clause) -> Norm:
    """A clause as one report tells it, without where it stands."""
    return Norm(
        clause.modality,
        clause.act.value,
        clause.means.value if clause.means else None,
        clause.target.value.name if clause.target else None,
        clause.condition.value if clause.condition else None,
        clause.exception.value if clause.exception else None,
        None if clause.means else clause.act.quote,
    )


class StandsTo(msgspec.Struct, frozen=True, omit_defaults=True):
    """How an order stands to an earlier one: in the reports' words, and which order that is, if known."""

    kind: Literal["reaffirms", "replaces", "implements", "amends"]
    words: str | None = None
    order: str | None = None


class Order(msgspec.Struct, frozen=True, omit_defaults=True):
    """One order as all reports of it tell it. `accounts` are the reported orders it is made of."""

    id: str
    accounts: tuple[str, ...]
    reports: tuple[str, ...]
    lines: tuple[Line, ...]
    salience: Salience
    kind: Attested[OrderKind]
    issuer: Attested[Party] | None = None
    addressees: tuple[Attested[Party], ...] = ()
    clauses: tuple[Attested[Norm], ...] = ()
    places: tuple[Attested[Place], ...] = ()
    areas: tuple[Attested[Area], ...] = ()
    issued: Attested[str] | None = None
    effective_from: Attested[str] | None = None
    effective_to: Attested[str] | None = None
    until_condition: tuple[Attested[str], ...] = ()
    hours: tuple[Attested[str], ...] = ()
    purpose: tuple[Attested[str], ...] = ()
    relations: tuple[Attested[StandsTo], ...] = ()
    attribution: tuple[Attested[Voice], ...] = ()
    possibly_same: tuple[PossiblySame, ...] = ()

    @property
    def starts_as_given(self) -> bool:
        """Whether its start only follows from the day it was given: no other start is told."""
        issued, start = self.issued, self.effective_from
        return issued is not None and start is not None and start.value == issued.value.rstrip("?") + "?"
