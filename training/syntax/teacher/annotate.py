"""Let the teacher parse: `python -m training.syntax.teacher.annotate --teacher … --pretrained … --texts …`.

Writes a line a sentence: its words, and for each word the likeliest tags, heads and relations with their
chances in percent. Sentences come in an order by chance, so that stopping early leaves a fair sample.
"""

import argparse
import gzip
import json
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from training.syntax.taught import LIKELIEST
from training.syntax.teacher.model import Teacher
from training.syntax.teacher.pieces import Cutter
from training.syntax.teacher.texts import sentences

POOL = 4000
Ranked = list[list[list[int]]]


def ranked(scores: Tensor, lengths: Sequence[int]) -> list[Ranked]:
    """For each word of each sentence, the likeliest choices and their chances in percent."""
    chances, choices = scores.softmax(-1).topk(min(LIKELIEST, scores.shape[-1]))
    percent = (chances * 100).round().int()
    both = torch.stack([choices, percent], -1).tolist()
    return [
        [[pair for pair in word if pair[1] > 0] for word in rows[1 : n + 1]]
        for rows, n in zip(both, lengths, strict=True)
    ]


@torch.no_grad()
def annotated(teacher: Teacher, cutter: Cutter, group: list[list[str]]) -> list[dict[str, object]]:
    """What the teacher says of some sentences."""
    lengths = [len(words) for words in group]
    mask = (torch.arange(max(lengths) + 1) <= torch.tensor(lengths).unsqueeze(1)).float()
    with torch.autocast("cpu", torch.bfloat16):
        tags, arcs, x = teacher(cutter(group), mask)
        arcs.diagonal(dim1=1, dim2=2).fill_(-1e4)
        labels = teacher.labels(x, arcs.argmax(-1))
    columns = [ranked(scores, lengths) for scores in (tags, arcs, labels)]
    return [
        {"words": words, "tags": tag, "heads": head, "relations": relation}
        for words, tag, head, relation in zip(group, *columns, strict=True)
    ]


def loaded(folder: Path, pretrained: Path) -> Teacher:
    """The teacher of a checkpoint."""
    about = json.loads((folder / "about.json").read_text("utf-8"))
    teacher = Teacher(pretrained, about["layers"], len(about["tags"]), len(about["relations"]))
    teacher.load_state_dict(torch.load(folder / "teacher.pt"))
    return teacher.bfloat16().eval()


def main() -> None:
    """Read the options, annotate, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--pretrained", type=Path, required=True)
    parser.add_argument("--texts", type=Path, required=True, help="JSON lines with a `text`, gzipped or not")
    parser.add_argument("--out", type=Path, default=Path("build/taught.jsonl.gz"))
    parser.add_argument("--words", type=int, default=1_500_000, help="how many words at most")
    parser.add_argument("--tokens", type=int, default=1200, help="words a batch")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    teacher, cutter = loaded(options.teacher, options.pretrained), Cutter(options.pretrained)
    rest, done, begun = sentences(options.texts, seed=options.seed), 0, time.perf_counter()
    print(len(rest), "sentences", flush=True)
    with gzip.open(options.out, "wt", encoding="utf-8", compresslevel=3) as out:
        while rest and done < options.words:
            pool, rest = sorted(rest[:POOL], key=len), rest[POOL:]
            while pool:
                take = max(1, options.tokens // (len(pool[0]) + 3))
                group, pool = pool[:take], pool[take:]
                for row in annotated(teacher, cutter, group):
                    out.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")
                done += sum(map(len, group))
            print(f"{done} words, {time.perf_counter() - begun:.0f}s", flush=True)


if __name__ == "__main__":
    main()
