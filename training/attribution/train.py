"""Coded texts → `saying/weights.tsv`: `python -m training.attribution.train TRAIN.jsonl.gz`.

A logistic regression over named features, fitted twice: once with an L1 penalty to choose the features, and
again over those that are left. A proposal is as right as it agrees with what was coded (0 to 1).
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from holdfire.reading import syntax, tokens
from holdfire.reading.english import saying
from holdfire.reading.english.saying.answers import source_of
from holdfire.reading.english.saying.choosing import cue_words, featured
from holdfire.reading.english.saying.quotations import Quotations
from holdfire.reading.english.words.lexicon import shipped
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.text import clean
from training.attribution.coded import agreement, coded_texts

OUT = Path(saying.__file__).with_name("weights.tsv")
SEEN_AT_LEAST, KEPT_FROM = 6, 0.02
L1, L2 = 0.1, 0.02
BATCH, EPOCHS, RATE = 512, 12, 0.3
HEAD = """\
# Weights of features of attributions (docs/explanation/attribution.md), learnt by training/attribution from
# the training part of PolNeAR 1.0 (Newell, Margolin, Ruths 2018): lemmas and shapes, no sentences, no people.
feature\tweight
"""

Vector = NDArray[np.float64]


def examples(path: Path) -> Iterator[tuple[tuple[str, ...], float]]:
    """The features of each proposal in the coded texts, and how right it is."""
    words, parser = shipped(), syntax.load()
    for report, coded in coded_texts(path):
        text = clean(report)
        sentences = tokens.split(text)
        quotations = Quotations(text.words, text.paragraphs, sentences)
        for number, tree in enumerate(parser.parse(sentences)):
            for proposal, named in featured(Dependents(tree), number, quotations, words):
                anchors = [*cue_words(proposal), *source_of(proposal)]
                yield named, max((agreement(anchors, proposal.pieces, c) for c in coded), default=0.0)


def fit(rows: Sequence[NDArray[np.intp]], right: Vector, size: int, *, l1: float, l2: float) -> Vector:
    """Weights by AdaGrad over batches; an L1 penalty as a step towards zero."""
    weights, seen = np.zeros(size), np.full(size, 0.1)
    order, random = np.arange(len(rows)), np.random.default_rng(0)
    for _ in range(EPOCHS):
        random.shuffle(order)
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            columns = np.concatenate([rows[i] for i in batch])
            of = np.repeat(np.arange(len(batch)), [len(rows[i]) for i in batch])
            likely = 1 / (1 + np.exp(-np.bincount(of, weights[columns], minlength=len(batch))))
            used, at = np.unique(columns, return_inverse=True)
            slope = np.bincount(at, (likely - right[batch])[of]) + l2 * weights[used]
            seen[used] += slope * slope
            step = RATE / np.sqrt(seen[used])
            moved = weights[used] - step * slope
            weights[used] = np.sign(moved) * np.maximum(0, np.abs(moved) - step * l1)
    return weights


def learn(found: Sequence[tuple[tuple[str, ...], float]]) -> dict[str, float]:
    """The weights of the features that are worth keeping."""
    counts = Counter(f for named, _ in found for f in set(named))
    names = sorted(f for f, n in counts.items() if n >= SEEN_AT_LEAST)
    right = np.array([r for _, r in found])
    first = fit(_rows(found, names), right, len(names), l1=L1, l2=0.0)
    names = [name for name, weight in zip(names, first, strict=True) if abs(weight) > KEPT_FROM]
    last = fit(_rows(found, names), right, len(names), l1=0.0, l2=L2)
    return dict(zip(names, last.tolist(), strict=True))


def _rows(found: Sequence[tuple[tuple[str, ...], float]], names: Sequence[str]) -> list[NDArray[np.intp]]:
    number = {name: n for n, name in enumerate(names)}
    return [np.array([number[f] for f in named if f in number], dtype=np.intp) for named, _ in found]


def main() -> None:
    """Learn the weights and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    wanted = parser.parse_args()
    weights = learn(list(examples(wanted.data)))
    lines = [f"{name}\t{weight:.2f}\n" for name, weight in sorted(weights.items()) if abs(weight) >= 0.01]
    wanted.out.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
