"""What leaves, standards → findings on it, as anybody could find them who has the release.

Nothing finer is asked than what leaves: the orders in force are those of the release, places are its regions
and dates its periods. So a finding says nothing that the rows do not say, and most are undetermined.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple, TypeVar

from holdfire.assessment.conduct import Verdict as Conduct
from holdfire.assessment.conduct import conduct
from holdfire.assessment.findings import against_standards, clause_findings, is_assessed
from holdfire.assessment.history import history_of
from holdfire.assessment.in_force import OrderLedger
from holdfire.assessment.precedence import shipped_precedence
from holdfire.assessment.principles import Held
from holdfire.assessment.principles import Verdict as Against
from holdfire.assessment.standards import shipped_standards
from holdfire.assessment.units import shipped_units
from holdfire.assessment.versions import Heard
from holdfire.geography.gazetteer import shipped_gazetteer
from holdfire.model.corroborated import Attested, Incident, Norm, Order
from holdfire.model.incident import Count
from holdfire.model.party import Party
from holdfire.model.place import Place
from holdfire.model.truth import Truth
from holdfire.release.coarsening import Region
from holdfire.release.publication import Publication
from holdfire.release.released import Clause, Outcome, ReleasedOrder, Row, Telling, Toll

T = TypeVar("T")
Said = tuple[Outcome, Telling, str]
"""What of a row is held against standards: what was done, what else is told of it, the target's role."""
MOST_KEPT: Final = 16_384
"""Findings that are remembered of each axis."""


class RowFinding(NamedTuple):
    """A row against the orders that leave, and against each principle that is about it."""

    conduct: Conduct
    order: str
    standards: tuple[tuple[str, Against], ...]

    @property
    def against(self) -> Against | None:
        """The second axis in one word; None where no principle is about it."""
        return summed(self.standards)


class ClauseFinding(NamedTuple):
    """A clause of an order that leaves, against each principle that is about it."""

    order: ReleasedOrder
    clause: Clause
    standards: tuple[tuple[str, Against], ...]


class Findings:
    """Findings on all that leaves, each made once for all rows of which the same is told."""

    def __init__(self, orders: Sequence[ReleasedOrder]) -> None:
        self._orders = {order.id: order for order in orders}
        made = [_order(order) for order in orders]
        heard = ((order, Heard(None, Truth.YES)) for order in made)
        self._made, self.standards = made, shipped_standards()
        self._ledger = OrderLedger(
            history_of(heard), shipped_gazetteer(), shipped_units(), shipped_precedence()
        )
        self._found: dict[tuple[Said, str, Region | None], RowFinding | None] = {}
        self._against: dict[Said, tuple[tuple[str, Against], ...]] = {}

    def of(self, row: Row) -> RowFinding | None:
        """The finding on a row; None where no act of force is told of it."""
        said = row.outcome, row.told, row.role
        key = said, row.period, row.region
        if key not in self._found:
            if len(self._found) >= MOST_KEPT:
                self._found.clear()
            self._found[key] = self._made_of(row, said)
        return self._found[key]

    def _made_of(self, row: Row, said: Said) -> RowFinding | None:
        incident = _incident(row)
        if incident is None or not is_assessed(incident):
            return None
        if said not in self._against:
            if len(self._against) >= MOST_KEPT:
                self._against.clear()
            self._against[said] = _verdicts(against_standards(incident, self.standards))
        found = conduct(incident, self._ledger)
        return RowFinding(found.verdict, found.order or "", self._against[said])

    def of_clauses(self) -> Iterator[ClauseFinding]:
        """The findings on the clauses of orders."""
        for made in clause_findings(self._made, self.standards):
            norm = made.norm
            act = None if norm.act == "use" and norm.means else norm.act
            clause = Clause(norm.modality, act, norm.means)
            yield ClauseFinding(self._orders[made.order.id], clause, _verdicts(made.standards))


@lru_cache(maxsize=1)
def _findings(orders: tuple[ReleasedOrder, ...]) -> Findings:
    return Findings(orders)


def findings_on(told: Publication) -> Findings:
    """The findings on a publication; every format asks the same ones."""
    return _findings(told.orders)


def summed(standards: Sequence[tuple[str, Against]]) -> Against | None:
    """Verdicts in one: it departs where it departs from one, is consistent where it is with one at least."""
    found = {verdict for _, verdict in standards}
    order: tuple[Against, ...] = ("departs", "consistent", "unsettled")
    return next((verdict for verdict in order if verdict in found), None)


def _verdicts(held: Sequence[Held]) -> tuple[tuple[str, Against], ...]:
    return tuple((each.principle.id, each.verdict) for each in held)


def _incident(row: Row) -> Incident | None:
    told, outcome = row.told, row.outcome
    if outcome.act is None or told.status is None:
        return None
    named = [(unit, _unit(unit)) for unit in told.units] or [
        (kind, Party(kind, kind))  # type: ignore[arg-type]
        for kind in told.actor
    ]
    return Incident(
        id=row.id, accounts=(row.id,), reports=(), lines=(), salience="main", status=_told(told.status),
        act=_told(outcome.act), date=_date(row.period),
        places=_places([row.region]),
        actor=tuple(Attested(party, (), 1, alleged=code in told.alleged) for code, party in named),
        means=_told(told.means) if told.means else None,
        target=(_told(Party(row.role, row.role)),) if row.role else (),  # type: ignore[arg-type]
        target_type=_told(told.target_type) if told.target_type else None,
        killed=_toll(outcome.killed), injured=_toll(outcome.injured), detained=_toll(outcome.detained),
        warning_given=_told(told.warning_given) if told.warning_given else None,
        aid_given=_told(told.aid_given) if told.aid_given else None,
    )  # fmt: skip


def _order(order: ReleasedOrder) -> Order:
    issuer = _unit(order.office) if order.office else None
    if issuer is None and order.issuer:
        issuer = Party(order.issuer, order.issuer)  # type: ignore[arg-type]
    to = [_unit(unit) for unit in order.units] or [Party(kind, kind) for kind in order.addressees]  # type: ignore[arg-type]
    norms = (Norm(c.modality, c.act or "use", c.means) for c in order.clauses)
    return Order(
        id=order.id, accounts=(order.id,), reports=(), lines=(), salience="main",
        kind=_told(order.kind or "order"), issuer=_told(issuer) if issuer is not None else None,
        addressees=tuple(map(_told, to)), clauses=tuple(map(_told, norms)), places=_places(order.regions),
        issued=_date(order.issued), effective_from=_date(order.effective_from),
        effective_to=_date(order.effective_to),
    )  # fmt: skip


def _told(value: T) -> Attested[T]:
    return Attested(value, (), 1)


def _date(period: str) -> Attested[str] | None:
    return _told(period) if period else None


def _toll(toll: Toll | None) -> Attested[int | Count] | None:
    if toll is None:
        return None
    value = toll.best if toll.best is not None else Count(toll.low, toll.high)
    return Attested(value, (), 1, low=toll.low, high=toll.high)


def _unit(unit: str) -> Party:
    found = shipped_units().get(unit)
    return Party(found.name if found is not None else unit, "army")


def _places(regions: Sequence[Region | None]) -> tuple[Attested[Place], ...]:
    """The regions as places of the gazetteer."""
    found = ((region, shipped_gazetteer().lookup(region.name)) for region in regions if region is not None)
    made = (
        next((entry.place for entry in entries if entry.id == region.id), None) for region, entries in found
    )
    return tuple(_told(place) for place in made if place is not None)
