"""Clusters and bits → what lies between each two clusters: the mean of the bits between their accounts."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

UNCOMPARED = -6.0
"""Bits between two accounts that were not worth comparing, or were found to be different ones."""
DOUBTFUL = -4.0
"""From which mean of bits two clusters that stay apart are shown as possibly the same."""

Pair = tuple[str, str]
"""Two ids, the smaller first."""
Bits = Mapping[Pair, float]
"""How much speaks for two accounts telling of one thing."""
Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


class Between:
    """The means between clusters that are in order, each going by its first account."""

    def __init__(self, clusters: Sequence[Sequence[str]], bits: Bits) -> None:
        self._names = [members[0] for members in clusters]
        self._of = {each: number for number, members in enumerate(clusters) for each in members}
        sizes = np.array([len(members) for members in clusters], np.int64)
        keys, sums, compared, self._strongest = _summed(self._of, bits, len(clusters))
        self._keys = keys
        pairs = sizes[keys // max(len(clusters), 1)] * sizes[keys % max(len(clusters), 1)]
        self._means: Floats = (sums + (pairs - compared) * UNCOMPARED) / pairs

    def above(self, least: float) -> Iterator[tuple[str, str, float, float]]:
        """Two clusters, the mean between them and their strongest pair, where the mean is above `least`."""
        at = np.flatnonzero(self._means > least)
        found = zip(
            self._keys[at].tolist(), self._means[at].tolist(), self._strongest[at].tolist(), strict=True
        )
        for key, mean, strongest in found:
            one, other = divmod(key, len(self._names))
            yield self._names[one], self._names[other], mean, strongest

    def clusters_of(self, a: str, b: str) -> tuple[str, str, float]:
        """The clusters of two accounts, and the mean between them."""
        one, other = sorted((self._of[a], self._of[b]))
        key = one * len(self._names) + other
        at = int(np.searchsorted(self._keys, key))
        known = at < len(self._keys) and self._keys[at] == key
        return self._names[one], self._names[other], float(self._means[at]) if known else UNCOMPARED


def _summed(of: Mapping[str, int], bits: Bits, number: int) -> tuple[Ints, Floats, Ints, Floats]:
    """For each two clusters with a compared pair: their key, the sum of bits, how many, the strongest."""
    left = np.fromiter((of[a] for a, _ in bits), np.int64, len(bits))
    right = np.fromiter((of[b] for _, b in bits), np.int64, len(bits))
    weights = np.fromiter(bits.values(), np.float64, len(bits))
    apart = left != right
    keys = (np.minimum(left, right) * number + np.maximum(left, right))[apart]
    weights = weights[apart]
    order = np.lexsort((weights, keys))  # by weight too: a sum must not hang on the order they came in
    keys, weights = keys[order], weights[order]
    starts = np.flatnonzero(np.diff(keys, prepend=-1))
    if not len(starts):
        return keys, weights, keys, weights
    sizes = np.diff(np.append(starts, len(keys)))
    return keys[starts], np.add.reduceat(weights, starts), sizes, np.maximum.reduceat(weights, starts)
