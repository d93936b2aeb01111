"""The learnt weights of features: what makes it likely that words are handed on."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

from holdfire.reading.english.words.lexicon import rows

THRESHOLD = -1.0
SHOWN = 3


@cache
def shipped_weights() -> Mapping[str, float]:
    """The weights that come with Holdfire, read once a process."""
    table = resources.files(__package__).joinpath("weights.tsv").read_text("utf-8")
    return {name: float(weight) for name, weight in rows(table.splitlines(), name="weights.tsv", columns=2)}


def score(found: Iterable[str], weights: Mapping[str, float]) -> float:
    """The sum of the weights of features; higher is likelier."""
    return sum(weights.get(each, 0.0) for each in found)


def telling(found: Iterable[str], weights: Mapping[str, float]) -> tuple[str, ...]:
    """The features that speak most for it, with their weights: why words were taken as handed on."""
    weighed = sorted(((weights.get(each, 0.0), each) for each in set(found)), reverse=True)
    return tuple(f"{each} {weight:+.1f}" for weight, each in weighed[:SHOWN] if weight > 0)
