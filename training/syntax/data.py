"""Which trees are trained on, which choose, and how some are disguised each epoch."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from training.syntax.domain import generate
from training.syntax.treebank import Example, read

LOWERED, TITLED, RAISED, CURLED = 0.12, 0.02, 0.01, 0.2
"""Shares of the trees that are shown without capitals, in title case, in capitals, with curly quotes."""


def held_out(documents: list[str]) -> set[str]:
    """Every ninth GUM document, by name: never trained on."""
    return set(sorted(set(documents))[4::9])


def _curled(form: str) -> str:
    return {"'s": "’s", "n't": "n’t", "'re": "’re", "'ve": "’ve", "'ll": "’ll", "'": "’"}.get(form, form)


def disguise(chance: random.Random) -> Callable[[str], str]:
    """How the words of one tree are shown: as they are, or with their case or quotes changed."""
    draw = chance.random()
    if draw < LOWERED:
        return str.lower
    if draw < LOWERED + TITLED:
        return lambda form: form[:1].upper() + form[1:]
    if draw < LOWERED + TITLED + RAISED:
        return str.upper
    return _curled if chance.random() < CURLED else str


def disguised(tree: Example, chance: random.Random) -> Example:
    """The tree with its case or quotes changed, for the given shares of trees."""
    change = disguise(chance)
    return replace(tree, words=tuple(replace(w, form=change(w.form)) for w in tree.words))


@dataclass(frozen=True)
class Corpus:
    """Trees to train on and trees to choose by."""

    treebank: list[Example]
    dev: list[Example]
    domain: int
    seed: int

    def training(self, epoch: int) -> list[Example]:
        """The trees as one epoch shows them."""
        chance = random.Random(f"{self.seed} {epoch}")
        fresh = generate(self.domain, seed=1000 * self.seed + epoch)
        return [disguised(tree, chance) for tree in self.treebank + fresh]

    def vocabulary_source(self) -> list[Example]:
        """The trees whose words make the word table."""
        return self.treebank + generate(self.domain, seed=1000 * self.seed)


def corpus(folder: Path, *, domain: int, seed: int) -> Corpus:
    """EWT and GUM from `folder`, with so many generated trees, new ones each epoch."""
    gum = read(folder / "gum" / "gum_open.conllu.gz")
    away = held_out([tree.document for tree in gum])
    trees = read(folder / "ewt" / "ewt_train.conllu.gz")
    trees += [tree for tree in gum if tree.document not in away]
    return Corpus(trees, read(folder / "ewt" / "ewt_dev.conllu.gz"), domain, seed)
