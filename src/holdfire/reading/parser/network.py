"""Vectors of words → scores: the network of the parser, in numpy and single precision.

Sentences stand one after another without padding; a convolution looks only at neighbours within its own
sentence, so the words around a sentence change nothing in it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.intp]

REACH = 1
"""How far the first convolution looks to each side. What it makes of a word is kept with the word."""
NEAR = range(-REACH, REACH + 1)
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


def windows(lengths: Sequence[int], offsets: Sequence[int]) -> Integers:
    """For each row, the rows at these offsets in its own sentence; the row past the last stands for none."""
    sizes = np.array(lengths)
    ends = sizes.cumsum().repeat(sizes)[:, None]
    starts = ends - sizes.repeat(sizes)[:, None]
    at: Integers = np.arange(len(ends))[:, None] + np.array(offsets)
    np.putmask(at, (at < starts) | (at >= ends), len(ends))
    return at


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


def _normalised(x: Floats, even: Floats, scale: Floats, shift: Floats) -> Floats:
    """The rows of `x` in place: `even` weighs each column alike, for the mean."""
    mean = x @ even
    x -= mean[:, None]
    spread = np.einsum("ij,ij->i", x, x)
    spread /= np.float32(len(even))
    spread += _TINY
    np.sqrt(spread, out=spread)
    x /= spread[:, None]
    x *= scale
    x += shift
    return x


def _side_by_side(weights: Mapping[str, Floats], names: Sequence[str]) -> tuple[Floats, Floats]:
    """Layers that take the same input as one layer: its weight and bias."""
    weight = np.concatenate([weights[f"{name}.weight"] for name in names])
    return np.ascontiguousarray(weight.T), np.concatenate([weights[f"{name}.bias"] for name in names])


class Network:
    """The network with its weights, ready to compute; the input projection is folded into the tables."""

    def __init__(self, weights: Mapping[str, Floats], dilations: Sequence[int], root_label: int) -> None:
        w = weights
        self.offsets = (*NEAR, *(offset for step in dilations[1:] for offset in (-step, 0, step)))
        """Where each convolution looks, one after another; those of the first are kept with the words."""
        self._tables = self._folded(w)
        self.width = self._tables[0].shape[1]
        self._none = np.zeros(self.width, np.float32)
        even = np.full(self.width, 1 / self.width, np.float32)
        self._norms = [
            (even, w[f"norms.{i}.weight"], w[f"norms.{i}.bias"]) for i in range(len(dilations) + 1)
        ]
        self._near, self._near_bias = self._by_place(w["convs.0.weight"]), w["convs.0.bias"]
        self._convs = [
            (np.ascontiguousarray(w[f"convs.{i}.weight"].T), w[f"convs.{i}.bias"])
            for i in range(1, len(dilations))
        ]
        self._out = _side_by_side(
            w, ("head", "dependent", "label_head", "label_dependent", "tag", "distance")
        )
        self._arc_size, self._label_size = len(w["head.bias"]), len(w["label_head.bias"])
        self._tags = len(w["tag.bias"])
        self._rectified = np.zeros(2 * (self._arc_size + self._label_size), np.float32)
        self._arc = np.ascontiguousarray(w["arc.weight"].T)
        self._head_bias = w["head_bias.weight"][0]
        self._root_label = root_label
        self._label, self._label_bias = np.ascontiguousarray(w["label.weight"].T), w["label.bias"]
        self._label_distance = w["label_distance.weight"]
        self._reach = np.array([distance_bucket(i) for i in range(-LONGEST, LONGEST + 1)])
        apart = np.arange(LONGEST)[None, :] - np.arange(LONGEST)[:, None]
        self._apart = np.arange(LONGEST)[:, None] * DISTANCES + self._reach[apart + LONGEST]

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

    def _by_place(self, weight: Floats) -> Floats:
        """The first convolution, one place of its window after another."""
        places = weight.reshape(self.width, 2 * REACH + 1, self.width)
        return np.ascontiguousarray(places.transpose(2, 1, 0).reshape(self.width, -1))

    def embed(self, rows: Integers) -> Floats:
        """Words by themselves, from their row numbers in each table, ready for `Embeddings`.

        The first vector of a word is its own. The others are what the first convolution makes of it: what
        it adds to a word when it stands REACH places before it, and so on, up to REACH places after it.
        """
        x = self._tables[0].take(rows[:, 0], axis=0)
        for column in range(1, len(self._tables)):
            x += self._tables[column].take(rows[:, column], axis=0)
        x = _normalised(x, *self._norms[0])
        return np.concatenate([x, x @ self._near], axis=1).reshape(len(rows), -1, self.width)

    def encode(self, x: Floats, near: Floats, places: Integers, lengths: Sequence[int]) -> Encoded:
        """The encoding of sentences of these lengths, their words one after another, roots included.

        `x` are the words' own vectors, `near` what the words around each add to it (overwritten), `places`
        the `windows` of all convolutions.
        """
        count, width = x.shape
        here, there = np.empty((2, count + 1, width), np.float32)
        here[-1] = there[-1] = 0  # stands for no word
        near += self._near_bias
        np.maximum(near, self._none, out=near)
        _normalised(np.add(x, near, out=here[:-1]), *self._norms[1])
        around = np.empty((count, 3, width), np.float32)
        flat = around.reshape(count, 3 * width)
        for i, ((weight, bias), norm) in enumerate(zip(self._convs, self._norms[2:], strict=True), 1):
            here.take(places[:, 3 * i : 3 * i + 3], axis=0, out=around, mode="clip")
            y = np.matmul(flat, weight, out=there[:-1])
            y += bias
            np.maximum(y, self._none, out=y)
            y += here[:-1]
            _normalised(y, *norm)
            here, there = there, here
        return self._split(here[:-1], lengths)

    def _split(self, x: Floats, lengths: Sequence[int]) -> Encoded:
        weight, bias = self._out
        out = x @ weight
        out += bias
        arcs, labels = self._arc_size, self._label_size
        roles, rest = out[:, : 2 * (arcs + labels)], out[:, 2 * (arcs + labels) :]
        np.maximum(roles, self._rectified, out=roles)
        return Encoded(
            np.cumsum([0, *lengths]),
            rest[:, : self._tags].argmax(axis=1),
            roles[:, :arcs],
            roles[:, arcs : 2 * arcs] @ self._arc + self._head_bias,
            np.ascontiguousarray(rest[:, self._tags :]),
            roles[:, 2 * arcs : 2 * arcs + labels],
            roles[:, 2 * arcs + labels :],
        )

    def arcs(self, encoded: Encoded, sentence: int) -> Floats:
        """How well each position (column, 0 is the root) heads each word (row) of one sentence."""
        start, end = encoded.starts[sentence], encoded.starts[sentence + 1]
        scores = encoded.dependents[start + 1 : end] @ encoded.heads[start:end].T
        n = end - start
        scores += encoded.distances[start:end].ravel().take(self._apart[1:n, :n])
        return scores

    def labels(self, encoded: Encoded, heads: Integers) -> Integers:
        """The best relation of each row to its head: `root` to a root's row, and to no other."""
        of_head, of_word = encoded.label_heads[heads], encoded.label_dependents
        scores = np.concatenate([of_head * of_word, of_head, of_word], axis=1) @ self._label
        scores += self._label_bias
        scores += self._label_distance[self._reach[heads - np.arange(len(heads)) + LONGEST]]
        scores[:, self._root_label] = -np.inf
        best: Integers = scores.argmax(axis=1)
        at_root = np.zeros(encoded.starts[-1], bool)
        at_root[encoded.starts[:-1]] = True
        best[at_root[heads]] = self._root_label
        return best
