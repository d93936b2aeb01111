"""Clusters and bits → what lies between each two clusters: the mean of the bits between their accounts."""

from collections.abc import Iterator

import numpy as np

from holdfire.corroboration.columns import Floats, Index
from holdfire.corroboration.compared import UNCOMPARED, Compared


class Between:
    """The means between clusters, each going by its first account: the number at `heads` of every account."""

    def __init__(self, heads: Index, compared: Compared) -> None:
        self._ids, self._heads = compared.ids, heads
        sizes = np.bincount(heads, minlength=len(heads))
        self._keys, sums, known, self._strongest = _summed(heads, compared)
        number = max(len(heads), 1)
        pairs = sizes[self._keys // number] * sizes[self._keys % number]
        self._means: Floats = (sums + (pairs - known) * UNCOMPARED) / pairs

    def above(self, least: float) -> Iterator[tuple[str, str, float, float]]:
        """Two clusters, the mean between them and their strongest pair, where the mean is above `least`."""
        at = np.flatnonzero(self._means > least)
        found = zip(
            self._keys[at].tolist(), self._means[at].tolist(), self._strongest[at].tolist(), strict=True
        )
        for key, mean, strongest in found:
            one, other = divmod(key, len(self._ids))
            yield self._ids[one], self._ids[other], mean, strongest

    def clusters_of(self, a: int, b: int) -> tuple[str, str, float]:
        """The clusters of two accounts, and the mean between them."""
        one, other = sorted((int(self._heads[a]), int(self._heads[b])))
        key = one * len(self._ids) + other
        at = int(np.searchsorted(self._keys, key))
        known = at < len(self._keys) and self._keys[at] == key
        return self._ids[one], self._ids[other], float(self._means[at]) if known else UNCOMPARED


def _summed(of: Index, compared: Compared) -> tuple[Index, Floats, Index, Floats]:
    """For each two clusters with a compared pair: their key, the sum of bits, how many, the strongest."""
    left, right = of[compared.left], of[compared.right]
    apart = left != right
    keys = (np.minimum(left, right) * len(of) + np.maximum(left, right))[apart]
    weights = compared.bits[apart]
    order = np.lexsort((weights, keys))  # by weight too: a sum must not hang on the order they came in
    keys, weights = keys[order], weights[order]
    starts = np.flatnonzero(np.diff(keys, prepend=-1))
    if not len(starts):
        return keys, weights, keys, weights
    sizes = np.diff(np.append(starts, len(keys)))
    return keys[starts], np.add.reduceat(weights, starts), sizes, np.maximum.reduceat(weights, starts)
