"""Findings → tables that a person reads: each incident on two axes, each clause against the standards."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from holdfire.assessment.conduct import Conduct
from holdfire.assessment.findings import ClauseFinding, Finding
from holdfire.assessment.principles import Held
from holdfire.assessment.standards import Standard
from holdfire.assessment.tellings import Quote, Tellings, clause_quotes, evidence_quotes, slot_quotes
from holdfire.model.corroborated import Order
from holdfire.views.corroborated import Row, row
from holdfire.views.in_force import in_words, title
from holdfire.views.verdicts import ANIMALS, CLAUSE, CONDUCT, NOTE, STANDARD
from holdfire.views.wording import say


@dataclass(frozen=True, slots=True)
class ConductView:
    """The first axis. `verdict` is the code, `said` the fixed words; `quotes` are those of the clause."""

    verdict: str
    said: str
    act: str
    because: str
    order: str | None
    order_title: str
    clause: str
    missing: tuple[str, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """A fact that a finding rests on, with the words that tell it."""

    fact: str
    value: str
    lines: int
    disputed: bool
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class PrincipleView:
    """The second axis: one principle, with the verdict, its grounds and what is not told."""

    standard: str
    id: str
    citation: str
    paraphrase: str
    wording: str
    verdict: str
    said: str
    grounds: tuple[Ground, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """One incident on both axes. `supposed` says that no report tells it: a person asked.

    `circumstances` are those told of the people on whom force was used, each with its words.
    """

    incident: Row
    status: str
    conduct: ConductView
    principles: tuple[PrincipleView, ...]
    remark: str
    quotes: tuple[Quote, ...]
    supposed: bool
    circumstances: tuple[Ground, ...] = ()


@dataclass(frozen=True, slots=True)
class ClauseView:
    """One clause of an order against the standards."""

    order: str
    order_title: str
    clause: str
    lines: int
    quotes: tuple[Quote, ...]
    principles: tuple[PrincipleView, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """All findings of a casebook; `standards` are those held against, `note` stands under every page."""

    incidents: tuple[FindingView, ...]
    clauses: tuple[ClauseView, ...]
    standards: tuple[str, ...]
    note: str = NOTE


def findings(
    found: Iterable[Finding],
    clauses: Iterable[ClauseFinding],
    standards: Sequence[Standard],
    orders: Sequence[Order],
    tellings: Tellings,
) -> Findings:
    """Findings for a page."""
    known = {order.id: order for order in orders}
    return Findings(
        tuple(_finding(each, known, tellings) for each in found),
        tuple(_clause(each, tellings) for each in clauses),
        tuple(f"{standard.id}: {standard.name}" for standard in standards),
    )


def _finding(found: Finding, orders: dict[str, Order], tellings: Tellings) -> FindingView:
    incident = found.incident
    supposed = not incident.accounts
    grounds = {
        (slot, codes): slot_quotes(incident, slot, tellings, codes) for slot, codes in _slots(found.standards)
    }
    return FindingView(
        incident=row(incident),
        status=incident.status.value,
        conduct=_conduct(found.conduct, orders, tellings),
        principles=tuple(_principle(each, STANDARD, grounds) for each in found.standards),
        remark=ANIMALS if found.only_animals else "",
        quotes=evidence_quotes(incident, tellings),
        supposed=supposed,
        circumstances=tuple(
            Ground(
                say(each.value),
                "yes",
                each.lines,
                disputed=False,
                quotes=slot_quotes(incident, "circumstances", tellings, (each.value,)),
            )
            for each in incident.circumstances
        ),
    )


def _conduct(conduct: Conduct, orders: dict[str, Order], tellings: Tellings) -> ConductView:
    order = orders.get(conduct.order or "")
    quotes = clause_quotes(order, conduct.norm, tellings) if order and conduct.norm else ()
    return ConductView(
        verdict=conduct.verdict,
        said=CONDUCT[conduct.verdict],
        act=conduct.act,
        because=in_words(conduct.because),
        order=conduct.order,
        order_title=title(order) if order is not None else "",
        clause=say(conduct.norm) if conduct.norm is not None else "",
        missing=tuple(in_words(each) for each in conduct.missing),
        quotes=quotes,
    )


def _clause(found: ClauseFinding, tellings: Tellings) -> ClauseView:
    quotes = clause_quotes(found.order, found.norm, tellings)
    grounds = {
        (slot, codes): slot_quotes(found.order, slot, tellings, codes)
        for slot, codes in _slots(found.standards)
    }
    return ClauseView(
        order=found.order.id,
        order_title=title(found.order),
        clause=say(found.norm),
        lines=found.lines,
        quotes=quotes,
        principles=tuple(
            _principle(each, CLAUSE, grounds | {("clauses", ()): quotes}) for each in found.standards
        ),
    )


Slot = tuple[str, tuple[str, ...]]
"""A slot, and the values of it that a fact rests on; none for all of them."""


def _slots(held: Sequence[Held]) -> set[Slot]:
    return {(fact.slot, fact.codes) for each in held for _, fact in each.grounds}


def _principle(held: Held, words: Mapping[str, str], grounds: dict[Slot, tuple[Quote, ...]]) -> PrincipleView:
    principle = held.principle
    return PrincipleView(
        standard=held.standard,
        id=principle.id,
        citation=principle.citation,
        paraphrase=principle.paraphrase,
        wording=principle.wording,
        verdict=held.verdict,
        said=words[held.verdict],
        grounds=tuple(
            Ground(
                name.replace("_", " "),
                fact.value,
                fact.lines,
                fact.disputed,
                grounds.get((fact.slot, fact.codes), ()),
            )
            for name, fact in held.grounds
        ),
        missing=held.missing,
    )
