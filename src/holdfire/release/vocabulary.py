"""The codes that may leave; what is not among them is no code of ours, and stays."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from holdfire.release.tables import rows


class Word(NamedTuple):
    """A code: the group it is told as where more would say too much, and how exactly it may be placed."""

    code: str
    group: str
    place: str


@cache
def acts() -> dict[str, Word]:
    """The acts, by their codes. Restraint is placed by country alone: it would map where nobody fires."""
    return {word.code: word for word in _words("act")}


@cache
def means() -> frozenset[str]:
    """The means."""
    return frozenset(word.code for word in _words("means"))


def _words(kind: str) -> list[Word]:
    text = (files("holdfire.release") / "vocabulary.tsv").read_text(encoding="utf-8")
    return [Word(*row[1:4]) for row in rows(text, columns=4) if row[0] == kind]
