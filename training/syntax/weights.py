"""The trained net → the files that the package ships."""

import json
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from holdfire.reading.parser.weights import load
from training.syntax.batches import Encoder
from training.syntax.model import Net


def start_from(folder: Path) -> tuple[Encoder, dict[str, Tensor]]:
    """What exported weights know by name, and their tensors."""
    weights = load(folder)
    arrays = {name: torch.from_numpy(array) for name, array in weights.arrays.items()}
    return Encoder.named([*weights.words], [*weights.tags], [*weights.relations]), arrays


def save(net: Net, encoder: Encoder, folder: Path) -> None:
    """Write a checkpoint; `training.syntax.export` turns it into the shipped files."""
    folder.mkdir(parents=True, exist_ok=True)
    arrays = {name: tensor.numpy().astype(np.float16) for name, tensor in net.state_dict().items()}
    np.savez(folder / "weights.npz", **arrays)
    about = {
        "words": encoder.words,
        "tags": encoder.tags,
        "relations": encoder.relations,
        "dilations": net.sizes.dilations,
    }
    (folder / "about.json").write_text(json.dumps(about, ensure_ascii=False))
