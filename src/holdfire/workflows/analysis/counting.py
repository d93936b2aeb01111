"""A casebook → what can be counted in it: occurrences that are kept, or made of incidents at hand."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from holdfire.analysis.happenings import Happening, days_between
from holdfire.analysis.occurrences import occurrence
from holdfire.assessment.in_force import OrderLedger
from holdfire.judging import HEADER, Decisions
from holdfire.model.corroborated import Incident, Order
from holdfire.model.stored import Occurrence
from holdfire.store.book import Reader
from holdfire.views.corroborated import named, one_named
from holdfire.workflows.casebook.corrected import corrected
from holdfire.workflows.casebook.corroborating import fresh, gathered
from holdfire.workflows.casebook.judging import decisions
from holdfire.workflows.casebook.keeping import orders_kept, things_kept
from holdfire.workflows.casebook.ordering import case_of, ledger_of
from holdfire.workflows.casebook.selecting import Held, published
from holdfire.workflows.own.folder import Own

UNNAMED = "(no outlet named)"
Outlets = Mapping[str, Sequence[Happening]]
"""When the reports of each outlet came out."""


class Occurrences(Protocol):
    """The incidents that are said to have happened, as they are counted."""

    def kinds(self) -> Collection[str]:
        """What they are called, each combination once."""

    def towns(self, kinds: Collection[str]) -> Sequence[str]:
        """Where those of some combinations were, each once."""

    def occurrences(
        self, kinds: Collection[str], *, towns: Collection[str] | None = None, harmed: bool = False
    ) -> Sequence[Occurrence]:
        """Those of some combinations, in some towns or in all; with whom they harmed, where that is asked."""


@dataclass(frozen=True, slots=True)
class Counting:
    """What a casebook tells, as far as it is counted; `named` finds a thing by how its id begins."""

    incidents: Occurrences
    outlets: Callable[[], Outlets]
    ledger: OrderLedger
    named: Callable[[str], Incident | Order]
    own: Own


def counting(book: Reader, own: Own) -> Counting:
    """What is kept, where nothing came since that changes it; else it is brought together."""
    seen = fresh(book)
    if seen is None:
        found = gathered(book)
        return counting_of(Held(case_of(found, own=own), tuple(found.headers.values()), own))
    return counting_kept(seen, decisions(seen), ledger_of(orders_kept(seen), own=own), own)


def counting_kept(seen: Reader, decided: Decisions, ledger: OrderLedger, own: Own) -> Counting:
    """What is kept of a casebook, counted by its store."""

    def thing_named(beginning: str) -> Incident | Order:
        return one_named(things_kept(seen, seen.together.named(beginning.lower())), beginning)

    outlets = cache(lambda: _outlets(_publications(seen, decided)))
    return Counting(seen.together, outlets, ledger, thing_named, own)


def counting_of(held: Held) -> Counting:
    """What incidents at hand tell."""
    told = (occurrence(each, published(held, each)) for each in held.case.told.incidents)
    headers = Counter((header.outlet, header.published) for header in held.headers)
    return Counting(
        _AtHand([each for each in told if each is not None]),
        lambda: _outlets(headers),
        held.case.ledger,
        lambda beginning: named(held.case.told, beginning),
        held.own,
    )


class _AtHand:
    """Occurrences in a list."""

    def __init__(self, every: Iterable[Occurrence]) -> None:
        self._every = list(every)

    def kinds(self) -> Collection[str]:
        return {each.kinds for each in self._every}

    def towns(self, kinds: Collection[str]) -> Sequence[str]:
        return sorted({each.towns for each in self._every if each.kinds in kinds})

    def occurrences(
        self, kinds: Collection[str], *, towns: Collection[str] | None = None, harmed: bool = False
    ) -> Sequence[Occurrence]:
        del harmed
        there = None if towns is None else frozenset(towns)
        return [e for e in self._every if e.kinds in kinds and (there is None or e.towns in there)]


def _outlets(publications: Mapping[tuple[str | None, str | None], int]) -> Outlets:
    """When the reports of each outlet came out; those that say no day are absent."""
    found: dict[str, list[Happening]] = defaultdict(list)
    for (outlet, day), number in publications.items():
        days = days_between(day) if day else None
        if days is not None and number:
            found[outlet or UNNAMED].append(Happening(*days, number=number))
    return dict(found)


def _publications(seen: Reader, decided: Decisions) -> Mapping[tuple[str | None, str | None], int]:
    """How many reports have an outlet and a day, as people corrected them."""
    found = Counter({(outlet, day): number for outlet, day, number in seen.readings.publications()})
    said = {target.split("/")[1] for target, _ in decided.about if target.rpartition("/")[2] in HEADER}
    for each in seen.readings.headers(sorted(said)):
        now = corrected(each, decided)
        found[each.outlet, each.published] -= 1
        found[now.outlet, now.published] += 1
    return found
