"""Rows of earlier releases → those told again, and those withdrawn: so many together that none stands alone.

Whoever lays two releases side by side sees which rows are gone. A row that holds no more therefore goes with
others of its group, as many as k, and with the whole group where fewer than k would be left.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from holdfire.release.frozen import Again, Kept, row_again, still_holds
from holdfire.release.policy import Policy
from holdfire.release.released import Row
from holdfire.release.together import Together

CHANGED = "what is known of it now does not fit what an earlier release said"
SMALL = "too few of its group are left"
BESIDE = "goes with a row that was withdrawn, so that this one does not stand alone"


class Repeated(NamedTuple):
    """What is told again, what is not and why, and with which others each row was withdrawn."""

    again: list[tuple[Again, Row]]
    gone: list[tuple[Again, str]]
    batches: dict[str, str]


class _Old(NamedTuple):
    """A row of an earlier release; `again` is the incident it stands for now, None where there is none."""

    kept: Kept
    again: Again | None

    @property
    def kin(self) -> str:
        return self.again.candidate.kin if self.again is not None else f"row {self.kept.row.id}"

    @property
    def good(self) -> bool:
        return self.again is not None and still_holds(self.again)


def repeated(earlier: Sequence[Kept], again: Iterable[Again], policy: Policy, together: Together) -> Repeated:
    """What of the rows of earlier releases is told again, as far as all who get it know them `together`."""
    now = {each.kept.row.id: each for each in again}
    groups: dict[str, list[_Old]] = defaultdict(list)
    for kept in earlier:
        groups[kept.row.group].append(_Old(kept, now.get(kept.row.id)))
    made = Repeated([], [], {})
    for members in groups.values():
        _repeat(members, policy, together, made)
    return made


def _repeat(members: list[_Old], policy: Policy, together: Together, made: Repeated) -> None:
    told, out = _returned(members)
    goes = _batch(told, together)
    if number(each for each in told if each.kept.row.id not in goes) < policy.k_of(
        published=members[0].kept.row.published
    ):
        goes = {each.kept.row.id for each in told}
    out.update(dict.fromkeys(goes, min(goes, default="")))
    stays = (each.again for each in told if each.kept.row.id not in goes)
    made.again.extend((again, row_again(again)) for again in stays if again is not None)
    made.batches.update(out)
    because = SMALL if len(out) == len(members) else BESIDE
    for each in members:
        if each.again is not None and each.kept.row.id in out:
            made.gone.append((each.again, because if each.good else CHANGED))


def _returned(members: list[_Old]) -> tuple[list[_Old], dict[str, str]]:
    """Those that are told, or come back with all they were withdrawn with; and the batches of the others."""
    bad = {each.kept.batch for each in members if not each.good}
    told = [each for each in members if not each.kept.batch or each.kept.batch not in bad]
    out = {m.kept.row.id: m.kept.batch for m in members if m.kept.batch and m.kept.batch in bad}
    return told, out


def _batch(told: list[_Old], together: Together) -> set[str]:
    """The rows that go: what holds no more, and so many others that nobody sees fewer than k go or stay."""
    goes = {each.kept.row.id for each in told if not each.good}
    by_id = {each.kept.row.id: each for each in told}
    before = -1
    while before != len(goes):
        before = len(goes)
        for k, part in together.parts([each.kept for each in told]) if goes else ():
            ids = sorted(kept.row.id for kept in part)
            stays = [name for name in ids if name not in goes]
            going = [name for name in ids if name in goes]
            while going and stays and number(by_id[name] for name in going) < k:
                going.append(stays.pop())
            if going and number(by_id[name] for name in stays) < k:
                going = ids
            goes.update(going)
    return goes


def number(members: Iterable[_Old]) -> int:
    """How many incidents some rows are, those counted once that may be one."""
    return len({each.kin for each in members})
