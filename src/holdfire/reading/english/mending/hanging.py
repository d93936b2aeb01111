"""What mends ask of a tree, and how they hang its words elsewhere."""

from collections.abc import Container, Mapping

from msgspec.structs import replace

from holdfire.model.tree import Tree

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def below(tree: Tree, head: int) -> list[int]:
    """The words that hang from a word."""
    return [token for token, above in enumerate(tree.heads) if above == head]


def has(tree: Tree, head: int, relations: Container[str]) -> bool:
    """Whether a word under one of the relations hangs from a word."""
    return any(above == head and tree.relations[token] in relations for token, above in enumerate(tree.heads))


def hung(
    tree: Tree,
    links: Mapping[int, tuple[int, str]],
    tags: Mapping[int, str] | None = None,
    lemmas: Mapping[int, str] | None = None,
) -> Tree:
    """The tree, with words hung elsewhere (from which word, and under what relation), retagged and reread."""
    heads, relations, tagged = list(tree.heads), list(tree.relations), list(tree.tags)
    for token, (head, relation) in links.items():
        heads[token], relations[token] = head, relation
    for token, tag in (tags or {}).items():
        tagged[token] = tag
    made = replace(tree, heads=tuple(heads), relations=tuple(relations), tags=tuple(tagged))
    if not lemmas:
        return made
    return replace(made, lemmas=tuple(lemmas.get(n, lemma) for n, lemma in enumerate(tree.lemmas)))
