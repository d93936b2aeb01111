"""What earlier releases said of incidents: it is said again as it was, or coarser, and never finer."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from holdfire.release.candidates import Candidate
from holdfire.release.coarsening import holds
from holdfire.release.disclosure import number
from holdfire.release.policy import Policy
from holdfire.release.released import Outcome, Row, Telling

CHANGED = "what is known of it now does not fit what an earlier release said"
SMALL = "too few of its group are left"


class Kept(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a release said of an incident, and by which accounts it is known again.

    `outcome` says whether the outcome was told: once withheld, it stays so.
    """

    row: Row
    accounts: tuple[str, ...]
    outcome: bool = True


class Again(msgspec.Struct, frozen=True):
    """A candidate of which an earlier release has spoken."""

    kept: Kept
    candidate: Candidate


def known_again(
    earlier: Sequence[Kept], candidates: Iterable[Candidate]
) -> tuple[list[Again], list[Candidate]]:
    """Those of which an earlier release has spoken, by any account they share, and those that are new."""
    by_account = {account: n for n, kept in enumerate(earlier) for account in kept.accounts}
    taken: set[int] = set()
    again: list[Again] = []
    fresh: list[Candidate] = []
    for each in sorted(candidates, key=lambda c: c.accounts):
        told = {by_account[a] for a in each.accounts if a in by_account}
        free = sorted(told - taken)
        if free:
            again.append(Again(earlier[free[0]], each))
            taken |= told
        else:
            fresh.append(each)
    return again, fresh


def repeated(
    again: Iterable[Again], policy: Policy
) -> tuple[list[tuple[Again, Row]], list[tuple[Again, str]]]:
    """The rows as they may be told again, and those that may not, with the reason."""
    groups: dict[str, list[Again]] = defaultdict(list)
    gone: list[tuple[Again, str]] = []
    for each in again:
        if _fits(each):
            groups[each.kept.row.group].append(each)
        else:
            gone.append((each, CHANGED))
    made: list[tuple[Again, Row]] = []
    for members in groups.values():
        published = members[0].kept.row.published
        if number(m.candidate for m in members) < policy.k_of(published=published):
            gone += [(each, SMALL) for each in members]
        else:
            made += [(each, _row(each)) for each in members]
    return made, gone


def remembered(
    earlier: Sequence[Kept], again: Iterable[tuple[Again, Row]], fresh: Iterable[Kept]
) -> list[Kept]:
    """All that releases have said until now, with the accounts that rows are known by now."""
    now = {each.kept.row.id: Kept(row, _joined(each), each.kept.outcome) for each, row in again}
    old = [now.get(kept.row.id, kept) for kept in earlier]
    return [*old, *fresh]


def _joined(again: Again) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*again.kept.accounts, *again.candidate.accounts)))


def _fits(again: Again) -> bool:
    """Whether what was said of a row still holds of what is known."""
    row, now = again.kept.row, again.candidate
    if not holds(row.period, now.days):
        return False
    if row.region is None:
        return True
    here = now.region(row.region.level)
    return here is not None and here.id == row.region.id


def _row(again: Again) -> Row:
    """The row as it was; what published pages tell of its outcome now may be told, if it was before."""
    row, now = again.kept.row, again.candidate
    if not (row.published and now.published):
        return row
    outcome = now.outcome if again.kept.outcome else Outcome()
    told = now.told if again.kept.outcome else Telling(status=now.told.status)
    return msgspec.structs.replace(row, outcome=outcome, told=told)
