"""How rare a word is: from 0 (in every text) up, as texts of news use it; shipped, so that it never changes.

It is the logarithm of the share of texts that hold the word, learnt by `training.corroboration.rarity`.
A likeness that rests on a fixed table is the same whatever else is compared.
"""

from functools import cache
from importlib import resources

HIGHEST = 8.0
"""The rarity of a word that the table does not hold."""


def rarity(word: str) -> float:
    """The rarity of a word in lower case."""
    return _table().get(word, HIGHEST)


@cache
def _table() -> dict[str, float]:
    lines = resources.files(__package__).joinpath("rarity.tsv").read_text("utf-8").splitlines()
    cells = (line.split("\t") for line in lines if not line.startswith("#"))
    return {word: float(value) for value, words in cells for word in words.split(" ")}
