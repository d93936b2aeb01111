"""A place → the orders that may reach it → those that held there at a time, kept for each stretch of time.

Where no order begins or ends nothing changes: all questions of one such stretch of time have one answer, and
most of them fall into a stretch that was asked about before.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from holdfire.assessment.governing import Governing
from holdfire.assessment.question import Question
from holdfire.assessment.standing import Standing
from holdfire.assessment.validity import holds, lasts
from holdfire.assessment.versions import Version
from holdfire.model.period import Bounds
from holdfire.model.truth import Truth

Held = tuple[Version, Truth]
"""An order, and how surely it held."""


@dataclass(frozen=True, eq=False)
class Holding:
    """The orders that held, or possibly so, for a unit or for any; with what was worked out from them.

    `live` and `governing` are kept by the act that was asked about.
    """

    orders: tuple[Held, ...]
    for_unit: bool = False
    live: dict[str | None, tuple[Standing, ...]] = field(default_factory=dict)
    governing: dict[str | None, tuple[Governing, ...]] = field(default_factory=dict)

    @cached_property
    def truths(self) -> dict[str, Truth]:
        """How surely each of them held, by its id."""
        return {version.id: truth for version, truth in self.orders}


class Holdings:
    """Each set of orders that hold together, once: many places and times share one."""

    def __init__(self) -> None:
        self._kept: dict[tuple[bool, tuple[tuple[str, str], ...]], Holding] = {}

    def of(self, orders: Sequence[Held], *, for_unit: bool = False) -> Holding:
        """The one for some orders."""
        key = for_unit, tuple((version.id, truth.value) for version, truth in orders)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = Holding(tuple(orders), for_unit)
        return found


class Nearby:
    """The orders that reach a place, each with how surely."""

    def __init__(self, reaching: Sequence[Held], *, presumed: bool) -> None:
        self._reaching = reaching
        self._presumed = presumed
        self._hours = any(version.order.hours for version, _ in reaching)
        lasting = [lasts(version, presumed=presumed) for version, _ in reaching]
        self._rows = [
            (v, there, there & lasts_, *v.began, *v.ended)
            for (v, there), lasts_ in zip(reaching, lasting, strict=True)
        ]
        ends = [(*version.began, *version.ended) for version, _ in reaching]
        self._firsts = sorted(end for began, _, ended, _ in ends for end in (began, ended))
        self._lasts = sorted(end for _, began, _, ended in ends for end in (began, ended))
        self._kept: dict[tuple[int, int], Holding] = {}

    def at(self, question: Question, holdings: Holdings) -> Holding:
        """Those that held at the time that is asked about."""
        if self._hours and question.is_clock:
            return holdings.of(list(self._held(question)))
        at = question.at
        stretch = bisect_right(self._lasts, at.earliest_start), bisect_left(self._firsts, at.latest_end)
        found = self._kept.get(stretch)
        if found is None:
            found = self._kept[stretch] = holdings.of(list(self._at_no_hour(question.at)))
        return found

    def _at_no_hour(self, at: Bounds) -> Iterator[Held]:
        """The same without hours of the day, by what was worked out once for all times."""
        start, end = at.earliest_start, at.latest_end
        for version, there, lasting, first, begun, ending, over in self._rows:
            if end <= first or over <= start:
                continue
            sure = begun <= start and end <= ending
            yield version, lasting if sure else Truth.POSSIBLY & there

    def _held(self, question: Question) -> Iterator[Held]:
        for version, there in self._reaching:
            then = holds(version, question, presumed=self._presumed)
            if then is not Truth.NO:
                yield version, then & there
