"""Words → word pieces: the rows of the transformer, and which of them stands for each word."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from tokenizers import Tokenizer
from torch import Tensor

from holdfire.reading.parser.features import BUCKETS, columns

SHAPES = BUCKETS[-1]
AT_MOST = 4
"""How many pieces of one word are shown: its first ones and its last."""
_BEGIN, _PAD, _END = "<s>", "<pad>", "</s>"


class Pieces(NamedTuple):
    """Sentences side by side. `first` gives each word's first piece; position 0 is the root's."""

    ids: Tensor
    shapes: Tensor
    mask: Tensor
    first: Tensor


class Cutter:
    """Cuts words into pieces, each word by itself."""

    def __init__(self, pretrained: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(pretrained / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._kept: dict[str, tuple[list[int], int]] = {}
        self._begin, self._pad, self._end = (self._tokenizer.token_to_id(x) for x in (_BEGIN, _PAD, _END))

    def _cut(self, word: str) -> tuple[list[int], int]:
        """The pieces of a word, and the number of its shape: the transformer itself sees no capitals."""
        if word not in self._kept:
            ids = self._tokenizer.encode(word, add_special_tokens=False).ids
            unknown = [self._tokenizer.token_to_id("[UNK]")]
            ids = ids[: AT_MOST - 1] + ids[-1:] if len(ids) > AT_MOST else ids
            self._kept[word] = ids or unknown, columns(word, {})[-1]
        return self._kept[word]

    def __call__(self, sentences: Sequence[Sequence[str]]) -> Pieces:
        """The pieces of some sentences."""
        cut = [[self._cut(word) for word in words] for words in sentences]
        longest = max(sum(len(ids) for ids, _ in words) for words in cut) + 2
        ids = torch.full((len(cut), longest), self._pad)
        shapes, mask = torch.zeros_like(ids), torch.zeros(len(cut), longest)
        first = torch.zeros((len(cut), 1 + max(map(len, cut))), dtype=torch.long)
        for i, words in enumerate(cut):
            row, row_shapes = [self._begin], [0]
            for n, (pieces, shape) in enumerate(words, 1):
                first[i, n] = len(row)
                row += pieces
                row_shapes += [shape] * len(pieces)
            row.append(self._end)
            ids[i, : len(row)] = torch.tensor(row)
            shapes[i, : len(row_shapes)] = torch.tensor(row_shapes)
            mask[i, : len(row)] = 1
        return Pieces(ids, shapes, mask, first)
