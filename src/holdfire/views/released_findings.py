"""Findings on what leaves → a table on two axes, and clauses with the principles they are held against."""

from collections import Counter
from dataclasses import dataclass

from holdfire.assessment.standards import Principle
from holdfire.release.findings import findings_on, summed
from holdfire.release.publication import Publication
from holdfire.views.released import clause, order_title
from holdfire.views.verdicts import CLAUSE, CONDUCT, STANDARD

COUNTED = ("departs", "consistent", "unsettled")
AGAINST = ("departs", "consistent", "unsettled", None)
SUMMED = {
    "departs": "depart from at least one principle",
    "consistent": "depart from none, consistent with at least one",
    "unsettled": "not settled for any",
    None: "no standard speaks of them",
}
"""What the columns of the table say of incidents, as far as reports tell."""


@dataclass(frozen=True, slots=True)
class PrincipleRow:
    """A principle and how many incidents depart from it, are consistent with it, are not settled."""

    principle: Principle
    standard: str
    departs: int
    consistent: int
    unsettled: int


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A clause of an order, and what is said of it by principle."""

    order: str
    title: str
    words: str
    said: str
    verdicts: tuple[tuple[Principle, str, str], ...]


@dataclass(frozen=True, slots=True)
class FindingsTable:
    """How many incidents stand in each field of the two axes; `asked` were held against anything."""

    rows: tuple[tuple[str, tuple[int, ...]], ...]
    asked: int
    principles: tuple[PrincipleRow, ...]
    clauses: tuple[ClauseRow, ...]
    standards: tuple[str, ...]


def findings_table(told: Publication) -> FindingsTable:
    """The findings of a release, for a page."""
    found, both, each = findings_on(told), Counter[tuple[str, str | None]](), Counter[tuple[str, str]]()
    for _, made in told.incidents.each(found.of):
        if made is not None:
            both[made.conduct, made.against] += 1
            each.update(made.standards)
    principles = {p.id: p for standard in found.standards for p in standard.principles}
    clauses = (
        ClauseRow(
            of.order.id, order_title(of.order), clause(of.clause), summed(of.standards) or "",
            tuple((principles[name], verdict, CLAUSE[verdict]) for name, verdict in of.standards),
        )
        for of in found.of_clauses()
    )  # fmt: skip
    return FindingsTable(
        rows=tuple((words, tuple(both[name, by] for by in AGAINST)) for name, words in CONDUCT.items()),
        asked=sum(both.values()),
        principles=tuple(
            PrincipleRow(p, standard.name, *(each[p.id, verdict] for verdict in COUNTED))
            for standard in found.standards
            for p in standard.principles
            if any(each[p.id, verdict] for verdict in STANDARD)
        ),
        clauses=tuple(clauses),
        standards=tuple(standard.name for standard in found.standards),
    )
