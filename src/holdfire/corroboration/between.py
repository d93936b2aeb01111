"""Clusters and bits → what lies between each two clusters: the mean of the bits between their accounts."""

from collections.abc import Iterator, Sequence

import numpy as np

from holdfire.corroboration.columns import Floats, Index
from holdfire.corroboration.compared import UNCOMPARED, Compared


class Between:
    """The means between clusters that are in order, each going by its first account.

    Clusters are given by the numbers of their accounts.
    """

    def __init__(self, clusters: Sequence[Sequence[int]], compared: Compared) -> None:
        self._names = [compared.ids[members[0]] for members in clusters]
        sizes = np.array([len(members) for members in clusters], np.intp)
        self._of = np.empty(len(compared.ids), np.intp)
        self._of[[each for members in clusters for each in members]] = np.repeat(np.arange(len(sizes)), sizes)
        self._keys, sums, known, self._strongest = _summed(self._of, compared, len(clusters))
        pairs = sizes[self._keys // max(len(clusters), 1)] * sizes[self._keys % max(len(clusters), 1)]
        self._means: Floats = (sums + (pairs - known) * UNCOMPARED) / pairs

    def above(self, least: float) -> Iterator[tuple[str, str, float, float]]:
        """Two clusters, the mean between them and their strongest pair, where the mean is above `least`."""
        at = np.flatnonzero(self._means > least)
        found = zip(
            self._keys[at].tolist(), self._means[at].tolist(), self._strongest[at].tolist(), strict=True
        )
        for key, mean, strongest in found:
            one, other = divmod(key, len(self._names))
            yield self._names[one], self._names[other], mean, strongest

    def clusters_of(self, a: int, b: int) -> tuple[str, str, float]:
        """The clusters of two accounts, and the mean between them."""
        one, other = sorted((int(self._of[a]), int(self._of[b])))
        key = one * len(self._names) + other
        at = int(np.searchsorted(self._keys, key))
        known = at < len(self._keys) and self._keys[at] == key
        return self._names[one], self._names[other], float(self._means[at]) if known else UNCOMPARED


def _summed(of: Index, compared: Compared, number: int) -> tuple[Index, Floats, Index, Floats]:
    """For each two clusters with a compared pair: their key, the sum of bits, how many, the strongest."""
    left, right = of[compared.left], of[compared.right]
    apart = left != right
    keys = (np.minimum(left, right) * number + np.maximum(left, right))[apart]
    weights = compared.bits[apart]
    order = np.lexsort((weights, keys))  # by weight too: a sum must not hang on the order they came in
    keys, weights = keys[order], weights[order]
    starts = np.flatnonzero(np.diff(keys, prepend=-1))
    if not len(starts):
        return keys, weights, keys, weights
    sizes = np.diff(np.append(starts, len(keys)))
    return keys[starts], np.add.reduceat(weights, starts), sizes, np.maximum.reduceat(weights, starts)
