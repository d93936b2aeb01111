"""Order → version: adds when it holds, how high it stands, and what in it cannot be; drops nothing.

What contradicts itself is named as a problem and set aside; the rest stands.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from holdfire.assessment.authority import rank
from holdfire.assessment.reaching import Box, box_of
from holdfire.assessment.tellings import Tellings, told
from holdfire.errors import DateError
from holdfire.geography.reach import Reach
from holdfire.model.corroborated import Order
from holdfire.model.order import ReportedOrder
from holdfire.model.party import ARMED
from holdfire.model.period import BEGINNING, END, Period, parse_period
from holdfire.model.truth import Truth

UNORDERED = frozenset({"proposal"})
"""Kinds that are not in force for being told."""
ANNOUNCED = frozenset({"threat"})
"""Kinds of which it is not said that anyone was ordered."""
WIDTHS = {"unit_area": 1, "corridor": 1, "admin": 2, "line": 3}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the orders that cannot be, and what was done about it."""

    kind: str
    orders: tuple[str, ...]
    message: str


@dataclass(frozen=True, slots=True)
class Heard:
    """What only the reports of an order tell: by which second they told of it, and whether it was given."""

    known_by: int | None
    given: Truth


@dataclass(frozen=True)
class Version:
    """An order made ready to be asked about.

    `issued`, `start` and `end` are periods, None where not told; `cut` is the end that is told and cannot
    be, for it lies before the start. `known_by` is the second by which it was
    told of, so that it must have been given. `given` is NO where it is denied by all, or only proposed.
    """

    order: Order
    issued: Period | None
    start: Period | None
    end: Period | None
    known_by: int | None
    given: Truth
    rank: int | None
    cut: Period | None = None

    @cached_property
    def id(self) -> str:
        """The order's id."""
        return self.order.id

    @cached_property
    def armed(self) -> tuple[str, ...]:
        """The names of those addressed who carry out orders."""
        return tuple(p.value.name for p in self.order.addressees if p.value.kind in ARMED)

    @cached_property
    def reaches(self) -> tuple[Reach, ...]:
        """Its areas, ready to be asked."""
        return tuple(Reach(area.value) for area in self.order.areas)

    @cached_property
    def box(self) -> Box:
        """All that it may reach."""
        return box_of(self.order, self.reaches)

    @cached_property
    def width(self) -> int:
        """How wide its place is: one place or stretch 1, all of a province 2, of a line 3, not told 4."""
        kinds = [
            1 if area.value.kind == "zone" and area.value.from_ else WIDTHS.get(area.value.kind, 3)
            for area in self.order.areas
        ]
        if kinds:
            return max(kinds)
        levels = {place.value.level for place in self.order.places}
        return 1 if levels & {"city", "county", "district"} else 2 if "province" in levels else 4

    @cached_property
    def began(self) -> tuple[int, int]:
        """Between what seconds it began to hold, as far as it is told.

        The doubt of a start that only follows from the day of issue reaches forward: nothing holds before it
        is given.
        """
        period = self.start or self.issued
        if period is None:
            return BEGINNING, self.known_by if self.known_by is not None else -BEGINNING
        first = self.issued if self.issued is not None and self.order.starts_as_given else period
        return first.bounds.earliest_start, period.bounds.latest_start

    @cached_property
    def ended(self) -> tuple[int, int]:
        """Between what seconds it ended, as far as an end is told; else never."""
        if self.end is None:
            return END, END
        return self.end.bounds.earliest_end, self.end.bounds.latest_end

    @property
    def no_end(self) -> str:
        """Why no end of it is known, in words; what it waits for is said elsewhere."""
        return (
            "no end is told" if self.cut is None else f"the end that is told, {self.cut}, is before its start"
        )

    @cached_property
    def made(self) -> tuple[int, int]:
        """Between what seconds it was given."""
        period = self.issued or self.start
        return (period.bounds.earliest_start, period.bounds.latest_start) if period else self.began


def heard(order: Order, tellings: Tellings) -> Heard:
    """What the reports of an order tell beside it."""
    return Heard(_known_by(order, tellings), _given(order, tellings))


def versions(orders: Iterable[tuple[Order, Heard]]) -> tuple[list[Version], list[Problem]]:
    """Each order made ready, and what in them cannot be."""
    made: list[Version] = []
    problems: list[Problem] = []
    for order, by in orders:
        version, wrong = version_of(order, by)
        made.append(version)
        problems += wrong
    return made, problems


def version_of(order: Order, by: Heard) -> tuple[Version, list[Problem]]:
    """One order made ready."""
    problems: list[Problem] = []
    issued, start, end = (
        _period(slot.value if slot else None, order.id, problems)
        for slot in (order.issued, order.effective_from, order.effective_to)
    )
    begins = start or issued
    if end is not None and begins is not None and end.bounds.latest_end <= begins.bounds.earliest_start:
        said = f"is told to end ({end}) before it starts ({begins}); its end is set aside"
        problems.append(Problem("ends before it starts", (order.id,), said))
        return Version(order, issued, start, None, by.known_by, by.given, rank(order), end), problems
    return Version(order, issued, start, end, by.known_by, by.given, rank(order)), problems


def _period(edtf: str | None, order: str, problems: list[Problem]) -> Period | None:
    if edtf is None:
        return None
    try:
        return parse_period(edtf)
    except DateError as error:
        problems.append(Problem("no date", (order,), f"{error}; it is set aside"))
        return None


def _known_by(order: Order, tellings: Tellings) -> int | None:
    """The last second of the day by which the first report of it was out."""
    days: list[int] = []
    for each in told(order, tellings):
        try:
            days += [parse_period(each.published).bounds.latest_end] if each.published else []
        except DateError:
            continue
    return min(days, default=None)


def _given(order: Order, tellings: Tellings) -> Truth:
    """Whether it was given at all, by what reports say of it."""
    if order.kind.value in UNORDERED:
        return Truth.NO
    said = {t.thing.status for t in told(order, tellings) if isinstance(t.thing, ReportedOrder)}
    if said == {"denied"}:
        return Truth.NO
    doubt = order.kind.value in ANNOUNCED or "denied" in said or said == {"rumoured"}
    return Truth.POSSIBLY if doubt else Truth.YES
