"""What the gate shows: each slot with its floor and its change, and the reports that moved."""

from collections.abc import Iterator, Mapping

from gate.floors import HAIR, Floors, Result
from gate.tally import Tally

HEAD = f"{'slot':<26}{'F1':>7}{'floor':>7}{'change':>8}   right/said/gold"
SHOWN = 12  # reports that moved, each way


def slot_table(result: Result, pinned: Floors | None) -> Iterator[str]:
    """A line for each slot; a star marks what is below its floor."""
    yield HEAD
    for slot, tally in result.slots.items():
        floor = pinned.floors.get(slot) if pinned else None
        last = pinned.last.slots.get(slot) if pinned else None
        under = "  * below its floor" if floor is not None and tally.f1 < floor - HAIR else ""
        change = f"{tally.f1 - last.f1:+.3f}" if last is not None and last != tally else ""
        shown = f"{floor:.2f}" if floor is not None else "new"
        yield f"{slot:<26}{tally.f1:>7.3f}{shown:>7}{change:>8}   {counts(tally)}{under}"


def counts(tally: Tally) -> str:
    """Right, said and gold in one word."""
    return f"{tally.right}/{tally.said}/{tally.gold}"


def moved(now: Mapping[str, Tally], last: Mapping[str, Tally]) -> tuple[list[str], list[str]]:
    """The reports that agree better, and those that agree worse, than last time; the most moved first."""
    change = {name: now[name].f1 - last[name].f1 for name in now if name in last}
    up = sorted((name for name, by in change.items() if by > HAIR), key=lambda name: -change[name])
    down = sorted((name for name, by in change.items() if by < -HAIR), key=lambda name: change[name])
    return up, down


def moves(result: Result, pinned: Floors) -> Iterator[str]:
    """The reports that moved since the floors were pinned."""
    last = pinned.last.reports
    for word, names in zip(("up", "down"), moved(result.reports, last), strict=True):
        if names:
            yield f"{word}: {len(names)} report{'s' * (len(names) != 1)}"
        for name in names[:SHOWN]:
            before, now = last[name], result.reports[name]
            yield f"  {name}  {before.f1:.3f} -> {now.f1:.3f}   {counts(before)} -> {counts(now)}"
        if len(names) > SHOWN:
            yield f"  and {len(names) - SHOWN} more"
