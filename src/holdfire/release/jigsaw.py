"""Released rows beside the public pages → those that fit one incident of the pages, and no other.

Whoever has the pages can put such a row and its page together. A row that pages tell says nothing that they
do not: it can be known again, and that is all. A row that other accounts tell is another matter: it may be
the incident of the page, and then somebody told the team more of it.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from holdfire.release.coarsening import LEVELS, Days, Region, period_of, years_of
from holdfire.release.microdata import Microdata
from holdfire.release.policy import PeriodLevel, PlaceLevel, Policy
from holdfire.release.released import Outcome
from holdfire.release.rows import Alike, Rows, Told

Seen = Counter[tuple[str, str, Outcome]]


class Linked(NamedTuple):
    """Ids of rows that fit one incident of the public pages alone: told by other accounts, told by pages."""

    unpublished: tuple[str, ...] = ()
    published: tuple[str, ...] = ()


def linked(rows: Rows, data: Microdata, policy: Policy) -> Linked:
    """The rows that fit one incident told by public pages, and no other."""
    seen = _seen(data, policy)
    fits = {(a, t): _fitting(a, t, seen) == 1 for a, t, _ in rows.counted()} if seen else {}
    found: tuple[list[str], list[str]] = ([], [])
    for name, alike, told in rows.parts() if any(fits.values()) else ():
        if fits[alike, told]:
            found[alike.published].append(name)
    return Linked(tuple(found[0]), tuple(found[1]))


def _seen(data: Microdata, policy: Policy) -> Seen:
    """How many incidents of the pages there are by region, period and outcome, however coarse."""
    seen: Seen = Counter()
    numbers, outcomes = data.outcomes()
    published = data.column(each.published for each in data.commons.values) == 1
    both = np.stack([data.numbers(), numbers])[:, published]
    kinds, counts = np.unique(both, axis=1, return_counts=True)
    levels = {step.place for step in policy.steps}, {step.period for step in policy.steps}
    steps = {(step.place, step.period) for step in policy.steps}
    for (number, outcome), many in zip(kinds.T, counts, strict=True):
        common = data.commons.values[number]
        told = outcomes[outcome]
        regions = {level: _regions(common.regions, level) for level in levels[0]}
        periods = {level: list(_periods(common.days, level)) for level in levels[1]}
        for key in {(r, p) for place, period in steps for r in regions[place] for p in periods[period]}:
            for what in {told, Outcome()}:
                seen[(*key, what)] += int(many)
    return seen


def _regions(regions: tuple[Region | None, ...], level: PlaceLevel) -> tuple[str, ...]:
    if level == "none":
        return ("",)
    found = regions[LEVELS.index(level)]
    return (found.id,) if found is not None else ()


def _periods(days: Days | None, level: PeriodLevel) -> Iterator[str]:
    if level == "none":
        yield ""
    elif days is not None and level != "years":
        yield from filter(None, (period_of(days, level),))
    elif days is not None:
        first, last = years_of(days)
        yield from (f"{year:04}" for year in range(first, min(last, first + 5) + 1))


def _fitting(alike: Alike, told: Told, seen: Seen) -> int:
    region = alike.region.id if alike.region else ""
    return sum(seen[region, period, told.outcome] for period in _within(alike.period))


def _within(period: str) -> list[str]:
    """A period, or the years of a span of years."""
    first, _, last = period.partition("/")
    if len(first) == len(last) == 4:
        return [f"{year:04}" for year in range(int(first), int(last) + 1)]
    return [period]
