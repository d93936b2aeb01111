"""What two accounts of incidents are compared by."""

from functools import cache

import numpy as np

from holdfire.corroboration.columns import COUNTED, OPEN, Columns, Index, shared
from holdfire.corroboration.comparison import BARE, Comparison, Outcomes, Weighing, shipped_weights
from holdfire.corroboration.shared import (
    DATE,
    FORETOLD,
    MEANS,
    NAMES,
    ONE_REPORT,
    PLACE,
    PUBLICATION,
    QUOTES,
    WORDS,
    either_bits,
)

_MANY = np.iinfo(np.int64).max


def count_of(name: str) -> Comparison:
    """The comparison of one count."""
    column = COUNTED.index(name)

    def compare(accounts: Columns, left: Index, right: Index) -> Outcomes:
        low, high = accounts.counts[:, column, 0], accounts.counts[:, column, 1]
        top = np.where(high == OPEN, _MANY, high)
        apart = np.maximum(low[left] - top[right], low[right] - top[left])
        exact = (low[left] == high[left]) & (low[right] == high[right])
        equal = np.where(low[left] == 0, 0, 1)
        step = np.where(apart <= 0, np.where(exact, equal, 2), np.where(apart == 1, 3, 4))
        return np.where((low[left] == OPEN) | (low[right] == OPEN), BARE, step).astype(np.int8)

    outcomes = ("both none", "the same", "may be the same", "one apart", "other")
    return Comparison(name, f"how many were {name}", outcomes, compare)


def _act(accounts: Columns, left: Index, right: Index) -> Outcomes:
    same = shared(accounts.acts[left], accounts.acts[right]) > 0
    alike = (accounts.families[left] & accounts.families[right]) != 0
    return np.where(same, 0, np.where(alike, 1, 2)).astype(np.int8)


COMPARISONS = (
    WORDS,
    NAMES,
    QUOTES,
    DATE,
    FORETOLD,
    PUBLICATION,
    PLACE,
    *(count_of(name) for name in COUNTED),
    Comparison("act", "what was done", ("the same", "of one kind", "of another kind"), _act),
    MEANS,
    Comparison(
        "actor", "who acted", ("the same kind", "other"), lambda x, i, j: either_bits(x.who[i], x.who[j])
    ),
    Comparison(
        "target", "what was hit", ("the same", "other"), lambda x, i, j: either_bits(x.target[i], x.target[j])
    ),
    ONE_REPORT,
)


@cache
def incident_weighing() -> Weighing:
    """The comparisons of incidents with the weights that come with Holdfire."""
    return Weighing(COMPARISONS, shipped_weights("incident"))
