"""What a teacher says of a sentence: each word's likeliest tags, heads and relations, with their chances."""

import gzip
import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from training.syntax.data import disguise

LIKELIEST = 4
"""How many choices are kept of each word."""


@dataclass(frozen=True, slots=True)
class Taught:
    """A sentence with its answers: row numbers of choices and percents; axes: which column, word, rank."""

    words: tuple[str, ...]
    choices: npt.NDArray[np.int16]
    weights: npt.NDArray[np.uint8]

    def shown(self, change: Callable[[str], str]) -> "Taught":
        """The sentence with its words written in another way."""
        return replace(self, words=tuple(map(change, self.words)))


def read(path: Path) -> list[Taught]:
    """The sentences of a file that `training.syntax.teacher.annotate` wrote."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_sentence(json.loads(line)) for line in lines]


def _sentence(row: dict[str, list[list[list[int]]]]) -> Taught:
    columns = [row["tags"], row["heads"], row["relations"]]
    filled = [[[*word, *[[0, 0]] * (LIKELIEST - len(word))] for word in column] for column in columns]
    both = np.array(filled, np.int16)
    return Taught(tuple(map(str, row["words"])), both[..., 0].copy(), both[..., 1].astype(np.uint8))


def portions(sentences: Sequence[Taught], words: int, seed: int) -> Iterator[list[Taught]]:
    """The sentences in disguise, so many words at a time, from the first to the last and round again."""
    if not sentences:
        while True:
            yield []
    chance, at = random.Random(seed), 0
    while True:
        portion: list[Taught] = []
        held = 0
        while held < words:
            portion.append(sentences[at].shown(disguise(chance)))
            held += len(portion[-1].words)
            at = (at + 1) % len(sentences)
        yield portion
