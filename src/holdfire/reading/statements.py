"""Trees → statements: adds what the words claim, with mood, negation and attribution; drops the trees.

An act named inside an order's content is what was ordered, so it makes no deed of its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from holdfire.model.span import Span
from holdfire.model.statement import Attribution, Deed, Directive, Setting, Statement
from holdfire.model.tree import Tree
from holdfire.reading.english import attributions, deeds, directives, settings
from holdfire.reading.english.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import Frame, Site, sites
from holdfire.reading.grammar.rule import Rule

S = TypeVar("S", Directive, Deed, Setting)


def state(trees: Sequence[Tree], numbers: Sequence[int], words: Lexicon) -> tuple[Statement, ...]:
    """The statements of the trees, in the order of the words; `numbers` are the trees' sentences."""
    found: list[Statement] = []
    for tree, number in zip(trees, numbers, strict=True):
        found += _of_sentence(Dependents(tree), number, words)
    return tuple(found)


def voices(tree: Dependents, number: int, words: Lexicon) -> list[Attribution]:
    """The attributions made in a sentence."""
    made = (rule.produce(site) for rule, site in sites(attributions.RULES, tree, words, number))
    return [a for a in made if a is not None]


def _of_sentence(tree: Dependents, number: int, words: Lexicon) -> list[Statement]:
    orders = _first_at_each_cue(_produced(directives.RULES, tree, words, number))
    ordered = [content for order in orders for content in order.content]
    acts = _first_at_each_cue(_produced(deeds.RULES, tree, words, number))
    acts = [deed for deed in acts if not any(c.contains(deed.cue) for c in ordered)]
    around = _first_at_each_cue(_produced(settings.RULES, tree, words, number))
    made: list[Statement] = [*orders, *acts, *around]
    if not made:
        return made
    said = voices(tree, number, words)
    return sorted((_attributed(s, said) for s in made), key=lambda s: s.cue)


def _produced(
    rules: Iterable[Rule[Frame, Site[Lexicon], S]], tree: Dependents, words: Lexicon, number: int
) -> list[S]:
    made = (rule.produce(site) for rule, site in sites(rules, tree, words, number))
    return [s for s in made if s is not None]


def _first_at_each_cue(found: list[S]) -> list[S]:
    """One statement for each anchoring word: the rules stand in the order of their preference."""
    kept: dict[Span, S] = {}
    for statement in found:
        kept.setdefault(statement.cue, statement)
    return list(kept.values())


def _attributed(statement: Statement, said: list[Attribution]) -> Statement:
    """The statement with the voices that hand it on, the outermost first."""
    around = [a for a in said if a.content.contains(statement.cue) and a.cue != statement.cue]
    around.sort(key=lambda a: a.content.start - a.content.end)
    return replace(statement, attribution=tuple(around))
