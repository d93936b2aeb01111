"""The teacher: the lower layers of a pretrained transformer under a tag head, biaffine arcs and labels."""

from pathlib import Path

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn
from transformers import MPNetConfig, MPNetModel

from training.syntax.teacher.pieces import SHAPES, Pieces

ARCS, LABELS, DROPOUT = 400, 128, 0.3


class Teacher(nn.Module):
    """Scores of tags, heads and relations, from word pieces."""

    def __init__(self, pretrained: Path, layers: int, tags: int, relations: int) -> None:
        super().__init__()
        config = MPNetConfig.from_pretrained(pretrained)
        config.num_hidden_layers = layers
        config.hidden_dropout_prob = config.attention_probs_dropout_prob = 0.0
        self.encoder = MPNetModel.from_pretrained(pretrained, config=config, add_pooling_layer=False)
        width = config.hidden_size
        self.shape = nn.Embedding(SHAPES, width)
        nn.init.zeros_(self.shape.weight)
        self.tag = nn.Linear(width, tags)
        self.head, self.dependent = nn.Linear(width, ARCS), nn.Linear(width, ARCS)
        self.arc = nn.Parameter(torch.zeros(ARCS + 1, ARCS))
        self.label_head, self.label_dependent = nn.Linear(width, LABELS), nn.Linear(width, LABELS)
        self.label = nn.Parameter(torch.zeros(relations, LABELS + 1, LABELS + 1))
        self.dropout = nn.Dropout(DROPOUT)

    def encode(self, pieces: Pieces) -> Tensor:
        """Each word in its context, the root at position 0."""
        embedded = self.encoder.get_input_embeddings()(pieces.ids) + self.shape(pieces.shapes)
        states = self.encoder(inputs_embeds=embedded, attention_mask=pieces.mask).last_hidden_state
        rows = pieces.first.unsqueeze(-1).expand(-1, -1, states.shape[-1])
        return self.dropout(states.gather(1, rows))

    def forward(self, pieces: Pieces, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The scores of tags and arcs, and the encoding that `labels` takes."""
        x = self.encode(pieces)
        heads, dependents = (self.dropout(F.gelu(layer(x))) for layer in (self.head, self.dependent))
        arcs = _with_one(dependents) @ self.arc @ heads.transpose(1, 2)
        return self.tag(x).float(), arcs.float() + (mask.unsqueeze(1) - 1) * 1e4, x

    def labels(self, x: Tensor, heads: Tensor) -> Tensor:
        """The scores of relations, given each word's head."""
        of_head, of_word = (self.dropout(F.gelu(f(x))) for f in (self.label_head, self.label_dependent))
        at = heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, LABELS)
        of_head, of_word = _with_one(of_head.gather(1, at)), _with_one(of_word)
        through = of_word @ self.label.permute(1, 0, 2).flatten(1)
        return (through.unflatten(-1, (-1, LABELS + 1)) * of_head.unsqueeze(2)).sum(-1).float()


def _with_one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)
