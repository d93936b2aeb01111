"""Trees → tensors: batches of similar length, padded."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol, TypeVar

import numpy as np
import torch
from torch import Tensor

from holdfire.reading.parser.features import ABSENT, COLUMNS, columns, normal
from training.syntax.taught import LIKELIEST, Taught
from training.syntax.treebank import Example

IGNORED = -1
RARE_RELATION = 15
RARE_WORD, RARE_IN_TEXTS = 2, 8
TAGS, HEADS, RELATIONS = range(3)


class Sized(Protocol):
    """Anything with words."""

    @property
    def words(self) -> Sequence[object]:
        """Its words."""
        ...


T = TypeVar("T", bound=Sized)


class Batch(NamedTuple):
    """Sentences side by side; position 0 is the artificial root.

    `choices` and `weights` hold the answers for tags, heads and relations (first axis): the row numbers of up
    to so many choices of each word, best first, and their chances, all 0 where no answer is known.
    """

    rows: Tensor
    choices: Tensor
    weights: Tensor
    mask: Tensor

    def best(self, column: int) -> Tensor:
        """The best answers for tags, heads or relations, IGNORED where none is known."""
        return self.choices[column, ..., 0].masked_fill(self.weights[column, ..., 0] == 0, IGNORED)


def batches(trees: Sequence[T], size: int, chance: random.Random | None) -> Iterator[list[T]]:
    """The trees in groups of about `size` words and similar length, shuffled if there is chance."""
    jitter = chance.random if chance else lambda: 0.0
    ordered = sorted(trees, key=lambda tree: len(tree.words) + 3 * jitter())
    groups: list[list[T]] = [[]]
    held = 0
    for tree in ordered:
        held += len(tree.words) + 1
        if held > size and groups[-1]:
            groups.append([])
            held = len(tree.words) + 1
        groups[-1].append(tree)
    if chance:
        chance.shuffle(groups)
    yield from groups


@dataclass(frozen=True)
class Encoder:
    """What the net knows by name: words, tags, relations; turns trees into tensors."""

    words: list[str]
    tags: list[str]
    relations: list[str]
    entries: dict[str, int]
    kept: dict[str, tuple[int, ...]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, trees: Iterable[Example], taught: Iterable[Taught] = ()) -> "Encoder":
        """The encoder of a treebank: words seen twice, or eight times in what is taught."""
        forms: Counter[str] = Counter()
        more: Counter[str] = Counter()
        tags: Counter[str] = Counter()
        relations: Counter[str] = Counter()
        for tree in trees:
            forms.update(normal(word.form) for word in tree.words)
            tags.update(word.tag for word in tree.words)
            relations.update(word.relation for word in tree.words)
        for sentence in taught:
            more.update(map(normal, sentence.words))
        both = {word: (-forms[word], -more[word], word) for word in [*forms, *more]}
        frequent = sorted(both, key=lambda word: both[word])
        words = [w for w in frequent if (forms[w] >= RARE_WORD or more[w] >= RARE_IN_TEXTS) and "\n" not in w]
        return cls.named(words, sorted(tags), sorted(r for r, n in relations.items() if n >= RARE_RELATION))

    @classmethod
    def named(cls, words: list[str], tags: list[str], relations: list[str]) -> "Encoder":
        """The encoder with these names, in their order."""
        return cls(words, tags, relations, {word: i for i, word in enumerate(words, 2)})

    def _columns(self, form: str) -> tuple[int, ...]:
        row = self.kept.get(form)
        if row is None:
            row = self.kept[form] = columns(form, self.entries)
        return row

    def _relation(self, name: str) -> int:
        for known in (name, name.partition(":")[0], "dep"):
            if known in self.relations:
                return self.relations.index(known)
        raise ValueError(name)

    def lesson(self, tree: Example) -> Taught:
        """The tree as one who is sure would teach it."""
        tags = [self.tags.index(w.tag) if w.tag in self.tags else IGNORED for w in tree.words]
        answers = [tags, [w.head for w in tree.words], [self._relation(w.relation) for w in tree.words]]
        choices = np.zeros((3, len(tree.words), LIKELIEST), np.int16)
        weights = np.zeros((3, len(tree.words), LIKELIEST), np.uint8)
        choices[:, :, 0] = np.array(answers)
        weights[:, :, 0] = 100 * (choices[:, :, 0] != IGNORED)
        return Taught(tuple(word.form for word in tree.words), np.maximum(choices, 0), weights)

    def batch(self, lessons: Sequence[Taught]) -> Batch:
        """The tensors of some lessons."""
        length = 1 + max(len(lesson.words) for lesson in lessons)
        rows = torch.full((len(lessons), length, COLUMNS), ABSENT)
        choices = torch.zeros((3, len(lessons), length, LIKELIEST), dtype=torch.long)
        weights, mask = torch.zeros(choices.shape), torch.zeros(len(lessons), length)
        for i, lesson in enumerate(lessons):
            n = len(lesson.words) + 1
            rows[i, 1:n] = torch.tensor([self._columns(form) for form in lesson.words])
            choices[:, i, 1:n] = torch.from_numpy(lesson.choices).long()
            weights[:, i, 1:n] = torch.from_numpy(lesson.weights) / 100
            mask[i, :n] = 1
        return Batch(rows, choices, weights, mask)
