"""CoNLL-U → sentences for training: keeps forms, tags, heads, relations and spacing; drops the rest."""

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a tree; `head` counts from 1 and is 0 for the root, `spaced` tells of a space after."""

    form: str
    lemma: str
    tag: str
    head: int
    relation: str
    spaced: bool = True


@dataclass(frozen=True, slots=True)
class Example:
    """One tree of a treebank, with the document it comes from."""

    document: str
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The sentence as it was written."""
        return "".join(word.form + (" " if word.spaced else "") for word in self.words).strip()


def _columns(lines: Iterable[str]) -> Iterator[tuple[list[str], bool | None]]:
    """The word rows of a sentence, each with its spacing where a row of several tokens decides it."""
    glued_until, spaced_after = 0, True
    for line in lines:
        row = line.split("\t")
        if "." in row[0]:
            continue
        if "-" in row[0]:
            glued_until = int(row[0].split("-")[1])
            spaced_after = "SpaceAfter=No" not in row[9]
            continue
        number = int(row[0])
        inside = number <= glued_until
        yield row, (spaced_after if number == glued_until else False) if inside else None


def _word(row: list[str], spaced: bool | None) -> Word:
    if spaced is None:
        spaced = "SpaceAfter=No" not in row[9]
    return Word(row[1], row[2], row[4], int(row[6]), row[7], spaced)


def parse(text: str) -> Iterator[Example]:
    """The trees of a CoNLL-U text, in order."""
    document = ""
    for block in text.split("\n\n"):
        lines = [line for line in block.split("\n") if line]
        for line in lines:
            if line.startswith("# sent_id"):
                document = line.partition("=")[2].strip().rpartition("-")[0]
        rows = _columns(line for line in lines if not line.startswith("#"))
        words = tuple(_word(row, spaced) for row, spaced in rows)
        if words:
            yield Example(document, words)


def read(path: Path) -> list[Example]:
    """The trees of a CoNLL-U file, gzipped or not."""
    raw = path.read_bytes()
    return list(parse((gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")))


def write(examples: Iterable[Example]) -> str:
    """The trees as CoNLL-U."""
    blocks = []
    for example in examples:
        rows = [
            "\t".join([str(i), w.form, w.lemma, "_", w.tag, "_", str(w.head), w.relation, "_", space])
            for i, w in enumerate(example.words, 1)
            for space in ("_" if w.spaced else "SpaceAfter=No",)
        ]
        blocks.append("\n".join([f"# text = {example.text}", *rows, ""]))
    return "\n".join(blocks)
