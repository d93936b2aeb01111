"""What a date may be relative to, and how one of several readings is picked by it."""

from collections.abc import Callable, Sequence
from typing import Literal

import msgspec

from holdfire.reading.english.dates.stretch import Stretch

Tense = Literal["past", "future"]


class Context(msgspec.Struct, frozen=True):
    """When the text was written (ordinal, 0 if unknown), the date it was speaking of, and the tense.

    With `complete` False, what the words leave open (the year of "Jan. 17", the week of "Tuesday") stays
    open even though it could be resolved.
    """

    published: int = 0
    then: Stretch | None = None
    tense: Tense | None = None
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
    """Pick the candidate that the tense and the date of publication ask for, keeping a near rival.

    Without a tense the nearest is taken, and one that lies before where two are as near.
    """
    now = context.published
    if context.tense == "future":
        later = [c for c in candidates if c.last >= now]
        return _because(later[0] if later else candidates[-1], "the next after publication", ())
    if context.tense == "past":
        gone = [c for c in candidates if c.first <= now]
        return _because(gone[-1] if gone else candidates[0], "the last before publication", ())
    ranked = sorted(candidates, key=_distance(now))
    rival = () if len(ranked) < 2 or not _near(ranked, now) else (ranked[1].edtf or "",)
    return _because(ranked[0], "the nearest to publication", rival)


def because(stretch: Stretch, reason: str) -> Stretch:
    """Say what a resolved value follows from, unless that is already said."""
    return stretch if stretch.because else msgspec.structs.replace(stretch, because=reason)


def _because(stretch: Stretch, reason: str, rivals: tuple[str, ...]) -> Stretch:
    return msgspec.structs.replace(stretch, because=reason, rivals=rivals, inferred=True)


def _distance(now: int) -> Callable[[Stretch], tuple[int, int]]:
    return lambda c: (max(c.first - now, now - c.last, 0), c.first)


def _near(ranked: Sequence[Stretch], now: int) -> bool:
    """Whether the second is not more than twice as far as the first."""
    nearest, second = (_distance(now)(c)[0] for c in ranked[:2])
    return second <= 2 * nearest
