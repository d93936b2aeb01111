"""How far scores are from the answers, and how many best scores are right."""

from collections.abc import Sequence

import torch
from torch import Tensor

from training.syntax.batches import HEADS, IGNORED, RELATIONS, TAGS, Batch

SHARES = (0.5, 1.0, 1.0)
"""How much tags, heads and relations count."""


def answer_loss(answers: Batch, tags: Tensor, arcs: Tensor, labels: Tensor) -> Tensor:
    """The cross-entropy of scores with the chances of the answers: a sum over columns, a mean over words."""
    total = torch.zeros(())
    for column, scores in enumerate((tags, arcs, labels)):
        weights = answers.weights[column]
        likely = scores.log_softmax(-1).gather(-1, answers.choices[column])
        total = total - SHARES[column] * (weights * likely).sum() / weights.sum().clamp(min=1.0)
    return total


def right(
    answers: Sequence[Batch], found: Sequence[tuple[Tensor, Tensor, Tensor]]
) -> tuple[float, float, float]:
    """Share of words with the right tag, head, and head and relation."""
    counts = torch.zeros(4)
    for batch, (tags, heads, relations) in zip(answers, found, strict=True):
        there, headed = batch.best(HEADS) != IGNORED, heads == batch.best(HEADS)
        tagged, labelled = tags == batch.best(TAGS), headed & (relations == batch.best(RELATIONS))
        counts += torch.stack([(x & there).sum() for x in (there, tagged, headed, labelled)])
    tagged_, headed_, labelled_ = (counts[1:] / counts[0]).tolist()
    return tagged_, headed_, labelled_
