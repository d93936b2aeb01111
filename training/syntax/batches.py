"""Trees → tensors: batches of similar length, padded."""

import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor

from holdfire.reading.parser.features import ABSENT, COLUMNS, columns, normal
from training.syntax.treebank import Example

IGNORED = -1
RARE_RELATION = 15
RARE_WORD = 2


class Batch(NamedTuple):
    """Sentences side by side; position 0 is the artificial root. Absent gold is IGNORED."""

    rows: Tensor
    tags: Tensor
    heads: Tensor
    relations: Tensor
    mask: Tensor


def batches(trees: Sequence[Example], size: int, chance: random.Random | None) -> Iterator[list[Example]]:
    """The trees in groups of about `size` words and similar length, shuffled if there is chance."""
    jitter = chance.random if chance else lambda: 0.0
    ordered = sorted(trees, key=lambda tree: len(tree.words) + 3 * jitter())
    groups: list[list[Example]] = [[]]
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
    def of(cls, trees: Iterable[Example]) -> "Encoder":
        """The encoder of a treebank: words seen twice, relations seen fifteen times."""
        forms: Counter[str] = Counter()
        tags: Counter[str] = Counter()
        relations: Counter[str] = Counter()
        for tree in trees:
            forms.update(normal(word.form) for word in tree.words)
            tags.update(word.tag for word in tree.words)
            relations.update(word.relation for word in tree.words)
        frequent = sorted(forms.items(), key=lambda x: (-x[1], x[0]))
        words = [word for word, n in frequent if n >= RARE_WORD and "\n" not in word]
        return cls.named(words, sorted(tags), sorted(r for r, n in relations.items() if n >= RARE_RELATION))

    @classmethod
    def named(cls, words: list[str], tags: list[str], relations: list[str]) -> "Encoder":
        """The encoder with these names, in their order."""
        return cls(words, tags, relations, {word: i for i, word in enumerate(words, 2)})

    @classmethod
    def saved(cls, checkpoint: Path) -> "Encoder":
        """The encoder of a checkpoint."""
        about = json.loads((checkpoint / "about.json").read_text("utf-8"))
        return cls.named(about["words"], about["tags"], about["relations"])

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

    def _gold(self, tree: Example) -> tuple[list[int], list[int], list[int]]:
        tags = [self.tags.index(w.tag) if w.tag in self.tags else IGNORED for w in tree.words]
        return tags, [w.head for w in tree.words], [self._relation(w.relation) for w in tree.words]

    def batch(self, trees: Sequence[Example]) -> Batch:
        """The tensors of some trees."""
        length = 1 + max(len(tree.words) for tree in trees)
        rows = torch.full((len(trees), length, COLUMNS), ABSENT)
        gold = torch.full((3, len(trees), length), IGNORED)
        mask = torch.zeros(len(trees), length)
        for i, tree in enumerate(trees):
            n = len(tree.words) + 1
            rows[i, 1:n] = torch.tensor([self._columns(w.form) for w in tree.words])
            gold[:, i, 1:n] = torch.tensor(self._gold(tree))
            mask[i, :n] = 1
        return Batch(rows, gold[0], gold[1], gold[2], mask)
