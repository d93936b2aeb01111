"""What reports tell together → rows of a list, and a sheet of each with all that was told."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from holdfire.corroboration.corroborating import Corroborated
from holdfire.errors import HoldfireError
from holdfire.model.corroborated import Attested, Incident, Line, Order, Outlet, PossiblySame, StandsTo
from holdfire.model.judgement import Credibility, Reliability
from holdfire.model.party import Voice
from holdfire.views.dates import say_date
from holdfire.views.values import KINDS
from holdfire.views.wording import say

SHORT = 8
SHORTEST = 4
_INCIDENT = (
    ("act", "what"),
    ("means", "with"),
    ("date", "when"),
    ("time", "at"),
    ("places", "where"),
    ("actor", "who"),
    ("target", "at whom"),
    ("target_type", "aimed at"),
    ("killed", "killed"),
    ("injured", "injured"),
    ("detained", "detained"),
    ("warning_given", "warning given"),
    ("aid_given", "aid given"),
    ("circumstances", "circumstances"),
    ("status", "status"),
    ("attribution", "says who"),
)
_ORDER = (
    ("kind", "kind"),
    ("issuer", "who"),
    ("addressees", "to whom"),
    ("clauses", "what"),
    ("issued", "issued"),
    ("effective_from", "in force from"),
    ("effective_to", "in force to"),
    ("until_condition", "until"),
    ("hours", "hours"),
    ("areas", "stretch"),
    ("places", "where"),
    ("purpose", "purpose"),
    ("relations", "relation"),
    ("attribution", "says who"),
)
_MONTH = re.compile(r"[A-Z][a-z]{3,}")
_TOLL = ("killed", "injured", "detained")
_COARSE = frozenset({"country", "region", "continent", "province"})
_RELIABILITY: dict[Reliability, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
_CREDIBILITY: dict[Credibility, str] = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}
_WHY_APART = {
    "decided": "a person said they are different",
    "chained": "some reports match, all together do not",
    "doubtful": "not enough speaks for it",
    "contradiction": "people said both that they are the same and that they are not",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One incident or order in a list. `reports` and `lines` count; `doubts` are things to look at."""

    id: str
    frame: str
    date: str
    where: str
    what: str
    toll: str
    reports: int
    lines: int
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A value that was told, by which reports, on how many lines; `agrees` with the best, or is the best."""

    said: str
    reports: tuple[str, ...]
    lines: int
    agrees: bool


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot with its values, the best first; `spread` is the least and the most that was told of a count."""

    label: str
    values: tuple[Told, ...]
    spread: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Another thing that may be the same."""

    id: str
    probability: float
    because: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that was told of one incident or order."""

    row: Row
    slots: tuple[Slot, ...]
    lines: tuple[Line, ...]
    accounts: tuple[str, ...]
    doubts: tuple[Doubt, ...]


def rows(things: Sequence[Incident | Order]) -> list[Row]:
    """Rows of a list, by date; what has none stands last."""
    return [row(each) for each in sorted(things, key=lambda each: (date_of(each) or "~", each.id))]


def row(thing: Incident | Order) -> Row:
    """One row."""
    incident = isinstance(thing, Incident)
    date = date_of(thing)
    return Row(
        id=thing.id,
        frame="incident" if incident else "order",
        date=_short(date) if date else "no date",
        where=_where(thing),
        what=_what(thing),
        toll=_toll(thing) if isinstance(thing, Incident) else "",
        reports=len(thing.reports),
        lines=len(thing.lines),
        doubts=tuple(_doubts(thing)),
    )


def sheet(thing: Incident | Order) -> Sheet:
    """Everything about one thing."""
    slots = _INCIDENT if isinstance(thing, Incident) else _ORDER
    filled = [made for slot, label in slots for made in [_slot(label, slot, getattr(thing, slot))] if made]
    doubts = tuple(_doubt(each) for each in thing.possibly_same)
    return Sheet(row(thing), tuple(filled), thing.lines, thing.accounts, doubts)


def say_outlet(outlet: Outlet) -> str:
    """An outlet with its grade, as "Daily NK (B2)"; a half that nobody gave is a dash."""
    letter, number = outlet.reliability, outlet.credibility
    return f"{outlet.name} ({letter or '-'}{number or '-'})" if letter or number else outlet.name


def say_grade(outlet: Outlet) -> str:
    """The grade of an outlet in the words of the Admiralty scale."""
    reliability = _RELIABILITY[outlet.reliability] if outlet.reliability else "not graded"
    credibility = _CREDIBILITY[outlet.credibility] if outlet.credibility else "not graded"
    return f"the source: {reliability}; what it says: {credibility}"


def named(all_told: Corroborated, beginning: str) -> Incident | Order:
    """The incident or order whose id, or the id of one of its accounts, begins like this."""
    things: tuple[Incident | Order, ...] = (*all_told.incidents, *all_told.orders)
    found = [t for t in things if any(a.startswith(beginning.lower()) for a in t.accounts)]
    return one_named(found, beginning)


def one_named(found: Sequence[Incident | Order], beginning: str) -> Incident | Order:
    """The only one of those found; HoldfireError where there are none or more, or too little was typed."""
    if len(beginning) < SHORTEST or len(found) != 1:
        what = "more than one incident or order" if found else "no incident or order"
        raise HoldfireError(f"there is {what} {beginning!r}", remedy="`holdfire corroborate` lists them")
    return found[0]


def _short(edtf: str) -> str:
    """A date in words with the first three letters of its months."""
    return (
        _MONTH.sub(lambda month: month[0][:3], say_date(edtf))
        .replace(" (uncertain)", "?")
        .replace("about ", "~")
    )


def date_of(thing: Incident | Order) -> str | None:
    """When a thing was, as EDTF: of an order, when it was given or took effect."""
    slots = (thing.date,) if isinstance(thing, Incident) else (thing.issued, thing.effective_from)
    return next((slot.value for slot in slots if slot is not None), None)


def _where(thing: Incident | Order) -> str:
    """The most exact place with most support."""
    known = [each.value for each in thing.places]
    exact = [place for place in known if place.level not in _COARSE]
    return (exact or known)[0].name if known else ""


def _what(thing: Incident | Order) -> str:
    if isinstance(thing, Incident):
        sides = (("actor", thing.actor), ("target", thing.target))
        by, on = (_told(name, slot[0]).said if slot else "" for name, slot in sides)
        act = say(thing.act.value)
        return f"{by}: {act}" if by else f"{act} → {on}" if on else act
    first = f": {say(thing.clauses[0].value)}" if thing.clauses else ""
    return f"{say(thing.kind.value)}{first}"


def _toll(incident: Incident) -> str:
    return ", ".join(
        f"{say(slot.value)} {name}"
        for name in _TOLL
        for slot in [getattr(incident, name)]
        if slot is not None
    )


def _doubts(thing: Incident | Order) -> list[str]:
    slots = (getattr(thing, name) for name in thing.__struct_fields__)
    dissent = any(isinstance(slot, Attested) and any(not o.agrees for o in slot.others) for slot in slots)
    found = ["dissent"] if dissent else []
    if any(
        each.because in ("doubtful", "chained") and each.probability > 0.25 for each in thing.possibly_same
    ):
        found.append("twice?")
    return found


def _doubt(same: PossiblySame) -> Doubt:
    return Doubt(same.id, same.probability, _WHY_APART[same.because])


def _slot(label: str, name: str, slot: Attested[Any] | tuple[Attested[Any], ...] | None) -> Slot | None:
    if not slot:
        return None
    if isinstance(slot, tuple):
        return Slot(label, tuple(_told(name, each) for each in slot))
    others = (Told(_said(name, o.value), o.reports, o.lines, o.agrees) for o in slot.others)
    return Slot(label, (_told(name, slot), *others), _spread(slot))


def _told(name: str, attested: Attested[Any]) -> Told:
    alleged = " (alleged)" if attested.alleged else ""
    return Told(f"{_said(name, attested.value)}{alleged}", attested.reports, attested.lines, agrees=True)


def _spread(attested: Attested[Any]) -> str:
    if attested.low is None or attested.low == attested.high:
        return ""
    return f"{attested.low} to {attested.high}" if attested.high is not None else f"{attested.low} or more"


def _said(name: str, value: Any) -> str:  # noqa: ANN401 - a value of any slot
    if isinstance(value, StandsTo):
        to = f" ({value.order[:SHORT]})" if value.order else ""
        return f"{value.kind} {value.words or 'an earlier order'}{to}"
    if isinstance(value, Voice) and value.link == "denies":
        return f"{say(value)} (denies it)"
    return say_date(value) if KINDS.get(name) == "date" and isinstance(value, str) else say(value)
