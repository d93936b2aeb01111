"""JSON lines with a `text` each → sentences for the teacher, each once, in an order by chance."""

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path

from holdfire.model.report import Report
from holdfire.reading.text import clean
from holdfire.reading.tokens import split

SHORTEST, LONGEST = 4, 60


def _texts(path: Path) -> Iterator[str]:
    raw = path.read_bytes()
    for line in (gzip.decompress(raw) if path.suffix == ".gz" else raw).splitlines():
        yield str(json.loads(line)["text"])


def sentences(path: Path, *, seed: int) -> list[list[str]]:
    """The words of the sentences of middling length."""
    found: dict[tuple[str, ...], None] = {}
    for text in _texts(path):
        for sentence in split(clean(Report("", text, ""))):
            words = tuple(token.text for token in sentence.tokens)
            if SHORTEST <= len(words) <= LONGEST:
                found[words] = None
    ordered = [list(words) for words in found]
    random.Random(seed).shuffle(ordered)
    return ordered
