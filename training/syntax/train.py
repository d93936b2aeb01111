"""Train the parser: `python -m training.syntax.train --data DIR [--out DIR] [--steps N | --minutes N]`.

DIR holds `ewt/ewt_{train,dev}.conllu.gz` and `gum/gum_open.conllu.gz`. The same data, seed and number of
steps give the same weights on the same machine; `--minutes` takes as many steps as the speed of the first
hundred promises. Progress goes to standard output. `training.syntax.export` then makes the shipped files.
"""

import argparse
import random
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor

from training.syntax.batches import HEADS, Batch, Encoder, batches
from training.syntax.data import Corpus, corpus
from training.syntax.loss import answer_loss, right
from training.syntax.model import Net, Sizes
from training.syntax.taught import Taught, portions, read
from training.syntax.weights import save, start_from

AVERAGED = 0.998


def loss_of(net: Net, batch: Batch) -> Tensor:
    """How far the net is from the answers."""
    tags, arcs, x = net(batch.rows, batch.mask)
    return answer_loss(batch, tags, arcs, net.labels(x, batch.choices[HEADS, ..., 0]))


@torch.no_grad()
def accuracy(net: Net, held_out: list[Batch]) -> tuple[float, float, float]:
    """Share of words with the right tag, head, and head and relation (greedy heads)."""
    net.eval()
    found = []
    for batch in held_out:
        tags, arcs, x = net(batch.rows, batch.mask)
        heads = arcs.argmax(-1)
        found.append((tags.argmax(-1), heads, net.labels(x, heads).argmax(-1)))
    net.train()
    return right(held_out, found)


def dropped(rows: Tensor, share: float) -> Tensor:
    """The rows with a share of the known words made unknown, so that the net learns to do without them."""
    rows = rows.clone()
    hidden = (torch.rand(rows.shape[:2]) < share) & (rows[:, :, 0] > 1)
    rows[:, :, 0] = rows[:, :, 0].masked_fill(hidden, 1)
    return rows


class Average:
    """An exponential moving average of the net's weights, which generalises better than the last ones."""

    def __init__(self, net: Net, sizes: Sizes) -> None:
        self.net = Net(sizes)
        self.net.load_state_dict(net.state_dict())

    @torch.no_grad()
    def update(self, net: Net, step: int) -> None:
        """Move towards the net, faster in the beginning."""
        keep = min(AVERAGED, (1 + step) / (10 + step))
        for mine, its in zip(self.net.parameters(), net.parameters(), strict=True):
            mine.lerp_(its, 1 - keep)


def scheduled(step: int, steps: int) -> float:
    """What share of the learning rate to use: up over the first 3%, then down in a line to a hundredth."""
    done = step / steps
    return min(1.0, (done + 0.002) / 0.03) * max(0.01, 1 - done)


def train(
    net: Net, data: Corpus, more: Sequence[Taught], encoder: Encoder, options: argparse.Namespace
) -> Net:
    """The averaged net after the given minutes or steps."""
    average = Average(net, net.sizes)
    dev = [encoder.batch(b) for b in batches([encoder.lesson(tree) for tree in data.dev], 4000, None)]
    taught = portions(more, options.portion, options.seed)
    optimiser = torch.optim.AdamW(
        net.parameters(), lr=options.rate, betas=(0.9, 0.95), weight_decay=options.decay
    )
    chance, begun, step = random.Random(options.seed), time.perf_counter(), 0
    steps = 0 if options.minutes else options.steps
    epoch = 0
    while step < (steps or 101):
        epoch += 1
        lessons = [encoder.lesson(tree) for tree in data.training(epoch)] + next(taught)
        for group in batches(lessons, options.tokens, chance):
            if step == 100 and not steps:
                steps = int(options.minutes * 60 / (time.perf_counter() - begun) * 100)
                print(f"{steps} steps", flush=True)
            if steps and step >= steps:
                break
            optimiser.param_groups[0]["lr"] = options.rate * scheduled(step, steps or 20_000)
            batch = encoder.batch(group)
            loss = loss_of(net, batch._replace(rows=dropped(batch.rows, options.word_dropout)))
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimiser.step()
            step += 1
            average.update(net, step)
        if epoch % options.every == 0:
            scores = " ".join(f"{x:.4f}" for x in accuracy(average.net, dev))
            spent = time.perf_counter() - begun
            print(f"{epoch} {step} {spent:.0f}s loss {loss.item():.3f} dev {scores}", flush=True)
            save(average.net, encoder, options.out)
    return average.net.eval()


def main() -> None:
    """Read the options, train, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with ewt/ and gum/")
    parser.add_argument("--out", type=Path, default=Path("build/syntax"), help="folder for the checkpoint")
    parser.add_argument("--steps", type=int, default=16_000, help="batches; as shipped: 16,000")
    parser.add_argument("--minutes", type=float, default=0, help="instead of steps, for a quick try")
    parser.add_argument("--domain", type=int, default=4000, help="how many generated trees an epoch")
    parser.add_argument("--taught", type=Path, help="sentences that a teacher annotated")
    parser.add_argument("--portion", type=int, default=400_000, help="how many words of them an epoch")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tokens", type=int, default=1500, help="words a batch")
    parser.add_argument("--word-dropout", type=float, default=0.15)
    parser.add_argument("--decay", type=float, default=1e-3)
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--dilations", default="1,2,4,8,1")
    parser.add_argument("--dropout", type=float, default=0.25)
    parser.add_argument("--rate", type=float, default=3e-3, help="the highest learning rate")
    parser.add_argument("--after", type=Path, help="exported weights to go on from (their words and sizes)")
    parser.add_argument("--every", type=int, default=3, help="epochs between looks at the dev set")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    data = corpus(options.data, domain=options.domain, seed=options.seed)
    more = read(options.taught) if options.taught else []
    begin: Mapping[str, Tensor] = {}
    if options.after:
        encoder, begin = start_from(options.after)
    else:
        encoder = Encoder.of(data.vocabulary_source(), more)
    sizes = Sizes(
        len(encoder.words),
        len(encoder.tags),
        len(encoder.relations),
        width=options.width,
        dilations=tuple(int(d) for d in options.dilations.split(",")),
        dropout=options.dropout,
    )
    print(len(data.treebank), "trees;", len(more), "taught;", sizes, flush=True)
    net = Net(sizes)
    if begin:
        net.load_state_dict(begin)
    save(train(net, data, more, encoder, options), encoder, options.out)


if __name__ == "__main__":
    main()
