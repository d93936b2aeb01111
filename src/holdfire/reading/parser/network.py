"""Row numbers of words → scores: the network of the parser, in numpy and single precision.

Sentences stand one after another without padding; a convolution looks only at neighbours within its own
sentence, so the words around a sentence change nothing in it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.intp]

DISTANCES = 24
"""Into how many buckets the distance between a word and its head falls."""
LONGEST = 256
"""How many rows (words and root) one sentence may have."""

_EDGES = (1, 2, 3, 4, 5, 6, 8, 10, 14, 20, 30)
_TINY = np.float32(1e-5)


def distance_bucket(offset: int) -> int:
    """The bucket of head position minus word position: exact when near, coarse when far; 0 is itself."""
    if offset == 0:
        return 0
    nearest = sum(abs(offset) >= edge for edge in _EDGES)
    return nearest if offset > 0 else nearest + len(_EDGES)


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the network makes of some sentences: a row a word, and one for each sentence's root."""

    starts: Integers
    tags: Integers
    heads: Floats
    dependents: Floats
    distances: Floats
    label_heads: Floats
    label_dependents: Floats


def _normalised(x: Floats, scale: Floats, shift: Floats) -> Floats:
    width = x.shape[1]
    mean = x @ np.full(width, 1 / width, np.float32)
    x -= mean[:, None]
    spread = np.einsum("ij,ij->i", x, x)
    spread /= np.float32(width)
    spread += _TINY
    np.sqrt(spread, out=spread)
    x /= spread[:, None]
    x *= scale
    x += shift
    return x


def _windows(lengths: Sequence[int], steps: Sequence[int]) -> list[Integers]:
    """For each step, the rows before, at and after each row; the row past the last stands for none."""
    total = sum(lengths)
    rows = np.arange(total)
    ends = np.repeat(np.cumsum(lengths), lengths)
    starts = ends - np.repeat(lengths, lengths)
    into, left = rows - starts, ends - rows
    windows = {}
    for step in set(steps):
        windows[step] = window = np.empty((total, 3), np.intp)
        window[:, 0] = np.where(into >= step, rows - step, total)
        window[:, 1] = rows
        window[:, 2] = np.where(left > step, rows + step, total)
    return [windows[step] for step in steps]


def _side_by_side(weights: Mapping[str, Floats], names: Sequence[str]) -> tuple[Floats, Floats]:
    """Layers that take the same input as one layer: its weight and bias."""
    weight = np.concatenate([weights[f"{name}.weight"] for name in names])
    return np.ascontiguousarray(weight.T), np.concatenate([weights[f"{name}.bias"] for name in names])


class Network:
    """The network with its weights, ready to compute; the input projection is folded into the tables."""

    def __init__(self, weights: Mapping[str, Floats], dilations: Sequence[int], root_label: int) -> None:
        w = weights
        self._dilations = tuple(dilations)
        self._tables = self._folded(w)
        self.width = self._tables[0].shape[1]
        self._norms = [
            (w[f"norms.{i}.weight"], w[f"norms.{i}.bias"]) for i in range(len(self._dilations) + 1)
        ]
        self._convs = [
            (np.ascontiguousarray(w[f"convs.{i}.weight"].T), w[f"convs.{i}.bias"])
            for i in range(len(self._dilations))
        ]
        self._roles = _side_by_side(w, ("head", "dependent", "label_head", "label_dependent"))
        self._rest = _side_by_side(w, ("tag", "distance"))
        self._role, self._tags = len(w["head.bias"]), len(w["tag.bias"])
        self._arc = np.ascontiguousarray(w["arc.weight"].T)
        self._head_bias = w["head_bias.weight"][0]
        self._root_label = root_label
        self._label, self._label_bias = np.ascontiguousarray(w["label.weight"].T), w["label.bias"]
        self._label_distance = w["label_distance.weight"]
        reach = np.array([distance_bucket(i) for i in range(-LONGEST, LONGEST + 1)])
        self._reach = reach
        apart = np.arange(LONGEST)[None, :] - np.arange(LONGEST)[:, None]
        self._near = np.arange(LONGEST)[:, None] * DISTANCES + reach[apart + LONGEST]

    @staticmethod
    def _folded(w: Mapping[str, Floats]) -> list[Floats]:
        tables: list[Floats] = []
        projection, at = w["project.weight"], 0
        while f"tables.{len(tables)}.weight" in w:
            table = w[f"tables.{len(tables)}.weight"]
            tables.append(table @ projection[:, at : at + table.shape[1]].T)
            at += table.shape[1]
        tables[0] += w["project.bias"]
        return tables

    def embed(self, rows: Integers) -> Floats:
        """Words by themselves, from their row numbers in each table; ready for `encode`."""
        x = self._tables[0].take(rows[:, 0], axis=0)
        for column in range(1, len(self._tables)):
            x += self._tables[column].take(rows[:, column], axis=0)
        return _normalised(x, *self._norms[0])

    def encode(self, x: Floats, lengths: Sequence[int]) -> Encoded:
        """The encoding of sentences of these lengths, whose words stand one after another, roots included."""
        count, width = x.shape
        here, there = np.zeros((2, count + 1, width), np.float32)  # the last row of each stands for no word
        here[:-1] = x
        around = np.empty((count, 3, width), np.float32)
        flat = around.reshape(count, 3 * width)
        windows = _windows(lengths, self._dilations)
        for (weight, bias), norm, window in zip(self._convs, self._norms[1:], windows, strict=True):
            here.take(window, axis=0, out=around, mode="clip")
            y = np.matmul(flat, weight, out=there[:-1])
            y += bias
            np.maximum(y, 0, out=y)
            y += here[:-1]
            _normalised(y, *norm)
            here, there = there, here
        return self._split(here[:-1], lengths)

    def _split(self, x: Floats, lengths: Sequence[int]) -> Encoded:
        weight, bias = self._roles
        roles = x @ weight
        roles += bias
        np.maximum(roles, 0, out=roles)
        weight, bias = self._rest
        rest = x @ weight
        rest += bias
        size = self._role
        return Encoded(
            np.cumsum([0, *lengths]),
            rest[:, : self._tags].argmax(axis=1),
            roles[:, :size],
            roles[:, size : 2 * size] @ self._arc + self._head_bias,
            np.ascontiguousarray(rest[:, self._tags :]),
            roles[:, 2 * size : 3 * size],
            roles[:, 3 * size :],
        )

    def arcs(self, encoded: Encoded, sentence: int) -> Floats:
        """How well each position (column, 0 is the root) heads each word (row) of one sentence."""
        start, end = encoded.starts[sentence], encoded.starts[sentence + 1]
        scores = encoded.dependents[start + 1 : end] @ encoded.heads[start:end].T
        n = end - start
        scores += encoded.distances[start:end].ravel().take(self._near[1:n, :n])
        return scores

    def labels(self, encoded: Encoded, words: Integers, heads: Integers) -> Integers:
        """The best relation of each word to its head (rows both): `root` to a root, and to no other."""
        of_head, of_word = encoded.label_heads[heads], encoded.label_dependents[words]
        scores = np.concatenate([of_head * of_word, of_head, of_word], axis=1) @ self._label
        scores += self._label_bias
        scores += self._label_distance[self._reach[heads - words + LONGEST]]
        scores[:, self._root_label] = -np.inf
        best: Integers = scores.argmax(axis=1)
        at_root = np.zeros(encoded.starts[-1], bool)
        at_root[encoded.starts[:-1]] = True
        best[at_root[heads]] = self._root_label
        return best
