"""Tokenized sentences → analyses, by the network."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from sys import intern

import numpy as np
import numpy.typing as npt

from holdfire.reading.parser.analysis import ROOT, Analysis
from holdfire.reading.parser.decode import all_heads
from holdfire.reading.parser.embeddings import Embeddings
from holdfire.reading.parser.network import LONGEST, Network, windows
from holdfire.reading.parser.weights import Weights, load, shipped

Names = npt.NDArray[np.object_]

_BATCH = 2000
_STOPS = frozenset(".;:,")


def pieces(words: Sequence[str], longest: int) -> list[Sequence[str]]:
    """The words in pieces that the network can take, cut after a stop or comma where there is one."""
    cut: list[Sequence[str]] = []
    while len(words) > longest:
        stops = [i for i in range(longest // 2, longest) if words[i] in _STOPS]
        at = stops[-1] + 1 if stops else longest
        cut.append(words[:at])
        words = words[at:]
    return [*cut, words]


def joined(parts: Sequence[Analysis]) -> Analysis:
    """One analysis of the pieces of a sentence: later roots hang on the first as `parataxis`."""
    if len(parts) == 1:
        return parts[0]
    heads: list[int] = []
    relations: list[str] = []
    first = parts[0].heads.index(ROOT)
    for part in parts:
        offset = len(heads)
        later = offset > 0
        heads += [(first if later else ROOT) if head == ROOT else head + offset for head in part.heads]
        relations += [
            "parataxis" if later and head == ROOT else relation
            for head, relation in zip(part.heads, part.relations, strict=True)
        ]
    return Analysis(tuple(tag for part in parts for tag in part.tags), tuple(heads), tuple(relations))


class NeuralParser:
    """Holdfire's parser. Its weights are read when it first parses; it keeps nothing of what it parsed."""

    name = "holdfire"

    def __init__(self, weights: Weights | None = None) -> None:
        self._given = weights

    @cached_property
    def _weights(self) -> Weights:
        return self._given or load(shipped())

    @cached_property
    def _network(self) -> Network:
        weights = self._weights
        return Network(weights.arrays, weights.dilations, weights.relations.index("root"))

    @cached_property
    def _embeddings(self) -> Embeddings:
        return Embeddings(self._network, self._weights.words)

    @cached_property
    def _tags(self) -> Names:
        return np.array([intern(tag) for tag in self._weights.tags], object)

    @cached_property
    def _relations(self) -> Names:
        return np.array([intern(name) for name in self._weights.relations], object)

    @property
    def version(self) -> str:
        """The version of the weights."""
        return self._weights.version

    def analyse(self, sentences: Sequence[Sequence[str]]) -> list[Analysis]:
        """One analysis a sentence, in order."""
        cut = [pieces(words, LONGEST - 1) if words else [] for words in sentences]
        flat = iter(
            [a for batch in _batches([p for parts in cut for p in parts]) for a in self._parsed(batch)]
        )
        return [joined([next(flat) for _ in parts]) if parts else Analysis((), (), ()) for parts in cut]

    def _parsed(self, sentences: Sequence[Sequence[str]]) -> Iterator[Analysis]:
        network, lengths = self._network, [len(words) + 1 for words in sentences]
        places = windows(lengths, network.offsets)
        encoded = network.encode(*self._embeddings.of(sentences, places), places, lengths)
        above = all_heads([network.arcs(encoded, i) for i in range(len(sentences))], encoded.starts)
        relations = network.labels(encoded, above)
        tags, relations_ = self._tags[encoded.tags].tolist(), self._relations[relations].tolist()
        heads = (above - encoded.starts[:-1].repeat(lengths) - 1).tolist()
        for start, end in pairwise(encoded.starts.tolist()):
            words = slice(start + 1, end)
            yield Analysis(tuple(tags[words]), tuple(heads[words]), tuple(relations_[words]))


def _batches(sentences: Sequence[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    """The sentences in order, in groups of at most so many words, so that memory is bounded."""
    group: list[Sequence[str]] = []
    held = 0
    for words in sentences:
        if group and held + len(words) > _BATCH:
            yield group
            group, held = [], 0
        group.append(words)
        held += len(words)
    if group:
        yield group
