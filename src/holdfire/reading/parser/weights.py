"""The parser's weights, read from the package and checked against their digests."""

import hashlib
import io
import json
import zipfile
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np

from holdfire.errors import DataError
from holdfire.reading.parser.network import Floats

_REMEDY = "install Holdfire again, or train the weights anew"


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learnt: the arrays, and the names that their rows stand for."""

    version: str
    arrays: dict[str, Floats]
    words: dict[str, int]
    tags: tuple[str, ...]
    relations: tuple[str, ...]
    dilations: tuple[int, ...]


def shipped() -> Traversable:
    """The folder of the weights that come with the package."""
    return resources.files(__package__) / "weights"


def load(folder: Traversable) -> Weights:
    """The weights in a folder; DataError if a file is missing, altered or malformed."""
    try:
        manifest = json.loads(_content(folder, "manifest.json"))
        words = _checked(folder, "words.txt", manifest).decode("utf-8").split("\n")
        arrays = _arrays(_checked(folder, "network.npz", manifest))
        return Weights(
            version=str(manifest["version"]),
            arrays=arrays,
            words={word: number for number, word in enumerate(words, 2)},
            tags=tuple(manifest["tags"]),
            relations=tuple(manifest["relations"]),
            dilations=tuple(manifest["dilations"]),
        )
    except (KeyError, TypeError, ValueError, zipfile.BadZipFile) as error:
        raise DataError(
            f"the parser's weights are malformed: {error}", where=str(folder), remedy=_REMEDY
        ) from error


def _content(folder: Traversable, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except OSError as error:
        raise DataError(
            "the parser's weights are missing", where=f"{folder}/{name}", remedy=_REMEDY
        ) from error


def _checked(folder: Traversable, name: str, manifest: dict[str, Any]) -> bytes:
    content = _content(folder, name)
    if hashlib.sha256(content).hexdigest() != manifest["sha256"][name]:
        raise DataError(
            "the parser's weights do not match their digest", where=f"{folder}/{name}", remedy=_REMEDY
        )
    return content


def _arrays(content: bytes) -> dict[str, Floats]:
    with np.load(io.BytesIO(content)) as stored:
        return {name: stored[name].astype(np.float32) for name in stored.files}
