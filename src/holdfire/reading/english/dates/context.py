"""What a date may be relative to, and how one of several readings is picked by it."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from holdfire.reading.english.dates.stretch import Stretch

Tense = Literal["past", "future"]


class Context(msgspec.Struct, frozen=True):
    """When a text was written, the date and the quarter it was speaking of, and the tense.

    `published` is an ordinal, 0 if unknown, and `minutes` its time of day. With `complete` False, what the
    words leave open (the year of "Jan. 17", the week of "Tuesday") stays open even though it could be
    resolved.
    """

    published: int = 0
    then: Stretch | None = None
    quarter: Stretch | None = None
    tense: Tense | None = None
    minutes: int | None = None
    complete: bool = True

    @property
    def completing(self) -> bool:
        """Whether open years and weeks are to be resolved, and can be."""
        return self.complete and self.published > 0

    @property
    def base(self) -> int:
        """The day spoken of, else the day of publication."""
        return self.then.first if self.then is not None and self.then.first else self.published


def pick(candidates: Sequence[Stretch], context: Context) -> Stretch:
    """Pick the candidate nearest to publication, keeping a rival that is nearly as near.

    One that the tense speaks against counts as five times as far, and without a tense one that lies ahead
    as twice as far: reports tell more of what was than of what will be.
    """
    ranked = sorted(candidates, key=lambda c: _distance(c, context))
    nearest, second = (_distance(c, context) for c in ranked[:2]) if len(ranked) > 1 else (0.0, 1.0)
    rivals = (ranked[1].edtf or "",) if second <= 2 * nearest else ()
    reason = {"future": "the next after publication", "past": "the last before publication"}.get(
        context.tense or "", "the nearest to publication"
    )
    return msgspec.structs.replace(ranked[0], because=reason, rivals=rivals, inferred=True)


def _distance(stretch: Stretch, context: Context) -> float:
    now = context.published
    ahead, behind = stretch.first - now, now - stretch.last
    if ahead > 0:
        return ahead * {"future": 1, "past": 5}.get(context.tense or "", 1.5)
    return behind * (5 if context.tense == "future" else 1) if behind > 0 else 0


def because(stretch: Stretch, reason: str) -> Stretch:
    """Say what a resolved value follows from, unless that is already said."""
    return stretch if stretch.because else msgspec.structs.replace(stretch, because=reason)
