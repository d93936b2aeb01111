"""An answer for one order: whether it was in force, in each dimension and for each clause."""

import msgspec

from holdfire.assessment.reason import Reason
from holdfire.assessment.versions import Version
from holdfire.model.corroborated import Attested, Norm
from holdfire.model.truth import Truth


class ClauseStanding(msgspec.Struct, frozen=True):
    """Whether a clause stood, and what replaced it if it did not."""

    norm: Attested[Norm]
    truth: Truth
    replaced: Reason | None = None
    by: str | None = None


class Standing(msgspec.Struct, frozen=True):
    """Whether an order was in force: an answer for the whole, for each dimension, for each clause."""

    version: Version
    truth: Truth
    state: str
    reasons: tuple[Reason, ...]
    clauses: tuple[ClauseStanding, ...]


_RANK = {Truth.YES: 0, Truth.POSSIBLY: 1, Truth.NO: 2}


def in_force_first(standing: Standing) -> tuple[int, int, str]:
    """By what answers are sorted: those in force first, the latest given first among them."""
    return (_RANK[standing.truth], -standing.version.made[0], standing.version.id)
