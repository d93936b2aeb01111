"""A casebook, standards → findings: its incidents, or one that a person supposes, on two axes."""

from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from holdfire.assessment.findings import clause_findings
from holdfire.assessment.findings import findings as found_in
from holdfire.assessment.standards import Standard, read_standards, shipped_standards
from holdfire.errors import DataError
from holdfire.model.corroborated import Attested, Incident, Order
from holdfire.model.incident import Circumstance
from holdfire.model.party import Party
from holdfire.model.period import parse_period
from holdfire.views.corroborated import named
from holdfire.views.findings import Findings, findings
from holdfire.workflows.areas import Atlas
from holdfire.workflows.casebook.acts import act_named
from holdfire.workflows.casebook.ordering import Case
from holdfire.workflows.own.folder import NOTHING, Own
from holdfire.workflows.own.words import words_of

CIRCUMSTANCES: tuple[str, ...] = get_args(Circumstance)
AIMED_AT = ("person", "animal", "vehicle", "object", "unknown")


def assessed(of: Case, standards: Sequence[Standard], *, only: str | None = None) -> Findings:
    """All incidents and orders of a casebook, or one by the beginning of its id."""
    if only is None:
        return _findings(of, of.told.incidents, of.told.orders, standards)
    return found_of(of, [named(of.told, only)], standards)


def found_of(of: Case, things: Sequence[Incident | Order], standards: Sequence[Standard]) -> Findings:
    """Some incidents and orders of a casebook."""
    incidents = [each for each in things if isinstance(each, Incident)]
    return _findings(of, incidents, [each for each in things if isinstance(each, Order)], standards)


def supposed(of: Case, incident: Incident, standards: Sequence[Standard]) -> Findings:
    """One incident that a person supposes, on both axes."""
    return _findings(of, (incident,), (), standards)


def suppose(  # noqa: PLR0913 - what a person supposes
    *,
    at: str | None,
    on: str | None,
    act: str = "live_fire",
    target: str = "person",
    killed: int | None = None,
    unit: str | None = None,
    circumstances: Sequence[str] = (),
    own: Own = NOTHING,
) -> Incident:
    """An incident that no report tells; DateError, PlaceError, DataError for what cannot be."""
    if target not in AIMED_AT:
        raise DataError(f"{target!r} is no target", remedy=f"one of {', '.join(AIMED_AT)}")
    for each in circumstances:
        if each not in CIRCUMSTANCES:
            raise DataError(f"{each!r} is no circumstance", remedy=f"one of {', '.join(CIRCUMSTANCES)}")
    act = act_named(act, words_of(own))
    day = parse_period(on).edtf if on is not None else None
    places = tuple(Attested(e.place, (), 0) for e in Atlas(own).places([at])) if at is not None else ()
    return Incident(
        id="supposed",
        accounts=(),
        reports=(),
        lines=(),
        salience="main",
        status=Attested("happened", (), 0),
        act=Attested("fire" if act == "live_fire" else act, (), 0),
        means=Attested(act, (), 0),
        date=Attested(day, (), 0) if day is not None else None,
        places=places,
        actor=(Attested(Party(unit, "unknown"), (), 0),) if unit else (),
        target_type=Attested(target, (), 0),  # type: ignore[arg-type]
        killed=Attested(killed, (), 0) if killed is not None else None,
        circumstances=tuple(Attested(each, (), 0) for each in circumstances),  # type: ignore[arg-type]
    )


def standards_in(files: Sequence[Path]) -> tuple[Standard, ...]:
    """The standards that come with Holdfire, and those in a person's own files behind them."""
    found = list(shipped_standards())
    for file in files:
        try:
            data = file.read_bytes()
        except OSError as error:
            raise DataError(f"cannot be read ({error.strerror})", where=str(file)) from None
        found += read_standards(data, where=str(file))
    return tuple(found)


def _findings(
    of: Case, incidents: Sequence[Incident], orders: Sequence[Order], standards: Sequence[Standard]
) -> Findings:
    given = tuple(standards)
    return findings(
        found_in(incidents, of.ledger, given),
        clause_findings(orders, given),
        given,
        of.told.orders,
        of.tellings,
    )
