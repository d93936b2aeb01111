"""Trees → statements: adds what the words claim, with mood, negation and attribution; drops the trees.

An act named inside an order's content is what was ordered, so it makes no deed of its own.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from holdfire.model.span import Span
from holdfire.model.statement import Bearing, Deed, Directive, Setting, Statement
from holdfire.model.tree import Tree
from holdfire.reading.english import circumstances, directives, settings
from holdfire.reading.english.acts import deeds, omissions, warnings
from holdfire.reading.english.acts.doing import with_doers
from holdfire.reading.english.acts.pointed_to import with_meant
from holdfire.reading.english.directives.listed import listed
from holdfire.reading.english.mending import Mending
from holdfire.reading.english.saying import attributions
from holdfire.reading.english.saying.quotations import Quotations
from holdfire.reading.english.saying.whole_text import attributed
from holdfire.reading.english.words.lexicon import Lexicon
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import RuleIndex
from holdfire.reading.triggers import Scan

S = TypeVar("S", Directive, Deed, Setting)
REACH = range(-4, 2)
"""Sentences round one that tells how somebody was in which an act may be told that befell him."""


class Grammar:
    """All rules over trees, indexed by the words of one lexicon."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words
        self.mending = Mending(words)
        self.directives = RuleIndex(directives.RULES, words)
        self.deeds = RuleIndex((*deeds.RULES, *omissions.RULES, *warnings.RULES), words)
        self.settings = RuleIndex(settings.RULES, words)
        self.attributions = RuleIndex(attributions.RULES, words)
        self.bearings = RuleIndex(circumstances.RULES, words)
        self.scan = Scan(words)


def state(
    trees: Sequence[Tree],
    numbers: Sequence[int],
    grammar: Grammar,
    quotations: Quotations,
    *,
    beside: frozenset[int] = frozenset(),
) -> tuple[Statement, ...]:
    """The statements of the trees, in the order of the words; `numbers` are the trees' sentences.

    Sentences that only name the speaker of a quotation are among them, and make no statements. Those `beside`
    others tell at most how somebody was.
    """
    mended = map(grammar.mending, trees)
    below = {number: Dependents(tree) for tree, number in zip(mended, numbers, strict=True)}
    own = {number: tree for number, tree in below.items() if number not in beside}
    found = {number: _of_sentence(tree, number, grammar) for number, tree in own.items()}
    for number, item in listed(own, grammar.words):
        found[number] = [s for s in found[number] if not isinstance(s, Directive)] + [item]
    found = {n: [_with_meant(s, below, grammar, quotations) for s in each] for n, each in found.items()}
    told = attributed(found, own, grammar.attributions, quotations)
    return (*told, *_bearings(told, below, grammar, quotations))


def _with_meant(
    told: Statement, below: Mapping[int, Dependents], grammar: Grammar, quotations: Quotations
) -> Statement:
    if not isinstance(told, Deed):
        return told
    told = with_meant(told, below, grammar.words)
    return with_doers(told, below, grammar.words, quotations.around)


def _bearings(
    told: Sequence[Statement], below: Mapping[int, Dependents], grammar: Grammar, quotations: Quotations
) -> Sequence[Statement]:
    """How those were whom the acts befell, near the sentences that tell of acts."""
    acts = {each.sentence for each in told if isinstance(each, Deed)}
    near = {n: tree for n, tree in below.items() if any(n + step in acts for step in REACH)}
    found: dict[int, list[Bearing]] = {
        number: list(grammar.bearings.produced(tree, number)) for number, tree in near.items()
    }
    return attributed(found, below, grammar.attributions, quotations)


def _of_sentence(tree: Dependents, number: int, grammar: Grammar) -> list[Statement]:
    orders = _each_once(_first_at_each_cue(grammar.directives.produced(tree, number)))
    ordered = [content for order in orders for content in order.content]
    acts = _first_at_each_cue(grammar.deeds.produced(tree, number))
    acts = [deed for deed in acts if not any(c.contains(deed.cue) for c in ordered)]
    around = _first_at_each_cue(grammar.settings.produced(tree, number))
    return sorted([*orders, *acts, *around], key=lambda s: s.cue)


def _each_once(orders: Sequence[Directive]) -> list[Directive]:
    """Orders whose every norm another tells too are told once, by the rule that stands first."""
    kept: list[Directive] = []
    for order in sorted(orders, key=lambda o: directives.RANK[o.rule]):
        acts = {n.act_span for n in order.norms}
        if not acts or not any(acts <= {n.act_span for n in other.norms} for other in kept):
            kept.append(order)
    return kept


def _first_at_each_cue(found: Iterable[S]) -> list[S]:
    """One statement for each anchoring word: the rules stand in the order of their preference."""
    kept: dict[Span, S] = {}
    for statement in found:
        kept.setdefault(statement.cue, statement)
    return list(kept.values())
