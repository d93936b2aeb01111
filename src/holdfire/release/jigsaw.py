"""Released rows beside the public pages → those that fit one incident of the pages, and no other.

Whoever has the pages can put such a row and its page together. What the page says is known already; that it
is the same incident, and whatever else the row tells, may not be.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from holdfire.release.candidates import Candidate
from holdfire.release.coarsening import period_of, years_of
from holdfire.release.policy import PeriodLevel, PlaceLevel, Policy
from holdfire.release.released import Outcome, Row

Seen = Counter[tuple[str, str, Outcome]]


def unique(rows: Iterable[Row], public: Sequence[Candidate], policy: Policy) -> list[str]:
    """The ids of the rows that fit one incident told by public pages, and no other."""
    seen = _seen(public, policy)
    return [row.id for row in rows if _fitting(row, seen) == 1]


def _seen(public: Sequence[Candidate], policy: Policy) -> Seen:
    """How many incidents of the pages there are by region, period and outcome, however coarse."""
    seen: Seen = Counter()
    for each in public:
        keys = {
            (region, period, outcome)
            for step in policy.steps
            for region in _regions(each, step.place)
            for period in _periods(each, step.period)
            for outcome in (each.outcome, Outcome())
        }
        seen.update(keys)
    return seen


def _regions(each: Candidate, level: PlaceLevel) -> list[str]:
    if level == "none":
        return [""]
    found = each.region(level)
    return [found.id] if found is not None else []


def _periods(each: Candidate, level: PeriodLevel) -> list[str]:
    if level == "none":
        return [""]
    if each.days is None:
        return []
    if level != "years":
        found = period_of(each.days, level)
        return [found] if found else []
    first, last = years_of(each.days)
    return [f"{year:04}" for year in range(first, min(last, first + 5) + 1)]


def _fitting(row: Row, seen: Seen) -> int:
    region = row.region.id if row.region else ""
    return sum(seen[region, period, row.outcome] for period in _within(row.period))


def _within(period: str) -> list[str]:
    """A period, or the years of a span of years."""
    first, _, last = period.partition("/")
    if len(first) == len(last) == 4:
        return [f"{year:04}" for year in range(int(first), int(last) + 1)]
    return [period]
