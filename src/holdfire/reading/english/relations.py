"""How an order stands to an earlier one: given again, replacing it, changing it, carrying it out."""

from holdfire.model.span import Span
from holdfire.reading.english.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents


def relation_of(tree: Dependents, anchor: int, words: Lexicon) -> tuple[str, Span] | None:
    """(kind, words) of the relation that the anchor or what stands beside it tells."""
    verb = tree.heads[anchor] if tree.tags[anchor][0] == "N" else anchor
    beside = [anchor, *tree.all(anchor, "advmod")]
    if verb >= 0:
        beside += [verb, *tree.all(verb, "advmod")]
        beside += [c for c in tree.all(verb, "advcl", "acl", "conj") if _about_an_order(tree, c, words)]
    for token in beside:
        kind = words.cues["relation"].get(tree.lemmas[token])
        if kind is not None:
            return kind, tree.word(token)
    return None


def _about_an_order(tree: Dependents, verb: int, words: Lexicon) -> bool:
    """Whether a verb has an order for its object ("replacing the order of August")."""
    return any(tree.lemmas[c] in words.directive_nouns for c in tree.all(verb, "obj", "nsubj:pass"))
