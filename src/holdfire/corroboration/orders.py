"""What two accounts of orders are compared by. The weights are set by hand: too few are coded to learn."""

from functools import cache

import numpy as np

from holdfire.corroboration.columns import PAD, Columns, Index, shared
from holdfire.corroboration.comparison import BARE, Comparison, Outcomes, Weighing, shipped_weights
from holdfire.corroboration.shared import DATE, FORETOLD, MEANS, ONE_REPORT, PLACE, QUOTES, WORDS, either_bits


def _clauses(accounts: Columns, left: Index, right: Index) -> Outcomes:
    """How many of the fewer clauses both hold: what is obliged, forbidden or permitted, and with what."""
    a, b = accounts.acts[left], accounts.acts[right]
    fewer = np.minimum((a != PAD).sum(axis=1), (b != PAD).sum(axis=1))
    both = shared(a, b)
    step = np.where(both == 0, 0, np.where(both < fewer, 1, 2))
    return np.where(fewer == 0, BARE, step).astype(np.int8)


def _again(accounts: Columns, left: Index, right: Index) -> Outcomes:
    told = accounts.again[left] + accounts.again[right]
    return np.where(told == 0, BARE, 2 - told).astype(np.int8)


COMPARISONS = (
    WORDS,
    QUOTES,
    DATE,
    FORETOLD,
    PLACE,
    Comparison("clauses", "clauses that both hold", ("none", "some", "all"), _clauses),
    MEANS,
    Comparison(
        "addressees", "who is ordered", ("the same", "other"), lambda x, i, j: either_bits(x.who[i], x.who[j])
    ),
    Comparison("again", "told as given again, replacing or amending", ("both", "one"), _again),
    ONE_REPORT,
)


@cache
def order_weighing() -> Weighing:
    """The comparisons of orders with the weights that come with Holdfire."""
    return Weighing(COMPARISONS, shipped_weights("order"))
