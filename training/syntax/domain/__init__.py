"""Sentences about orders and the use of force, generated with their trees from a grammar of our own.

The treebanks hold hardly any of these constructions (17 verb uses of "shoot"); a parser learns them here.
"""

from training.syntax.domain.chance import Chance
from training.syntax.domain.sentences import Sentences
from training.syntax.treebank import Example

LONGEST = 60


def generate(number: int, *, seed: int) -> list[Example]:
    """So many trees; the same seed gives the same ones."""
    maker = Sentences(Chance(seed))
    made: list[Example] = []
    while len(made) < number:
        tree = maker.sentence()
        if len(tree.words) <= LONGEST:
            made.append(tree)
    return made
