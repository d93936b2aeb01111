"""Lists whose verb stands in the line before: "The following are forbidden: (a) the entry of soldiers …"."""

from collections.abc import Iterator, Mapping
from typing import Any

from holdfire.model.statement import Directive
from holdfire.reading.english.directives.building import Parts, directive
from holdfire.reading.english.directives.contents import named_norm
from holdfire.reading.english.directives.forces import Deontic
from holdfire.reading.english.directives.norms import norms
from holdfire.reading.english.words.lexicon import DirectiveWord, Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Site

ITEM = "order.item"
BULLETS = frozenset({"-", "–", "—", "•", "*", "("})


def listed(trees: Mapping[int, Dependents], words: Lexicon) -> Iterator[tuple[int, Directive]]:
    """The items of lists that a verb before them forbids, allows or obliges, each with its sentence."""
    for number, tree in trees.items():
        verb = _opener(tree, words)
        if verb is None:
            continue
        row: DirectiveWord = words.directive_verbs[tree.lemmas[verb]]
        item = number + 1
        while item in trees and _is_item(trees[item]):
            made = _item(trees[item], item, row, words)
            if made is not None:
                yield item, made
            item += 1


def _opener(tree: Dependents, words: Lexicon) -> int | None:
    """The verb of "the following are forbidden:"."""
    if tree.tokens[-1].text != ":" or not any(t.text.lower() == "following" for t in tree.tokens):
        return None
    return next((n for n, lemma in enumerate(tree.lemmas) if lemma in words.directive_verbs), None)


def _is_item(tree: Dependents) -> bool:
    return tree.tokens[0].text in BULLETS or tree.tags[0] == "LS"


def _item(tree: Dependents, number: int, row: DirectiveWord, words: Lexicon) -> Directive | None:
    """The norm on what an item names."""
    root = next((n for n, head in enumerate(tree.heads) if head < 0), None)
    if root is None:
        return None
    modality: Any = row.modality
    force = Deontic(modality, tree.word(root), ITEM)
    verbal = tree.tags[root][0] == "V"
    found = norms(tree, root, force, words) if verbal else [named_norm(tree, root, force, words)]
    made = DirectiveWord(row.modality, "proclamation", ())
    return directive(Site(tree, root, made, words, number), ITEM, Parts(found, content=[root]))
