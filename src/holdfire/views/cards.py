"""Record → cards: one for each order, incident, practice, zone, review, expectation and picture."""

from dataclasses import dataclass
from typing import Any

from holdfire.model.grounded import Grounded
from holdfire.model.incident import Practice, ReportedIncident
from holdfire.model.order import Clause, ReportedOrder
from holdfire.model.party import Party
from holdfire.model.record import Record
from holdfire.views.entries import Entry, Line, entries, entry, lines
from holdfire.views.values import Frame
from holdfire.views.wording import MODALITIES, say

SAYERS = ("attribution", "says who")
_ORDER = (
    ("issued", "issued"),
    ("effective_from", "in force from"),
    ("effective_to", "in force to"),
    ("until_condition", "until"),
    ("hours", "hours"),
    ("area", "stretch"),
    ("places", "where"),
    ("purpose", "purpose"),
    ("relation", "relation"),
    SAYERS,
)
_TOLL = (("killed", "killed"), ("injured", "injured"), ("detained", "detained"))
_INCIDENT = (
    ("means", "with"),
    ("date", "when"),
    ("time", "at"),
    ("places", "where"),
    *_TOLL,
    ("target_type", "aimed at"),
    ("warning_given", "warning given"),
    ("aid_given", "aid given"),
    ("circumstances", "circumstances"),
    ("status_words", "status"),
    SAYERS,
)
_PRACTICE = (
    ("means", "with"),
    ("condition", "when"),
    ("period", "over"),
    ("places", "where"),
    *_TOLL,
    ("target_type", "aimed at"),
    ("status_words", "status"),
    SAYERS,
)
_ZONE = (
    ("width_km", "width"),
    ("along", "along"),
    ("area", "strip"),
    ("established", "set up"),
    ("closed_hours", "closed"),
    SAYERS,
)

_LIMITING = frozenset({"when", "whenever", "if", "where", "while", "until", "unless", "except", "once", "as"})


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """One clause: must, must not or may, and the words that fix it; what; with what; when or unless."""

    path: str
    must: str
    cue: Entry | None
    act: Entry
    means: Entry | None
    target: Entry | None
    limits: tuple[tuple[str, Entry], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One order, incident … as a page shows it. `left` → `right` reads "who → to whom" or "who → at whom".

    `name` is the value that the title says, where there is one.
    """

    path: str
    frame: Frame
    title: str
    name: Entry | None = None
    tags: tuple[str, ...] = ()
    left: Line | None = None
    right: Line | None = None
    clauses: tuple[ClauseRow, ...] = ()
    lines: tuple[Line, ...] = ()


def orders(record: Record) -> tuple[Card, ...]:
    """A card for each order, as the record has them."""
    return tuple(_order(order, f"orders.{number}") for number, order in enumerate(record.orders))


def incidents(record: Record) -> tuple[Card, ...]:
    """A card for each incident."""
    found = enumerate(record.incidents)
    return tuple(_conduct(incident, f"incidents.{number}", "incident") for number, incident in found)


def practices(record: Record) -> tuple[Card, ...]:
    """A card for each practice."""
    found = enumerate(record.practices)
    return tuple(_conduct(practice, f"practices.{number}", "practice") for number, practice in found)


def zones(record: Record) -> tuple[Card, ...]:
    """A card for each zone."""
    return tuple(
        Card(
            path,
            "setting",
            say(zone.name.value).capitalize(),
            name=entry(zone.name, f"{path}.name"),
            lines=lines(zone, path, _ZONE),
        )
        for number, zone in enumerate(record.zones)
        for path in [f"zones.{number}"]
    )


def reviews(record: Record) -> tuple[Card, ...]:
    """A card for each review."""
    slots = (("finding", "found"), ("period", "over"), SAYERS)
    return tuple(
        Card(
            path,
            "setting",
            "Review",
            left=_line("who", review.reviewer, f"{path}.reviewer"),
            right=_line("of whom", review.of, f"{path}.of"),
            lines=lines(review, path, slots),
        )
        for number, review in enumerate(record.reviews)
        for path in [f"reviews.{number}"]
    )


def expectations(record: Record) -> tuple[Card, ...]:
    """A card for each fear, hope or prediction: not facts."""
    slots = (("content", "that"), ("holder", "held by"), SAYERS)
    return tuple(
        Card(path, "setting", expectation.kind.capitalize(), lines=lines(expectation, path, slots))
        for number, expectation in enumerate(record.expectations)
        for path in [f"expectations.{number}"]
    )


def media(record: Record) -> tuple[Card, ...]:
    """A card for each picture."""
    slots = (("caption", "shows"), ("place", "place"), ("taken", "taken"), ("credit", "credit"))
    return tuple(
        Card(path, "setting", "Picture", tags=("never an event",), lines=lines(picture, path, slots))
        for number, picture in enumerate(record.media)
        for path in [f"media.{number}"]
    )


def _single(slot: Grounded[Any] | None, path: str) -> Entry | None:
    return None if slot is None else entry(slot, path)


def _line(label: str, slot: Grounded[Party] | tuple[Grounded[Party], ...] | None, path: str) -> Line | None:
    found = entries(slot, path)
    return Line(label, found) if found else None


def _order(order: ReportedOrder, path: str) -> Card:
    kind = say(order.kind.value)
    return Card(
        path=path,
        frame="order",
        title=kind.capitalize(),
        name=entry(order.kind, f"{path}.kind"),
        tags=(order.salience,),
        left=_line("who", order.issuer, f"{path}.issuer"),
        right=_line("to whom", order.addressees, f"{path}.addressees"),
        clauses=tuple(_clause(clause, f"{path}.clauses.{n}") for n, clause in enumerate(order.clauses)),
        lines=lines(order, path, _ORDER),
    )


def _clause(clause: Clause, path: str) -> ClauseRow:
    limits = (("when", "condition"), ("unless", "exception"))
    return ClauseRow(
        path=path,
        must=MODALITIES[clause.modality],
        cue=_single(clause.cue, f"{path}.cue"),
        act=entry(clause.act, f"{path}.act"),
        means=_single(clause.means, f"{path}.means"),
        target=_single(clause.target, f"{path}.target"),
        limits=tuple(
            ("" if _limited(found.said) else word, found)
            for word, slot in limits
            for found in entries(getattr(clause, slot), f"{path}.{slot}")
        ),
    )


def _limited(said: str) -> bool:
    """Whether words begin with their own "when" or "unless"."""
    return said.partition(" ")[0].lower() in _LIMITING


def _conduct(conduct: ReportedIncident | Practice, path: str, frame: Frame) -> Card:
    slots = _INCIDENT if isinstance(conduct, ReportedIncident) else _PRACTICE
    tags = (conduct.status, conduct.salience) if isinstance(conduct, ReportedIncident) else (conduct.status,)
    return Card(
        path=path,
        frame=frame,
        title=say(conduct.act.value).capitalize(),
        name=entry(conduct.act, f"{path}.act"),
        tags=tags,
        left=_line("who", conduct.actor, f"{path}.actor"),
        right=_line("at whom", conduct.target, f"{path}.target"),
        lines=lines(conduct, path, slots),
    )
