"""The parser as a PyTorch module; `holdfire.reading.parser.network` computes the same in numpy."""

from dataclasses import dataclass
from functools import cache

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from holdfire.reading.parser.features import BUCKETS
from holdfire.reading.parser.network import DISTANCES, distance_bucket

EMBEDDING = (64, 24, 32, 16, 24, 16)
"""How wide the embedding of each column is: word, suffixes of 4, 3 and 2, prefix, shape."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the network is."""

    words: int
    tags: int
    relations: int
    width: int = 128
    dilations: tuple[int, ...] = (1, 2, 4, 8, 1)
    arcs: int = 64
    labels: int = 64
    dropout: float = 0.2


@cache
def distances(length: int) -> Tensor:
    """For each dependent (row) and head (column), the bucket of how far apart they stand."""
    return torch.tensor([[distance_bucket(head - word) for head in range(length)] for word in range(length)])


class Net(nn.Module):
    """Hashed features, dilated convolutions with residuals, a tag head, biaffine arcs, label products."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        width = sizes.width
        self.sizes = sizes
        rows = (sizes.words + 2, *BUCKETS)
        self.tables = nn.ModuleList(nn.Embedding(n, d) for n, d in zip(rows, EMBEDDING, strict=True))
        for table in self.tables:
            nn.init.normal_(table.weight, 0, 0.3)
        self.project = nn.Linear(sum(EMBEDDING), width)
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in range(len(sizes.dilations) + 1))
        self.convs = nn.ModuleList(nn.Linear(3 * width, width) for _ in sizes.dilations)
        self.tag = nn.Linear(width, sizes.tags)
        self.head = nn.Linear(width, sizes.arcs)
        self.dependent = nn.Linear(width, sizes.arcs)
        self.arc = nn.Linear(sizes.arcs, sizes.arcs, bias=False)
        self.head_bias = nn.Linear(sizes.arcs, 1, bias=False)
        self.distance = nn.Linear(width, DISTANCES)
        self.label_head = nn.Linear(width, sizes.labels)
        self.label_dependent = nn.Linear(width, sizes.labels)
        self.label = nn.Linear(3 * sizes.labels, sizes.relations)
        self.label_distance = nn.Embedding(DISTANCES, sizes.relations)
        nn.init.zeros_(self.label_distance.weight)
        self.dropout = nn.Dropout(sizes.dropout)

    def encode(self, rows: Tensor, mask: Tensor) -> Tensor:
        """Each word in its context."""
        pieces = [table(rows[:, :, i]) for i, table in enumerate(self.tables)]
        gaps = mask.unsqueeze(-1)
        x = self.norms[0](self.project(self.dropout(torch.cat(pieces, -1)))) * gaps
        for step, conv, norm in zip(self.sizes.dilations, self.convs, list(self.norms)[1:], strict=True):
            wide, length = F.pad(x, (0, 0, step, step)), x.shape[1]
            window = torch.cat([wide[:, :length], x, wide[:, 2 * step :]], -1)
            x = norm(x + self.dropout(F.relu(conv(window)))) * gaps
        return self.dropout(x)

    def forward(self, rows: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The scores of tags and arcs, and the encoding that `labels` takes."""
        x = self.encode(rows, mask)
        heads, dependents = F.relu(self.head(x)), F.relu(self.dependent(x))
        arcs = self.arc(dependents) @ heads.transpose(1, 2) + self.head_bias(heads).transpose(1, 2)
        buckets = distances(x.shape[1]).expand(x.shape[0], -1, -1)
        arcs = arcs + self.distance(x).gather(2, buckets) + (mask.unsqueeze(1) - 1) * 1e4
        return self.tag(x), arcs, x

    def labels(self, x: Tensor, heads: Tensor) -> Tensor:
        """The scores of relations, given each word's head."""
        heads = heads.clamp(min=0)
        of_head = F.relu(self.label_head(x)).gather(1, heads.unsqueeze(-1).expand(-1, -1, self.sizes.labels))
        of_word = F.relu(self.label_dependent(x))
        here = torch.arange(x.shape[1])
        away = distances(x.shape[1])[here, heads]
        return self.label(torch.cat([of_head * of_word, of_head, of_word], -1)) + self.label_distance(away)
