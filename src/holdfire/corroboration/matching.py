"""Accounts → bits: adds how much speaks for each two of them telling of one thing; drops what is not near.

Candidates are compared first. Those that match hang together in groups, and within a group all are compared
with all, so that clusters rest on what was compared and not on what happened to be near.
"""

from collections.abc import Sequence

import numpy as np

from holdfire.corroboration.account import Account, Kind
from holdfire.corroboration.candidates import Pairs, candidate_pairs
from holdfire.corroboration.columns import Columns, Index, columns
from holdfire.corroboration.compared import DOUBTFUL, Compared, all_two, compared, hanging_together
from holdfire.corroboration.comparison import Evidence, Weighing
from holdfire.corroboration.incidents import incident_weighing
from holdfire.corroboration.orders import order_weighing

WHOLE = 200
"""Groups of no more accounts than this are compared whole."""


def weighing(kind: Kind) -> Weighing:
    """The comparisons and weights for accounts of one kind."""
    return incident_weighing() if kind == "incident" else order_weighing()


def matches(accounts: Sequence[Account], kind: Kind) -> Compared:
    """The bits for each two accounts of one kind that may be one or hang together."""
    ours = sorted((a for a in accounts if a.kind == kind), key=lambda a: a.id)
    return matched(tuple(a.id for a in ours), columns(ours), kind)


def matched(ids: tuple[str, ...], table: Columns, kind: Kind, known: Compared | None = None) -> Compared:
    """The same of accounts in columns, in the order of their ids.

    Two that do not hang together, and of which not even a doubt is left, are dropped: of the pairs worth
    comparing they are most. What is `known` from before, of these very accounts, is not compared again.
    """
    before = known or compared(ids)
    near = _weighed(ids, table, candidate_pairs(table, kind), kind, before)
    match = near.bits > 0
    group = hanging_together(near.left[match], near.right[match], len(ids))
    near = near.where((near.bits > DOUBTFUL) | (group[near.left] == group[near.right]))
    rest = _weighed(ids, table, _rest_of_groups(near, group), kind, before)
    left, right = np.append(near.left, rest.left), np.append(near.right, rest.right)
    order = np.lexsort((right, left))
    return Compared(ids, left[order], right[order], np.append(near.bits, rest.bits)[order])


def _weighed(ids: tuple[str, ...], table: Columns, pairs: Pairs, kind: Kind, known: Compared) -> Compared:
    """The bits of some pairs, those that are known as they are."""
    left, right = pairs
    if not len(known):
        return Compared(ids, left, right, weighing(kind).bits(table, left, right))
    keys, wanted = known.keys, left * len(ids) + right
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    bits, new = known.bits[at], keys[at] != wanted
    bits[new] = weighing(kind).bits(table, left[new], right[new])
    return Compared(ids, left, right, bits)


def evidence(one: Account, other: Account) -> tuple[Evidence, ...]:
    """What speaks for and against two accounts of one kind telling of one thing."""
    return weighing(one.kind).evidence(columns([one, other]), 0, 1)


def _rest_of_groups(near: Compared, group: Index) -> Pairs:
    """The pairs within groups of matching accounts that were no candidates."""
    number = len(group)
    order = np.argsort(group, kind="stable")
    starts = np.flatnonzero(np.diff(group[order], prepend=-1))
    sizes = np.diff(np.append(starts, number))
    found = [np.empty(0, np.intp)]
    for start, size in zip(starts.tolist(), sizes.tolist(), strict=True):
        if 2 < size <= WHOLE:
            one, other = all_two(size)
            members = order[start : start + size]
            found.append(members[one] * number + members[other])
    rest, keys = np.sort(np.concatenate(found)), near.keys
    at = np.minimum(np.searchsorted(keys, rest), max(len(keys) - 1, 0))
    rest = rest[keys[at] != rest] if len(keys) else rest
    return rest // max(number, 1), rest % max(number, 1)
