"""Every rule over trees reads its examples and leaves its counter-examples alone."""

from typing import Any

import pytest

from holdfire.model.span import Span
from holdfire.model.statement import Attribution, Bearing, Deed, Directive, Phrase, Setting
from holdfire.model.text import Text
from holdfire.reading import syntax, tokens
from holdfire.reading.english import circumstances, directives, settings
from holdfire.reading.english.acts import deeds, omissions, warnings
from holdfire.reading.english.mending import Mending
from holdfire.reading.english.saying import attributions
from holdfire.reading.english.words.lexicon import shipped
from holdfire.reading.grammar.dependents import Dependents
from holdfire.reading.grammar.frame import RuleIndex
from holdfire.reading.grammar.rule import Rule

RULES: list[Rule[Any, Any, Any]] = [
    *attributions.RULES,
    *circumstances.RULES,
    *deeds.RULES,
    *directives.RULES,
    *omissions.RULES,
    *warnings.RULES,
    *settings.RULES,
]


def produced(rule, words: str) -> list[Any]:
    text = Text(words, (Span(0, len(words)),))
    index = RuleIndex([rule], shipped())
    trees = map(Mending(shipped()), syntax.load().parse(tokens.split(text)))
    return [made for n, tree in enumerate(trees) for made in index.produced(Dependents(tree), n)]


def told(made, words: str) -> list[str]:
    """A statement in the words that examples use."""

    def name(phrase: Phrase | None) -> str:
        return phrase.span.of(words) if phrase is not None else ""

    if isinstance(made, Attribution):
        return [name(made.speaker)]
    if isinstance(made, Directive):
        return [f"{n.modality} {n.act} {n.means}" for n in made.norms] or [f"from {name(made.issuer)}"]
    if isinstance(made, Deed):
        actors = ", ".join(name(a) for a in made.actors)
        targets = ", ".join(name(t) for t in made.targets)
        return [f"{made.act} {made.means} {actors} > {targets}"]
    if isinstance(made, Bearing):
        return [f"{made.kind} {name(made.who)}"]
    assert isinstance(made, Setting)
    return [name(made.about if made.kind == "zone" else made.holder)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_reads_its_examples_and_leaves_its_counterexamples_alone(rule):
    for example in rule.examples:
        found = [t for made in produced(rule, example.words) for t in told(made, example.words)]
        assert example.value in found, example.words
    for words in rule.counterexamples:
        assert produced(rule, words) == [], words


def test_rule_names_are_dotted_and_unique():
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert all("." in name for name in names)


@pytest.mark.parametrize(("rule", "example"), [(r, e) for r in directives.RULES for e in r.examples])
def test_an_order_keeps_the_name_of_a_rule(rule, example):
    assert all(made.rule in directives.RANK for made in produced(rule, example.words))
