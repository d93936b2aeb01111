"""Tree → Tree: adds "would-be" as a word of the noun behind it; drops nothing.

In "three would-be migrants were shot" a tree may have it that they would be shot.
"""

from msgspec.structs import replace

from holdfire.model.tree import Tree


def with_would_be(tree: Tree) -> Tree:
    """The tree, with "would-be" hung from the noun right behind it."""
    if "would" not in tree.lemmas:
        return tree
    for word in range(len(tree.lemmas) - 3):
        if tree.lemmas[word : word + 3] == ("would", "-", "be"):
            tree = _mended(tree, word)
    return tree


def _mended(tree: Tree, word: int) -> Tree:
    noun = next((t for t in range(word + 3, len(tree.tags)) if tree.tags[t] != "JJ"), None)
    while noun is not None and noun + 1 < len(tree.tags) and tree.tags[noun + 1] in ("NN", "NNS"):
        noun += 1
    if noun is None or tree.tags[noun][0] != "N":
        return tree
    heads, relations, tags = list(tree.heads), list(tree.relations), list(tree.tags)
    for token in range(word, word + 3):
        if heads[token] == -1:
            return tree
        heads[token], relations[token], tags[token] = noun, "punct" if token == word + 1 else "amod", "JJ"
    for child, head in enumerate(tree.heads):
        if word <= head < word + 3 and not word <= child < word + 3:
            heads[child] = noun
    tags[word + 1] = tree.tags[word + 1]
    return replace(tree, tags=tuple(tags), heads=tuple(heads), relations=tuple(relations))
