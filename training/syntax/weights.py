"""The trained net → the files that the package ships."""

import json
from pathlib import Path

import numpy as np
import torch

from training.syntax.batches import Encoder
from training.syntax.model import Net


def save(net: Net, encoder: Encoder, folder: Path) -> None:
    """Write a checkpoint; `training.syntax.export` turns it into the shipped files."""
    folder.mkdir(parents=True, exist_ok=True)
    torch.save(net.state_dict(), folder / "net.pt")
    arrays = {name: tensor.numpy().astype(np.float16) for name, tensor in net.state_dict().items()}
    np.savez(folder / "weights.npz", **arrays)
    about = {
        "words": encoder.words,
        "tags": encoder.tags,
        "relations": encoder.relations,
        "dilations": net.sizes.dilations,
    }
    (folder / "about.json").write_text(json.dumps(about, ensure_ascii=False))
