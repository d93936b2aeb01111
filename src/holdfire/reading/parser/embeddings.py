"""Words → vectors, kept for words seen before."""

from collections.abc import Mapping, Sequence
from itertools import filterfalse

import numpy as np

from holdfire.reading.parser.features import ABSENT, COLUMNS, columns
from holdfire.reading.parser.network import NEAR, Floats, Integers, Network

KEPT_AT_MOST = 12_000
_ROOT = ""
_PLACES = len(NEAR) + 1


class Embeddings:
    """The vectors of words; the same word always has the same, so what is kept changes nothing but speed."""

    def __init__(self, network: Network, vocabulary: Mapping[str, int]) -> None:
        self._network = network
        self._vocabulary = vocabulary
        self._numbers: dict[str, int] = {}
        self._vectors = np.empty((KEPT_AT_MOST + 1, _PLACES, network.width), np.float32)
        self._vectors[KEPT_AT_MOST] = 0  # stands for no word
        self._flat = self._vectors.reshape(-1, network.width)

    def of(self, sentences: Sequence[Sequence[str]], places: Integers) -> tuple[Floats, Floats]:
        """The vectors of some sentences' words, one after another, with the root's before each sentence.

        And beside each word's own vector the sum of what the words around it add, by the network's `places`.
        """
        words = [word for sentence in sentences for word in (_ROOT, *sentence)]
        rows = list(map(self._numbers.get, words))
        if None in rows:
            self._learn(words)
            rows = list(map(self._numbers.get, words))
        first = np.array([*rows, KEPT_AT_MOST]) * _PLACES
        around = first[places[:, : len(NEAR)]]
        near = self._flat.take(around[:, 0] + 1, axis=0)
        for place in range(1, _PLACES - 1):
            near += self._flat.take(around[:, place] + (1 + place), axis=0)
        return self._flat.take(first[:-1], axis=0), near

    def _learn(self, words: Sequence[str]) -> None:
        """Add the words not yet known, after forgetting all if there is no room for them."""
        new = list(filterfalse(self._numbers.__contains__, dict.fromkeys(words)))
        if len(self._numbers) + len(new) > KEPT_AT_MOST:
            self._numbers.clear()
            new = list(dict.fromkeys(words))
        start = len(self._numbers)
        rows = np.array([self._columns(w) for w in new])
        self._vectors[start : start + len(new)] = self._network.embed(rows)
        self._numbers.update(zip(new, range(start, start + len(new)), strict=True))

    def _columns(self, word: str) -> tuple[int, ...]:
        return (ABSENT,) * COLUMNS if word == _ROOT else columns(word, self._vocabulary)
