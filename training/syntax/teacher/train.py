"""Tune the teacher: `python -m training.syntax.teacher.train --data DIR --pretrained DIR [--out DIR]`.

The folder `--pretrained` holds MPNet's `config.json`, `model.safetensors` and `tokenizer.json`. Every
`--every` steps it looks at EWT dev and writes a checkpoint.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor

from training.syntax.batches import HEADS, Batch, Encoder, batches
from training.syntax.data import Corpus, corpus
from training.syntax.loss import answer_loss, right
from training.syntax.teacher.model import Teacher
from training.syntax.teacher.pieces import Cutter, Pieces
from training.syntax.train import scheduled
from training.syntax.treebank import Example

LONGEST = 120


class Lesson(NamedTuple):
    """Trees as both sides of a batch."""

    pieces: Pieces
    batch: Batch


class Lessons:
    """Makes batches of trees."""

    def __init__(self, encoder: Encoder, cutter: Cutter) -> None:
        self._encoder, self._cutter = encoder, cutter

    def of(self, trees: list[Example]) -> Lesson:
        """The batch of some trees."""
        pieces = self._cutter([[word.form for word in tree.words] for tree in trees])
        return Lesson(pieces, self._encoder.batch([self._encoder.lesson(tree) for tree in trees]))

    def endless(self, data: Corpus, tokens: int, seed: int) -> Iterator[Lesson]:
        """Batches of one epoch after another."""
        chance, epoch = random.Random(seed), 0
        while True:
            epoch += 1
            trees = [tree for tree in data.training(epoch) if len(tree.words) <= LONGEST]
            for group in batches(trees, tokens, chance):
                yield self.of(group)


def loss_of(teacher: Teacher, lesson: Lesson) -> Tensor:
    """What the teacher gets wrong: tags count half."""
    gold = lesson.batch
    tags, arcs, x = teacher(lesson.pieces, gold.mask)
    return answer_loss(gold, tags, arcs, teacher.labels(x, gold.best(HEADS)))


@torch.no_grad()
def accuracy(teacher: Teacher, lessons: list[Lesson]) -> tuple[float, float, float]:
    """Share of words with the right tag, head, and head and relation (greedy heads)."""
    teacher.eval()
    found = []
    for lesson in lessons:
        with torch.autocast("cpu", torch.bfloat16):
            tags, arcs, x = teacher(lesson.pieces, lesson.batch.mask)
            heads = arcs.argmax(-1)
            found.append((tags.argmax(-1), heads, teacher.labels(x, heads).argmax(-1)))
    teacher.train()
    return right([lesson.batch for lesson in lessons], found)


def parameters(teacher: Teacher, options: argparse.Namespace) -> list[dict[str, object]]:
    """The pretrained weights learn slowly, the lowest not at all; the new ones fast."""
    for lowest in (teacher.encoder.embeddings, *teacher.encoder.encoder.layer[: options.frozen]):
        lowest.requires_grad_(False)
    slow = [p for p in teacher.encoder.parameters() if p.requires_grad]
    known = {id(p) for p in teacher.encoder.parameters()}
    fast = [p for p in teacher.parameters() if id(p) not in known]
    return [{"params": slow, "peak": options.rate}, {"params": fast, "peak": options.head_rate}]


def save(teacher: Teacher, encoder: Encoder, out: Path) -> None:
    """Write a checkpoint."""
    out.mkdir(parents=True, exist_ok=True)
    torch.save({k: v.bfloat16() for k, v in teacher.state_dict().items()}, out / "teacher.pt")
    layers = teacher.encoder.config.num_hidden_layers
    about = {"words": encoder.words, "tags": encoder.tags, "relations": encoder.relations, "layers": layers}
    (out / "about.json").write_text(json.dumps(about, ensure_ascii=False))


def train(data: Corpus, encoder: Encoder, cutter: Cutter, options: argparse.Namespace) -> None:
    """Tune for the given steps."""
    teacher = Teacher(options.pretrained, options.layers, len(encoder.tags), len(encoder.relations))
    if options.after:
        teacher.load_state_dict(torch.load(options.after / "teacher.pt"))
    lessons = Lessons(encoder, cutter)
    dev = [lessons.of(group) for group in batches(data.dev, 1500, None)]
    groups = parameters(teacher, options)
    optimiser = torch.optim.AdamW(groups, lr=0.0, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    begun = time.perf_counter()
    teacher.train()
    for step, lesson in enumerate(lessons.endless(data, options.tokens, options.seed), 1):
        for group in optimiser.param_groups:
            group["lr"] = group["peak"] * scheduled(step, options.steps)
        with torch.autocast("cpu", torch.bfloat16):
            loss = loss_of(teacher, lesson)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
        optimiser.step()
        if step % 20 == 0:
            print(f"{step} {time.perf_counter() - begun:.0f}s loss {loss.item():.3f}", flush=True)
        if step % options.every == 0 or step == options.steps:
            scores = " ".join(f"{x:.4f}" for x in accuracy(teacher, dev))
            print(f"{step} {time.perf_counter() - begun:.0f}s dev {scores}", flush=True)
            save(teacher, encoder, options.out)
        if step == options.steps:
            return


def main() -> None:
    """Read the options, tune, write the checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with ewt/ and gum/")
    parser.add_argument("--pretrained", type=Path, required=True, help="folder of the transformer")
    parser.add_argument("--out", type=Path, default=Path("build/teacher"))
    parser.add_argument("--layers", type=int, default=6, help="how many of its layers to use, from below")
    parser.add_argument("--frozen", type=int, default=2, help="how many of these stay as they are")
    parser.add_argument("--steps", type=int, default=600)
    parser.add_argument("--tokens", type=int, default=600, help="words a batch")
    parser.add_argument("--domain", type=int, default=2000, help="how many generated trees an epoch")
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--after", type=Path, help="a checkpoint to go on from, with these layers")
    parser.add_argument("--every", type=int, default=150)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    data = corpus(options.data, domain=options.domain, seed=options.seed)
    encoder = Encoder.of(data.vocabulary_source())
    train(data, encoder, Cutter(options.pretrained), options)


if __name__ == "__main__":
    main()
