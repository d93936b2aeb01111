"""Candidates → groups of at least k, alike in place, period and persons; drops those that no group takes.

Local recoding: rows are grouped at the finest step of the policy, and those left over at the next
(k-anonymity, Sweeney 2002). A group with fewer than l outcomes gives none away (l-diversity,
Machanavajjhala et al. 2007).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from holdfire.release.candidates import Candidate
from holdfire.release.coarsening import Region, period_of, years_of
from holdfire.release.persons import NOBODY, Persons
from holdfire.release.policy import Policy, Step
from holdfire.release.together import Together


class Cell(msgspec.Struct, frozen=True):
    """A group: what its rows have in common, and whether their outcomes may be told."""

    members: tuple[Candidate, ...]
    region: Region | None
    period: str
    persons: Persons
    outcome: bool


Key = tuple[bool, str, str, Persons]


def cells(
    candidates: Iterable[Candidate], policy: Policy, *, together: Together
) -> tuple[list[Cell], list[Candidate]]:
    """Groups of at least k, and those that stand alone however coarse they are told.

    Where a group would leave behind too few of those whom somebody was told of together, these are told
    more coarsely, step by step, and at last not at all.
    """
    told = sorted(candidates, key=lambda c: c.accounts)
    begins: dict[tuple[str, ...], int] = {}
    while True:
        made, left = _cells_from(told, begins, policy, together)
        stranded = together.stranded({each.accounts for cell in made for each in cell.members})
        if not stranded:
            return made, left
        for accounts in stranded:
            begins[accounts] = begins.get(accounts, 0) + 1


def _cells_from(
    told: Sequence[Candidate], begins: Mapping[tuple[str, ...], int], policy: Policy, together: Together
) -> tuple[list[Cell], list[Candidate]]:
    waiting, made = list(told), list[Cell]()
    for number, step in enumerate(policy.steps):
        later = [each for each in waiting if begins.get(each.accounts, 0) > number] if begins else []
        now = [each for each in waiting if begins.get(each.accounts, 0) <= number] if begins else waiting
        found, left = _grouped(now, step, policy, together)
        waiting = sorted((*left, *later), key=lambda c: c.accounts) if later else left
        made += found
    return made, waiting


def number(members: Iterable[Candidate]) -> int:
    """How many incidents some candidates are, those counted once that may be one."""
    return len({member.kin for member in members})


def is_diverse(members: Sequence[Candidate], policy: Policy) -> bool:
    """Whether a group has as many outcomes as it must."""
    least = policy.l_of(published=members[0].published)
    return len({member.outcome for member in members}) >= least


def _grouped(
    waiting: Sequence[Candidate], step: Step, policy: Policy, together: Together
) -> tuple[list[Cell], list[Candidate]]:
    groups: dict[Key, list[Candidate]] = defaultdict(list)
    left: list[Candidate] = []
    for each in waiting:
        key = _key(each, step)
        (left if key is None else groups[key]).append(each)
    made: list[Cell] = []
    for (published, _, _, _), members in groups.items():
        kept = _indistinct(members, together)
        if number(kept) < policy.k_of(published=published):
            left += members
            continue
        if len(kept) < len(members):
            left += _without(members, kept)
        made += _cells(kept, step, policy, together)
    return made, sorted(left, key=lambda c: c.accounts)


def _without(members: Iterable[Candidate], kept: Iterable[Candidate]) -> list[Candidate]:
    names = {each.accounts for each in kept}
    return [each for each in members if each.accounts not in names]


def _indistinct(members: list[Candidate], together: Together) -> list[Candidate]:
    """Those of a group whom nobody can tell from enough others of it by what they know already."""
    kept = members
    while small := together.small(kept):
        kept = [each for each in kept if each.accounts not in small]
    return kept


def _key(each: Candidate, step: Step) -> Key | None:
    """What a candidate is grouped by at a step; None where it cannot be told so exactly."""
    region = each.region(step.place)
    if step.place != "none" and region is None:
        return None
    period = _told_as(each, step)
    if period is None:
        return None
    who = each.persons if step.persons == "persons" else NOBODY
    return each.published, region.id if region else "", period, who


def _told_as(each: Candidate, step: Step) -> str | None:
    if step.period == "none":
        return ""
    if each.days is None:
        return None
    return step.period if step.period == "years" else period_of(each.days, step.period)


def _cells(members: list[Candidate], step: Step, policy: Policy, together: Together) -> list[Cell]:
    k = policy.k_of(published=members[0].published)
    parts = _by_years(members, k) if step.period == "years" else [members]
    if any(together.small(part) for part in parts):
        parts = [members]
    return [_cell(part, step, policy) for part in parts]


def _by_years(members: list[Candidate], k: int) -> list[list[Candidate]]:
    """Parts of at least k that follow each other in time."""
    ordered = sorted(members, key=lambda c: (years_of(c.days) if c.days else (0, 0), c.accounts))
    parts: list[list[Candidate]] = [[]]
    for each in ordered:
        if (
            number(parts[-1]) >= k
            and each.days
            and parts[-1][-1].days
            and years_of(each.days) != years_of(parts[-1][-1].days)
        ):
            parts.append([])
        parts[-1].append(each)
    if len(parts) > 1 and number(parts[-1]) < k:
        last = parts.pop()
        parts[-1] += last
    return parts


def _cell(members: list[Candidate], step: Step, policy: Policy) -> Cell:
    first = members[0]
    return Cell(
        members=tuple(members),
        region=first.region(step.place),
        period=_period(members, step),
        persons=first.persons if step.persons == "persons" else NOBODY,
        outcome=is_diverse(members, policy),
    )


def _period(members: list[Candidate], step: Step) -> str:
    days = [member.days for member in members if member.days is not None]
    if step.period == "none" or not days:
        return ""
    if step.period != "years":
        return period_of(days[0], step.period) or ""
    first, last = min(years_of(d)[0] for d in days), max(years_of(d)[1] for d in days)
    return f"{first:04}" if first == last else f"{first:04}/{last:04}"
