"""Accounts → bits: adds how much speaks for each two of them telling of one thing; drops what is not near.

Candidates are compared first. Those that match hang together in groups, and within a group all are compared
with all, so that clusters rest on what was compared and not on what happened to be near.
"""

from collections.abc import Sequence

import numpy as np

from holdfire.corroboration.account import Account, Kind
from holdfire.corroboration.between import DOUBTFUL, Bits, Pair
from holdfire.corroboration.candidates import Pairs, candidate_pairs
from holdfire.corroboration.columns import Columns, Floats, Index, columns
from holdfire.corroboration.comparison import Evidence, Weighing
from holdfire.corroboration.incidents import incident_weighing
from holdfire.corroboration.orders import order_weighing

WHOLE = 200
"""Groups of no more accounts than this are compared whole."""


def weighing(kind: Kind) -> Weighing:
    """The comparisons and weights for accounts of one kind."""
    return incident_weighing() if kind == "incident" else order_weighing()


def matches(accounts: Sequence[Account], kind: Kind, known: Bits | None = None) -> dict[Pair, float]:
    """The bits for each two accounts of one kind that may be one or hang together, in order of their ids.

    Two that do not hang together, and of which not even a doubt is left, are dropped: of the pairs worth
    comparing they are most. What is `known` from before is not compared again.
    """
    ours = sorted((a for a in accounts if a.kind == kind), key=lambda a: a.id)
    table = columns(ours)
    near = candidate_pairs(table, kind)
    bits = _weighed(ours, table, near, kind, known or {})
    group = _groups(near[0][bits > 0], near[1][bits > 0], len(ours))
    kept = (bits > DOUBTFUL) | (group[near[0]] == group[near[1]])
    near, bits = (near[0][kept], near[1][kept]), bits[kept]
    rest = _rest_of_groups(near, group)
    left, right = (np.concatenate(both) for both in zip(near, rest, strict=True))
    every = np.concatenate([bits, _weighed(ours, table, rest, kind, known or {})])
    order = np.lexsort((right, left))
    sides = zip(left[order].tolist(), right[order].tolist(), every[order].tolist(), strict=True)
    return {(ours[i].id, ours[j].id): weight for i, j, weight in sides}


def _weighed(ours: Sequence[Account], table: Columns, pairs: Pairs, kind: Kind, known: Bits) -> Floats:
    """The bits of some pairs, those that are known as they are."""
    left, right = pairs
    if not known:
        return weighing(kind).bits(table, left, right)
    sides = zip(left.tolist(), right.tolist(), strict=True)
    bits = np.array([known.get((ours[i].id, ours[j].id), np.nan) for i, j in sides], np.float64)
    new = np.isnan(bits)
    bits[new] = weighing(kind).bits(table, left[new], right[new])
    return bits


def evidence(one: Account, other: Account) -> tuple[Evidence, ...]:
    """What speaks for and against two accounts of one kind telling of one thing."""
    return weighing(one.kind).evidence(columns([one, other]), 0, 1)


def _rest_of_groups(pairs: Pairs, group: Index) -> Pairs:
    """The pairs within groups of matching accounts that were no candidates."""
    (left, right), number = pairs, len(group)
    order = np.argsort(group, kind="stable")
    starts = np.flatnonzero(np.diff(group[order], prepend=-1))
    sizes = np.diff(np.append(starts, number))
    found = [np.empty(0, np.intp)]
    for start, size in zip(starts.tolist(), sizes.tolist(), strict=True):
        if 2 < size <= WHOLE:
            one, other = np.triu_indices(size, 1)
            members = order[start : start + size]
            found.append(members[one] * number + members[other])
    rest = np.setdiff1d(np.concatenate(found), left * number + right)
    return rest // max(number, 1), rest % max(number, 1)


def _groups(left: Index, right: Index, number: int) -> Index:
    """The group of each account: the least account that it hangs together with."""
    group = np.arange(number)
    while True:
        least = group.copy()
        np.minimum.at(least, left, group[right])
        np.minimum.at(least, right, group[left])
        least = least[least]
        if np.array_equal(least, group):
            return group
        group = least
