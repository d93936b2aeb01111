"""Incidents, orders, standards → findings: the two axes, each with its grounds. No guilt is pronounced.

Against the order in force, and apart from that against each standard: force can obey the order and depart
from the principles, and the reverse. Clauses of orders are held against the standards too.
"""

from collections.abc import Iterable, Iterator

import msgspec

from holdfire.assessment.conduct import Conduct, conduct
from holdfire.assessment.facts import of_clause, of_incident
from holdfire.assessment.in_force import OrderLedger
from holdfire.assessment.principles import Held, held
from holdfire.assessment.standards import Standard
from holdfire.model.corroborated import Attested, Incident, Norm, Order
from holdfire.model.party import UNARMED, Party, PartyKind

UNTOLD = frozenset({"hypothetical"})
"""What did not happen is held against nothing."""
RESTRAINT = frozenset({"omission", "hold_fire", "warn", "incident"})


class Finding(msgspec.Struct, frozen=True):
    """One incident: against the order in force, and against standards, of which none is about animals."""

    incident: Incident
    conduct: Conduct
    standards: tuple[Held, ...]
    only_animals: bool = False


class ClauseFinding(msgspec.Struct, frozen=True):
    """One clause of an order against standards."""

    order: Order
    norm: Norm
    lines: int
    standards: tuple[Held, ...]


def findings(
    incidents: Iterable[Incident], ledger: OrderLedger, standards: tuple[Standard, ...]
) -> Iterator[Finding]:
    """A finding for each incident of force by a force."""
    return (finding(each, ledger, standards) for each in incidents if is_assessed(each))


def is_assessed(incident: Incident) -> bool:
    """Whether an incident is one of force that was told as done, by a force or by who is not told."""
    told = incident.status.value not in UNTOLD and incident.act.value not in RESTRAINT
    return told and not _by_others(incident)


def _by_others(incident: Incident) -> bool:
    """Whether all who are told to have done it, in any report, are civilians."""
    actors = [kind for actor in incident.actor for kind in _kinds(actor)]
    return bool(actors) and UNARMED.issuperset(actors)


def _kinds(actor: Attested[Party]) -> Iterator[PartyKind]:
    yield actor.value.kind
    yield from (other.value.kind for other in actor.others)


def finding(incident: Incident, ledger: OrderLedger, standards: tuple[Standard, ...]) -> Finding:
    """One incident on both axes."""
    against = against_standards(incident, standards)
    return Finding(incident, conduct(incident, ledger), against, _is_of_animals(incident))


def against_standards(incident: Incident, standards: tuple[Standard, ...]) -> tuple[Held, ...]:
    """The second axis alone, which asks neither when nor where; fire on animals alone raises no test."""
    return () if _is_of_animals(incident) else held(of_incident(incident), standards, "incident")


def _is_of_animals(incident: Incident) -> bool:
    return incident.target_type is not None and incident.target_type.value == "animal"


def clause_findings(orders: Iterable[Order], standards: tuple[Standard, ...]) -> Iterator[ClauseFinding]:
    """Each clause of each order that some standard is about."""
    for order in orders:
        for norm in order.clauses:
            against = held(of_clause(norm.value, order), standards, "order")
            if against and norm.value.modality != "prohibition":
                yield ClauseFinding(order, norm.value, norm.lines, against)
