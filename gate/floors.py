"""The pinned floors: what each slot must reach, on which corpus, and the counts they were pinned at.

`--raise` only ever raises them; lowering one, or accepting a changed corpus, is `--accept`, and is meant
to be a commit of its own with its reason.
"""

import math
import re
from collections.abc import Mapping
from pathlib import Path

import msgspec

from gate.tally import Tally

FLOORS = Path(__file__).resolve().parent / "floors.json"
STEP = 100
HAIR = 1e-9
_COUNTS = re.compile(rb"\[[\d\s,]+\]")


class Result(msgspec.Struct, frozen=True):
    """What a run came to: the corpus it ran on, and the counts of each slot and each report."""

    corpus: str
    slots: dict[str, Tally]
    reports: dict[str, Tally]


class Floors(msgspec.Struct, frozen=True):
    """What was pinned: a floor per slot, and the result at which it was pinned."""

    floors: dict[str, float]
    last: Result


def load(path: Path = FLOORS) -> Floors | None:
    """The pinned floors; None where there are none yet."""
    return msgspec.json.decode(path.read_bytes(), type=Floors) if path.is_file() else None


def save(floors: Floors, path: Path = FLOORS) -> None:
    """Write the floors, each slot and each report on its own line, so that a change shows in the diff."""
    spread = msgspec.json.format(msgspec.json.encode(floors, order="deterministic"), indent=1)
    path.write_bytes(_COUNTS.sub(lambda m: b"".join(m[0].split()).replace(b",", b", "), spread) + b"\n")


def rounded_down(f1: float) -> float:
    """F1 cut to two places: the floor that it can be held to."""
    return math.floor(f1 * STEP + HAIR) / STEP


def below(result: Result, floors: Mapping[str, float]) -> dict[str, float]:
    """The slots that are under their floor, or gone, with that floor."""
    return {
        slot: floor
        for slot, floor in floors.items()
        if slot not in result.slots or result.slots[slot].f1 < floor - HAIR
    }


def raised(result: Result, pinned: Floors) -> Floors:
    """The floors lifted to the result where it is better. ValueError where that would hide a loss."""
    if result.corpus != pinned.last.corpus:
        raise ValueError("the gold reports are not those that the floors were pinned on")
    if under := below(result, pinned.floors):
        raise ValueError(f"{len(under)} of the slots are below their floors: {', '.join(sorted(under))}")
    lifted = {
        slot: max(rounded_down(tally.f1), pinned.floors.get(slot, 0.0))
        for slot, tally in result.slots.items()
    }
    return Floors(lifted, result)


def accepted(result: Result) -> Floors:
    """The floors as the result has them, higher or lower."""
    return Floors({slot: rounded_down(tally.f1) for slot, tally in result.slots.items()}, result)


def lowered(new: Floors, old: Floors | None) -> dict[str, tuple[float, float]]:
    """The slots whose floor went down or away, with the floor before and after."""
    before = old.floors if old else {}
    return {
        slot: (floor, new.floors.get(slot, 0.0))
        for slot, floor in before.items()
        if new.floors.get(slot, 0.0) < floor
    }
