"""A sentence as a dependency tree."""

from collections.abc import Sequence

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


def is_tree(heads: Sequence[int]) -> bool:
    """Whether there is one root, and every word hangs from it."""
    seen = {n for n, head in enumerate(heads) if head == ROOT}
    if len(seen) != 1:
        return False
    for word in range(len(heads)):
        path: list[int] = []
        while word not in seen and len(path) < len(heads):
            path.append(word)
            word = heads[word]  # noqa: PLW2901
        if word not in seen:
            return False
        seen.update(path)
    return True
