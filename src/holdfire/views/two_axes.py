"""Findings → one table of two axes: how incidents stand to the order in force, and how to the standards."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from holdfire.views.findings import FindingView, PrincipleView

DEPARTS = MappingProxyType({
    "departs": "depart from a standard",
    "unsettled": "do not settle it",
    "consistent": "are consistent with what they settle",
    "none": "no standard speaks of it",
})  # fmt: skip
"""The rows of the table: what the facts reported do."""


@dataclass(frozen=True, slots=True)
class Principles:
    """The principles that some things were held against, in their order, with the verdicts of each thing."""

    ids: tuple[str, ...]
    verdicts: tuple[Mapping[str, str], ...]


def crossed(found: Iterable[FindingView]) -> Mapping[tuple[str, str], tuple[FindingView, ...]]:
    """Incidents by the row and the column that they stand in: (standards, order in force)."""
    cells: dict[tuple[str, str], list[FindingView]] = {}
    for each in found:
        cells.setdefault((row_of(each.principles), each.conduct.verdict), []).append(each)
    return {cell: tuple(some) for cell, some in cells.items()}


def row_of(principles: Sequence[PrincipleView]) -> str:
    """How something stands to all principles: a departure from one outweighs what others leave open."""
    verdicts = {principle.verdict for principle in principles}
    return next((v for v in ("departs", "consistent", "unsettled") if v in verdicts), "none")


def by_principle(things: Sequence[Sequence[PrincipleView]]) -> Principles:
    """A row for each thing, a column for each principle."""
    ids = dict.fromkeys(principle.id for principles in things for principle in principles)
    return Principles(tuple(ids), tuple({p.id: p.verdict for p in principles} for principles in things))
