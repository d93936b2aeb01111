"""Incident, ledger → whether what was done is consistent with the order in force: the first axis."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Literal

import msgspec

from holdfire.assessment.facts import force_used
from holdfire.assessment.governing import Governing
from holdfire.assessment.home import Home, home_of_incident
from holdfire.assessment.in_force import OrderLedger
from holdfire.assessment.question import MOST_KEPT, Question
from holdfire.assessment.standing import Standing
from holdfire.assessment.units import GENERIC, Unit, Units
from holdfire.assessment.versions import Version
from holdfire.errors import DateError
from holdfire.geography.entry import Entry
from holdfire.model.corroborated import Incident, Norm
from holdfire.model.period import Period, parse_period
from holdfire.model.truth import Truth

Verdict = Literal["consistent", "contrary", "outside", "undetermined"]
EXACT = frozenset({"city", "district", "county"})


class Conduct(msgspec.Struct, frozen=True, omit_defaults=True):
    """An incident held against the order in force.

    `order` and `norm` are what governs, where something does; `because` is a reason in words, `missing` what
    would have to be known.
    """

    verdict: Verdict
    act: str
    because: str
    order: str | None = None
    norm: Norm | None = None
    missing: tuple[str, ...] = ()


def conduct(incident: Incident, ledger: OrderLedger) -> Conduct:
    """One incident against the order in force at its place and time, for its unit."""
    act = force_used(incident)
    asked, missing = question_of(incident, ledger, act)
    if asked is None:
        return Conduct("undetermined", act, "when it was done is not told", missing=tuple(missing))
    found = ledger.governing(asked)
    if not found:
        return _outside(act, missing)
    return _against(found[0], act, missing, lambda version: ledger.explained(version, asked))


def question_of(incident: Incident, ledger: OrderLedger, act: str) -> tuple[Question | None, list[str]]:
    """What is asked of the orders for an incident, and what is not told of it."""
    on = when(incident)
    place = where(incident, ledger)
    missing = [words for words, known in (("the day", on), ("the place", place)) if known is None]
    if on is None:
        return None, missing
    home = home_of_incident(incident, place)
    name, unit = _unit(incident, home, ledger.units)
    return Question(place, on, name, unit, act, home), missing


def _unit(incident: Incident, home: Home, units: Units) -> tuple[str | None, Unit | None]:
    """The first of its actors that is a unit by its name, one of our table where its country may be ours."""
    for actor in incident.actor:
        name = actor.value.name
        named = units.find(name)
        if named is not None and named.kind != GENERIC:
            return name, units.find(name, home.of(name))
    return None, None


def when(incident: Incident) -> Period | None:
    """The time of an incident, somewhere in what is told."""
    if incident.date is None:
        return None
    clock = incident.time.value if incident.time is not None else None
    day = incident.date.value
    exact = clock is not None and len(day) == 10 and "/" not in day
    return (_told(f"{day}T{clock}") if exact else None) or _told(day)


@lru_cache(maxsize=MOST_KEPT)
def _told(edtf: str) -> Period | None:
    try:
        return parse_period(edtf, within=True)
    except DateError:
        return None


def where(incident: Incident, ledger: OrderLedger) -> Entry | None:
    """The most exact place of an incident, with its row of the gazetteer where it has one."""
    places = [each.value for each in incident.places]
    exact = next((p for p in places if p.level in EXACT), None) or next(
        (p for p in places if p.level == "province"), None
    )
    return ledger.entry(exact) if exact is not None else None


def _outside(act: str, missing: Sequence[str]) -> Conduct:
    what = act.replace("_", " ")
    if missing:
        return Conduct("undetermined", act, f"no order on {what} is told for sure", missing=tuple(missing))
    return Conduct("outside", act, f"no order that was told then and there speaks of {what}")


def _against(
    ruling: Governing, act: str, missing: Sequence[str], explained: Callable[[Version], Standing]
) -> Conduct:
    norm, order = ruling.clause.norm.value, ruling.clause.version.id
    open_points = [*missing, *_doubts(ruling, explained), *_conditions(ruling)]
    if open_points:
        because = "the order in force leaves it open, or is not sure to have been in force"
        return Conduct("undetermined", act, because, order, norm, tuple(dict.fromkeys(open_points)))
    if norm.modality == "prohibition":
        return Conduct("contrary", act, "the order in force forbade it", order, norm)
    said = "obliged to it" if norm.modality == "obligation" else "permitted it"
    return Conduct("consistent", act, f"the order in force {said}", order, norm)


def _doubts(ruling: Governing, explained: Callable[[Version], Standing]) -> Iterator[str]:
    """Why it is not sure that the order which governs was in force."""
    rivals = [over for over in ruling.over if over.rule is None]
    if rivals:
        both = f"{ruling.clause.version.id[:8]}, {rivals[0].clause.version.id[:8]}"
        yield f"which of two orders governs ({both})"
    if ruling.truth is Truth.YES:
        return
    standing = explained(ruling.clause.version)
    for reason in standing.reasons:
        if reason.truth is Truth.POSSIBLY:
            yield f"whether the order was in force ({reason.dimension}: {reason.because})"
    replaced = next((c.replaced for c in standing.clauses if c.norm is ruling.clause.norm), None)
    if replaced is not None:
        yield f"whether the order was still in force ({replaced.because})"


def _conditions(ruling: Governing) -> Iterator[str]:
    """Conditions and exceptions of which it is not told whether they were met."""
    norm = ruling.clause.norm.value
    if norm.condition is not None:
        yield f"whether this was met: “{norm.condition}”"
    if norm.exception is not None:
        yield f"whether this was so: “{norm.exception}”"
    for each in ruling.exceptions:
        yield f"whether an exception was met: “{each.norm.value.condition}”"
