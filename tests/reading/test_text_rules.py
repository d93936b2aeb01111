"""Every rule for furniture reads its examples, leaves its counter-examples; no hostile line holds it up."""

import resource

import pytest

from holdfire.reading.english.furniture.writing import CLUES, LONGEST, Furniture, ends_like_a_sentence
from holdfire.reading.grammar.rule import Rule
from holdfire.reading.text import LINES, RULES, match
from tests.processes import ended, forked

EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]
COUNTEREXAMPLES = [(rule, words) for rule in RULES for words in rule.counterexamples]
HOSTILE = [
    "A-", "- ", "Jan ", "2", "2015 ", "(Photo ", "Posted ", "@a ", "a@b.", "A. ", "555-", "By A, ",
    "Twitter a@b.", "/ AP ", "contact ", "Reporting by A ", "SEOUL, ", "a b ", "Copyright 2016 ",
    "Image 1 of 2 ", "*", ". ",
]  # fmt: skip


def read(rule: Furniture, words: str) -> str | None:
    found = match(rule, words)
    if found is None:
        return None
    span, reason = found
    quote = span.of(words).strip()
    return reason if quote == words else f"{reason}: {quote}"


def _name(value: object) -> str | None:
    return value.name if isinstance(value, Rule) else None


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=_name)
def test_examples(rule, example):
    assert read(rule, example.words) == example.value


@pytest.mark.parametrize(("rule", "words"), COUNTEREXAMPLES, ids=_name)
def test_counterexamples(rule, words):
    assert read(rule, words) is None


def test_names_are_unique_and_every_rule_has_both_kinds_of_example():
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.name.startswith("text.") and rule.examples and rule.counterexamples for rule in RULES)


@pytest.mark.parametrize(("rule", "example"), [pair for pair in EXAMPLES if pair[0] in LINES], ids=_name)
def test_every_example_passes_the_sieve(rule, example):
    assert any(clue in example.words.lower() for clue in CLUES) or not ends_like_a_sentence(example.words)


@pytest.mark.parametrize("unit", HOSTILE)
def test_no_rule_runs_away(unit):
    """Each unit takes milliseconds; a pattern that tries every way to part a line would take hours."""

    def matched():
        resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
        for other in ("", *HOSTILE):
            line = ((unit + other) * LONGEST)[: LONGEST - 2].strip() + "!x"
            for rule in RULES:
                rule.pattern.match(line if rule in LINES else line[:120])

    assert ended(forked(matched)) == 0
