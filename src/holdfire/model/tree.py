"""A sentence as a dependency tree."""

import msgspec

from holdfire.model.sentence import Sentence

ROOT = -1


class Tree(msgspec.Struct, frozen=True):
    """A sentence as a dependency tree. All tuples are as long as `sentence.tokens`.

    `tags` are Penn Treebank tags, `heads` indices of tokens with ROOT (-1) for the one root, `relations`
    Universal Dependencies v2 labels with subtypes ("nsubj:pass", "obl:agent"), `lemmas` lower case.
    """

    sentence: Sentence
    tags: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
